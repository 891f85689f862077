//! Builds forms from a project and the library, for the questions about a form and for the project in memory.

use vurder_model::project::Project;
use vurder_model::provider::coverage;
use vurder_model::template::Template;
use vurder_model::view::{FormSource, FormView, Progress, form_progress, form_view};

use crate::library::Library;
use crate::versions_and_files::VersionsAndFiles;

/// Builds the view of a form.
pub(crate) fn build_form(
    library: &Library,
    project: &Project,
    files: &VersionsAndFiles,
    template: &Template,
) -> FormView {
    with_source(library, project, files, template, form_view)
}

/// The progress of each section of a form.
pub(crate) fn progress_of(
    library: &Library,
    project: &Project,
    template: &Template,
) -> Vec<Progress> {
    // No part needs versions or attachments to be complete.
    with_source(library, project, &VersionsAndFiles::default(), template, form_progress)
}

/// Calls `build` with everything that a form of a project is built from, and returns its result.
pub(crate) fn with_source<T>(
    library: &Library,
    project: &Project,
    files: &VersionsAndFiles,
    template: &Template,
    build: impl FnOnce(&FormSource<'_>) -> T,
) -> T {
    let coverage = coverage(library.topics(), library.chosen_packs(&project.head));
    let registers = library.registers();
    let former = &library.former_fields(template);
    build(&FormSource {
        project,
        template,
        registers,
        former,
        coverage: &coverage,
        versions: &files.versions,
        attachments: &files.attachments,
    })
}

//! Forms built from a project and the library. Both the questions about a form and the project in memory build them
//! here.

use vurder_model::project::Project;
use vurder_model::provider::coverage;
use vurder_model::template::Template;
use vurder_model::view::{FormSource, FormView, Progress, form_progress, form_view};

use crate::kept::Kept;
use crate::library::Library;

/// The form view of a project.
pub(crate) fn build_form(
    library: &Library,
    project: &Project,
    kept: &Kept,
    template: &Template,
) -> FormView {
    with_source(library, project, kept, template, form_view)
}

/// How far each section of a form is.
pub(crate) fn progress_of(
    library: &Library,
    project: &Project,
    template: &Template,
) -> Vec<Progress> {
    // What was frozen or attached is owed by no part.
    with_source(library, project, &Kept::default(), template, form_progress)
}

/// Gives `build` everything that a form of a project is built from, and returns what it made.
pub(crate) fn with_source<T>(
    library: &Library,
    project: &Project,
    kept: &Kept,
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
        versions: &kept.versions,
        attachments: &kept.attachments,
    })
}

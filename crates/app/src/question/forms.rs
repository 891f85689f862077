//! A form of a project, whole or by section.

use vurder_content::Content;
use vurder_model::project::Project;
use vurder_model::provider::{Pack, coverage};
use vurder_model::template::Template;
use vurder_model::view::{FormSource, FormView, Progress, SectionView, form_progress, form_view};

use crate::app::App;
use crate::arguments::{OfForm, OfSection};
use crate::catalogue::followed;
use crate::error::{Fault, Outcome};

/// A form, whole.
pub(crate) fn form(app: &mut App, of: OfForm) -> Outcome<FormView> {
    let project = app.project(&of.project)?;
    let template = followed(app.content, &project, &of.form)?;
    Ok(build_form(app.content, &project, template))
}

/// One section of a form.
pub(crate) fn section(app: &mut App, of: OfSection) -> Outcome<SectionView> {
    let form = form(app, OfForm { project: of.project, form: of.form })?;
    let section = form.sections.into_iter().find(|s| s.id == of.section);
    section.ok_or_else(|| Fault::unknown(format!("The section \"{}\"", of.section)))
}

/// The packs of the project's providers, in the project's order.
pub(crate) fn chosen_packs<'a>(content: &'a Content, project: &Project) -> Vec<&'a Pack> {
    project.head.providers.iter().filter_map(|p| content.pack(p)).collect()
}

/// The form view of a project.
pub(crate) fn build_form(content: &Content, project: &Project, template: &Template) -> FormView {
    with_source(content, project, template, form_view)
}

/// How far each section of a form is.
pub(crate) fn progress_of(
    content: &Content,
    project: &Project,
    template: &Template,
) -> Vec<Progress> {
    with_source(content, project, template, form_progress)
}

fn with_source<T>(
    content: &Content,
    project: &Project,
    template: &Template,
    build: impl FnOnce(&FormSource<'_>) -> T,
) -> T {
    let packs = chosen_packs(content, project);
    let coverage = coverage(&content.topics, packs.iter().copied());
    let registers = &content.templates.registers;
    build(&FormSource { project, template, registers, coverage: &coverage })
}

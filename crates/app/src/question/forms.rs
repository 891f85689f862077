//! A form of a project, whole or by section.

use vurder_content::Content;
use vurder_model::project::Project;
use vurder_model::provider::{Pack, coverage};
use vurder_model::template::Template;
use vurder_model::view::{FormSource, FormView, SectionView, form_view};

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
    let packs = chosen_packs(content, project);
    let coverage = coverage(&content.topics, packs.iter().copied());
    form_view(&FormSource {
        project,
        template,
        registers: &content.templates.registers,
        coverage: &coverage,
    })
}

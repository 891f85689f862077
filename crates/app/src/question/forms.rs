//! A form of a project, whole or by section.

use vurder_content::msg;
use vurder_model::project::Project;
use vurder_model::provider::coverage;
use vurder_model::template::Template;
use vurder_model::view::{FormSource, FormView, Progress, form_progress, form_view};

use crate::app::App;
use crate::arguments::{OfForm, OfSection};
use crate::derived::{FormAnswer, SectionAnswer};
use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::misfit::names;

/// A form, whole.
pub(crate) fn form(app: &mut App, of: OfForm) -> Outcome<FormAnswer> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let template = app.library.followed(facts.head(), &of.form)?;
    Ok(FormAnswer { revision: facts.revision, view: facts.tell_form(&app.library, template) })
}

/// One section of a form.
pub(crate) fn section(app: &mut App, of: OfSection) -> Outcome<SectionAnswer> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let template = app.library.followed(facts.head(), &of.form)?;
    let form = build_form(&app.library, &facts.project, template);
    let sections = names(form.sections.iter().map(|section| section.id.as_str()));
    let section = form.sections.into_iter().find(|section| section.id == of.section);
    let view =
        section.ok_or_else(|| Fault::unknown_name(msg::error_no_section(of.section, sections)))?;
    Ok(SectionAnswer { revision: facts.revision, view })
}

/// The form view of a project.
pub(crate) fn build_form(library: &Library, project: &Project, template: &Template) -> FormView {
    with_source(library, project, template, form_view)
}

/// How far each section of a form is.
pub(crate) fn progress_of(
    library: &Library,
    project: &Project,
    template: &Template,
) -> Vec<Progress> {
    with_source(library, project, template, form_progress)
}

/// What is built from a form of a project.
pub(crate) fn with_source<T>(
    library: &Library,
    project: &Project,
    template: &Template,
    build: impl FnOnce(&FormSource<'_>) -> T,
) -> T {
    let coverage = coverage(library.topics(), library.chosen_packs(&project.head));
    let registers = library.registers();
    build(&FormSource { project, template, registers, coverage: &coverage })
}

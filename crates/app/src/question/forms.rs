//! The questions for a form of a project, as a whole or by section.

use vurder_content::msg;

use crate::app::App;
use crate::error::{Fault, Outcome};
use crate::form_answers::{FormAnswer, SectionAnswer};
use crate::form_arguments::{OfForm, OfSection};
use crate::forms::build_form;
use crate::quoting::names;

/// The whole form.
pub(crate) fn form(app: &mut App, of: OfForm) -> Outcome<FormAnswer> {
    let (facts, context) = app.facts_to_tell(&of.project)?;
    let template = context.library.followed(facts.head(), &of.form)?;
    Ok(FormAnswer { revision: facts.revision, view: facts.tell_form(context, template) })
}

/// One section of a form.
pub(crate) fn section(app: &mut App, of: OfSection) -> Outcome<SectionAnswer> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let template = app.library.followed(facts.head(), &of.form)?;
    let form = build_form(&app.library, &facts.project, &facts.files, template);
    let sections = names(form.sections.iter().map(|section| section.id.as_str()));
    let section = form.sections.into_iter().find(|section| section.id == of.section);
    let view =
        section.ok_or_else(|| Fault::unknown_name(msg::error_no_section(of.section, sections)))?;
    Ok(SectionAnswer { revision: facts.revision, view })
}

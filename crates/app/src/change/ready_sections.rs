//! Marks sections as ready for review, and removes such marks.

use vurder_content::msg;
use vurder_model::project::Row;
use vurder_model::role::FieldRole;
use vurder_model::section_state::section_state;
use vurder_model::value::Value;
use vurder_workspace::{Op, Tx};

use crate::app::App;
use crate::change::answer_check::check;
use crate::change::rows::put_keyed;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::forms::build_form;
use crate::quoting::names;
use crate::ready_sections::ready_key;
use crate::ready_types::{MarkReady, UnmarkReady};
use crate::request_draft::assessor;

/// Marks a section as ready for review with the answers that it has now. A mark that it already has is replaced.
pub(crate) fn mark_ready(app: &mut App, of: MarkReady) -> Outcome<Changed> {
    let today = app.workspace.today();
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let library = &app.library;
    let template = library.followed(facts.head(), &of.form)?;
    let view = build_form(library, &facts.project, &facts.files, template);
    let section = view.sections.iter().find(|section| section.id == of.section);
    let section = section.ok_or_else(|| {
        let sections = names(view.sections.iter().map(|section| section.id.as_str()));
        Fault::unknown_name(msg::error_no_section(&of.section, sections))
    })?;
    let by = of.by.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let by = if by.is_empty() { assessor(library, &facts.project) } else { by };
    if by.is_empty() {
        return Err(Fault::wrong_value(msg::error_ready_without_name())
            .with_help(msg::error_ready_without_name_help()));
    }
    let register = library.role(FieldRole::ReadyBy).0.to_owned();
    let key = ready_key(&template.id, &section.id);
    let values = [
        (FieldRole::ReadyBy, Value::Line(by)),
        (FieldRole::ReadyDate, Value::Date(of.on.unwrap_or(today))),
        (FieldRole::ReadyFingerprint, Value::Line(section_state(section))),
    ];
    let values = values.map(|(role, value)| (library.role(role).1.to_owned(), value));
    for (field, value) in &values {
        check(value, facts.registers.known_field(&register, field)?, facts)?;
    }
    let known = facts.row_with_key(&register, &key).map(|row| row.id.clone());
    let fresh = app.row(&register, None)?;
    let row = Row { key: Some(key), values: values.into_iter().collect(), ..fresh };
    let write = |tx: &mut Tx<'_, '_>| put_keyed(tx, known.as_ref(), row);
    let done = app.workspace.transact(Some(&of.project), Op::MarkReady, write)?;
    app.changed(&of.project, &done)
}

/// Removes the mark that a section is ready for review.
pub(crate) fn unmark_ready(app: &mut App, of: UnmarkReady) -> Outcome<Changed> {
    let register = app.library.role(FieldRole::ReadyBy).0.to_owned();
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let form = &app.library.followed(facts.head(), &of.form)?.id;
    let row = facts.row_with_key(&register, &ready_key(form, &of.section));
    let row = row.map(|row| row.id.clone());
    let row = row.ok_or_else(|| Fault::not_found(msg::error_not_ready(&of.section)))?;
    let done = app.workspace.transact(Some(&of.project), Op::MarkReady, |tx| tx.trash_row(&row))?;
    app.changed(&of.project, &done)
}

//! Makes own notes. Other commands for rows write their words and move them to the trash.

use vurder_content::msg;
use vurder_model::richtext::RichText;
use vurder_model::role::FieldRole;
use vurder_model::value::Value;
use vurder_workspace::{Op, RowPosition};

use crate::app::App;
use crate::change::answer_check::check;
use crate::change::new_row::{made, require_free};
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::named_place::NamedPlace;
use crate::own_note_types::AddOwnNote;

/// Makes an own note beside an answer, a row or a section.
pub(crate) fn add_own_note(app: &mut App, of: AddOwnNote) -> Outcome<Changed> {
    let today = app.workspace.today();
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let library = &app.library;
    require_free(facts, of.id.as_ref())?;
    let named = (of.row.as_ref(), of.field.as_deref(), of.form.as_deref(), of.section.as_deref());
    let place = NamedPlace::of(library, facts, named)?;
    let NamedPlace { row, field, section } =
        place.ok_or_else(|| Fault::bad_arguments(msg::error_own_note_place()))?;
    let beside = of.row.as_ref().and_then(|row| facts.project.row(row));
    if beside.is_some_and(|row| library.beside_the_draft().contains(&row.register.as_str())) {
        return Err(Fault::wrong_value(msg::error_own_note_beside())
            .with_help(msg::error_own_note_beside_help()));
    }
    let words = RichText::from_plain(of.words.as_deref().unwrap_or_default()).to_markdown();
    let values = [
        (FieldRole::OwnNoteWords, Value::Text(words)),
        (FieldRole::OwnNoteRow, Value::Line(row)),
        (FieldRole::OwnNoteField, Value::Line(field)),
        (FieldRole::OwnNoteSection, Value::Line(section)),
        (FieldRole::OwnNoteDate, Value::Date(today)),
    ];
    let register = library.role(FieldRole::OwnNoteWords).0.to_owned();
    let values = values.into_iter().filter(|(_, value)| !value.is_empty());
    let values: Vec<_> =
        values.map(|(role, value)| (library.role(role).1.to_owned(), value)).collect();
    for (field, value) in &values {
        check(value, facts.registers.known_field(&register, field)?, facts)?;
    }
    let mut note = app.row(&register, of.id.map(|id| id.to_string()))?;
    note.values = values.into_iter().collect();
    let id = note.id.clone();
    let done = app
        .workspace
        .transact(Some(&of.project), Op::AddRow, |tx| put_row(tx, note, &RowPosition::Last))?;
    Ok(made(app.changed(&of.project, &done)?, id))
}

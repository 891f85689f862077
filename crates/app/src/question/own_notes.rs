//! The question for own notes.

use crate::app::App;
use crate::error::Outcome;
use crate::own_note_types::OwnNotes;
use crate::own_notes;
use crate::project_arguments::OfProject;

/// The own notes of a project, each with its place.
pub(crate) fn own_notes(app: &mut App, of: OfProject) -> Outcome<OwnNotes> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let (library, messages) = (&app.library, &app.messages);
    let notes = own_notes::own_notes(library, messages, &facts.registers, &facts.project);
    Ok(OwnNotes { revision: facts.revision, notes })
}

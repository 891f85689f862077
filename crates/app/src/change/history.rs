//! Undo, redo, and restoring earlier versions of an answer.

use vurder_content::msg;
use vurder_workspace::Op;

use crate::app::App;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::project_arguments::OfProject;
use crate::row_arguments::RestoreAnswer;

/// Undoes the last change of a project.
pub(crate) fn undo(app: &mut App, of: OfProject) -> Outcome<Changed> {
    let done = app.workspace.undo(&of.project)?;
    app.changed(&of.project, &done)
}

/// Redoes the change that was undone last.
pub(crate) fn redo(app: &mut App, of: OfProject) -> Outcome<Changed> {
    let done = app.workspace.redo(&of.project)?;
    app.changed(&of.project, &done)
}

/// Restores an earlier version of an answer. This is a change of its own that can be undone.
pub(crate) fn restore_answer(app: &mut App, of: RestoreAnswer) -> Outcome<Changed> {
    let done = app.workspace.transact(Some(&of.project), Op::RestoreAnswer, |tx| {
        match tx.restore_version(&of.row, &of.field, &of.version)? {
            true => Ok(()),
            false => Err(Fault::unknown_name(msg::error_no_version(&of.version))),
        }
    })?;
    app.changed(&of.project, &done)
}

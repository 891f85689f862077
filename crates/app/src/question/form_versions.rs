//! The question before a project is moved to another version of a form.

use crate::app::App;
use crate::error::Outcome;
use crate::form_answers::FormMove;
use crate::form_arguments::MoveForm;
use crate::form_move::{form_move, versions};

/// What the move would do to the answers, without making it.
pub(crate) fn look_at_form(app: &mut App, to: MoveForm) -> Outcome<FormMove> {
    let facts = app.open.facts(&app.workspace, &app.library, &to.project)?;
    let (before, after) = versions(&app.library, facts.head(), &to)?;
    Ok(form_move(&app.library, &facts.project, before, after))
}

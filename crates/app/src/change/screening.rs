//! Takes the result of the screening over into the DPIA.

use vurder_content::msg;
use vurder_workspace::Op;

use crate::app::App;
use crate::change::answer_check::check_from;
use crate::change::answers::single_row;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::project_arguments::OfProject;
use crate::screening::carried_over;

/// Writes the result of the screening into the DPIA in one step.
pub(crate) fn take_over_screening(app: &mut App, of: OfProject) -> Outcome<Changed> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let carried = carried_over(&app.library, &facts.project)
        .ok_or_else(|| Fault::wrong_value(msg::error_screening_taken_over()))?;
    let (row, state) = single_row(facts, &carried.form)?;
    for (field, value) in &carried.answers {
        let known = facts.registers.known_field(&carried.form, field)?;
        check_from(value, known, facts, row.values.get(field))?;
    }
    let id = row.id.clone();
    let op = Op::TakeOverScreening;
    let done = app.workspace.transact(Some(&of.project), op, |tx| -> Outcome<()> {
        state.prepare(tx, row)?;
        for (field, value) in carried.answers {
            tx.set_value(&id, &field, Some(value))?;
        }
        Ok(())
    })?;
    let mut changed = app.changed(&of.project, &done)?;
    changed.row = Some(id);
    Ok(changed)
}

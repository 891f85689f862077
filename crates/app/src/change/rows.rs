//! Adds rows, moves them, and moves them to the trash and back.

use vurder_content::msg;
use vurder_model::id::RowId;
use vurder_model::project::Row;
use vurder_model::value::Value;
use vurder_workspace::{NewRow, Op, RowPosition, Tx};

use crate::app::App;
use crate::change::new_row::{first_answers, made, require_free};
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::facts::Facts;
use crate::risk_arguments::TrashRow;
use crate::row_arguments::{AddRow, MoveRow, OfRow};

/// Adds a row to a register. A field without a given answer gets its default.
pub(crate) fn add_row(app: &mut App, add: AddRow) -> Outcome<Changed> {
    let facts = app.facts(&add.project)?;
    let register = facts.registers.known_register(&add.register)?;
    if register.single {
        return Err(one_row(&add.register));
    }
    require_free(facts, add.id.as_ref())?;
    if let Some(after) = &add.after {
        same_register(facts.row_in_use(after)?, &add.register)?;
    }
    let values = first_answers(facts, &add.register, add.values)?;
    let mut row = app.row(&add.register, add.id.map(|id| id.to_string()))?;
    row.values = values;
    let id = row.id.clone();
    let place = add.after.map_or(RowPosition::Last, RowPosition::After);
    let done =
        app.workspace.transact(Some(&add.project), Op::AddRow, |tx| put_row(tx, row, &place))?;
    Ok(made(app.changed(&add.project, &done)?, id))
}

/// Moves a row behind another row of its register, or to the front.
pub(crate) fn move_row(app: &mut App, to: MoveRow) -> Outcome<Changed> {
    let facts = app.facts(&to.project)?;
    let register = facts.row_in_use(&to.row)?.register.clone();
    if let Some(after) = &to.after {
        same_register(facts.row_in_use(after)?, &register)?;
    }
    let place = to.after.map_or(RowPosition::First, RowPosition::After);
    let done = app
        .workspace
        .transact(Some(&to.project), Op::MoveRow, |tx| tx.move_row(&to.row, &place))?;
    app.changed(&to.project, &done)
}

/// Moves a row to the trash. Its answers stay, and references to it stay, but nothing shows them until the row comes
/// back. With `detach`, other rows stop naming the row in the same step.
pub(crate) fn trash_row(app: &mut App, of: TrashRow) -> Outcome<Changed> {
    let facts = app.facts(&of.project)?;
    let register = facts.row_in_use(&of.row)?.register.clone();
    if facts.registers.singles().any(|single| single == register) {
        return Err(one_row(&register));
    }
    let naming = if of.detach { naming(facts, &of.row) } else { Vec::new() };
    let done = app.workspace.transact(Some(&of.project), Op::TrashRow, |tx| -> Outcome<()> {
        for (row, field, left) in naming {
            let left = Some(Value::Refs(left)).filter(|left| !left.is_empty());
            tx.set_value(&row, &field, left)?;
        }
        Ok(tx.trash_row(&of.row)?)
    })?;
    app.changed(&of.project, &done)
}

/// The answers that name the row `id`, each with the other rows that it names. Answers of rows in the trash are left
/// out.
fn naming(facts: &Facts, id: &RowId) -> Vec<(RowId, String, Vec<RowId>)> {
    let mut naming = Vec::new();
    for row in facts.project.rows.iter().filter(|row| row.trashed.is_none() && row.id != *id) {
        for (field, value) in &row.values {
            if let Value::Refs(named) = value
                && named.contains(id)
            {
                let left = named.iter().filter(|named| *named != id).cloned().collect();
                naming.push((row.id.clone(), field.clone(), left));
            }
        }
    }
    naming
}

/// Takes a row out of the trash.
pub(crate) fn restore_row(app: &mut App, of: OfRow) -> Outcome<Changed> {
    if app.facts(&of.project)?.row(&of.row).is_none() {
        return Err(Fault::not_found(msg::error_no_row(of.row.as_str())));
    }
    let done =
        app.workspace.transact(Some(&of.project), Op::RestoreRow, |tx| tx.restore_row(&of.row))?;
    app.changed(&of.project, &done)
}

fn one_row(register: &str) -> Fault {
    Fault::wrong_value(msg::error_one_row(register))
}

/// Refuses a row of another register: a row can stand only behind a row of its own register.
fn same_register(row: &Row, register: &str) -> Outcome<()> {
    if row.register == register {
        return Ok(());
    }
    Err(Fault::wrong_value(msg::error_other_register(row.id.as_str(), &row.register, register)))
}

/// Writes the answers of a row with a key. If a row has this key already, it is `known` and takes the answers;
/// otherwise a new row is made.
pub(crate) fn put_keyed(tx: &mut Tx<'_, '_>, known: Option<&RowId>, row: Row) -> Outcome<()> {
    let Some(known) = known else { return put_row(tx, row, &RowPosition::Last) };
    for (field, value) in row.values {
        tx.set_value(known, &field, Some(value))?;
    }
    Ok(())
}

/// Writes a row with its answers.
pub(crate) fn put_row(tx: &mut Tx<'_, '_>, row: Row, place: &RowPosition) -> Outcome<()> {
    let Row { id, register, key, values, .. } = row;
    tx.add_row(NewRow { id: id.clone(), register, key }, place)?;
    for (field, value) in values {
        tx.set_value(&id, &field, Some(value))?;
    }
    Ok(())
}

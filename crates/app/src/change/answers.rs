//! One answer: checked against its field, then written.

use vurder_content::msg;
use vurder_model::bounds::{Misfit, Origin};
use vurder_model::field::{Field, FieldKind, ScaleName};
use vurder_model::id::{CitationId, RowId};
use vurder_model::project::{Row, SINGLE};
use vurder_model::value::Value;
use vurder_workspace::{Op, RowPosition};

use crate::answers::Changed;
use crate::app::App;
use crate::arguments::SetValue;
use crate::change::projects::{single, single_id};
use crate::change::rows::put_row;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::facts::Facts;
use crate::misfit::{self, names, other_register};

/// Writes or empties one answer.
pub(crate) fn set_value(app: &mut App, set: SetValue) -> Outcome<Changed> {
    let facts = app.facts(&set.project)?;
    let (row, made) = place(facts, set.row.as_ref(), set.register.as_deref())?;
    let field = facts.registers.known_field(&row.register, &set.field)?;
    let mut value = set.value;
    if let Some(doc) = set.doc {
        let markdown = doc.to_markdown();
        value = match (field.kind, value) {
            (FieldKind::Text, _) => Some(Value::Text(markdown)),
            (FieldKind::YesNo, Some(Value::YesNo { answer, .. })) => {
                Some(Value::YesNo { answer, reason: markdown })
            }
            _ => return Err(Fault::wrong_value(misfit::rich_text(field))),
        };
    }
    if let Some(value) = &value {
        let stored = row.values.get(&set.field);
        let kept = |fault: Fault| match fault.code {
            ErrorCode::WrongValue => fault.with_help(msg::error_answer_help()),
            _ => fault,
        };
        check_from(value, field, facts, stored).map_err(kept)?;
    }
    let value = value.filter(|v| !v.is_empty()).or_else(|| field.default.clone());
    let id = row.id.clone();
    // Earlier versions let the row of a single register go into the trash.
    let trashed = made && facts.row(&id).is_some();
    let done = app.workspace.transact(Some(&set.project), Op::SetValue, |tx| -> Outcome<()> {
        if trashed {
            tx.restore_row(&id)?;
        } else if made {
            put_row(tx, row, &RowPosition::Last)?;
        }
        Ok(tx.set_value(&id, &set.field, value)?)
    })?;
    app.changed(&set.project, &done)
}

/// The row an answer belongs to, and whether it has yet to be made: the row of a single register comes with its
/// first answer.
fn place(facts: &Facts, row: Option<&RowId>, register: Option<&str>) -> Outcome<(Row, bool)> {
    let singles = || facts.registers.singles();
    let register = match (row, register) {
        (Some(_), Some(_)) => {
            return Err(Fault::bad_arguments(msg::error_row_and_register()));
        }
        (Some(id), None) => match singles().find(|r| single_id(r).as_ref() == Some(id)) {
            Some(register) => register,
            None => return Ok((facts.row_in_use(id)?.clone(), false)),
        },
        (None, Some(name)) => {
            let register = facts.registers.register(name).filter(|register| register.single);
            register.ok_or_else(|| no_single_register(facts, name))?.id.as_str()
        }
        (None, None) => {
            return Err(Fault::bad_arguments(msg::error_row_or_register()));
        }
    };
    match facts.row_with_key(register, SINGLE) {
        Some(row) => Ok((row.clone(), false)),
        None => single(register)
            .map(|row| (row, true))
            .ok_or_else(|| no_single_register(facts, register)),
    }
}

/// Why `value` can't be entered at `field`, beyond what was wrong already with the answer that stands there. What earlier
/// versions took can be worked on step by step: a scale that is too long can be shortened, and the note of an option
/// written, though another one rules it out.
fn misfit(value: &Value, field: &Field, stored: Option<&Value>) -> Option<Misfit> {
    let found = field.misfit(value, Origin::Entered)?;
    match (found, value, stored) {
        (Misfit::Levels, Value::Scale(new), Some(Value::Scale(old))) if new.len() <= old.len() => {
            field.misfit(value, Origin::Kept)
        }
        (Misfit::NotAlone, Value::Choices(new), Some(Value::Choices(old)))
            if new.iter().all(|n| old.iter().any(|o| o.option == n.option)) =>
        {
            value.misfit_anywhere(Origin::Entered)
        }
        (Misfit::Day, Value::Acceptance(new), Some(Value::Acceptance(old)))
            if new.date == old.date =>
        {
            field.misfit(value, Origin::Kept)
        }
        _ => Some(found),
    }
}

/// Whether `value` may stand in `field`: its kind, its options, and that all it refers to is there.
pub(crate) fn check(value: &Value, field: &Field, facts: &Facts) -> Outcome<()> {
    check_from(value, field, facts, None)
}

fn check_from(value: &Value, field: &Field, facts: &Facts, stored: Option<&Value>) -> Outcome<()> {
    if let Some(misfit) = misfit(value, field, stored) {
        return Err(misfit::refused(misfit, value, field));
    }
    let refused = |reason| Err(misfit::about(&field.label, reason));
    match value {
        Value::Refs(rows) => {
            for id in rows {
                let row = facts.row_in_use(id)?;
                if !field.to.contains(&row.register) {
                    return refused(other_register(id, &row.register, field));
                }
            }
        }
        Value::Level(level) => {
            let method = &facts.method;
            let scale = match field.scale {
                Some(ScaleName::Likelihood) => &method.likelihood,
                Some(ScaleName::Risk) => &method.risk,
                _ => &method.severity,
            };
            if usize::from(*level) > scale.len() {
                return refused(msg::reason_level_off_scale(scale.len()));
            }
        }
        Value::Matrix(cells) => {
            let risks = facts.method.risk.len();
            if cells.iter().flatten().any(|&level| usize::from(level) > risks) {
                return refused(msg::reason_matrix());
            }
        }
        _ => {}
    }
    check_citations(value.citations(), facts)
}

/// No register with exactly one row has this name.
fn no_single_register(facts: &Facts, name: &str) -> Fault {
    let singles = names(facts.registers.singles());
    Fault::unknown_name(msg::error_no_single_register(name, singles))
}

fn check_citations(cited: Vec<CitationId>, facts: &Facts) -> Outcome<()> {
    for id in cited {
        if facts.citation(&id).is_none() {
            return Err(Fault::not_found(msg::error_no_citation(id.as_str())));
        }
    }
    Ok(())
}

//! Whether an answer may stand at its field. Every change that writes answers asks here first.

use vurder_content::msg;
use vurder_model::bounds::{Origin, Violation};
use vurder_model::field::{Field, ScaleName};
use vurder_model::id::CitationId;
use vurder_model::value::Value;

use crate::error::{Fault, Outcome};
use crate::facts::Facts;
use crate::refused_answer::{self, other_register};

/// Why `value` can't be entered at `field`. A violation that the stored answer already has does not count, so that a
/// person can mend an answer of an earlier version step by step: shorten a scale that is too long, or write the note of
/// an option though another option rules it out.
fn violation(value: &Value, field: &Field, stored: Option<&Value>) -> Option<Violation> {
    let found = field.violation(value, Origin::Entered)?;
    match (found, value, stored) {
        (Violation::Levels, Value::Scale(new), Some(Value::Scale(old)))
            if new.len() <= old.len() =>
        {
            field.violation(value, Origin::Stored)
        }
        (Violation::NotAlone, Value::Choices(new), Some(Value::Choices(old)))
            if new.iter().all(|n| old.iter().any(|o| o.option == n.option)) =>
        {
            value.violation_in_any_field(Origin::Entered)
        }
        (Violation::Day, Value::Acceptance(new), Some(Value::Acceptance(old)))
            if new.date == old.date =>
        {
            field.violation(value, Origin::Stored)
        }
        _ => Some(found),
    }
}

/// Checks that `value` may stand in `field`: its kind and options, and that everything exists that it refers to.
pub(crate) fn check(value: &Value, field: &Field, facts: &Facts) -> Outcome<()> {
    check_from(value, field, facts, None)
}

/// Does the same as [`check`] for an answer that replaces `stored`.
pub(crate) fn check_from(
    value: &Value,
    field: &Field,
    facts: &Facts,
    stored: Option<&Value>,
) -> Outcome<()> {
    if let Some(violation) = violation(value, field, stored) {
        return Err(refused_answer::refusal(violation, value, field));
    }
    let refused = |reason| Err(refused_answer::about(&field.label, reason));
    match value {
        Value::Refs(rows) => {
            for id in rows {
                // A reference that the answer had before stays when its row is in the trash: the row may come back.
                let had = matches!(stored, Some(Value::Refs(had)) if had.contains(id));
                let row = match facts.row(id).filter(|_| had) {
                    Some(row) => row,
                    None => facts.row_in_use(id)?,
                };
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

fn check_citations(cited: Vec<CitationId>, facts: &Facts) -> Outcome<()> {
    for id in cited {
        if facts.citation(&id).is_none() {
            return Err(Fault::not_found(msg::error_no_citation(id.as_str())));
        }
    }
    Ok(())
}

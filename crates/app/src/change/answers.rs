//! One answer: checked against its field, then written.

use vurder_model::field::{Field, FieldKind, ScaleName};
use vurder_model::id::{CitationId, RowId};
use vurder_model::project::{Row, SINGLE};
use vurder_model::value::Value;
use vurder_workspace::Place;

use crate::answers::Changed;
use crate::app::App;
use crate::arguments::SetValue;
use crate::change::projects::{single, single_id};
use crate::change::rows::put_row;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::standing::Standing;

/// Longest answer, in bytes of Markdown: some 300 printed pages.
pub(crate) const LONGEST: usize = 1024 * 1024;
/// Most levels a scale may have.
const MOST_LEVELS: usize = 10;

/// Writes or empties one answer.
pub(crate) fn set_value(app: &mut App, set: SetValue) -> Outcome<Changed> {
    let standing = app.standing(&set.project)?;
    let (row, made) = place(&standing, set.row.as_ref(), set.register.as_deref())?;
    let field = standing
        .registers
        .field(&row.register, &set.field)
        .ok_or_else(|| Fault::unknown(format!("The field \"{}.{}\"", row.register, set.field)))?;
    let mut value = set.value;
    if let Some(doc) = set.doc {
        let markdown = doc.to_markdown();
        value = match (field.kind, value) {
            (FieldKind::Text, _) => Some(Value::Text(markdown)),
            (FieldKind::YesNo, Some(Value::YesNo { answer, .. })) => {
                Some(Value::YesNo { answer, reason: markdown })
            }
            _ => return Err(Fault::wrong_value(format!("rich text for \"{}\"", field.label))),
        };
    }
    if let Some(value) = &value {
        check(value, &field, &standing)?;
    }
    let value = value.filter(|v| !v.is_empty()).or_else(|| field.default.clone());
    let id = row.id.clone();
    // Earlier versions let the row of a single register go into the trash.
    let trashed = made && standing.row(&id)?.is_some();
    app.workspace.transact(Some(&set.project), "set_value", |tx| -> Outcome<()> {
        if trashed {
            tx.restore_row(&id)?;
        } else if made {
            put_row(tx, row, &Place::Last)?;
        }
        Ok(tx.set_value(&id, &set.field, value)?)
    })?;
    app.changed(&set.project)
}

/// The row an answer belongs to, and whether it has yet to be made: the row of a single register comes with its
/// first answer.
fn place(
    standing: &Standing<'_>,
    row: Option<&RowId>,
    register: Option<&str>,
) -> Outcome<(Row, bool)> {
    let singles = || standing.registers.singles();
    let register = match (row, register) {
        (Some(_), Some(_)) => {
            return Err(Fault::new(ErrorCode::BadArguments, "row and register are both given"));
        }
        (Some(id), None) => match singles().find(|r| single_id(r).as_ref() == Some(id)) {
            Some(register) => register,
            None => return Ok((standing.known(id)?, false)),
        },
        (None, Some(register)) => singles()
            .find(|r| *r == register)
            .ok_or_else(|| Fault::unknown(format!("The single register \"{register}\"")))?,
        (None, None) => {
            return Err(Fault::new(ErrorCode::BadArguments, "neither row nor register is given"));
        }
    };
    match standing.keyed(register, SINGLE)? {
        Some(id) => Ok((standing.known(&id)?, false)),
        None => single(register)
            .map(|row| (row, true))
            .ok_or_else(|| Fault::unknown(format!("The register \"{register}\""))),
    }
}

/// Whether `value` may stand in `field`: its kind, its options, and that all it refers to is there.
pub(crate) fn check(value: &Value, field: &Field, standing: &Standing<'_>) -> Outcome<()> {
    let about = |what: &str| Fault::wrong_value(format!("\"{}\": {what}", field.label));
    let size = match value {
        Value::Text(text) | Value::Line(text) | Value::YesNo { reason: text, .. } => text.len(),
        other => other.plain_text().len(),
    };
    if size > LONGEST {
        return Err(Fault::new(
            ErrorCode::TooLarge,
            format!("{} kB, and an answer holds {} kB", size / 1024, LONGEST / 1024),
        ));
    }
    if !field.takes(value) {
        return Err(about(
            "the value is of another kind, or names an option the field does not have",
        ));
    }
    match value {
        Value::Line(line) if line.contains(['\n', '\r']) => {
            return Err(about("the answer is one line"));
        }
        Value::Refs(rows) => {
            for id in rows {
                let row = standing.known(id)?;
                if !field.to.contains(&row.register) {
                    return Err(about(&format!("\"{id}\" is of another register")));
                }
            }
        }
        Value::Level(level) => {
            let method = standing.method()?;
            let scale = match field.scale {
                Some(ScaleName::Likelihood) => &method.likelihood,
                Some(ScaleName::Risk) => &method.risk,
                _ => &method.severity,
            };
            if *level == 0 || usize::from(*level) > scale.len() {
                return Err(about(&format!("the scale has levels 1 to {}", scale.len())));
            }
        }
        Value::Scale(levels) if levels.len() < 2 || levels.len() > MOST_LEVELS => {
            return Err(about("a scale has 2 to 10 levels"));
        }
        Value::Scale(levels) if levels.iter().any(|l| l.label.trim().is_empty()) => {
            return Err(about("each level needs a name"));
        }
        Value::Matrix(cells) => {
            let risks = standing.method()?.risk.len();
            let width = cells.first().map_or(0, Vec::len);
            let even = cells.iter().all(|row| row.len() == width);
            let known = cells.iter().flatten().all(|&l| l >= 1 && usize::from(l) <= risks);
            if !even || !known {
                return Err(about("the matrix does not fit the scales"));
            }
        }
        _ => {}
    }
    check_citations(value.citations(), standing)
}

fn check_citations(cited: Vec<CitationId>, standing: &Standing<'_>) -> Outcome<()> {
    for id in cited {
        if standing.citation(&id)?.is_none() {
            return Err(Fault::not_found(format!("The citation \"{id}\"")));
        }
    }
    Ok(())
}

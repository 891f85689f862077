//! Measures that fill gaps of the coverage.

use vurder_content::msg;
use vurder_model::role::FieldRole;
use vurder_model::value::{Chosen, Value};
use vurder_workspace::{Op, RowPosition};

use crate::app::App;
use crate::change::answer_check::check_from;
use crate::change::new_row::{first_answers, made, require_free};
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::coverage_arguments::FillGap;
use crate::error::{Fault, Outcome};

/// What a measure that only fills a gap serves: it is an additional measure, with a plan.
const ADDITIONAL: &str = "additional";
/// Who carries out such a measure: the controller.
const CONTROLLER: &str = "controller";

/// Marks a measure as filling the gap of a topic, or makes a measure that fills the gap.
pub(crate) fn fill_gap(app: &mut App, of: FillGap) -> Outcome<Changed> {
    if app.library.topics().iter().all(|topic| topic.id != of.topic) {
        return Err(Fault::unknown_name(msg::error_no_topic(&of.topic)));
    }
    let (register, fills) = app.library.role(FieldRole::MeasureFills);
    let (register, fills) = (register.to_owned(), fills.to_owned());
    let chosen = |option: &str| Chosen { option: option.to_owned(), note: String::new() };
    if let Some(id) = of.measure {
        if of.id.is_some() {
            return Err(Fault::bad_arguments(msg::error_measure_or_new()));
        }
        let facts = app.facts(&of.project)?;
        let row = facts.row_in_use(&id)?;
        if row.register != register {
            return Err(Fault::wrong_value(msg::error_no_measure(id.as_str())));
        }
        let before = row.values.get(&fills);
        let mut all = match before {
            Some(Value::Choices(all)) => all.clone(),
            _ => Vec::new(),
        };
        if all.iter().any(|topic| topic.option == of.topic) {
            return Err(Fault::wrong_value(msg::error_fills_already()));
        }
        all.push(chosen(&of.topic));
        let value = Value::Choices(all);
        check_from(&value, facts.registers.known_field(&register, &fills)?, facts, before)?;
        let done = app.workspace.transact(Some(&of.project), Op::FillGap, |tx| {
            tx.set_value(&id, &fills, Some(value))
        })?;
        let mut changed = app.changed(&of.project, &done)?;
        changed.row = Some(id);
        return Ok(changed);
    }
    let answers = [
        (FieldRole::MeasureFills, Value::Choices(vec![chosen(&of.topic)])),
        (FieldRole::MeasureServes, Value::Choice(chosen(ADDITIONAL))),
        (FieldRole::MeasureBy, Value::Choice(chosen(CONTROLLER))),
    ];
    let answers = answers.map(|(role, value)| (app.library.role(role).1.to_owned(), value));
    let facts = app.facts(&of.project)?;
    require_free(facts, of.id.as_ref())?;
    let values = first_answers(facts, &register, answers.into())?;
    let mut row = app.row(&register, of.id.map(|id| id.to_string()))?;
    row.values = values;
    let id = row.id.clone();
    let done = app
        .workspace
        .transact(Some(&of.project), Op::FillGap, |tx| put_row(tx, row, &RowPosition::Last))?;
    Ok(made(app.changed(&of.project, &done)?, id))
}

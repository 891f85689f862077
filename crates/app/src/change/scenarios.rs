//! Makes risks from scenarios of the catalogue, and a project's method from ready-made scales.

use std::collections::BTreeMap;

use vurder_content::msg;
use vurder_model::method::METHOD;
use vurder_model::richtext::RichText;
use vurder_model::risk::RiskSide;
use vurder_model::role::FieldRole;
use vurder_model::scenario::Scenario;
use vurder_model::value::{Chosen, Value};
use vurder_workspace::{Op, RowPosition};

use crate::app::App;
use crate::change::answers::row_of_answer;
use crate::change::new_row::{first_answers, made, require_free};
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::quoting::names;
use crate::risk_arguments::{PickScenario, UseScales};

/// Makes a risk from a scenario of the catalogue, in the language of the project.
pub(crate) fn pick_scenario(app: &mut App, of: PickScenario) -> Outcome<Changed> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let library = app.library.translated(&facts.head().language);
    let scenario = library
        .scenario(&of.scenario)
        .ok_or_else(|| Fault::unknown_name(msg::error_no_scenario(&of.scenario)))?;
    require_free(facts, of.id.as_ref())?;
    let sides: Vec<RiskSide> = RiskSide::ALL
        .into_iter()
        .filter(|side| scenario.concerns.iter().any(|concern| concern == side.option()))
        .collect();
    let (register, _) = library.role(FieldRole::Concerns);
    let values = first_answers(facts, register, scenario_values(&library, scenario, &sides))?;
    let mut row = app.row(register, of.id.map(|id| id.to_string()))?;
    row.values = values;
    let id = row.id.clone();
    let done = app
        .workspace
        .transact(Some(&of.project), Op::PickScenario, |tx| put_row(tx, row, &RowPosition::Last))?;
    Ok(made(app.changed(&of.project, &done)?, id))
}

/// The answers that a scenario gives for a risk that concerns these sides, by field.
pub(crate) fn scenario_values(
    library: &Library,
    scenario: &Scenario,
    sides: &[RiskSide],
) -> BTreeMap<String, Value> {
    let text = |words: &str| RichText::from_plain(words).to_markdown();
    let chosen = |option: &String| Chosen { option: option.clone(), note: String::new() };
    let how = how(scenario);
    let mut values: Vec<(FieldRole, Value)> = vec![
        (FieldRole::RiskScenarioId, Value::Line(scenario.id.clone())),
        (FieldRole::RiskTitle, Value::Line(scenario.title.clone())),
        (FieldRole::Concerns, Value::Choices(scenario.concerns.iter().map(chosen).collect())),
    ];
    if sides.contains(&RiskSide::Subjects) {
        values.extend([
            (FieldRole::RiskOrigin, Value::Choice(chosen(&scenario.origin))),
            (FieldRole::RiskHow, Value::Text(how.clone())),
            (FieldRole::RiskSources, Value::Text(text(&scenario.sources))),
            (FieldRole::RiskImpact, Value::Text(text(&scenario.impact))),
        ]);
    }
    if sides.contains(&RiskSide::Organisation) {
        let with_source = format!("{}\n\n{how}", text(&scenario.sources));
        let affected = scenario.affected.iter().map(chosen).collect();
        values.extend([
            (FieldRole::RiskEnvironment, Value::Choice(chosen(&scenario.environment))),
            (FieldRole::RiskScenario, Value::Text(with_source)),
            (FieldRole::RiskAffected, Value::Choices(affected)),
        ]);
    }
    let id = |role: FieldRole| library.role(role).1.to_owned();
    values.into_iter().map(|(role, value)| (id(role), value)).collect()
}

/// How the scenario comes about, with its usual causes as a list.
fn how(scenario: &Scenario) -> String {
    let markdown = |words: &str| RichText::from_plain(words).to_markdown();
    let causes: Vec<String> =
        scenario.causes.iter().map(|cause| format!("- {}", markdown(cause).trim())).collect();
    let whole = format!("{}\n\n{}", markdown(&scenario.how), causes.join("\n"));
    RichText::from_markdown(&whole).to_markdown()
}

/// Copies ready-made scales into the method of a project, where a person can edit them.
pub(crate) fn use_scales(app: &mut App, of: UseScales) -> Outcome<Changed> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let library = app.library.translated(&facts.head().language);
    let scales = library.scales().iter().find(|scales| scales.id == of.scales);
    let scales = scales.ok_or_else(|| {
        let known = names(library.scales().iter().map(|scales| scales.id.as_str()));
        Fault::unknown_name(msg::error_no_scales(&of.scales, known))
    })?;
    let (row, made) = row_of_answer(facts, None, Some(METHOD))?;
    let answers = scales.answers();
    let id = row.id.clone();
    let trashed = made && facts.row(&id).is_some();
    let done = app.workspace.transact(Some(&of.project), Op::UseScales, |tx| -> Outcome<()> {
        if trashed {
            tx.restore_row(&id)?;
        } else if made {
            put_row(tx, row, &RowPosition::Last)?;
        }
        for (field, value) in answers {
            tx.set_value(&id, field, Some(value))?;
        }
        Ok(())
    })?;
    app.changed(&of.project, &done)
}

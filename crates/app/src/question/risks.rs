//! The questions for the register of risks, for the catalogue of scenarios, and for the rows that name a row.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use vurder_content::msg;
use vurder_model::provider::{Pack, TopicCoverage, coverage};
use vurder_model::role::FieldRole;
use vurder_model::scenario::Scenario;
use vurder_model::value::Value;
use vurder_model::view::{LevelView, Numbers, RefView, RiskView, risk_detail};

use crate::app::App;
use crate::error::{Fault, Outcome};
use crate::facts::Facts;
use crate::library::Library;
use crate::project_arguments::{OfProject, OfProjectOrAll};
use crate::risk_answers::{
    HighestRisk, HighestRisks, NamedBy, RiskAnswer, RisksAnswer, ScenarioView, Scenarios,
};
use crate::row_arguments::OfRow;

/// All risks of a project in one table. From now on, the answer of each change says how the table differs.
pub(crate) fn risks(app: &mut App, of: OfProject) -> Outcome<RisksAnswer> {
    let (facts, context) = app.facts_to_tell(&of.project)?;
    Ok(RisksAnswer { revision: facts.revision, register: facts.tell_risks(context) })
}

/// The number of risks to give.
const HIGHEST: usize = 3;

/// The risks with the highest levels. Unlike [`risks`], this does not add risks to the answers of later changes.
pub(crate) fn highest_risks(app: &mut App, of: OfProject) -> Outcome<HighestRisks> {
    let register = app.facts(&of.project)?.risks();
    let mut risks: Vec<HighestRisk> = register.risks.into_iter().filter_map(levels_of).collect();
    // A stable sort: risks with the same levels keep the order of the register.
    risks.sort_by_key(|one| {
        Reverse((one.after.as_ref().unwrap_or(&one.before).level, one.before.level))
    });
    risks.truncate(HIGHEST);
    Ok(HighestRisks { risks })
}

/// The highest levels of a risk over both sides; none if no side has a level.
fn levels_of(risk: RiskView) -> Option<HighestRisk> {
    let highest = |levels: Vec<LevelView>| levels.into_iter().max_by_key(|level| level.level);
    let before = highest(risk.sides.iter().filter_map(|side| side.before.level.clone()).collect())?;
    let remaining: Option<Vec<LevelView>> = risk
        .sides
        .iter()
        .filter(|side| side.before.level.is_some())
        .map(|side| if side.treated { &side.after } else { &side.before }.level.clone())
        .collect();
    Some(HighestRisk { risk: risk.risk, before, after: remaining.and_then(highest) })
}

/// A risk with all its answers and the answers of its measures.
pub(crate) fn risk(app: &mut App, of: OfRow) -> Outcome<RiskAnswer> {
    let facts = app.facts(&of.project)?;
    facts.row_in_use(&of.row)?;
    let detail = risk_detail(&facts.project, &facts.method, facts.registers.all(), &of.row);
    let detail = detail.ok_or_else(|| Fault::wrong_value(msg::error_no_risk(of.row.as_str())))?;
    Ok(RiskAnswer { revision: facts.revision, detail })
}

/// The catalogue of scenarios, with what the providers of the project, or all providers, state on the topics.
pub(crate) fn scenarios(app: &mut App, of: OfProjectOrAll) -> Outcome<Scenarios> {
    let mut begun = BTreeMap::new();
    let packs: Vec<&Pack> = match &of.project {
        Some(id) => {
            let facts = app.open.facts(&app.workspace, &app.library, id)?;
            begun = risks_by_scenario(facts, &app.library);
            app.library.chosen_packs(facts.head())
        }
        None => app.library.packs().collect(),
    };
    let scenarios = app.library.scenarios();
    let named: BTreeSet<&str> =
        scenarios.iter().flat_map(|scenario| &scenario.topics).map(String::as_str).collect();
    let covered = coverage(app.library.topics(), packs.iter().copied());
    let topics: Vec<TopicCoverage> =
        covered.topics.into_iter().filter(|t| named.contains(t.topic.id.as_str())).collect();
    let stated = topics.iter().flat_map(|topic| &topic.providers);
    let ids: BTreeSet<&str> = stated
        .flat_map(|on| on.provided.iter().chain(&on.limitations).chain(&on.duties))
        .map(String::as_str)
        .collect();
    let statements = packs
        .iter()
        .flat_map(|pack| &pack.statements)
        .filter(|statement| ids.contains(statement.id.as_str()))
        .map(|statement| (statement.id.clone(), statement.words.clone()))
        .collect();
    let view = |scenario: &Scenario| ScenarioView {
        risks: begun.remove(&scenario.id).unwrap_or_default(),
        not_stated: not_stated(scenario, &topics),
        found_by: found_by(scenario),
        scenario: scenario.clone(),
    };
    Ok(Scenarios {
        scenarios: scenarios.iter().map(view).collect(),
        statements,
        scales: app.library.scales().to_vec(),
        topics,
    })
}

/// The words by which a scenario is found, in small letters.
fn found_by(scenario: &Scenario) -> String {
    let own = [&scenario.title, &scenario.how, &scenario.sources, &scenario.impact];
    let words = own.into_iter().chain(&scenario.causes).chain(&scenario.synonyms);
    words.map(|text| text.to_lowercase()).collect::<Vec<_>>().join("\n")
}

/// The topics of a scenario on which at least one provider states nothing.
fn not_stated(scenario: &Scenario, topics: &[TopicCoverage]) -> Vec<String> {
    let open = |topic: &&String| {
        let covered = topics.iter().find(|covered| covered.topic.id == **topic);
        covered.is_some_and(|covered| covered.providers.iter().any(|p| !p.status.has_statement()))
    };
    scenario.topics.iter().filter(open).cloned().collect()
}

/// The risks that were made from a scenario, by the id of the scenario.
fn risks_by_scenario(facts: &Facts, library: &Library) -> BTreeMap<String, Vec<RefView>> {
    let (_, field) = library.role(FieldRole::RiskScenarioId);
    let numbers = Numbers::of(&facts.project, facts.registers.all(), None);
    let mut begun: BTreeMap<String, Vec<RefView>> = BTreeMap::new();
    for risk in numbers.roles().rows(&facts.project, FieldRole::RiskScenarioId) {
        let id = risk.values.get(field).map(Value::plain_text).unwrap_or_default();
        if let Some(named) = numbers.row(&risk.id).filter(|_| !id.is_empty()) {
            begun.entry(id).or_default().push(named.clone());
        }
    }
    begun
}

/// The rows whose answers name this row. They would lose the reference if the row were deleted.
pub(crate) fn named_by(app: &mut App, of: OfRow) -> Outcome<NamedBy> {
    let facts = app.facts(&of.project)?;
    facts.row_in_use(&of.row)?;
    let numbers = Numbers::of(&facts.project, facts.registers.all(), None);
    let names = |value: &Value| matches!(value, Value::Refs(rows) if rows.contains(&of.row));
    let rows = facts.project.rows.iter();
    let naming = rows.filter(|row| row.values.values().any(names));
    Ok(NamedBy { rows: naming.filter_map(|row| numbers.row(&row.id).cloned()).collect() })
}

//! Scores one or several risks in one step, and copies scores from the other side or from before treatment.

use std::collections::BTreeSet;

use vurder_content::{Messages, msg};
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::Row;
use vurder_model::richtext::RichText;
use vurder_model::risk::{RiskSide, RiskTime};
use vurder_model::role::{FieldRole, Roles};
use vurder_model::value::{Chosen, Value};
use vurder_model::view::{Numbers, Treatment};
use vurder_workspace::Op;

use crate::app::App;
use crate::change::answer_check::check_from;
use crate::change::scenarios::scenario_values;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::facts::Facts;
use crate::library::Library;
use crate::project_arguments::OfProject;
use crate::risk_arguments::{OfRisks, ScoreRisks};

/// An answer to write: row, field and value.
type Write = (RowId, String, Value);

/// Sets the scores of one or several risks, or the reason of these scores, or both.
pub(crate) fn score(app: &mut App, of: ScoreRisks) -> Outcome<Changed> {
    if of.likelihood.is_none() && of.severity.is_none() && of.reason.is_none() {
        return Err(Fault::bad_arguments(msg::error_no_score()));
    }
    let facts = app.facts(&of.project)?;
    let mut writes = Vec::new();
    for row in risks(facts, &of.rows)? {
        concerns(facts, row, of.side)?;
        let scores = field_roles(of.side, of.when);
        for (role, level) in [(scores.0, of.likelihood), (scores.1, of.severity)] {
            if let Some(level) = level {
                add(facts, row, role, Value::Level(level), &mut writes)?;
            }
        }
        if let Some(reason) = &of.reason {
            reasons(facts, row, &of, reason, &mut writes)?;
        }
    }
    write(app, &of.project, Op::ScoreRisks, writes)
}

/// Sets the scores after treatment to the scores before treatment, for risks that no measure treats.
pub(crate) fn as_before(app: &mut App, of: OfRisks) -> Outcome<Changed> {
    let facts = app.facts(&of.project)?;
    let roles = Roles::of(facts.registers.all());
    let treatment = Treatment::of(&facts.project, &roles);
    let mut writes = Vec::new();
    for row in risks(facts, &of.rows)?.into_iter().filter(|row| !treatment.treats(row)) {
        for side in RiskSide::ALL {
            if concerns(facts, row, side).is_ok() {
                let (before, after) =
                    (field_roles(side, RiskTime::Before), field_roles(side, RiskTime::After));
                copy(facts, row, (before.0, after.0), true, &mut writes)?;
                copy(facts, row, (before.1, after.1), true, &mut writes)?;
            }
        }
    }
    if writes.is_empty() {
        return Err(Fault::wrong_value(msg::error_nothing_as_before())
            .with_help(msg::error_nothing_as_before_help()));
    }
    write(app, &of.project, Op::ScoreRisks, writes)
}

/// Makes the risks to data subjects concern the organisation as well, with the same scores. Existing answers stay.
pub(crate) fn take_over_risks(app: &mut App, of: OfProject) -> Outcome<Changed> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let library = app.library.translated(&facts.head().language);
    let messages = Messages::for_language(&facts.head().language);
    let same = RichText::from_plain(&messages.format(&msg::risk_same_as_subjects())).to_markdown();
    let (_, field) = library.role(FieldRole::Concerns);
    let mut writes = Vec::new();
    for row in library.roles().rows(&facts.project, FieldRole::Concerns) {
        let (subjects, organisation) = (RiskSide::Subjects, RiskSide::Organisation);
        if concerns(facts, row, subjects).is_err() || concerns(facts, row, organisation).is_ok() {
            continue;
        }
        let both = [subjects, organisation]
            .map(|side| Chosen { option: side.option().to_owned(), note: String::new() });
        writes.push((row.id.clone(), field.to_owned(), Value::Choices(both.to_vec())));
        for time in [RiskTime::Before, RiskTime::After] {
            let (from, to) = (field_roles(subjects, time), field_roles(organisation, time));
            copy(facts, row, (from.0, to.0), false, &mut writes)?;
            copy(facts, row, (from.1, to.1), false, &mut writes)?;
            let reasons = organisation.reasons(time);
            let pairs = [(from.0, to.0, reasons.0), (from.1, to.1, reasons.1)];
            for (subjects, own, reason) in pairs {
                let (scored, own) = (value(facts, row, subjects), value(facts, row, own));
                // A score that the organisation had before keeps its own reason, or none.
                let same_score = scored.is_some() && (own.is_none() || own == scored);
                if same_score && value(facts, row, reason).is_none() {
                    add(facts, row, reason, Value::Text(same.clone()), &mut writes)?;
                }
            }
        }
        describe(facts, &library, row, &mut writes)?;
    }
    if writes.is_empty() {
        return Err(Fault::wrong_value(msg::error_nothing_to_take_over())
            .with_help(msg::error_nothing_to_take_over_help()));
    }
    write(app, &of.project, Op::TakeOverRisks, writes)
}

/// Answers what the organisation's side of a risk asks besides scores: from the risk's scenario of the catalogue, or
/// else from how the risk comes about for data subjects. Existing answers stay.
fn describe(facts: &Facts, library: &Library, row: &Row, writes: &mut Vec<Write>) -> Outcome<()> {
    let id = value(facts, row, FieldRole::RiskScenarioId).map(Value::plain_text);
    if let Some(scenario) = id.and_then(|id| library.scenario(&id)) {
        let catalogue = scenario_values(library, scenario, &[RiskSide::Organisation]);
        for role in [FieldRole::RiskEnvironment, FieldRole::RiskAffected] {
            let (_, field) = library.role(role);
            if let (Some(value), None) = (catalogue.get(field), value(facts, row, role)) {
                add(facts, row, role, value.clone(), writes)?;
            }
        }
    }
    let how = value(facts, row, FieldRole::RiskHow).cloned();
    if let (Some(how), None) = (how, value(facts, row, FieldRole::RiskScenario)) {
        add(facts, row, FieldRole::RiskScenario, how, writes)?;
    }
    Ok(())
}

/// The rows with these ids, each once. A row that is no risk is refused.
fn risks<'f>(facts: &'f Facts, rows: &[RowId]) -> Outcome<Vec<&'f Row>> {
    if rows.is_empty() {
        return Err(Fault::bad_arguments(msg::error_no_risk_chosen()));
    }
    let (register, _) = facts.registers.role(FieldRole::Concerns);
    let mut known = BTreeSet::new();
    let mut risks = Vec::with_capacity(rows.len());
    for id in rows.iter().filter(|id| known.insert(*id)) {
        let row = facts.row_in_use(id)?;
        if row.register != register {
            return Err(Fault::wrong_value(msg::error_no_risk(id.as_str())));
        }
        risks.push(row);
    }
    Ok(risks)
}

/// Refuses a side that the risk does not concern: no form would show a score of that side.
fn concerns(facts: &Facts, row: &Row, side: RiskSide) -> Outcome<()> {
    let (_, field) = facts.registers.role(FieldRole::Concerns);
    if row.chosen(field).contains(&side.option()) {
        return Ok(());
    }
    let numbers = Numbers::of(&facts.project, facts.registers.all(), None);
    let number = numbers.row(&row.id).map(|row| row.number.clone()).unwrap_or_default();
    let message = match side {
        RiskSide::Subjects => msg::error_not_of_subjects(number),
        RiskSide::Organisation => msg::error_not_of_organisation(number),
    };
    Err(Fault::wrong_value(message).with_help(msg::error_not_of_side_help()))
}

/// The roles of likelihood and severity.
fn field_roles(side: RiskSide, time: RiskTime) -> (FieldRole, FieldRole) {
    match (side, time) {
        (RiskSide::Subjects, RiskTime::Before) => {
            (FieldRole::SubjectsLikelihood, FieldRole::SubjectsSeverity)
        }
        (RiskSide::Subjects, RiskTime::After) => {
            (FieldRole::SubjectsResidualLikelihood, FieldRole::SubjectsResidualSeverity)
        }
        (RiskSide::Organisation, RiskTime::Before) => {
            (FieldRole::OrganisationLikelihood, FieldRole::OrganisationSeverity)
        }
        (RiskSide::Organisation, RiskTime::After) => {
            (FieldRole::OrganisationResidualLikelihood, FieldRole::OrganisationResidualSeverity)
        }
    }
}

/// Writes the reason into the fields of this side and time that hold reasons.
fn reasons(
    facts: &Facts,
    row: &Row,
    of: &ScoreRisks,
    reason: &str,
    writes: &mut Vec<Write>,
) -> Outcome<()> {
    let markdown = RichText::from_plain(reason).to_markdown();
    let (likelihood, severity) = of.side.reasons(of.when);
    if (of.side, of.when) == (RiskSide::Subjects, RiskTime::After) {
        let Some(Value::YesNo { answer, .. }) = value(facts, row, likelihood) else {
            return Err(Fault::wrong_value(msg::error_reason_without_verdict())
                .with_help(msg::error_reason_without_verdict_help()));
        };
        let verdict = Value::YesNo { answer: *answer, reason: markdown };
        return add(facts, row, likelihood, verdict, writes);
    }
    let neither = of.likelihood.is_none() && of.severity.is_none();
    if of.likelihood.is_some() || neither || likelihood == severity {
        add(facts, row, likelihood, Value::Text(markdown.clone()), writes)?;
    }
    if severity != likelihood && (of.severity.is_some() || neither) {
        add(facts, row, severity, Value::Text(markdown), writes)?;
    }
    Ok(())
}

/// Copies a score to another field of the row, unless that field holds the score already, or holds another and
/// `replace` is false.
fn copy(
    facts: &Facts,
    row: &Row,
    (from, to): (FieldRole, FieldRole),
    replace: bool,
    writes: &mut Vec<Write>,
) -> Outcome<()> {
    let (score, there) = (value(facts, row, from), value(facts, row, to));
    match score {
        Some(score) if there != Some(score) && (replace || there.is_none()) => {
            add(facts, row, to, score.clone(), writes)
        }
        _ => Ok(()),
    }
}

fn value<'r>(facts: &Facts, row: &'r Row, role: FieldRole) -> Option<&'r Value> {
    let (_, field) = facts.registers.role(role);
    row.values.get(field).filter(|value| !value.is_empty())
}

/// Checks an answer and adds it to `writes`.
fn add(
    facts: &Facts,
    row: &Row,
    role: FieldRole,
    value: Value,
    writes: &mut Vec<Write>,
) -> Outcome<()> {
    let (register, id) = facts.registers.role(role);
    let field = facts.registers.known_field(register, id)?;
    check_from(&value, field, facts, row.values.get(id))?;
    writes.push((row.id.clone(), id.to_owned(), value));
    Ok(())
}

fn write(app: &mut App, project: &ProjectId, op: Op, writes: Vec<Write>) -> Outcome<Changed> {
    let done = app.workspace.transact(Some(project), op, |tx| -> Outcome<()> {
        for (row, field, value) in writes {
            let value = Some(value).filter(|value| !value.is_empty());
            tx.set_value(&row, &field, value)?;
        }
        Ok(())
    })?;
    app.changed(project, &done)
}

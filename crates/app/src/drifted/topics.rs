//! What a provider states now and did not state before, what in the project waits for it, and documents that end.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use vurder_model::id::CitationId;
use vurder_model::project::{Project, Row};
use vurder_model::provider::{CoverageStatus, Pack, ProviderCoverage, Topic, coverage};
use vurder_model::role::FieldRole;
use vurder_model::value::Value;

use super::descriptions::{revision, statements};
use super::places::Places;
use crate::catalogue::Registers;
use crate::drift_answers::{DriftPlace, EndingDocument, NewlyStated};
use crate::duties::ending_documents as documents_with_an_end;
use crate::library::Library;
use crate::requests::open_requests;

/// A document that ends within this time is listed.
const SOON: Days = Days::new(90);
/// The judgements that wait for more from the provider.
const NOT_SUFFICIENT: [&str; 2] = ["partly", "insufficient"];

/// Topics on which the newest revision states more than the revision that the project follows: it has the first
/// statement on the topic, or the first one on something provided after limits and duties alone.
pub(crate) fn newly_stated(
    library: &Library,
    project: &Project,
    registers: &Registers,
) -> Vec<NewlyStated> {
    let places = Places::of(library, project, registers);
    let mut told = Vec::new();
    for follows in library.chosen_packs(&project.head) {
        let newest = library.pack(&follows.provider);
        let Some(newest) = newest.filter(|newest| newest.revision != follows.revision) else {
            continue;
        };
        for topic in coverage(library.topics(), [follows, newest]).topics {
            let [before, after] = &topic.providers[..] else { continue };
            let new = match (before.status, after.status) {
                (was, now) if !was.has_statement() => now.has_statement(),
                (was, now) => was != CoverageStatus::Stated && now == CoverageStatus::Stated,
            };
            if !new {
                continue;
            }
            let known = all(before);
            let fresh: Vec<String> =
                all(after).into_iter().filter(|id| !known.contains(id)).collect();
            told.push(NewlyStated {
                topic: topic.topic.id.clone(),
                title: topic.topic.title.clone(),
                newest: revision(newest),
                statements: statements(newest, &fresh),
                waiting: waiting(library, project, &places, follows, (&topic.topic, &known)),
            });
        }
    }
    told
}

fn all(covered: &ProviderCoverage) -> Vec<String> {
    [&covered.provided[..], &covered.limitations, &covered.duties].concat()
}

/// What in a project waits for more on a topic: open requests about the topic, judgements that the statements on it are
/// not enough, measures that rest on these statements or fill the gap, the risks that these measures treat, and risks
/// made from a scenario with this topic. `stated` are the statements on the topic in the revision that the project
/// follows.
fn waiting(
    library: &Library,
    project: &Project,
    places: &Places<'_>,
    follows: &Pack,
    (topic, stated): (&Topic, &[String]),
) -> Vec<DriftPlace> {
    let role = |role| library.role(role);
    let requests = open_requests(library, project, follows);
    let requests = requests.filter(|request| request.is_about(topic)).map(|found| found.row);
    let (_, words) = role(FieldRole::RequestWords);
    let mut waiting: Vec<DriftPlace> = requests.map(|row| places.at(row, words)).collect();

    let (control_notes, judgement) = role(FieldRole::Judgement);
    let is_about = |row: &&Row| row.key.as_ref().is_some_and(|key| stated.contains(key));
    let lacks =
        |row: &&Row| row.chosen(judgement).iter().any(|option| NOT_SUFFICIENT.contains(option));
    let judged = project.rows_of(control_notes).filter(is_about).filter(lacks);
    waiting.extend(judged.map(|row| places.at(row, judgement)));

    let cited: BTreeSet<&CitationId> = project
        .citations
        .iter()
        .filter(|citation| stated.contains(&citation.statement))
        .map(|citation| &citation.id)
        .collect();
    let (measures, evidence) = role(FieldRole::MeasureEvidence);
    let (_, fills) = role(FieldRole::MeasureFills);
    let rests = |row: &&Row| {
        let cites = match row.values.get(evidence) {
            Some(Value::Citations(ids)) => ids.iter().any(|id| cited.contains(id)),
            _ => false,
        };
        cites || row.chosen(fills).contains(&topic.id.as_str())
    };
    let (_, measure_words) = role(FieldRole::MeasureWords);
    let (_, treats) = role(FieldRole::MeasureTreats);
    let mut risks: Vec<&Row> = Vec::new();
    for measure in project.rows_of(measures).filter(rests) {
        waiting.push(places.at(measure, measure_words));
        let Some(Value::Refs(rows)) = measure.values.get(treats) else { continue };
        let rows = rows.iter().filter_map(|id| project.row(id));
        risks.extend(rows.filter(|row| row.trashed.is_none()));
    }
    let (registered, scenario) = role(FieldRole::RiskScenarioId);
    risks.extend(project.rows_of(registered).filter(|row| {
        let id = row.values.get(scenario).map(Value::plain_text).unwrap_or_default();
        library.scenario(&id).is_some_and(|begun| begun.topics.contains(&topic.id))
    }));
    risks.sort_by(|a, b| a.position.total_cmp(&b.position).then(a.id.cmp(&b.id)));
    risks.dedup_by_key(|row| &row.id);
    let label = |row: &Row| places.label_field(row).to_owned();
    waiting.extend(risks.into_iter().map(|row| places.at(row, &label(row))));
    waiting
}

/// Documents of the project's providers that are no longer valid or end within 90 days. A document that had ended
/// before its page was captured is left out: the page tells that.
pub(crate) fn ending_documents(
    library: &Library,
    project: &Project,
    today: NaiveDate,
) -> Vec<EndingDocument> {
    let mut ending: Vec<EndingDocument> = documents_with_an_end(library, &project.head)
        .filter_map(|(pack, document, until)| {
            let soon = today.checked_add_days(SOON).is_some_and(|limit| until <= limit);
            soon.then(|| EndingDocument {
                document: document.id.clone(),
                title: document.title.clone(),
                address: document.address.clone(),
                provider_name: pack.name.clone(),
                valid_until: until,
                ended: until < today,
            })
        })
        .collect();
    ending.sort_by_key(|document| document.valid_until);
    ending
}

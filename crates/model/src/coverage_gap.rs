//! Gaps of the coverage: a topic on which a provider states nothing, or too little as the controller judged; and what
//! the project does about it.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::project::{Project, Row};
use crate::provider::{CoverageStatus, ProviderCoverage, Topic};
use crate::role::{FieldRole, Roles};
use crate::value::Value;

/// The judgements, the worst first, as options of the field with the role [`FieldRole::Judgement`].
const JUDGEMENTS: [&str; 4] = [INSUFFICIENT, PARTLY, "sufficient", "not-relevant"];
const INSUFFICIENT: &str = "insufficient";
const PARTLY: &str = "partly";

/// The options of a request's status for a request that was answered, and for one that the provider declined.
const ANSWERED: &str = "answered";
const DECLINED: &str = "declined";

/// A topic on which a provider states nothing, or too little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct CoverageGap {
    /// Why it is a gap.
    pub cause: GapCause,
    /// What is done about it.
    pub state: GapState,
}

/// Why a topic has a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum GapCause {
    /// The provider's pages state nothing on the topic.
    NotStated,
    /// A statement on the topic is judged insufficient.
    Insufficient,
    /// A statement on the topic is judged sufficient in part, and none insufficient.
    Partly,
}

/// What is done about a gap. If several apply, the first in this list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum GapState {
    /// A measure fills it.
    Filled,
    /// The provider is asked and has not answered.
    Asked,
    /// The provider was asked and answered.
    Answered,
    /// Nothing. A request that was declined leaves the gap open.
    Open,
}

/// The controller's judgement of the statements on a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TopicJudgement {
    /// The worst judgement, as an option of the field with the role `judgement`.
    pub judgement: String,
    /// Ids of the statements with this judgement.
    pub statements: Vec<String>,
    /// Number of statements on the topic that are judged.
    pub judged: usize,
    /// Number of statements on the topic.
    pub of: usize,
}

/// What a project says about topics: its judgements, the measures that fill gaps, and the requests.
#[derive(Debug)]
pub struct CoverageAnswers<'a> {
    judgements: HashMap<&'a str, &'a str>,
    measures: HashMap<&'a str, Vec<&'a Row>>,
    /// By the provider's name and the topic: its id where a request names it, its title where a request is about it.
    requests: HashMap<(String, String), (GapState, &'a Row)>,
}

impl<'a> CoverageAnswers<'a> {
    /// Reads the answers from the rows that are not in the trash.
    pub fn of(project: &'a Project, roles: &Roles<'_>) -> Self {
        let mut answers =
            Self { judgements: HashMap::new(), measures: HashMap::new(), requests: HashMap::new() };
        let field = |role| roles.field(role).unwrap_or_default();
        let judgement = field(FieldRole::Judgement);
        for note in roles.rows(project, FieldRole::JudgedStatement) {
            if let (Some(statement), Some(judged)) =
                (note.key.as_deref(), note.chosen(judgement).first())
            {
                answers.judgements.insert(statement, *judged);
            }
        }
        let fills = field(FieldRole::MeasureFills);
        for measure in roles.rows(project, FieldRole::MeasureFills) {
            for topic in measure.chosen(fills) {
                answers.measures.entry(topic).or_default().push(measure);
            }
        }
        let (to, about) = (field(FieldRole::RequestTo), field(FieldRole::RequestAbout));
        let topics = field(FieldRole::RequestTopics);
        let status = field(FieldRole::RequestStatus);
        let words = |row: &Row, field| row.values.get(field).map(Value::plain_text);
        for request in roles.rows(project, FieldRole::RequestTo) {
            let Some(to) = words(request, to) else { continue };
            let state = match request.chosen(status).first() {
                Some(&DECLINED) => continue,
                Some(&ANSWERED) => GapState::Answered,
                _ => GapState::Asked,
            };
            // A request that waits for its answer goes before one that has it.
            let named = request.chosen(topics).into_iter().map(str::to_owned);
            for topic in named.chain(words(request, about)) {
                let topic = (to.clone(), topic);
                let known = answers.requests.entry(topic).or_insert((state, request));
                if state == GapState::Asked && known.0 == GapState::Answered {
                    *known = (state, request);
                }
            }
        }
        answers
    }

    /// The measures that fill the gap of a topic, in the order of their register.
    pub fn measures(&self, topic: &Topic) -> &[&'a Row] {
        self.measures.get(topic.id.as_str()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The request to a provider about a topic: one that waits for its answer, otherwise one that was answered.
    pub fn request(&self, topic: &Topic, covered: &ProviderCoverage) -> Option<&'a Row> {
        self.request_state(topic, covered).map(|(_, request)| request)
    }

    fn request_state(
        &self,
        topic: &Topic,
        covered: &ProviderCoverage,
    ) -> Option<(GapState, &'a Row)> {
        // A request keeps the name that the provider had when it was made.
        let names = std::iter::once(&covered.provider_name).chain(&covered.other_names);
        let on = |name: &String| {
            [&topic.id, &topic.title]
                .map(|topic| self.requests.get(&(name.clone(), topic.clone())).copied())
        };
        let all: Vec<(GapState, &'a Row)> = names.flat_map(on).flatten().collect();
        let waits = all.iter().find(|(state, _)| *state == GapState::Asked);
        waits.or(all.first()).copied()
    }

    /// The worst judgement of a provider's statements on a topic; `None` if no statement is judged.
    pub fn judgement(&self, covered: &ProviderCoverage) -> Option<TopicJudgement> {
        let lists = [&covered.provided, &covered.limitations, &covered.duties];
        let all: Vec<&String> = lists.into_iter().flatten().collect();
        let judged: Vec<(&String, &str)> =
            all.iter().filter_map(|id| Some((*id, *self.judgements.get(id.as_str())?))).collect();
        // A judgement that this program does not know counts as the best one.
        let weight = |judgement: &str| JUDGEMENTS.iter().position(|known| *known == judgement);
        let last = JUDGEMENTS.len();
        let (_, worst) =
            judged.iter().min_by_key(|(_, judgement)| weight(judgement).unwrap_or(last))?;
        Some(TopicJudgement {
            judgement: (*worst).to_owned(),
            statements: judged
                .iter()
                .filter(|(_, judgement)| judgement == worst)
                .map(|(id, _)| (*id).clone())
                .collect(),
            judged: judged.len(),
            of: all.len(),
        })
    }

    /// The gap of a provider on a topic, and what is done about it; `None` if there is no gap. A topic for which nobody
    /// has searched the imported pages has no gap.
    pub fn gap(&self, topic: &Topic, covered: &ProviderCoverage) -> Option<CoverageGap> {
        let cause = match self.judgement(covered) {
            _ if covered.status == CoverageStatus::NotStated => GapCause::NotStated,
            Some(worst) if worst.judgement == INSUFFICIENT => GapCause::Insufficient,
            Some(worst) if worst.judgement == PARTLY => GapCause::Partly,
            _ => return None,
        };
        let state = if self.measures(topic).is_empty() {
            self.request_state(topic, covered).map_or(GapState::Open, |(state, _)| state)
        } else {
            GapState::Filled
        };
        Some(CoverageGap { cause, state })
    }
}

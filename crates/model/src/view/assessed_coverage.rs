//! The coverage of a project: what the chosen providers state on each topic, the controller's judgement, the measures
//! that fill gaps, and the requests to the provider.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coverage_gap::{CoverageAnswers, CoverageGap, TopicJudgement};
use crate::field::ChoiceOption;
use crate::project::{Project, Row};
use crate::provider::{Coverage, PagesRead, ProviderCoverage, Topic};
use crate::role::FieldRole;
use crate::view::{Numbers, RefView};

/// What the providers of a project state on the topics, and the project's answers about it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AssessedCoverage {
    /// One entry per topic.
    pub topics: Vec<AssessedTopic>,
    /// One entry per provider. "Not stated" means that none of these pages states it.
    pub read: Vec<PagesRead>,
    /// The options for the judgement of a statement.
    pub judgements: Vec<ChoiceOption>,
}

/// A topic with what each provider states on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AssessedTopic {
    /// The topic.
    pub topic: Topic,
    /// The measures that fill its gap, as the project says.
    pub measures: Vec<RefView>,
    /// One entry per provider, in the order of the project.
    pub providers: Vec<AssessedProvider>,
}

/// What one provider states on a topic, and the project's answers about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AssessedProvider {
    /// What it states.
    pub covered: ProviderCoverage,
    /// The worst judgement; none if no statement on the topic is judged.
    #[ts(optional)]
    pub judgement: Option<TopicJudgement>,
    /// The gap; none if there is none.
    #[ts(optional)]
    pub gap: Option<CoverageGap>,
    /// The request to the provider about the topic. It waits for an answer or was answered.
    #[ts(optional)]
    pub request: Option<RefView>,
}

/// Adds the project's answers to the coverage.
pub fn assessed_coverage(
    coverage: &Coverage,
    project: &Project,
    numbers: &Numbers<'_>,
) -> AssessedCoverage {
    let answers = CoverageAnswers::of(project, numbers.roles());
    let named = |row: &&Row| numbers.row(&row.id).cloned();
    let topics = coverage.topics.iter().map(|of| AssessedTopic {
        topic: of.topic.clone(),
        measures: answers.measures(&of.topic).iter().filter_map(named).collect(),
        providers: of
            .providers
            .iter()
            .map(|covered| AssessedProvider {
                covered: covered.clone(),
                judgement: answers.judgement(covered),
                gap: answers.gap(&of.topic, covered),
                request: answers.request(&of.topic, covered).as_ref().and_then(named),
            })
            .collect(),
    });
    let roles = numbers.roles();
    let judgement = roles
        .field(FieldRole::Judgement)
        .and_then(|field| numbers.register(roles.register(FieldRole::Judgement)?)?.field(field));
    AssessedCoverage {
        topics: topics.collect(),
        read: coverage.read.clone(),
        judgements: judgement.map(|field| field.options.clone()).unwrap_or_default(),
    }
}

impl AssessedCoverage {
    /// The label of a judgement; the option's id if the option is not known.
    pub fn judgement_label<'a>(&'a self, judgement: &'a str) -> &'a str {
        let known = self.judgements.iter().find(|option| option.id == judgement);
        known.map_or(judgement, |option| &option.label)
    }
}

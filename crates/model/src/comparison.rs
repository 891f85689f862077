//! Compares two states of what providers publish, topic by topic: of two providers, or of one provider on two days. The
//! window shows a comparison, and the report prints it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::drift::{ChangedWords, StatementChange};
use crate::provider::{CoverageStatus, PackOrigin, Side, Source, StatementKind, Topic};

/// Two states of what providers publish, side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The state on the left.
    pub left: ComparedState,
    /// The state on the right.
    pub right: ComparedState,
    /// The side of the earlier state, if both are of one provider; none for two providers.
    pub earlier: Option<ComparisonSide>,
    /// One entry per topic, in the order in which assessments ask about them.
    pub topics: Vec<ComparedTopic>,
}

/// A side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ComparisonSide {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// A state of one provider's pages, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparedState {
    /// Id of the provider.
    pub provider: String,
    /// Name of the provider.
    pub provider_name: String,
    /// The revision.
    pub revision: String,
    /// Day of the newest of its pages; none if no page has a day.
    #[ts(as = "Option<String>")]
    pub day: Option<NaiveDate>,
    /// Where it comes from.
    pub origin: PackOrigin,
    /// Number of pages that were read.
    pub pages: usize,
    /// Number of statements.
    pub statements: usize,
    /// Number of topics by what is stated on them.
    pub sums: CoverageSums,
}

/// Number of topics by what a provider states on them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CoverageSums {
    /// At least one statement on something provided.
    pub stated: usize,
    /// Nothing provided, at least one limitation.
    pub limitation: usize,
    /// Only duties of the controller.
    pub controllers_duty: usize,
    /// No statement at all.
    pub not_stated: usize,
    /// Nobody has made a statement from the imported pages.
    pub not_looked_at: usize,
    /// Topics with a statement on which the pages leave something open.
    pub left_open: usize,
}

impl CoverageSums {
    /// The sums of the topics on one side of a comparison.
    #[must_use]
    pub fn of<'a>(topics: impl IntoIterator<Item = &'a ComparedCoverage>) -> Self {
        let mut sums = Self::default();
        for covered in topics {
            *match covered.status {
                CoverageStatus::Stated => &mut sums.stated,
                CoverageStatus::Limitation => &mut sums.limitation,
                CoverageStatus::ControllersDuty => &mut sums.controllers_duty,
                CoverageStatus::NotStated => &mut sums.not_stated,
                CoverageStatus::NotLookedAt => &mut sums.not_looked_at,
            } += 1;
            if covered.status.has_statement() && !covered.missing.is_empty() {
                sums.left_open += 1;
            }
        }
        sums
    }
}

/// A topic with what both sides state on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparedTopic {
    /// The topic.
    pub topic: Topic,
    /// The left side.
    pub left: ComparedCoverage,
    /// The right side.
    pub right: ComparedCoverage,
    /// Whether the sides differ: by [`ComparedCoverage::differs`].
    pub differs: bool,
}

/// What one side states on a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparedCoverage {
    /// The kind of what it states on the topic.
    pub status: CoverageStatus,
    /// The statements: what is provided, then what is limited, then what is left to the controller.
    pub statements: Vec<ComparedStatement>,
    /// What the pages leave open on the topic.
    pub missing: Vec<String>,
    /// Whether the pages leave something open, as [`ProviderCoverage::open`](crate::provider::ProviderCoverage::open)
    /// says it.
    #[serde(default)]
    pub open: bool,
}

impl ComparedCoverage {
    /// Whether this side says something else than `other`. Two providers never use the same words. They differ if only
    /// one of them provides, limits or leaves to the controller something on the topic, or if only one leaves something
    /// open. Two revisions of one provider also differ if a statement changed.
    #[must_use]
    pub fn differs(&self, other: &Self) -> bool {
        let has = |covered: &Self, side| covered.statements.iter().any(|s| s.side == side);
        let sides = [Side::Provided, Side::Limitation, Side::ControllersDuty];
        let changed = |covered: &Self| covered.statements.iter().any(ComparedStatement::is_changed);
        sides.into_iter().any(|side| has(self, side) != has(other, side))
            || self.missing.is_empty() != other.missing.is_empty()
            || changed(self)
            || changed(other)
    }
}

/// A statement as it stands in a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparedStatement {
    /// Its id.
    pub statement: String,
    /// Its words.
    pub words: String,
    /// Whose side it falls on.
    pub side: Side,
    /// What kind of statement.
    pub kind: StatementKind,
    /// Why it is uncertain; none if nothing makes it uncertain.
    pub uncertain: Option<String>,
    /// Where it is published, with the day of each page; at least one place.
    pub sources: Vec<Source>,
    /// The project's judgement, as an option's id; none without a project.
    pub judgement: Option<String>,
    /// What became of the statement, or what it was before; none if two providers are compared, or if it did not change
    /// and has no note.
    pub became: Option<ComparedChange>,
}

impl ComparedStatement {
    /// Whether the other revision does not have the statement as it is in this one.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.became.as_ref().is_some_and(|became| became.change != StatementChange::Unchanged)
    }
}

/// How a statement differs between two revisions of one provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparedChange {
    /// What changed from the earlier revision to the later one.
    pub change: StatementChange,
    /// Ids of the statements of the other revision in which it goes on, or from which it comes.
    pub others: Vec<String>,
    /// The words that were removed and added, if one statement says it in other words.
    pub words: Vec<ChangedWords>,
    /// What changed, in the words of those who keep the pack. Only the earlier side has it; empty if they say nothing.
    pub note: String,
    /// The day of the change, if it is known.
    #[ts(as = "Option<String>")]
    pub since: Option<NaiveDate>,
}

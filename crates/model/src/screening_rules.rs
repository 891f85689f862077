//! The rules of a screening, as a form holds them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::filter::Filter;
use crate::screening_outcome::ScreeningOutcome;

/// The rules by which the answers of a form say whether a DPIA is needed. All fields that they name are fields of the
/// form itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ScreeningRules {
    /// The field whose options are the criteria of the guidance; an option that stands alone is none of them.
    pub criteria: String,
    /// The rules in the order in which they are told.
    pub rules: Vec<ScreeningRule>,
    /// What lifts the duty although a rule holds.
    pub exemption: Exemption,
    /// Where it is written whether a DPIA is made.
    pub decision: ScreeningDecision,
    /// Where the DPIA takes up what the screening found.
    #[serde(default)]
    #[ts(optional)]
    pub carried: Option<CarriedReasons>,
}

/// One rule. It holds when the answers pass `when` and as many criteria are chosen as it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ScreeningRule {
    /// Unique among the rules.
    pub id: String,
    /// What it says, in our own words.
    pub label: String,
    /// Articles and guidelines that it comes from.
    #[serde(default)]
    pub law: Vec<String>,
    /// What else it comes from: whose list it is, in which state.
    #[serde(default)]
    pub source: String,
    /// Whether it was taken from a summary, so that the authority's own list has to be looked at.
    #[serde(default)]
    pub check: bool,
    /// The answers that make it hold.
    #[serde(default)]
    #[ts(optional)]
    pub when: Option<Filter>,
    /// So many criteria must be chosen.
    #[serde(default)]
    pub at_least: usize,
    /// No more criteria than this may be chosen.
    #[serde(default)]
    #[ts(optional)]
    pub at_most: Option<usize>,
    /// Criteria that do not count here, since what the rule is about is one of them.
    #[serde(default)]
    pub apart_from: Vec<String>,
    /// What follows.
    pub outcome: ScreeningOutcome,
    /// The reason of the DPIA that it stands for, where that is not the option that was chosen.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
}

/// The answer by which no DPIA is needed although a rule holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// What it says, in our own words.
    pub label: String,
    /// Articles that it comes from.
    pub law: Vec<String>,
    /// The answers that claim it.
    pub when: Filter,
}

/// Where the person writes whether a DPIA is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ScreeningDecision {
    /// The choice.
    pub field: String,
    /// Its option for "no DPIA is made".
    pub not_made: String,
    /// The text with the reason.
    pub why: String,
}

/// How the reasons of the DPIA follow from the screening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CarriedReasons {
    /// Id of the form that takes them up.
    pub form: String,
    /// Its field with the reasons.
    pub reasons: String,
    /// The fields of the screening whose options are options of that field, too.
    pub same: Vec<String>,
    /// Its field that says why a DPIA is made for one criterion; the version that a project follows may have none.
    #[serde(default)]
    #[ts(optional)]
    pub why: Option<String>,
}

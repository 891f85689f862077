//! The rules of a screening, as a template holds them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::filter::Filter;
use crate::screening_outcome::ScreeningOutcome;

/// The rules that decide from the answers of a form whether a DPIA is needed. They name only fields of the form itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ScreeningRules {
    /// The field whose options are the criteria of the guidance. An option that excludes the others is not a criterion.
    pub criteria: String,
    /// The rules, in the order in which they are shown.
    pub rules: Vec<ScreeningRule>,
    /// The answer that removes the duty although a rule holds.
    pub exemption: Exemption,
    /// The fields in which a person writes whether a DPIA is made.
    pub decision: ScreeningDecision,
    /// The fields of the DPIA that take over the result of the screening.
    #[serde(default)]
    #[ts(optional)]
    pub carried: Option<CarriedReasons>,
}

/// One rule. It holds if the answers pass `when` and the number of chosen criteria is within its limits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ScreeningRule {
    /// Unique among the rules.
    pub id: String,
    /// What it says, in words of the project's own.
    pub label: String,
    /// Articles and guidelines that it comes from.
    #[serde(default)]
    pub law: Vec<String>,
    /// Its other source: whose list it is, and in which state.
    #[serde(default)]
    pub source: String,
    /// Whether it was taken from a summary, so that a person has to look at the authority's own list.
    #[serde(default)]
    pub check: bool,
    /// The answers for which it holds.
    #[serde(default)]
    #[ts(optional)]
    pub when: Option<Filter>,
    /// The least number of criteria that must be chosen.
    #[serde(default)]
    pub at_least: usize,
    /// The greatest number of criteria that may be chosen.
    #[serde(default)]
    #[ts(optional)]
    pub at_most: Option<usize>,
    /// Criteria that do not count here, because they are the subject of the rule itself.
    #[serde(default)]
    pub apart_from: Vec<String>,
    /// The outcome if it holds.
    pub outcome: ScreeningOutcome,
    /// The option of the DPIA's reasons for this rule, if it is another one than the chosen option.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
}

/// The answer by which no DPIA is needed although a rule holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// What it says, in words of the project's own.
    pub label: String,
    /// Articles that it comes from.
    pub law: Vec<String>,
    /// The answers that claim the exemption.
    pub when: Filter,
}

/// The fields in which a person writes whether a DPIA is made.
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
    /// Id of the form that takes them over.
    pub form: String,
    /// Its field with the reasons.
    pub reasons: String,
    /// The fields of the screening whose options are also options of that field.
    pub same: Vec<String>,
    /// Its field that says why a DPIA is made for one criterion. The version that a project follows may not have it.
    #[serde(default)]
    #[ts(optional)]
    pub why: Option<String>,
}

//! The answers of the commands on findings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::check::{IdleWaiver, Mend, Place, Severity, Waiver};
use vurder_model::id::ProjectId;

use crate::command_types::answers;

answers! {
    /// The findings of a project.
    Findings {
        /// The project.
        project: ProjectId,
        /// The revision of the project that this answer is of.
        revision: u64,
        /// The findings, waived ones included: the highest severity first, then in the order of the forms.
        findings: Vec<FindingView>,
        /// Waivers without a finding.
        idle: Vec<IdleWaiver>,
        /// Numbers of the findings.
        counts: FindingCounts,
    }

    /// A finding in words.
    FindingView {
        /// Identifies the finding within the project.
        key: String,
        /// Id of the rule.
        rule: String,
        /// The severity.
        severity: Severity,
        /// The laws or standards behind the rule.
        law: Vec<String>,
        /// Whether the text is a question, because the rule reads words.
        question: bool,
        /// The words of the finding.
        text: String,
        /// Whether it only says that something is not answered yet.
        gap: bool,
        /// Whether it counts: nobody waived it, or the waiver fell.
        open: bool,
        /// The place where a person can mend it.
        place: Place,
        /// Ids of the topics that the finding is about, so that a request on it names them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[ts(optional, as = "Option<Vec<String>>")]
        topics: Vec<String>,
        /// The change that mends the finding; none if more than one change is needed.
        #[ts(optional)]
        mend: Option<MendView>,
        /// The waiver; none if the finding is not waived.
        #[ts(optional)]
        waiver: Option<Waiver>,
    }

    /// A change that mends a finding.
    MendView {
        /// What it does, in words.
        label: String,
        /// The change.
        change: Mend,
    }

    /// How many findings are open, and how many are waived.
    FindingCounts {
        /// Open findings of law, which block a decision.
        law: usize,
        /// Open findings of guidelines and standards.
        standard: usize,
        /// Open findings of advice.
        advice: usize,
        /// Waived findings.
        waived: usize,
    }

    /// A rule that drafts are checked by.
    RuleSummary {
        /// Its id.
        id: String,
        /// The severity of its findings; none if the severity depends on the open question.
        severity: Option<Severity>,
        /// The laws or standards behind the rule.
        law: Vec<String>,
        /// Whether its findings ask a question, because the rule reads words.
        question: bool,
        /// The message of the rule, as the message files have it.
        message: String,
    }
}

/// How the findings differ from those that were told before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FindingsChange {
    /// The revision of the findings to which this change applies.
    pub since: u64,
    /// Findings that are new or have other words.
    pub came: Vec<FindingView>,
    /// The keys of all findings in order; none if keys and order are the same as before.
    pub order: Option<Vec<String>>,
    /// All waivers without a finding.
    pub idle: Vec<IdleWaiver>,
}

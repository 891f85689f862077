//! What is told of findings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::check::{IdleWaiver, Mend, Place, Severity, Waiver};
use vurder_model::id::ProjectId;

use crate::command_types::answers;

answers! {
    /// What the checks say of a project.
    Findings {
        /// The project.
        project: ProjectId,
        /// The project's revision that this is of.
        revision: u64,
        /// The findings, those that weigh most first, then in the order of the forms. Waived ones are among them.
        findings: Vec<FindingView>,
        /// Waivers of which there is no finding.
        idle: Vec<IdleWaiver>,
        /// How many there are.
        counts: FindingCounts,
    }

    /// A finding in words.
    FindingView {
        /// What tells it from the other findings of the project.
        key: String,
        /// The rule.
        rule: String,
        /// How much it weighs.
        severity: Severity,
        /// What asks for it.
        law: Vec<String>,
        /// Whether it asks rather than tells, because the rule read words.
        question: bool,
        /// What it says.
        text: String,
        /// Where it is mended.
        place: Place,
        /// The change that mends it; none where it takes more than one.
        #[ts(optional)]
        mend: Option<MendView>,
        /// Why it may stand; none where nobody waived it.
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
        /// Open ones that stand in the way of a decision.
        law: usize,
        /// Open ones of guidelines and standards.
        standard: usize,
        /// Open ones of advice.
        advice: usize,
        /// Waived ones.
        waived: usize,
    }

    /// A rule by which drafts are checked.
    RuleSummary {
        /// Its id.
        id: String,
        /// How much its findings weigh; none where that depends on the question that is open.
        severity: Option<Severity>,
        /// What asks for it.
        law: Vec<String>,
        /// Whether it asks rather than tells.
        question: bool,
        /// Its message, as it stands in the message files.
        message: String,
    }
}

/// How the findings differ from those that were told before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FindingsChange {
    /// The revision of the findings that this applies to.
    pub since: u64,
    /// Findings that came or say something else.
    pub came: Vec<FindingView>,
    /// The keys of all findings in order; none where they are the same as before.
    pub order: Option<Vec<String>>,
    /// All waivers of which there is no finding.
    pub idle: Vec<IdleWaiver>,
}

//! Findings: what a rule says of a draft.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::answered::Lack;
use crate::check::rule::Severity;
use crate::id::RowId;
use crate::value::Value;
use crate::view::GapKind;

/// What a rule says of a draft, at one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// What tells it from every other finding of the project, now and after later changes.
    pub key: String,
    /// The rule.
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What asks for it.
    pub law: Vec<String>,
    /// Whether it asks rather than tells: the rule read words, which can be meant otherwise.
    pub asks: bool,
    /// Where it is mended.
    pub place: Place,
    /// What fills its message.
    pub args: Args,
    /// The ids of the topics that it is about.
    pub topics: Vec<String>,
    /// Of a gap: its kind and numbers.
    pub gap: Option<GapArgs>,
    /// Changes when what the rule looked at changes.
    pub fingerprint: String,
    /// The change that mends it, where one change does.
    pub mend: Option<Mend>,
    /// The waiver of it.
    pub waiver: Option<Waiver>,
}

impl Finding {
    /// Whether nobody waived it, or the waiver fell.
    pub fn is_open(&self) -> bool {
        self.waiver.as_ref().is_none_or(|waiver| waiver.fell)
    }
}

/// The address of a finding.
#[derive(
    Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
pub struct Place {
    /// Id of the form's template.
    pub form: String,
    /// The section.
    pub section: String,
    /// The part.
    pub part: String,
    /// The register of the row.
    pub register: String,
    /// The row; none where the finding is about several rows, or about rows that are not there.
    #[ts(optional)]
    pub row: Option<RowId>,
    /// The field.
    #[ts(optional)]
    pub field: Option<String>,
}

/// What fills the message of a finding. All of it is there for every message; what does not apply is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Args {
    /// The number of the row: `D4`, or `Processor 2`.
    pub row: String,
    /// The row in one line.
    pub name: String,
    /// The label of the field.
    pub field: String,
    /// A word that was found.
    pub word: String,
    /// Numbers or names of what else it is about.
    pub others: Vec<String>,
}

/// The names of the arguments that a rule's message may take. `other` holds [`Args::others`] in a sentence.
pub const MESSAGE_ARGUMENTS: [&str; 5] = ["row", "name", "field", "word", "other"];

/// What a gap says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapArgs {
    /// Its kind.
    pub kind: GapKind,
    /// What answers lack that are there in part.
    pub lacks: Vec<Lack>,
    /// How many are open.
    pub missing: usize,
    /// Of how many.
    pub of: usize,
}

/// A change that mends a finding, as the command of the same name takes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Mend {
    /// Sets an answer.
    SetValue {
        /// The row; none for a single register that has no answer yet.
        #[ts(optional)]
        row: Option<RowId>,
        /// The register.
        register: String,
        /// The field.
        field: String,
        /// The answer.
        value: Value,
        /// The option that is chosen with it; none where the answer is taken from another field.
        #[ts(optional)]
        option: Option<String>,
    },
    /// Adds a row.
    AddRow {
        /// The register.
        register: String,
        /// Its first answers by field.
        values: BTreeMap<String, Value>,
    },
}

/// Why a finding may stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Waiver {
    /// The row that holds it.
    pub row: RowId,
    /// The reason that a person gave.
    pub reason: String,
    /// The day on which it was given.
    #[ts(optional, as = "Option<String>")]
    pub on: Option<NaiveDate>,
    /// What it waived has changed since: the finding counts again.
    pub fell: bool,
}

/// A waiver of which there is no finding: what it waived is mended, or its rule is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct IdleWaiver {
    /// The row that holds it.
    pub row: RowId,
    /// The finding that it waived.
    pub key: String,
    /// What the finding said when it was waived.
    pub said: String,
    /// The reason that a person gave.
    pub reason: String,
    /// Whether the program has the rule.
    pub rule_known: bool,
}

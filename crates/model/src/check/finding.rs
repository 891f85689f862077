//! Findings: what a rule says about a draft.

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

/// What a rule says about a draft, at one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Identifies the finding within its project. It stays the same after changes.
    pub key: String,
    /// The rule.
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The laws, guidelines or standards that ask for it.
    pub law: Vec<String>,
    /// Whether it is a question: the rule read words, and words can mean something else.
    pub asks: bool,
    /// Where a person can mend it.
    pub place: Place,
    /// The arguments of its message.
    pub args: Args,
    /// The ids of the topics that it is about.
    pub topics: Vec<String>,
    /// Of a gap: its kind and numbers.
    pub gap: Option<GapArgs>,
    /// Changes when what the rule looked at changes.
    pub fingerprint: String,
    /// The fingerprints that earlier versions of the program gave to this state. A waiver with one of them stands.
    #[serde(skip)]
    pub earlier_fingerprints: Vec<String>,
    /// The change that mends the finding; none if no single change does.
    pub mend: Option<Mend>,
    /// The waiver of this finding.
    pub waiver: Option<Waiver>,
}

impl Finding {
    /// Whether the finding counts: nobody waived it, or the waiver fell.
    pub fn is_open(&self) -> bool {
        self.waiver.as_ref().is_none_or(|waiver| waiver.fell)
    }
}

/// The place of a finding.
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
    /// The row; none if the finding is about several rows, or about rows that do not exist.
    #[ts(optional)]
    pub row: Option<RowId>,
    /// The field.
    #[ts(optional)]
    pub field: Option<String>,
}

/// The arguments of the message of a finding. Every message gets all of them; those that do not apply are empty.
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
    /// Numbers or names of the other rows, topics or documents that the finding is about.
    pub others: Vec<String>,
    /// How many more the finding is about than `others` names.
    #[serde(default)]
    pub unnamed: usize,
}

/// The names of the arguments that a rule's message may take. `other` holds [`Args::others`] in a sentence.
pub const MESSAGE_ARGUMENTS: [&str; 5] = ["row", "name", "field", "word", "other"];

/// The kind and the numbers of a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapArgs {
    /// Its kind.
    pub kind: GapKind,
    /// What the answers lack, if they are incomplete.
    pub lacks: Vec<Lack>,
    /// Number of answers, rows or subjects that are missing.
    pub missing: usize,
    /// Number of answers, rows or subjects that the form asks for.
    pub of: usize,
}

/// A change that mends a finding. It has the arguments of the command of the same name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Mend {
    /// Sets an answer.
    SetValue {
        /// The row; none if a single register has no answer yet.
        #[ts(optional)]
        row: Option<RowId>,
        /// The register.
        register: String,
        /// The field.
        field: String,
        /// The answer.
        value: Value,
        /// The option that is added; none if the answer is copied from another field.
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
    /// What it waived has changed since. The finding counts again.
    pub fell: bool,
}

/// A waiver without a finding: somebody mended what it waived, or its rule no longer exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct IdleWaiver {
    /// The row that holds it.
    pub row: RowId,
    /// The finding that it waived.
    pub key: String,
    /// The message of the finding when it was waived.
    pub said: String,
    /// The reason that a person gave.
    pub reason: String,
    /// Whether the program has the rule.
    pub rule_known: bool,
}

//! Rules: the conditions for which drafts are checked, as `content/checks.yaml` describes them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::check::predicate::{Path, Predicate};
use crate::value::Value;

/// How much a finding weighs.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The draft does not show that a duty of the GDPR is met. The finding blocks a decision.
    Law,
    /// A guideline or standard asks for it.
    Standard,
    /// It makes the assessment better.
    Advice,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable id. The id of its message is `check-` and this id.
    pub id: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The articles, guidelines or clauses that ask for it.
    pub law: Vec<String>,
    /// The register whose rows the rule checks one by one; none for a rule about the project as a whole.
    #[serde(default)]
    pub each: Option<String>,
    /// There is a finding if all of these hold. For a rule with a `function`, they say when the function is called.
    #[serde(default, rename = "if")]
    pub when: Vec<Predicate>,
    /// Whether the function with the id of the rule in [`crate::check`] looks for findings.
    #[serde(default)]
    pub function: bool,
    /// Where the finding leads: a field of the row, or a register or field of the project.
    pub at: Path,
    /// Options of the row that is meant, if `at` names a register with many rows.
    #[serde(default)]
    pub like: BTreeMap<String, String>,
    /// Whether a finding replaces the gap at `at`.
    #[serde(default)]
    pub instead_of_gap: bool,
    /// The change that mends the finding with one key.
    #[serde(default)]
    pub mend: Option<WrittenMend>,
}

impl Rule {
    /// Whether the rule reads words. Its finding is then a question, because words can mean something else.
    pub fn asks(&self) -> bool {
        self.when.iter().any(Predicate::reads_words)
    }

    /// The id of the rule's message.
    pub fn message(&self) -> String {
        message_of(&self.id)
    }
}

/// The id of the message of a rule.
pub fn message_of(rule: &str) -> String {
    format!("check-{rule}")
}

/// How a person can mend a finding, as the rule describes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum WrittenMend {
    /// Chooses an option at a field. Options that are already chosen stay.
    Choose {
        /// The field.
        field: Path,
        /// The option.
        option: String,
    },
    /// Copies the answer of one field of the row to another field.
    Copy {
        /// The field with the answer.
        from: String,
        /// The field that gets it.
        to: String,
    },
    /// Adds a row.
    Add {
        /// The register.
        register: String,
        /// Its first answers by field.
        values: BTreeMap<String, Value>,
        /// The field of the new row that refers to the row of the finding.
        #[serde(default)]
        names: Option<String>,
    },
}

/// Words that rules look for in texts, in the languages of projects. A word that ends in `*` is the beginning of a
/// word, and one that begins with `*` is the end of a word. Several words must stand one after the other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WordList {
    /// English.
    pub en: Vec<String>,
    /// Norwegian, Bokmål and Nynorsk.
    pub nb: Vec<String>,
    /// Danish.
    pub da: Vec<String>,
}

impl WordList {
    /// The words in a project's language; `None` for a language without words.
    pub fn in_language(&self, language: &str) -> Option<&[String]> {
        match language.split('-').next().unwrap_or_default() {
            "en" => Some(&self.en),
            "nb" | "nn" | "no" => Some(&self.nb),
            "da" => Some(&self.da),
            _ => None,
        }
    }
}

/// All rules and the words that they look for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Words that many organisations have in their names.
    #[serde(default)]
    pub common_in_names: Vec<String>,
    /// Lists of words by name.
    #[serde(default)]
    pub words: BTreeMap<String, WordList>,
    /// The rules. Findings of the same severity and place have this order.
    pub rules: Vec<Rule>,
}

impl Rules {
    /// The rule with this id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }
}

//! Rules: what a draft is checked for, as `content/checks.yaml` describes it.

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
    /// A duty of the GDPR is not shown to be met; it stands in the way of a decision.
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
    /// Stable id; its message is `check-` and the id.
    pub id: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The articles, guidelines or clauses that ask for it.
    pub law: Vec<String>,
    /// The register of whose rows each is looked at; none for a rule about the project as a whole.
    #[serde(default)]
    pub each: Option<String>,
    /// There is a finding where all of these hold. Beside a `function`, they say when it is asked at all.
    #[serde(default, rename = "if")]
    pub when: Vec<Predicate>,
    /// Whether the function of the rule's id in [`crate::check`] looks for findings.
    #[serde(default)]
    pub function: bool,
    /// Where to go: a field of the row, or a register or field of the project.
    pub at: Path,
    /// Options of the row meant where `at` names a register of many rows.
    #[serde(default)]
    pub like: BTreeMap<String, String>,
    /// Whether a finding stands in place of the gap at `at`.
    #[serde(default)]
    pub instead_of_gap: bool,
    /// What one key mends.
    #[serde(default)]
    pub mend: Option<WrittenMend>,
}

impl Rule {
    /// Whether the rule reads words: it then asks, since words can be meant otherwise.
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

/// How a finding can be mended, as the rule describes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum WrittenMend {
    /// Chooses an option at a field; options chosen before stay.
    Choose {
        /// The field.
        field: Path,
        /// The option.
        option: String,
    },
    /// Gives the answer of one field of the row to another.
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
        /// The field of the new row that names the row of the finding.
        #[serde(default)]
        names: Option<String>,
    },
}

/// Words by which texts are looked through, in the languages of projects. A word that ends in `*` is a beginning;
/// one that begins with `*` is an ending; several words stand one after the other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WordList {
    /// English.
    pub en: Vec<String>,
    /// Norwegian, in either form.
    pub nb: Vec<String>,
    /// Danish.
    pub da: Vec<String>,
}

impl WordList {
    /// The words in a project's language; none for a language without words.
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
    /// Words in names of organisations that tell no two of them apart.
    #[serde(default)]
    pub common_in_names: Vec<String>,
    /// Lists of words by name.
    #[serde(default)]
    pub words: BTreeMap<String, WordList>,
    /// The rules, in the order in which findings of the same weight and place are told.
    pub rules: Vec<Rule>,
}

impl Rules {
    /// The rule with this id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }
}

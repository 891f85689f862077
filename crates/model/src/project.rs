//! A project: one processing of personal data under assessment.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{CitationId, ProjectId, RowId};
use crate::value::Value;

/// The key of the one row of a single register.
pub const SINGLE: &str = "one";

/// The identity that the row of a single register gets with its first answer; `None` if the name of the register cannot
/// be an identity.
pub fn single_id(register: &str) -> Option<RowId> {
    RowId::new(register.replace('_', "-")).ok()
}

/// A form that a project fills in, with the version of the template that the project follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct FormChoice {
    /// Id of the template.
    pub template: String,
    /// Its version.
    pub version: String,
}

/// The facts about a project besides its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ProjectHead {
    /// Identity in the workspace.
    pub id: ProjectId,
    /// Name of the project.
    pub title: String,
    /// Language in which the answers are written, as BCP 47: `en`, `nb`, `nn`, `da`. The PDF hyphenates words by it and
    /// names it as its language. The headings of the report are in this language if the program has it.
    pub language: String,
    /// Version of the report, as people write it: "0.3", "for review".
    pub version: String,
    /// Forms, in the order in which people work on them.
    pub forms: Vec<FormChoice>,
    /// Ids of the chosen providers.
    pub providers: Vec<String>,
    /// By provider, the revision that the project follows. A project follows the first bundled revision of a provider
    /// that is not named here: it was made when there was only one revision.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<String, String>>", optional)]
    pub follows: BTreeMap<String, String>,
    /// When the project was created.
    #[ts(as = "String")]
    pub created: DateTime<Utc>,
    /// When the project was moved to the trash; none if it is not in the trash.
    #[ts(as = "Option<String>")]
    pub trashed: Option<DateTime<Utc>>,
}

/// A row of a register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Identity within the project; never reused.
    pub id: RowId,
    /// The register it belongs to.
    pub register: String,
    /// Identifies the row in its register if there can be only one such row: [`SINGLE`], the id of a statement.
    #[serde(default)]
    #[ts(optional)]
    pub key: Option<String>,
    /// Order within the register. The number that people see follows from it until a version is frozen.
    pub position: f64,
    /// The number that people see, after a version of the project was frozen. The row keeps it wherever it is moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub number: Option<u32>,
    /// When the row was moved to the trash; none if it is not in the trash.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub trashed: Option<DateTime<Utc>>,
    /// Answers by field.
    #[serde(default)]
    pub values: BTreeMap<String, Value>,
}

/// A statement used as support, pinned to its words, revision and date. It does not need the pack. It can also be the
/// answer of a provider to a request of the project: then it stands on no page, and no revision changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Identity within the project.
    pub id: CitationId,
    /// Id of the provider; empty for an answer of a provider that the library does not have.
    pub provider: String,
    /// Name of the provider when the citation was made.
    pub provider_name: String,
    /// Id of the statement, name of the passage, or name of the answer ([`answer_name`]).
    pub statement: String,
    /// The words, as they stood when they were cited.
    pub words: String,
    /// Hash of those words, to see whether the pack still has the same words.
    pub hash: String,
    /// Where the words stood; empty for an answer.
    pub sources: Vec<PinnedSource>,
    /// When the citation was made.
    #[ts(as = "String")]
    pub pinned: DateTime<Utc>,
    /// The revision of the provider's content in which the words stood; none for the first bundled revision, because
    /// citations that are older than the second one do not name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub revision: Option<String>,
    /// Set if the project keeps the words although the provider no longer publishes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub kept: Option<KeepDecision>,
    /// The earlier citations that this one replaces, because what they say is still true.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Renewal>>", optional)]
    pub renews: Vec<Renewal>,
    /// Set if the words are a provider's answer to a request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub answer: Option<CitedAnswer>,
}

/// The request to which cited words are the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CitedAnswer {
    /// The request.
    pub request: RowId,
    /// What was asked.
    pub question: String,
    /// The day on which the answer came, if it is known.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub on: Option<NaiveDate>,
}

/// The beginning of the name of an answer. The id of the request follows it.
const ANSWER: &str = "answer:";

/// The name under which the answer to a request is cited.
#[must_use]
pub fn answer_name(request: &RowId) -> String {
    format!("{ANSWER}{request}")
}

/// The request whose answer has this name; `None` for the name of anything else.
#[must_use]
pub fn answered_request(name: &str) -> Option<RowId> {
    RowId::new(name.strip_prefix(ANSWER)?).ok()
}

/// Why the project keeps words that the provider no longer publishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Kept")]
pub struct KeepDecision {
    /// The reason that a person gave.
    pub reason: String,
    /// The day on which it was given.
    #[ts(as = "String")]
    pub on: NaiveDate,
    /// The provider's newest revision on that day. If the words change in a later revision, the program asks again.
    pub revision: String,
}

/// A citation that another one replaced after a person had read the newest words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Renewal {
    /// The earlier citation.
    pub citation: CitationId,
    /// The reason that a person gave why the project's text is still true.
    pub reason: String,
    /// The day on which the person read the newest words.
    #[ts(as = "String")]
    pub on: NaiveDate,
}

/// A place where a cited statement was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PinnedSource {
    /// Title of the page.
    pub page: String,
    /// Heading on the page.
    pub heading: String,
    /// Address of the page.
    pub address: String,
    /// Identifies the state of the page that was read.
    pub revision: String,
    /// Day of that state; none if it is not known.
    #[ts(as = "Option<String>")]
    pub captured: Option<NaiveDate>,
}

/// The whole project in its present state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Title, forms, providers.
    pub head: ProjectHead,
    /// All rows, also those in the trash, by register and position.
    pub rows: Vec<Row>,
    /// All citations, used or not.
    pub citations: Vec<Citation>,
}

impl Project {
    /// The rows of a register that are not in the trash, in order.
    pub fn rows_of<'a>(&'a self, register: &'a str) -> impl Iterator<Item = &'a Row> + 'a {
        self.rows.iter().filter(move |r| r.register == register && r.trashed.is_none())
    }

    /// The row with this id, in the trash or not.
    pub fn row(&self, id: &RowId) -> Option<&Row> {
        self.rows.iter().find(|r| &r.id == id)
    }

    /// The row of a register that has this key and is not in the trash.
    pub fn keyed(&self, register: &str, key: &str) -> Option<&Row> {
        let bears = |r: &&Row| r.register == register && r.key.as_deref() == Some(key);
        self.rows.iter().find(|r| bears(r) && r.trashed.is_none())
    }

    /// The answer at a field of a single register.
    pub fn single(&self, register: &str, field: &str) -> Option<&Value> {
        self.keyed(register, SINGLE)?.values.get(field)
    }

    /// The citation with this id.
    pub fn citation(&self, id: &CitationId) -> Option<&Citation> {
        self.citations.iter().find(|c| &c.id == id)
    }
}

impl Row {
    /// Options chosen at a field; empty if the field is empty.
    pub fn chosen(&self, field: &str) -> Vec<&str> {
        match self.values.get(field) {
            Some(Value::Choice(c)) if !c.option.is_empty() => vec![c.option.as_str()],
            Some(Value::Choices(all)) => all.iter().map(|c| c.option.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// The level at a field, counted from 1.
    pub fn level(&self, field: &str) -> Option<u8> {
        match self.values.get(field) {
            Some(Value::Level(level)) => Some(*level),
            _ => None,
        }
    }
}

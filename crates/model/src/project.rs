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

/// The identity that the row of a single register gets with its first answer; none where the register's name makes
/// none.
pub fn single_id(register: &str) -> Option<RowId> {
    RowId::new(register.replace('_', "-")).ok()
}

/// The forms a project fills in: template and the version it follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct FormChoice {
    /// Id of the template.
    pub template: String,
    /// Its version.
    pub version: String,
}

/// What is known of a project besides its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ProjectHead {
    /// Identity in the workspace.
    pub id: ProjectId,
    /// Name of the project.
    pub title: String,
    /// Language in which the answers are written, as BCP 47: `en`, `nb`, `nn`, `da`. The PDF divides words and names
    /// its language by it; its headings are in this language where the program speaks it.
    pub language: String,
    /// Version of the report as people count it: "0.3", "for review".
    pub version: String,
    /// Forms in the order they are worked on.
    pub forms: Vec<FormChoice>,
    /// Ids of the chosen providers.
    pub providers: Vec<String>,
    /// By provider, the revision at which the project reads it. A provider that is not named is read at its first
    /// bundled revision: projects of the time before there were several are drafted against that.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<String, String>>", optional)]
    pub follows: BTreeMap<String, String>,
    /// When the project was made.
    #[ts(as = "String")]
    pub created: DateTime<Utc>,
    /// Set while the project lies in the trash.
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
    /// Names the row among its register where there can be only one of it: [`SINGLE`], a statement's id.
    #[serde(default)]
    #[ts(optional)]
    pub key: Option<String>,
    /// Order within the register. The number that people see is counted from it, until a version is frozen.
    pub position: f64,
    /// The number that people see, once a version of the project was frozen: the row keeps it, wherever it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub number: Option<u32>,
    /// Set while the row lies in the trash.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub trashed: Option<DateTime<Utc>>,
    /// Answers by field.
    #[serde(default)]
    pub values: BTreeMap<String, Value>,
}

/// A statement used as support, pinned to its words, revision and date. Stands on its own without the pack. Also an
/// answer that a provider gave to a request of the project: it stands on no page, and no revision changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Identity within the project.
    pub id: CitationId,
    /// Id of the provider; empty for an answer of one that the library does not have.
    pub provider: String,
    /// Name of the provider on that day.
    pub provider_name: String,
    /// Id of the statement, name of the passage, or name of the answer ([`answer_name`]).
    pub statement: String,
    /// The words, as they stood when they were cited.
    pub words: String,
    /// Hash of those words, to see whether the pack still says the same.
    pub hash: String,
    /// Where the words stood; nowhere for an answer.
    pub sources: Vec<PinnedSource>,
    /// When the citation was made.
    #[ts(as = "String")]
    pub pinned: DateTime<Utc>,
    /// The revision of the provider's content in which the words stood; none for the first one that came with the
    /// program, since citations of the time before there were several are of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub revision: Option<String>,
    /// Set where the project keeps the words although the provider no longer publishes them so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub kept: Option<Kept>,
    /// The citations whose place it took, because what they say is still true.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Renewal>>", optional)]
    pub renews: Vec<Renewal>,
    /// Set where the words are a provider's answer to a request.
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
    /// The day the answer came, where it is known.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub on: Option<NaiveDate>,
}

/// What stands before the request in the name of an answer.
const ANSWER: &str = "answer:";

/// The name under which the answer to a request is cited.
#[must_use]
pub fn answer_name(request: &RowId) -> String {
    format!("{ANSWER}{request}")
}

/// The request whose answer bears this name; none for the name of anything else.
#[must_use]
pub fn answered_request(name: &str) -> Option<RowId> {
    RowId::new(name.strip_prefix(ANSWER)?).ok()
}

/// Why the project keeps words that the provider no longer publishes so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// The reason that a person gave.
    pub reason: String,
    /// The day on which it was given.
    #[ts(as = "String")]
    pub on: NaiveDate,
    /// The provider's newest revision on that day: what changes later is asked about anew.
    pub revision: String,
}

/// A citation that another one took the place of, since a person looked at the newest words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Renewal {
    /// The earlier citation.
    pub citation: CitationId,
    /// Why what the project says is still true, as a person gave it.
    pub reason: String,
    /// The day on which the newest words were looked at.
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
    /// Which state of the page was read.
    pub revision: String,
    /// Day of that state; none where it is not known.
    #[ts(as = "Option<String>")]
    pub captured: Option<NaiveDate>,
}

/// A project as it stands, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Title, forms, providers.
    pub head: ProjectHead,
    /// All rows, trashed ones too, by register and position.
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

    /// The row of a register that bears this key and is not in the trash.
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
    /// Options chosen at a choice or choices field; none where the field is empty.
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

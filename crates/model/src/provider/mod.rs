//! The content that a provider publishes: packs of pages, statements and actions, and the topics that they cover.
//!
//! A statement keeps its id when its words change. Its [`Statement::hash`] shows whether they changed.

mod coverage;
mod revision;

use std::fmt::Write as _;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use crate::passage::Passage;
use crate::richtext::RichText;

pub use coverage::{
    Coverage, CoverageStatus, PageRead, PagesRead, ProviderCoverage, TopicCoverage, coverage,
};
pub use revision::{Became, Change, NotStated, PackOrigin};

/// One provider's content in one revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Id of the provider: `a-z`, `0-9`, `-`.
    pub provider: String,
    /// Name of the provider.
    pub name: String,
    /// Its names in other revisions, which the project may have used. The library knows them; no file has them.
    #[serde(skip)]
    pub other_names: Vec<String>,
    /// Country the provider works from, in English.
    pub country: String,
    /// The provider's site.
    pub website: String,
    /// Identifies this revision among those of the provider: `a-z`, `0-9`, `-`. Those who keep the pack choose it.
    pub revision: String,
    /// Where the pack comes from.
    #[serde(default)]
    pub origin: PackOrigin,
    /// The revision before this one; none for the first.
    #[serde(default)]
    #[ts(optional)]
    pub follows: Option<String>,
    /// Day of the newest state among its pages; none if no page has a day.
    #[ts(as = "Option<String>")]
    pub captured: Option<NaiveDate>,
    /// Who wrote the words of the pack, and under which terms they may be used.
    pub licence: String,
    /// A description of the provider, in one or two sentences.
    pub about: String,
    /// Its pages in reading order.
    pub pages: Vec<Page>,
    /// Every statement once, in order of first appearance.
    pub statements: Vec<Statement>,
    /// The actions that it offers to a controller.
    pub actions: Vec<Action>,
    /// The documents its pages link to.
    pub documents: Vec<Document>,
    /// What became of each statement of the revision before.
    #[serde(default)]
    pub became: Vec<Became>,
    /// What the pages leave open on topics on which they state something else.
    #[serde(default)]
    pub not_stated: Vec<NotStated>,
}

impl Pack {
    /// Whether the provider has this name, or had it in another revision.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        self.name == name || self.other_names.iter().any(|other| other == name)
    }

    /// The statement with this id.
    #[must_use]
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// The action with this id.
    #[must_use]
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.id == id)
    }

    /// The page with this id.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }
}

/// One page a provider published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// `<provider>/<slug>`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Where it was published.
    pub address: String,
    /// Identifies the state of the page: the revision that the page names, or that of the repository from which it
    /// comes.
    pub revision: String,
    /// Day of that state; none if it is not known.
    #[ts(as = "Option<String>")]
    pub captured: Option<NaiveDate>,
    /// What became of the page after that state, if it is known.
    #[serde(default)]
    #[ts(optional)]
    pub since_then: Option<RichText>,
    /// Its place among the provider's pages.
    pub order: u32,
    /// The page from top to bottom.
    pub body: Vec<PageBlock>,
}

/// A part of a page, as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum PageBlock {
    /// A heading of the page.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A statement. The pack has its words.
    Statement {
        /// Id of the statement.
        id: String,
    },
    /// An action. The pack has its words.
    Action {
        /// Id of the action.
        id: String,
    },
    /// A document the page links to.
    Document {
        /// Id of the document.
        id: String,
    },
    /// An explanation by those who keep the pack.
    Text {
        /// The words.
        text: RichText,
    },
    /// A passage of an imported page, in the provider's words.
    Passage {
        /// The passage.
        passage: Passage,
    },
}

/// One verifiable thing a provider publishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// `<provider>/<slug>`. It stays the same when the words change.
    pub id: String,
    /// Id of the provider.
    pub provider: String,
    /// The statement in words of the pack's own, never in the provider's sentences.
    pub words: String,
    /// What it is about.
    pub kind: StatementKind,
    /// Whether the provider gives it, limits it, or leaves it to the controller.
    pub side: Side,
    /// Theme of ISO/IEC 27001:2022 annex A.
    pub theme: Theme,
    /// Ids of the topics it answers; at least one.
    pub topics: Vec<String>,
    /// Where it is published; at least one place.
    pub sources: Vec<Source>,
    /// Numbers of ISO/IEC 27001:2022: annex A as `A.5.35`, clauses as `6.1`.
    pub iso: Vec<String>,
    /// Why it is uncertain, in words of the pack's own; none if nothing makes it uncertain.
    #[serde(default)]
    #[ts(optional)]
    pub uncertain: Option<String>,
    /// Short SHA-256 of the words without regard to white space. It shows whether the words have changed.
    pub hash: String,
}

/// The hash of a statement's words, to see whether they have changed: the first sixteen hexadecimal digits of the
/// SHA-256 of the words with single spaces between them.
#[must_use]
pub fn words_hash(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut hash = String::new();
    for byte in Sha256::digest(words.as_bytes()).iter().take(8) {
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// A place where a statement is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id of the page.
    pub page: String,
    /// Title of the page.
    pub page_title: String,
    /// Heading above the statement; headings above each other are joined by ` / `.
    pub heading: String,
    /// Address of the page.
    pub address: String,
    /// Identifies the state of the page.
    pub revision: String,
    /// Day of that state; none if it is not known.
    #[ts(as = "Option<String>")]
    pub captured: Option<NaiveDate>,
}

/// What a statement is about.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// Something the provider does or has in place.
    Measure,
    /// A check by somebody, or published evidence.
    Assurance,
    /// Something the controller may do or have.
    Right,
    /// Something the provider does for the controller.
    Service,
    /// Where the provider's part ends.
    Boundary,
    /// A promise in general words, which cannot be checked as it stands.
    Claim,
}

/// Who has to do with what a statement says.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The provider gives it.
    Provided,
    /// The provider limits it.
    Limitation,
    /// The controller has to do it.
    ControllersDuty,
}

/// The four themes of ISO/IEC 27001:2022 annex A.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Rules, roles, agreements, assurance.
    Organisational,
    /// Staff.
    People,
    /// Premises and equipment.
    Physical,
    /// Systems and networks.
    Technological,
}

/// Something a provider offers a controller to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// `<provider>/<slug>`.
    pub id: String,
    /// Id of the provider.
    pub provider: String,
    /// What to do, as a short order: "Ask for the audit report".
    pub title: String,
    /// How it is done and what it gives, in words of the pack's own.
    pub words: String,
    /// What is required before it begins, in words of the pack's own: "Written approval before the test starts".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub condition: Option<String>,
    /// Ids of the statements on which it rests; at least one.
    pub statements: Vec<String>,
    /// Id of the page that offers it.
    pub page: String,
    /// The heading on the page under which it stands.
    pub heading: String,
}

/// A document that a page links to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// `<provider>/<slug>`.
    pub id: String,
    /// Id of the provider.
    pub provider: String,
    /// Its title.
    pub title: String,
    /// Its address; the address of the page if its own is not known.
    pub address: String,
    /// First day on which it was published or in force, if that is known.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub valid_from: Option<NaiveDate>,
    /// Day on which it was withdrawn or was no longer in force, if that is known.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub valid_until: Option<NaiveDate>,
    /// Id of the page that links to it.
    pub page: String,
    /// The heading on the page under which it stands.
    pub heading: String,
}

/// A question that every assessment asks of a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// `a-z`, `0-9`, `-`.
    pub id: String,
    /// Short name.
    pub title: String,
    /// What the assessment has to find out, as a question.
    pub question: String,
    /// The group of topics to which it belongs.
    pub group: String,
    /// Numbers of ISO/IEC 27001:2022: annex A as `A.5.35`, clauses as `6.1`.
    pub iso: Vec<String>,
    /// Articles of the GDPR: `32(1)(b)`.
    pub gdpr: Vec<String>,
}

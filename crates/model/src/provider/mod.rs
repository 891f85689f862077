//! What a provider publishes: packs of pages, statements and actions, and what of the topics they cover.
//!
//! A statement keeps its id when its words change; its [`Statement::hash`] says whether they did.

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
    /// Country the provider works from, in English.
    pub country: String,
    /// The provider's site.
    pub website: String,
    /// Which revision this is, among those of the provider: `a-z`, `0-9`, `-`. Those who keep the pack name it.
    pub revision: String,
    /// Where the pack comes from.
    #[serde(default)]
    pub origin: PackOrigin,
    /// The revision before this one; none for the first.
    #[serde(default)]
    #[ts(optional)]
    pub follows: Option<String>,
    /// Day of the newest state among its pages; none where no page bears a day.
    #[ts(as = "Option<String>")]
    pub captured: Option<NaiveDate>,
    /// In whose words the pack is, and under which terms.
    pub licence: String,
    /// What the provider is, in a sentence or two.
    pub about: String,
    /// Its pages in reading order.
    pub pages: Vec<Page>,
    /// Every statement once, in order of first appearance.
    pub statements: Vec<Statement>,
    /// What it offers a controller to do.
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
    /// Which state of the page this is: the revision that the page states, or that of the repository it comes from.
    pub revision: String,
    /// Day of that state; none where it is not known.
    #[ts(as = "Option<String>")]
    pub captured: Option<NaiveDate>,
    /// What became of the page after that state, as far as it is known.
    #[serde(default)]
    #[ts(optional)]
    pub since_then: Option<RichText>,
    /// Its place among the provider's pages.
    pub order: u32,
    /// The page from top to bottom.
    pub body: Vec<PageBlock>,
}

/// A part of a page as it is shown.
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
    /// A statement; its words stand in the pack.
    Statement {
        /// Which.
        id: String,
    },
    /// An action; its words stand in the pack.
    Action {
        /// Which.
        id: String,
    },
    /// A document the page links to.
    Document {
        /// Which.
        id: String,
    },
    /// A word of explanation by those who keep the pack.
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
    /// `<provider>/<slug>`; stays when the words change.
    pub id: String,
    /// Id of the provider.
    pub provider: String,
    /// The statement in the pack's own words, never in the provider's sentences.
    pub words: String,
    /// What kind of statement.
    pub kind: StatementKind,
    /// Whose side it falls on.
    pub side: Side,
    /// Theme of ISO/IEC 27001:2022 annex A.
    pub theme: Theme,
    /// Ids of the topics it answers; at least one.
    pub topics: Vec<String>,
    /// Where it is published; at least one place.
    pub sources: Vec<Source>,
    /// Numbers of ISO/IEC 27001:2022: annex A as `A.5.35`, clauses as `6.1`.
    pub iso: Vec<String>,
    /// Why it is uncertain, in the pack's own words; none where nothing speaks against it.
    #[serde(default)]
    #[ts(optional)]
    pub uncertain: Option<String>,
    /// Short SHA-256 of the words, white space apart: whether they are the words of an earlier day.
    pub hash: String,
}

/// The hash of a statement's words: whether they are still the words of an earlier day. Sixteen hexadecimal digits of
/// the SHA-256 of the words with single spaces between them.
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
    /// Which state of the page this is.
    pub revision: String,
    /// Day of that state; none where it is not known.
    #[ts(as = "Option<String>")]
    pub captured: Option<NaiveDate>,
}

/// What kind of statement it is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// Something the provider does or has in place.
    Measure,
    /// Somebody checks, or evidence is published.
    Assurance,
    /// Something the controller may do or have.
    Right,
    /// Something the provider does for the controller.
    Service,
    /// Where the provider's part ends.
    Boundary,
    /// Said in general words, so that it cannot be checked as it stands.
    Claim,
}

/// On whose side a statement falls.
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
    /// How it goes and what it gives, in the pack's own words.
    pub words: String,
    /// What must be there before it begins, in the pack's own words: "Written approval before the test starts".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub condition: Option<String>,
    /// Ids of the statements it rests on; at least one.
    pub statements: Vec<String>,
    /// Id of the page that offers it.
    pub page: String,
    /// Heading it stands under.
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
    /// What it is called.
    pub title: String,
    /// Where it is; the page's address, if the document's own is not known.
    pub address: String,
    /// First day on which it was published or in force, where that is known.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub valid_from: Option<NaiveDate>,
    /// Day on which it was withdrawn or ceased to be in force, where that is known.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub valid_until: Option<NaiveDate>,
    /// Id of the page that links to it.
    pub page: String,
    /// Heading it stands under.
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
    /// The group it is listed under.
    pub group: String,
    /// Numbers of ISO/IEC 27001:2022: annex A as `A.5.35`, clauses as `6.1`.
    pub iso: Vec<String>,
    /// Articles of the GDPR: `32(1)(b)`.
    pub gdpr: Vec<String>,
}

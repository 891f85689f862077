//! What a provider publishes: packs of pages, statements and actions, and what of the topics they cover.
//!
//! A statement keeps its id when its words change; its [`Statement::hash`] says whether they did.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::passage::Passage;
use crate::richtext::RichText;

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
    /// Revision of this pack, set by those who keep it; not the provider's.
    pub revision: String,
    /// Day the newest of its pages was read.
    #[ts(as = "String")]
    pub captured: NaiveDate,
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
    /// Where it was read.
    pub address: String,
    /// The revision the page states, or that it states none.
    pub revision: String,
    /// Day it was read.
    #[ts(as = "String")]
    pub captured: NaiveDate,
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
    /// Short SHA-256 of the words, white space apart: whether they are the words of an earlier day.
    pub hash: String,
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
    /// Revision the page states, or that it states none.
    pub revision: String,
    /// Day the page was read.
    #[ts(as = "String")]
    pub captured: NaiveDate,
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

/// What the providers say on the topics, and on which of their pages that was looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// One entry per topic.
    pub topics: Vec<TopicCoverage>,
    /// One entry per provider: "not stated" means that it is not on these pages.
    pub read: Vec<PagesRead>,
}

/// The pages of one provider that its pack was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PagesRead {
    /// Id of the provider.
    pub provider: String,
    /// Name of the provider.
    pub provider_name: String,
    /// Its pages in reading order.
    pub pages: Vec<PageRead>,
}

/// A page that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PageRead {
    /// Title.
    pub title: String,
    /// Where it was read.
    pub address: String,
    /// Day it was read.
    #[ts(as = "String")]
    pub captured: NaiveDate,
}

/// What the providers say on one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TopicCoverage {
    /// The topic.
    pub topic: Topic,
    /// One entry per provider, in the order of the packs.
    pub providers: Vec<ProviderCoverage>,
}

/// What one provider says on one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ProviderCoverage {
    /// Id of the provider.
    pub provider: String,
    /// Name of the provider.
    pub provider_name: String,
    /// The sum of it.
    pub status: CoverageStatus,
    /// Ids of the statements on what it provides.
    pub provided: Vec<String>,
    /// Ids of the statements on what it limits.
    pub limitations: Vec<String>,
    /// Ids of the statements on what it leaves to the controller.
    pub duties: Vec<String>,
}

/// The sum of a provider's statements on a topic.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum CoverageStatus {
    /// At least one statement on something provided.
    Stated,
    /// Nothing provided, at least one limitation.
    Limitation,
    /// Nothing but duties of the controller.
    ControllersDuty,
    /// No statement at all.
    NotStated,
}

/// What the providers of `packs` say on each of `topics`, in the order of both.
#[must_use]
pub fn coverage<'a>(
    topics: &[Topic],
    packs: impl IntoIterator<Item = &'a Pack> + Clone,
) -> Coverage {
    let of_topic = |topic: &Topic| TopicCoverage {
        topic: topic.clone(),
        providers: packs.clone().into_iter().map(|pack| provider_coverage(topic, pack)).collect(),
    };
    Coverage {
        topics: topics.iter().map(of_topic).collect(),
        read: packs.clone().into_iter().map(pages_read).collect(),
    }
}

fn pages_read(pack: &Pack) -> PagesRead {
    let read = |page: &Page| PageRead {
        title: page.title.clone(),
        address: page.address.clone(),
        captured: page.captured,
    };
    PagesRead {
        provider: pack.provider.clone(),
        provider_name: pack.name.clone(),
        pages: pack.pages.iter().map(read).collect(),
    }
}

fn provider_coverage(topic: &Topic, pack: &Pack) -> ProviderCoverage {
    let on = |side: Side| -> Vec<String> {
        let here = |s: &&Statement| s.side == side && s.topics.contains(&topic.id);
        pack.statements.iter().filter(here).map(|s| s.id.clone()).collect()
    };
    let provided = on(Side::Provided);
    let limitations = on(Side::Limitation);
    let duties = on(Side::ControllersDuty);
    let status = if !provided.is_empty() {
        CoverageStatus::Stated
    } else if !limitations.is_empty() {
        CoverageStatus::Limitation
    } else if !duties.is_empty() {
        CoverageStatus::ControllersDuty
    } else {
        CoverageStatus::NotStated
    };
    ProviderCoverage {
        provider: pack.provider.clone(),
        provider_name: pack.name.clone(),
        status,
        provided,
        limitations,
        duties,
    }
}

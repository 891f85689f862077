//! What the files of a pack hold. Nothing stands in them that follows from something else: a statement names its pages,
//! and their titles, addresses and days are those of the pages; the hash of its words is made from them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use vurder_model::provider::{
    Action, Became, Document, NotStated, Page, Side, Source, Statement, StatementKind, Theme,
};

/// The file of head: whose pack it is, and which revision. What is left out is what the person says who imports the
/// pack; what is there and empty is empty.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    /// The version of this format: 1.
    pub(super) schema: u32,
    /// Id of the provider: 1 to 60 of `a-z`, `0-9` and `-`. All ids of the pack begin with it: `<provider>/<slug>`.
    pub(super) provider: String,
    /// Name of the provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// Country the provider works from, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<String>,
    /// The provider's site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) website: Option<String>,
    /// Which revision this is, among those of the provider: 1 to 60 of `a-z`, `0-9` and `-`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) revision: Option<String>,
    /// The revision before this one; left out for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) follows: Option<String>,
    /// Day of the newest state among the pages; null where no page bears a day.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<NaiveDate>")]
    pub(super) captured: Option<Option<NaiveDate>>,
    /// In whose words the pack is, and under which terms.
    #[serde(default)]
    pub(super) licence: String,
    /// What the provider is, in a sentence or two.
    #[serde(default)]
    pub(super) about: String,
}

/// A value that is there, null included; what is left out is none by default.
fn present<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<NaiveDate>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// One verifiable thing the provider publishes.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StatementEntry {
    /// `<provider>/<slug>`; stays when the words change.
    pub(super) id: String,
    /// The statement in words.
    pub(super) words: String,
    /// What kind of statement.
    pub(super) kind: StatementKind,
    /// Whose side it falls on.
    pub(super) side: Side,
    /// Theme of ISO/IEC 27001:2022 annex A.
    pub(super) theme: Theme,
    /// Ids of the topics it answers, as Vurder has them.
    #[serde(default)]
    pub(super) topics: Vec<String>,
    /// Where it is published; at least one place.
    pub(super) places: Vec<PlaceEntry>,
    /// Numbers of ISO/IEC 27001:2022: annex A as `A.5.35`, clauses as `6.1`.
    #[serde(default)]
    pub(super) iso: Vec<String>,
    /// Why it is uncertain; left out where nothing speaks against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) uncertain: Option<String>,
}

impl StatementEntry {
    pub(super) fn of(statement: &Statement) -> Self {
        Self {
            id: statement.id.clone(),
            words: statement.words.clone(),
            kind: statement.kind,
            side: statement.side,
            theme: statement.theme,
            topics: statement.topics.clone(),
            places: statement.sources.iter().map(PlaceEntry::of).collect(),
            iso: statement.iso.clone(),
            uncertain: statement.uncertain.clone(),
        }
    }
}

/// A place where a statement is published.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceEntry {
    /// Id of the page.
    pub(super) page: String,
    /// Heading above the statement; headings above each other are joined by ` / `.
    #[serde(default)]
    pub(super) heading: String,
}

impl PlaceEntry {
    fn of(source: &Source) -> Self {
        Self { page: source.page.clone(), heading: source.heading.clone() }
    }
}

/// Something the provider offers a controller to do.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionEntry {
    /// `<provider>/<slug>`.
    pub(super) id: String,
    /// What to do, as a short order: "Ask for the audit report".
    pub(super) title: String,
    /// How it goes and what it gives.
    pub(super) words: String,
    /// What must be there before it begins: "Written approval before the test starts".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) condition: Option<String>,
    /// Ids of the statements it rests on; at least one.
    pub(super) statements: Vec<String>,
    /// Id of the page that offers it.
    pub(super) page: String,
    /// Heading it stands under.
    #[serde(default)]
    pub(super) heading: String,
}

impl ActionEntry {
    pub(super) fn of(action: &Action) -> Self {
        Self {
            id: action.id.clone(),
            title: action.title.clone(),
            words: action.words.clone(),
            condition: action.condition.clone(),
            statements: action.statements.clone(),
            page: action.page.clone(),
            heading: action.heading.clone(),
        }
    }
}

/// A document that a page links to.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentEntry {
    /// `<provider>/<slug>`.
    pub(super) id: String,
    /// What it is called.
    pub(super) title: String,
    /// Where it is; the page's address, if the document's own is not known.
    pub(super) address: String,
    /// First day on which it was published or in force, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) valid_from: Option<NaiveDate>,
    /// Day on which it was withdrawn or ceased to be in force, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) valid_until: Option<NaiveDate>,
    /// Id of the page that links to it.
    pub(super) page: String,
    /// Heading it stands under.
    #[serde(default)]
    pub(super) heading: String,
}

impl DocumentEntry {
    pub(super) fn of(document: &Document) -> Self {
        Self {
            id: document.id.clone(),
            title: document.title.clone(),
            address: document.address.clone(),
            valid_from: document.valid_from,
            valid_until: document.valid_until,
            page: document.page.clone(),
            heading: document.heading.clone(),
        }
    }
}

/// Any file of a pack.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum AnyFile {
    /// `vurder-pack.json`.
    Head(Head),
    /// A file below `pages/`.
    Page(Page),
    /// `statements.json`: every statement once, in order of first appearance.
    Statements(Vec<StatementEntry>),
    /// `actions.json`: what the provider offers a controller to do.
    Actions(Vec<ActionEntry>),
    /// `documents.json`: the documents that pages link to.
    Documents(Vec<DocumentEntry>),
    /// `became.json`: what became of each statement of the revision before.
    Became(Vec<Became>),
    /// `not-stated.json`: what the pages leave open on topics on which they state something else.
    NotStated(Vec<NotStated>),
}

/// The JSON Schema that each file of a pack follows.
#[must_use]
pub fn pack_schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(AnyFile).to_value();
    if let Some(root) = schema.as_object_mut() {
        root.insert("title".to_owned(), "A file of a pack of Vurder".into());
    }
    schema
}

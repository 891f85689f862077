//! The content of the files of a pack. They do not repeat what follows from other data: a statement names its pages,
//! and its titles, addresses and days are those of the pages. The hash of its words is computed.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use vurder_model::provider::{
    Action, Became, Document, NotStated, Page, Side, Source, Statement, StatementKind, Theme,
};

/// The head file: whose pack it is, and which revision. For a field that is left out, the answer of the person who
/// imports the pack counts. A field that is there and empty stays empty.
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
    /// Country from which the provider works, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<String>,
    /// The provider's web site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) website: Option<String>,
    /// Identifies this revision among those of the provider: 1 to 60 of `a-z`, `0-9` and `-`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) revision: Option<String>,
    /// The revision before this one; left out for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) follows: Option<String>,
    /// Day of the newest state among the pages; null if no page has a day.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<NaiveDate>")]
    pub(super) captured: Option<Option<NaiveDate>>,
    /// Who wrote the words of the pack, and under which terms they may be used.
    #[serde(default)]
    pub(super) licence: String,
    /// A description of the provider, in one or two sentences.
    #[serde(default)]
    pub(super) about: String,
}

/// Reads a field that is there, even if it is null. A field that is left out gets the default `None`.
fn present<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<NaiveDate>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// One verifiable thing the provider publishes.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StatementEntry {
    /// `<provider>/<slug>`. It stays the same when the words change.
    pub(super) id: String,
    /// The statement in words.
    pub(super) words: String,
    /// What it is about.
    pub(super) kind: StatementKind,
    /// Whether the provider gives it, limits it, or leaves it to the controller.
    pub(super) side: Side,
    /// Theme of ISO/IEC 27001:2022 annex A.
    pub(super) theme: Theme,
    /// Ids of its topics, as Vurder names them.
    #[serde(default)]
    pub(super) topics: Vec<String>,
    /// Where it is published; at least one place.
    pub(super) places: Vec<PlaceEntry>,
    /// Numbers of ISO/IEC 27001:2022: annex A as `A.5.35`, clauses as `6.1`.
    #[serde(default)]
    pub(super) iso: Vec<String>,
    /// Why it is uncertain; left out if nothing makes it uncertain.
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
    /// How it is done and what it gives.
    pub(super) words: String,
    /// What is required before it begins: "Written approval before the test starts".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) condition: Option<String>,
    /// Ids of the statements on which it rests; at least one.
    pub(super) statements: Vec<String>,
    /// Id of the page that offers it.
    pub(super) page: String,
    /// The heading on the page under which it stands.
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
    /// Its title.
    pub(super) title: String,
    /// Its address; the address of the page if its own is not known.
    pub(super) address: String,
    /// First day on which it was published or in force, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) valid_from: Option<NaiveDate>,
    /// Day on which it was withdrawn or was no longer in force, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) valid_until: Option<NaiveDate>,
    /// Id of the page that links to it.
    pub(super) page: String,
    /// The heading on the page under which it stands.
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
    /// `actions.json`: the actions that the provider offers to a controller.
    Actions(Vec<ActionEntry>),
    /// `documents.json`: the documents that pages link to.
    Documents(Vec<DocumentEntry>),
    /// `became.json`: what became of each statement of the revision before this one.
    Became(Vec<Became>),
    /// `not-stated.json`: what the pages leave open on topics on which they state something else.
    NotStated(Vec<NotStated>),
}

/// The JSON Schema of the files of a pack.
#[must_use]
pub fn pack_schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(AnyFile).to_value();
    if let Some(root) = schema.as_object_mut() {
        root.insert("title".to_owned(), "A file of a pack of Vurder".into());
    }
    schema
}

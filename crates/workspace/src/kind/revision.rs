//! Revisions: states of a provider's pages that were imported.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::provider::{Action, Became, Document, NotStated, Pack, Statement};

use crate::error::Result;
use crate::integrity::Table;
use crate::record::{Columns, Record, json, stamp, text};

/// What is known of an imported revision besides its pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RevisionHead {
    /// Name of the provider.
    pub name: String,
    /// Country the provider works from, in English.
    pub country: String,
    /// The provider's site.
    pub website: String,
    /// In whose words the pages are, and under which terms.
    pub licence: String,
    /// What the provider is, in a sentence or two.
    pub about: String,
    /// Day of the newest state among its pages; none where no page bears a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captured: Option<NaiveDate>,
    /// The revision before it; none for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
    /// The format that the pages were read from.
    pub format: String,
    /// How much stands in it.
    #[serde(default)]
    pub counts: RevisionCounts,
    /// What it states besides its pages.
    #[serde(default, skip_serializing_if = "Stated::is_empty")]
    pub stated: Stated,
}

/// What a revision states besides its pages: pages of documentation bring nothing of it, other formats do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Stated {
    /// Its statements.
    pub statements: Vec<Statement>,
    /// What the provider offers a controller to do.
    pub actions: Vec<Action>,
    /// The documents that its pages link to.
    pub documents: Vec<Document>,
    /// What became of each statement of the revision before.
    pub became: Vec<Became>,
    /// What the pages leave open.
    pub not_stated: Vec<NotStated>,
}

impl Stated {
    /// What a pack states.
    pub(crate) fn of(pack: &Pack) -> Self {
        Self {
            statements: pack.statements.clone(),
            actions: pack.actions.clone(),
            documents: pack.documents.clone(),
            became: pack.became.clone(),
            not_stated: pack.not_stated.clone(),
        }
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How much stands in a revision.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RevisionCounts {
    /// Pages.
    pub pages: usize,
    /// Headings on all pages.
    pub headings: usize,
    /// Passages on all pages.
    pub passages: usize,
}

/// An imported revision without its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionEntry {
    /// Id of the provider.
    pub provider: String,
    /// Its name among the provider's revisions.
    pub revision: String,
    /// SHA-256 over all pages: two revisions with the same hash say the same.
    pub content: String,
    /// When it was imported.
    pub imported: DateTime<Utc>,
    /// All else.
    pub head: RevisionHead,
}

impl Record for RevisionEntry {
    const TABLE: Table = Table {
        name: "revision",
        keys: &["provider", "revision"],
        rest: &["content", "imported", "head"],
        order: "provider, revision",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(&self.provider),
            text(&self.revision),
            text(&self.content),
            Value::Text(stamp(self.imported)),
            Value::Text(json(&self.head)?),
        ])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        Ok(Self {
            provider: columns.text()?,
            revision: columns.text()?,
            content: columns.text()?,
            imported: columns.moment()?,
            head: columns.json()?,
        })
    }
}

//! Revisions: states of a provider's pages that were imported.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::provider::{Action, Became, Document, NotStated, Pack, Statement};

use crate::error::Result;
use crate::integrity::Table;
use crate::record::{Columns, Record, json, stamp, text};

/// The facts about an imported revision besides its pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RevisionHead {
    /// Name of the provider.
    pub name: String,
    /// Country from which the provider works, in English.
    pub country: String,
    /// The provider's web site.
    pub website: String,
    /// Who wrote the words of the pages, and under which terms they may be used.
    pub licence: String,
    /// A description of the provider, in one or two sentences.
    pub about: String,
    /// Day of the newest state among its pages; none if no page has a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captured: Option<NaiveDate>,
    /// The revision before it; none for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
    /// The format from which the pages were read.
    pub format: String,
    /// The numbers of its pages, headings and passages.
    #[serde(default)]
    pub counts: RevisionCounts,
    /// The statements and other data of the revision besides its pages.
    #[serde(default, skip_serializing_if = "Stated::is_empty")]
    pub stated: Stated,
}

/// The data of a revision besides its pages. Pages of documentation have none of it; other formats have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Stated {
    /// Its statements.
    pub statements: Vec<Statement>,
    /// The actions that the provider offers to a controller.
    pub actions: Vec<Action>,
    /// The documents that its pages link to.
    pub documents: Vec<Document>,
    /// What became of each statement of the revision before this one.
    pub became: Vec<Became>,
    /// What the pages leave open.
    pub not_stated: Vec<NotStated>,
}

impl Stated {
    /// The data of a pack besides its pages.
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

/// The numbers of pages, headings and passages of a revision.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RevisionCounts {
    /// Number of pages.
    pub pages: usize,
    /// Number of headings on all pages.
    pub headings: usize,
    /// Number of passages on all pages.
    pub passages: usize,
}

/// An imported revision without its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionEntry {
    /// Id of the provider.
    pub provider: String,
    /// The name that identifies it among the provider's revisions.
    pub revision: String,
    /// SHA-256 over all pages. Two revisions with the same hash have the same content.
    pub content: String,
    /// When it was imported.
    pub imported: DateTime<Utc>,
    /// The other facts.
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

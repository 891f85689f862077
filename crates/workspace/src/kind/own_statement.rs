//! Statements that people made from passages of imported pages.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::provider::{Side, StatementKind, Theme};

use crate::error::Result;
use crate::integrity::Table;
use crate::record::{Columns, Record, json, text};

/// A statement that a person made from a passage. It does not need the revision of the passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnStatement {
    /// `<provider>/<slug>`.
    pub id: String,
    /// Id of the provider.
    pub provider: String,
    /// The statement in the person's words.
    pub words: String,
    /// What it is about.
    pub kind: StatementKind,
    /// Whether the provider gives it, limits it, or leaves it to the controller.
    pub side: Side,
    /// Theme of ISO/IEC 27001:2022 annex A.
    pub theme: Theme,
    /// Ids of its topics.
    pub topics: Vec<String>,
    /// Numbers of ISO/IEC 27001:2022.
    #[serde(default)]
    pub iso: Vec<String>,
    /// The passage from which it was made, as it was then.
    pub passage: PinnedPassage,
    /// When it was made.
    pub made: DateTime<Utc>,
}

/// A passage with its words and its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PinnedPassage {
    /// Its name, `<page id>#<number>`, in the revision of the pack.
    pub name: String,
    /// The revision of the pack.
    pub pack: String,
    /// Its words.
    pub words: String,
    /// Title of the page.
    pub page: String,
    /// Headings above it, joined by ` / `.
    pub heading: String,
    /// Address of the page.
    pub address: String,
    /// The revision that the page states, or that of its repository.
    pub revision: String,
    /// Day of that state; none if it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captured: Option<NaiveDate>,
}

impl Record for OwnStatement {
    const TABLE: Table = Table {
        name: "own_statement",
        keys: &["id"],
        rest: &["statement"],
        order: "id",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        Ok(vec![text(&self.id), Value::Text(json(self)?)])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        let id = columns.text()?;
        let statement: Self = columns.json()?;
        if statement.id != id {
            return Err(columns.damaged(format!("it says that it is {}", statement.id)));
        }
        Ok(statement)
    }
}

//! Words of the person's own dictionary.

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::integrity::Table;
use crate::record::{Columns, Record, stamp, text};

/// A word that is right in every project of the workspace although no dictionary has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnWord {
    /// The word as the person wrote it.
    pub word: String,
    /// When it was added.
    pub added: DateTime<Utc>,
}

impl OwnWord {
    /// The greatest number of characters in a word.
    pub const LONGEST: usize = 100;
}

impl Record for OwnWord {
    const TABLE: Table = Table {
        name: "own_word",
        keys: &["word"],
        rest: &["added"],
        order: "word",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        Ok(vec![text(&self.word), Value::Text(stamp(self.added))])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        Ok(Self { word: columns.text()?, added: columns.moment()? })
    }
}

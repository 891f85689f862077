//! Bodies: the content of imported pages. Each is kept once in a workspace, under its SHA-256.

use rusqlite::types::Value;
use sha2::{Digest as _, Sha256};
use vurder_model::provider::PageBlock;

use crate::db::Db;
use crate::deflate::{deflate, inflate};
use crate::error::Result;
use crate::integrity::Table;
use crate::record::{Columns, Record, json, text};

/// The body of a page in the form in which its table has it.
pub(crate) struct Body {
    /// SHA-256 of the blocks as JSON, in small hexadecimal letters.
    pub(crate) hash: String,
    /// The compressed JSON of the blocks. It is read only when somebody asks for the page.
    deflated: Vec<u8>,
}

impl Body {
    /// The body with these blocks.
    pub(crate) fn of(blocks: &[PageBlock]) -> Result<Self> {
        let blocks = json(&blocks)?;
        let deflated = deflate(&blocks)?;
        Ok(Self { hash: hexadecimal(&Sha256::digest(&blocks)), deflated })
    }

    /// The content of the body with this hash.
    ///
    /// # Errors
    /// `Damaged` if the body is missing or not as it was written.
    pub(crate) fn read_blocks(db: &Db, hash: &str) -> Result<Vec<PageBlock>> {
        let found = db.record::<Self>(&[hash])?;
        let missing = || db.damaged(format!("the body {hash} of a page is missing"));
        let (body, _) = found.ok_or_else(missing)?;
        body.blocks(db)
    }

    /// The content of the page.
    pub(crate) fn blocks(&self, db: &Db) -> Result<Vec<PageBlock>> {
        let blocks =
            inflate(&self.deflated).map_err(|e| db.damaged(format!("body {}: {e}", self.hash)))?;
        db.parse(&blocks, || format!("body {}", self.hash))
    }
}

/// Bytes as small hexadecimal letters.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Record for Body {
    const TABLE: Table = Table {
        name: "body",
        keys: &["hash"],
        rest: &["blocks"],
        order: "hash",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        Ok(vec![text(&self.hash), Value::Blob(self.deflated.clone())])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        Ok(Self { hash: columns.text()?, deflated: columns.bytes()? })
    }
}

//! Blobs: the bytes of attachments and versions. Each is kept once in a workspace, under its SHA-256.

use rusqlite::types::Value;
use sha2::{Digest as _, Sha256};

use crate::error::Result;
use crate::integrity::Table;
use crate::kind::body::hexadecimal;
use crate::record::{Columns, Record, text};

/// Bytes in the form in which their table has them.
pub(crate) struct Blob {
    /// SHA-256 of the bytes, in small hexadecimal letters.
    pub(crate) hash: String,
    pub(crate) bytes: Vec<u8>,
}

impl Blob {
    /// The blob of these bytes.
    pub(crate) fn of(bytes: Vec<u8>) -> Self {
        let hash = hexadecimal(&Sha256::digest(&bytes));
        Self { hash, bytes }
    }
}

impl Record for Blob {
    const TABLE: Table = Table {
        name: "blob",
        keys: &["hash"],
        rest: &["bytes"],
        order: "hash",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        Ok(vec![text(&self.hash), Value::Blob(self.bytes.clone())])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        Ok(Self { hash: columns.text()?, bytes: columns.bytes()? })
    }
}

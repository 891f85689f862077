//! Reads from the first page of a file to which program it belongs, and its format.

use std::path::Path;

use crate::db::{Access, connect};
use crate::error::{Error, Result};

/// The facts on the first page of a file. They are read without a lock and without leaving a trace.
pub(crate) struct Header {
    pub(crate) application_id: u32,
    pub(crate) format: u32,
}

/// Reads the program and the format of a file, and changes nothing.
pub(crate) fn header(path: &Path) -> Result<Header> {
    let conn = connect(path, Access::Untouched).map_err(|e| Error::sqlite(path, e))?;
    let number = |pragma: &str| {
        conn.query_row(pragma, [], |row| row.get::<_, i32>(0))
            .map(i32::cast_unsigned)
            .map_err(|e| Error::sqlite(path, e))
    };
    Ok(Header {
        application_id: number("PRAGMA application_id")?,
        format: number("PRAGMA user_version")?,
    })
}

//! The connection to a file: the only function that opens one, and short functions for queries whose errors name the
//! file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags, Params, Row};
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// A connection, and the path of its file.
#[derive(Debug)]
pub(crate) struct Db {
    pub(crate) conn: Connection,
    pub(crate) path: PathBuf,
}

/// The purpose of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// To create a file and write it.
    Create,
    /// To read and write an existing file.
    Write,
    /// To read an existing file, with a lock.
    Read,
    /// To read a file without a lock and without leaving a trace. SQLite makes and touches no other file, not even
    /// beside a file of another program. Because SQLite reads the file, closing it does not release a lock of this
    /// process.
    Untouched,
    /// No file, only memory.
    Memory,
}

/// The only place that opens a connection. A key for encryption would be set here.
pub(crate) fn connect(path: &Path, access: Access) -> rusqlite::Result<Connection> {
    let flags = match access {
        Access::Memory => return Connection::open_in_memory(),
        Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Untouched => OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI,
    };
    let name = match access {
        Access::Untouched => PathBuf::from(uri(path)),
        _ => plain(path),
    };
    let conn = Connection::open_with_flags(name, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    if access == Access::Untouched {
        // Lets SQLite read the first page of a file that is shorter than that page says. A crash while the file grew
        // leaves such a file. Its journal, which is not read here, can repair it.
        conn.execute_batch("PRAGMA writable_schema = ON")?;
    }
    // If another program has the file open, the caller gets an error immediately instead of after five seconds.
    conn.busy_timeout(Duration::ZERO)?;
    // Each statement of this crate is compiled once.
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

/// The path in a form that SQLite takes as a path. SQLite would take a path that begins with `file:` as a URI, whatever
/// the flags are.
pub(crate) fn plain(path: &Path) -> PathBuf {
    let scheme = path.as_os_str().as_encoded_bytes().get(..5);
    match scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"file:")) {
        true => Path::new(".").join(path),
        false => path.to_owned(),
    }
}

/// The path as a URI for SQLite.
fn uri(path: &Path) -> String {
    #[cfg(unix)]
    let bytes = std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec();
    #[cfg(not(unix))]
    let bytes = path.to_string_lossy().replace('\\', "/").into_bytes();
    let mut uri = String::from("file:");
    if path.is_absolute() {
        uri.push_str("//");
        if !bytes.starts_with(b"/") {
            uri.push('/');
        }
    }
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

impl Db {
    /// Opens the file.
    pub(crate) fn open(path: &Path, access: Access) -> Result<Self> {
        let conn = connect(path, access).map_err(|e| Error::sqlite(path, e))?;
        Ok(Self { conn, path: path.to_owned() })
    }

    /// Closes the file.
    pub(crate) fn close(self) -> Result<()> {
        let path = self.path;
        self.conn.close().map_err(|(_, e)| Error::sqlite(&path, e))
    }

    /// The error of SQLite, with the name of the file.
    pub(crate) fn fault(&self, error: rusqlite::Error) -> Error {
        Error::sqlite(&self.path, error)
    }

    /// The error for a file that is not as it was written.
    pub(crate) fn damaged(&self, what: impl Into<String>) -> Error {
        Error::damaged(&self.path, what)
    }

    /// Reads JSON that the workspace wrote. Other text is damage. `name` names the record.
    pub(crate) fn parse<T: DeserializeOwned>(
        &self,
        text: &str,
        name: impl FnOnce() -> String,
    ) -> Result<T> {
        serde_json::from_str(text).map_err(|e| self.damaged(format!("{}: {e}", name())))
    }

    /// Reads a time that the workspace wrote. `name` names the record.
    pub(crate) fn moment(
        &self,
        text: &str,
        name: impl FnOnce() -> String,
    ) -> Result<DateTime<Utc>> {
        DateTime::parse_from_rfc3339(text)
            .map(|moment| moment.with_timezone(&Utc))
            .map_err(|e| self.damaged(format!("{}: {e}", name())))
    }

    /// Reads an identity that the workspace wrote.
    pub(crate) fn id<T, E: std::fmt::Display>(&self, id: std::result::Result<T, E>) -> Result<T> {
        id.map_err(|e| self.damaged(e.to_string()))
    }

    /// Runs one statement and returns the number of records that it touched.
    pub(crate) fn run(&self, sql: &str, params: impl Params) -> Result<usize> {
        let mut statement = self.conn.prepare_cached(sql).map_err(|e| self.fault(e))?;
        statement.execute(params).map_err(|e| self.fault(e))
    }

    /// Runs statements without parameters and results.
    pub(crate) fn batch(&self, sql: &str) -> Result<()> {
        self.conn.execute_batch(sql).map_err(|e| self.fault(e))
    }

    /// The first record; `None` if there is none.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.conn.prepare_cached(sql).map_err(|e| self.fault(e))?;
        let mut rows = statement.query(params).map_err(|e| self.fault(e))?;
        match rows.next().map_err(|e| self.fault(e))? {
            Some(row) => Ok(Some(read(row).map_err(|e| self.fault(e))?)),
            None => Ok(None),
        }
    }

    /// Gives each record to `each`, in order, without keeping them.
    pub(crate) fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut each: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(sql).map_err(|e| self.fault(e))?;
        let mut rows = statement.query(params).map_err(|e| self.fault(e))?;
        while let Some(row) = rows.next().map_err(|e| self.fault(e))? {
            each(row)?;
        }
        Ok(())
    }

    /// All records, in order.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(sql, params, |row| {
            found.push(read(row).map_err(|e| self.fault(e))?);
            Ok(())
        })?;
        Ok(found)
    }
}

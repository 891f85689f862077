//! The one connection: short ways to ask it, with errors that name the file.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Params, Row};

use crate::error::{Error, Result};

/// The connection and the file it stands for.
#[derive(Debug)]
pub(crate) struct Db {
    pub(crate) conn: Connection,
    pub(crate) path: PathBuf,
}

impl Db {
    pub(crate) fn new(conn: Connection, path: &Path) -> Self {
        // Each statement of this crate is prepared once.
        conn.set_prepared_statement_cache_capacity(64);
        Self { conn, path: path.to_owned() }
    }

    /// What SQLite says, with the file's name.
    pub(crate) fn fault(&self, error: rusqlite::Error) -> Error {
        Error::sqlite(&self.path, error)
    }

    /// The file is not as it was written.
    pub(crate) fn damaged(&self, what: impl Into<String>) -> Error {
        Error::damaged(&self.path, what)
    }

    /// Runs one statement; returns how many records it touched.
    pub(crate) fn run(&self, sql: &str, params: impl Params) -> Result<usize> {
        let mut statement = self.conn.prepare_cached(sql).map_err(|e| self.fault(e))?;
        statement.execute(params).map_err(|e| self.fault(e))
    }

    /// Runs statements that take nothing and return nothing.
    pub(crate) fn batch(&self, sql: &str) -> Result<()> {
        self.conn.execute_batch(sql).map_err(|e| self.fault(e))
    }

    /// The first record, if there is one.
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

    /// Hands each record to `each`, in order, without keeping them.
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

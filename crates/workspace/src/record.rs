//! What every kind of record has: one table with one description.
//!
//! A kind implements [`Record`] in its file under `kind/`. Reading, writing, checksums, totals and repair use that
//! description. A kind that undo reaches also implements its change, see `logged.rs`; the log, undo and redo, dump and
//! load use that.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Params, params_from_iter};
use serde::Serialize;

use crate::db::Db;
use crate::digest::{Algorithm, Digest};
use crate::error::{Error, Result};
use crate::integrity::{Table, altered, displayed};

/// A kind of record, and how its table has it.
pub(crate) trait Record: Sized {
    /// The table.
    const TABLE: Table;

    /// The record as columns, in the order of [`Table::names`].
    fn columns(&self) -> Result<Vec<Value>>;

    /// Reads a record from these columns.
    fn read(columns: &mut Columns<'_>) -> Result<Self>;

    /// Its entry in the search index; `None` if the kind is not searched or the record has no words.
    fn entry(&self) -> Option<Entry<'_>> {
        None
    }
}

/// The entry of a record in the search index.
pub(crate) struct Entry<'r> {
    /// Number of the entry.
    pub(crate) doc: i64,
    /// The project, the row and the field. For the title of a project, the row is empty.
    pub(crate) place: (&'r str, &'r str, &'r str),
    /// The words.
    pub(crate) words: String,
}

/// The columns of one record, which are read one after the other.
pub(crate) struct Columns<'r> {
    db: &'r Db,
    row: &'r rusqlite::Row<'r>,
    next: usize,
    /// The table. Errors name it.
    table: &'static Table,
}

impl<'r> Columns<'r> {
    fn name(&self) -> String {
        name(self.table, self.row)
    }

    fn take<T: rusqlite::types::FromSql>(&mut self) -> Result<T> {
        let column = self.row.get(self.next).map_err(|e| self.db.fault(e))?;
        self.next += 1;
        Ok(column)
    }

    /// A text; `None` if the column is empty.
    pub(crate) fn maybe_text(&mut self) -> Result<Option<String>> {
        self.take()
    }

    /// Text.
    pub(crate) fn text(&mut self) -> Result<String> {
        self.take()
    }

    /// A whole number.
    pub(crate) fn int(&mut self) -> Result<i64> {
        self.take()
    }

    /// A whole number; `None` if the column is empty.
    pub(crate) fn maybe_int(&mut self) -> Result<Option<i64>> {
        self.take()
    }

    /// A number with a fraction.
    pub(crate) fn real(&mut self) -> Result<f64> {
        self.take()
    }

    /// Bytes.
    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>> {
        self.take()
    }

    /// A time.
    pub(crate) fn moment(&mut self) -> Result<DateTime<Utc>> {
        let text = self.text()?;
        self.db.moment(&text, || self.name())
    }

    /// A time; `None` if the column is empty.
    pub(crate) fn maybe_moment(&mut self) -> Result<Option<DateTime<Utc>>> {
        let text = self.maybe_text()?;
        text.map(|text| self.db.moment(&text, || self.name())).transpose()
    }

    /// A value that the column has as JSON.
    pub(crate) fn json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T> {
        let column = self.row.get_ref(self.next).map_err(|e| self.db.fault(e))?;
        self.next += 1;
        let text = column.as_str().map_err(|e| self.damaged(e))?;
        self.db.parse(text, || self.name())
    }

    /// A name that must have a certain form, such as an identity.
    pub(crate) fn named<T, E: std::fmt::Display>(
        &mut self,
        make: impl FnOnce(String) -> Result<T, E>,
    ) -> Result<T> {
        let text = self.text()?;
        make(text).map_err(|e| self.damaged(e))
    }

    /// The error for a record that this program could not have written.
    pub(crate) fn damaged(&self, what: impl std::fmt::Display) -> Error {
        self.db.damaged(format!("{}: {what}", self.name()))
    }
}

/// A time in the form in which the tables have it: RFC 3339 in UTC, with milliseconds or as precise as it was given.
pub(crate) fn stamp(moment: DateTime<Utc>) -> String {
    let whole = moment.timestamp_subsec_nanos().is_multiple_of(1_000_000);
    moment.to_rfc3339_opts(if whole { SecondsFormat::Millis } else { SecondsFormat::Nanos }, true)
}

/// A value as the JSON that a table has.
pub(crate) fn json<T: Serialize>(thing: &T) -> Result<String> {
    serde_json::to_string(thing).map_err(|e| Error::Misuse(e.to_string()))
}

/// A text as a column.
pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A text as a column, or an empty column.
pub(crate) fn maybe_text(text: Option<String>) -> Value {
    text.map_or(Value::Null, Value::Text)
}

/// A number as a column, or an empty column.
pub(crate) fn maybe_int(int: Option<i64>) -> Value {
    int.map_or(Value::Null, Value::Integer)
}

/// Reads and checks one record with its checksum.
fn record<R: Record>(db: &Db, row: &rusqlite::Row<'_>) -> Result<(R, i64)> {
    let last = row.as_ref().column_count() - 1;
    let mut digest = Digest::new(Algorithm::NEWEST);
    for column in 0..last {
        digest = digest.column(row.get_ref(column).map_err(|e| db.fault(e))?);
    }
    let stored: i64 = row.get(last).map_err(|e| db.fault(e))?;
    if digest.sum() != stored {
        return Err(altered(db, &name(&R::TABLE, row)));
    }
    let record = R::read(&mut Columns { db, row, next: 0, table: &R::TABLE })?;
    Ok((record, stored))
}

/// The table and the key of the record, for an error.
fn name(table: &Table, row: &rusqlite::Row<'_>) -> String {
    let keys = (0..table.keys.len()).map(|at| row.get_ref(at).map_or("?".to_owned(), displayed));
    format!("{} {}", table.name, keys.collect::<Vec<_>>().join("/"))
}

/// The SQL statements for the table of a kind of record. They are built once, because one commit needs several of them.
struct Statements {
    /// Reads records. A clause must follow.
    select: String,
    /// Reads the record with a key.
    select_one: String,
    upsert: String,
    /// Removes the record with a key.
    delete: String,
}

impl Statements {
    /// The SQL statements for the table of `R`.
    fn of<R: Record>() -> Arc<Statements> {
        /// The statements, by the name of the table.
        static ALL: Mutex<BTreeMap<&str, Arc<Statements>>> = Mutex::new(BTreeMap::new());
        let table = &R::TABLE;
        // A panic elsewhere cannot have left a statement incomplete.
        let mut all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
        let statements = all.entry(table.name).or_insert_with(|| {
            let (select, where_key) = (table.select(), table.where_key());
            Arc::new(Statements {
                select_one: format!("{select} {where_key}"),
                upsert: table.upsert(),
                delete: format!("DELETE FROM {} {where_key}", table.name),
                select,
            })
        });
        Arc::clone(statements)
    }
}

impl Db {
    /// The record with this key, and its checksum.
    pub(crate) fn record<R: Record>(&self, key: &[&str]) -> Result<Option<(R, i64)>> {
        let mut found = None;
        self.each(&Statements::of::<R>().select_one, params_from_iter(key), |row| {
            found = Some(record::<R>(self, row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The records that a clause selects, in its order, with their checksums.
    pub(crate) fn records<R: Record>(
        &self,
        clause: &str,
        params: impl Params,
    ) -> Result<Vec<(R, i64)>> {
        let mut found = Vec::new();
        self.each_record(clause, params, |record, sum| {
            found.push((record, sum));
            Ok(())
        })?;
        Ok(found)
    }

    /// Gives each record that a clause selects to `each`, with its checksum.
    pub(crate) fn each_record<R: Record>(
        &self,
        clause: &str,
        params: impl Params,
        mut each: impl FnMut(R, i64) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("{} {clause}", Statements::of::<R>().select);
        self.each(&sql, params, |row| {
            let (record, sum) = record::<R>(self, row)?;
            each(record, sum)
        })
    }

    /// Writes a record in place of the one with the same key. Returns its checksum.
    pub(crate) fn write_record<R: Record>(&self, record: &R) -> Result<i64> {
        let mut columns = record.columns()?;
        let mut digest = Digest::new(Algorithm::NEWEST);
        for column in &columns {
            digest = digest.column(ValueRef::from(column));
        }
        let sum = digest.sum();
        columns.push(Value::Integer(sum));
        self.run(&Statements::of::<R>().upsert, params_from_iter(columns))?;
        Ok(sum)
    }

    /// Removes the record with this key.
    pub(crate) fn remove_record<R: Record>(&self, key: &[&str]) -> Result<()> {
        self.run(&Statements::of::<R>().delete, params_from_iter(key))?;
        Ok(())
    }
}

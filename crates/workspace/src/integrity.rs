//! Checksums. A record that was not written in this form is never shown.
//!
//! SQLite checks the structure of its pages, but not their content. Therefore every record has a checksum of its own
//! columns, and the table `tally` has the number of records of each table and the sum of their checksums. A changed
//! record is named. A missing record, or a page from another time, makes the totals wrong.

use std::collections::BTreeMap;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{params, params_from_iter};

use crate::db::Db;
use crate::digest::{Algorithm, Digest};
use crate::error::{Error, Result};

/// A table with what people entered. Its last column is `sum`, the checksum of all other columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: &'static str,
    /// The columns that identify a record.
    pub(crate) keys: &'static [&'static str],
    /// The other columns, in the order in which the checksum takes them.
    pub(crate) rest: &'static [&'static str],
    /// The columns by which its records are ordered in the file.
    pub(crate) order: &'static str,
    /// Whether SQLite has to be told to read in that order instead of using an index.
    pub(crate) past_indexes: bool,
    /// Whether it has another index. Opening checks such indexes, because a query may use them.
    pub(crate) indexed: bool,
}

impl Table {
    /// All columns except the checksum, the key first.
    pub(crate) fn names(&self) -> String {
        let names: Vec<&str> = self.keys.iter().chain(self.rest).copied().collect();
        names.join(", ")
    }

    /// The `WHERE` clause for one record, with a parameter for each column of the key.
    pub(crate) fn where_key(&self) -> String {
        let keys: Vec<String> = self.keys.iter().map(|key| format!("{key} = ?")).collect();
        format!("WHERE {}", keys.join(" AND "))
    }

    /// A statement that reads all columns of records, the checksum last. The clause that selects them must follow.
    pub(crate) fn select(&self) -> String {
        format!("SELECT {}, sum FROM {}", self.names(), self.name)
    }

    /// A statement that writes a record, whether or not it exists. It has a parameter for each column, the checksum
    /// last.
    pub(crate) fn upsert(&self) -> String {
        let set: Vec<String> = self
            .rest
            .iter()
            .chain(&["sum"])
            .map(|name| format!("{name} = excluded.{name}"))
            .collect();
        let places = vec!["?"; self.keys.len() + self.rest.len() + 1].join(", ");
        format!(
            "INSERT INTO {} ({}, sum) VALUES ({places}) ON CONFLICT ({}) DO UPDATE SET {}",
            self.name,
            self.names(),
            self.keys.join(", "),
            set.join(", ")
        )
    }

    /// A statement that reads all records in the order of the table, without using an index.
    pub(crate) fn scan(&self) -> String {
        let past = if self.past_indexes { "NOT INDEXED" } else { "" };
        format!(
            "SELECT {}, sum FROM main.{} {past} ORDER BY {}",
            self.names(),
            self.name,
            self.order
        )
    }
}

/// What is needed to verify a file: its tables and the algorithm of its checksums.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    /// The tables that have records.
    pub(crate) tables: &'static [&'static Table],
    /// The algorithm of the checksums.
    pub(crate) algorithm: Algorithm,
}

/// The number of records of a table, and the sum of their checksums.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Total {
    records: i64,
    total: i64,
}

/// The totals of all tables, as the table `tally` has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally(BTreeMap<&'static str, Total>);

impl Tally {
    /// Counts a record that was added.
    pub(crate) fn add(&mut self, table: &'static str, sum: i64) {
        let total = self.0.entry(table).or_default();
        total.records += 1;
        total.total = total.total.wrapping_add(sum);
    }

    /// Counts a record that was removed.
    pub(crate) fn take(&mut self, table: &'static str, sum: i64) {
        let total = self.0.entry(table).or_default();
        total.records -= 1;
        total.total = total.total.wrapping_sub(sum);
    }

    /// Whether no table has a record.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.values().all(|total| *total == Total::default())
    }

    /// Reads the totals of these tables from the file.
    pub(crate) fn read(db: &Db, tables: &[&'static Table]) -> Result<Tally> {
        let mut tally = Tally::default();
        for table in tables {
            tally.0.insert(table.name, read_total(db, table.name)?);
        }
        Ok(tally)
    }

    /// Writes the totals that differ from `old`.
    pub(crate) fn write(&self, db: &Db, old: &Tally) -> Result<()> {
        for (name, total) in &self.0 {
            if old.0.get(name) != Some(total) {
                write_total(db, name, *total)?;
            }
        }
        Ok(())
    }
}

fn read_total(db: &Db, name: &str) -> Result<Total> {
    db.one("SELECT records, total FROM tally WHERE name = ?1", [name], |row| {
        Ok(Total { records: row.get(0)?, total: row.get(1)? })
    })?
    .ok_or_else(|| db.damaged(format!("the totals of \"{name}\" are missing")))
}

fn write_total(db: &Db, name: &str, total: Total) -> Result<()> {
    db.run(
        "INSERT INTO tally (name, records, total) VALUES (?1, ?2, ?3)
         ON CONFLICT (name) DO UPDATE SET records = excluded.records, total = excluded.total",
        params![name, total.records, total.total],
    )?;
    Ok(())
}

/// The total over the tables, indexes and checks that the file itself describes.
fn schema_total(db: &Db, algorithm: Algorithm) -> Result<Total> {
    let mut total = Total::default();
    db.each(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
        [],
        |row| {
            let mut digest = Digest::new(algorithm);
            for column in 0..4 {
                digest = digest.column(row.get_ref(column).map_err(|e| db.fault(e))?);
            }
            total.records += 1;
            total.total = total.total.wrapping_add(digest.sum());
            Ok(())
        },
    )?;
    Ok(total)
}

/// Writes all checksums and totals again: for a new workspace, and after a migration.
pub(crate) fn retally(db: &Db, layout: &Layout) -> Result<()> {
    for table in layout.verified() {
        let mut total = Total::default();
        let mut sums: Vec<Vec<Value>> = Vec::new();
        scan(db, table, layout.algorithm, |keys, found, stored| {
            total.records += 1;
            total.total = total.total.wrapping_add(found);
            if found != stored {
                let mut record = vec![Value::Integer(found)];
                for &key in keys {
                    record.push(Value::try_from(key).map_err(|e| db.damaged(e.to_string()))?);
                }
                sums.push(record);
            }
            Ok(())
        })?;
        let sql = format!("UPDATE {} SET sum = ? {}", table.name, table.where_key());
        for record in sums {
            db.run(&sql, params_from_iter(record))?;
        }
        write_total(db, table.name, total)?;
    }
    write_total(db, "schema", schema_total(db, layout.algorithm)?)
}

/// Reads every record of a table: its key, the checksum of its columns, and its stored checksum.
fn scan(
    db: &Db,
    table: &Table,
    algorithm: Algorithm,
    mut each: impl FnMut(&[ValueRef<'_>], i64, i64) -> Result<()>,
) -> Result<()> {
    let mut digest = Digest::new(algorithm);
    db.each(&table.scan(), [], |row| {
        let last = row.as_ref().column_count() - 1;
        digest.restart();
        let mut keys = [ValueRef::Null; 3];
        for column in 0..last {
            let value = row.get_ref(column).map_err(|e| db.fault(e))?;
            if let Some(key) = keys[..table.keys.len()].get_mut(column) {
                *key = value;
            }
            digest.add(value);
        }
        let stored: i64 = row.get(last).map_err(|e| db.fault(e))?;
        each(&keys[..table.keys.len()], digest.sum(), stored)
    })
}

/// Checks every record of a table against its checksum, and returns the totals.
fn check(db: &Db, table: &Table, algorithm: Algorithm) -> Result<Total> {
    let mut total = Total::default();
    scan(db, table, algorithm, |keys, found, stored| {
        if found != stored {
            let key: Vec<String> = keys.iter().map(|&key| displayed(key)).collect();
            return Err(altered(db, &format!("{} {}", table.name, key.join("/"))));
        }
        total.records += 1;
        total.total = total.total.wrapping_add(found);
        Ok(())
    })?;
    Ok(total)
}

/// A column of a key in the form in which errors show it.
pub(crate) fn displayed(column: ValueRef<'_>) -> String {
    match column {
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Integer(int) => int.to_string(),
        _ => "?".to_owned(),
    }
}

/// The error for a record, named by table and key, that is not as it was written.
pub(crate) fn altered(db: &Db, name: &str) -> Error {
    db.damaged(format!("{name} is not as it was written"))
}

/// Checks the whole file: the pages, the indexes of the small tables, every record, and the totals.
///
/// Returns the damage if every record is as it was written and something else is damaged; see [`crate::repair`].
///
/// # Errors
/// `Damaged` if a record, a total or the description of the tables is not as it was written.
pub(crate) fn verify(db: &Db, layout: &Layout) -> Result<Option<String>> {
    // The conditions on columns were true when the record was written, and its checksum proves that the record did not
    // change.
    db.batch("PRAGMA ignore_check_constraints = ON")?;
    let complaint = complaint(db, layout);
    db.batch("PRAGMA ignore_check_constraints = OFF")?;
    let complaint = complaint?;
    if complaint.is_none() {
        records_are_whole(db, layout)?;
        return Ok(None);
    }
    match (records_are_whole(db, layout), complaint) {
        (Err(Error::Damaged { .. }), Some(first)) => Err(db.damaged(first)),
        (whole, complaint) => whole.map(|()| complaint),
    }
}

/// The first fault in the pages and the indexes of the file.
fn complaint(db: &Db, layout: &Layout) -> Result<Option<String>> {
    let indexed = layout.tables.iter().filter(|table| table.indexed);
    let checks = indexed.map(|table| format!("PRAGMA integrity_check({})", table.name));
    for check in std::iter::once("PRAGMA quick_check(3)".to_owned()).chain(checks) {
        match db.all(&check, [], |row| row.get::<_, String>(0)) {
            Ok(lines) => {
                if let Some(first) = lines.into_iter().find(|line| line != "ok") {
                    return Ok(Some(first.replace('\n', " ")));
                }
            }
            // The damage is so great that the check itself failed.
            Err(Error::Damaged { what, .. }) => return Ok(Some(what)),
            Err(other) => return Err(other),
        }
    }
    for index in layout.indexes() {
        match table_is_whole(db, index, layout.algorithm) {
            Ok(()) => {}
            Err(Error::Damaged { what, .. }) => return Ok(Some(what)),
            Err(other) => return Err(other),
        }
    }
    Ok(None)
}

/// Checks every record, the totals, and the description of the tables.
pub(crate) fn records_are_whole(db: &Db, layout: &Layout) -> Result<()> {
    if schema_total(db, layout.algorithm)? != read_total(db, "schema")? {
        return Err(db.damaged("the description of its tables is not as it was written"));
    }
    layout.tables.iter().try_for_each(|table| table_is_whole(db, table, layout.algorithm))
}

/// Checks every record of a table, and its total.
fn table_is_whole(db: &Db, table: &Table, algorithm: Algorithm) -> Result<()> {
    let stored = read_total(db, table.name)?;
    let found = check(db, table, algorithm)?;
    if found == stored {
        return Ok(());
    }
    let counts = format!("{} of {} records", found.records, stored.records);
    Err(db.damaged(format!("table \"{}\" is not as it was written ({counts})", table.name)))
}

//! Checksums: nothing that was not written is ever shown as if it had been.
//!
//! SQLite checks the shape of its pages, not what stands in them. So every record carries a checksum of its own
//! columns, and the table `tally` carries how many records each table has and the sum of their checksums. A record that
//! changed is named; a record that vanished, or a page from another time, makes the totals disagree.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{params, params_from_iter};

use crate::db::Db;
use crate::error::{Error, Result};

/// A checksum over the columns of one record.
///
/// Each step maps the state one to one, so that a change within one word of eight bytes always changes the result.
/// Not a defence against somebody who forges a file; nothing offline could be.
pub(crate) struct Digest(u64);

impl Digest {
    pub(crate) fn new() -> Self {
        Self(0x243f_6a88_85a3_08d3)
    }

    fn word(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn bytes(&mut self, kind: u64, bytes: &[u8]) {
        self.word(kind << 56 | bytes.len() as u64);
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            let mut eight = [0; 8];
            eight.copy_from_slice(word);
            self.word(u64::from_le_bytes(eight));
        }
        let rest = words.remainder();
        if !rest.is_empty() {
            let mut eight = [0; 8];
            eight[..rest.len()].copy_from_slice(rest);
            self.word(u64::from_le_bytes(eight));
        }
    }

    pub(crate) fn text(mut self, text: &str) -> Self {
        self.bytes(1, text.as_bytes());
        self
    }

    pub(crate) fn maybe_text(self, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(text),
            None => self.nothing(),
        }
    }

    pub(crate) fn int(mut self, int: i64) -> Self {
        self.bytes(2, &int.to_le_bytes());
        self
    }

    pub(crate) fn maybe_int(self, int: Option<i64>) -> Self {
        match int {
            Some(int) => self.int(int),
            None => self.nothing(),
        }
    }

    pub(crate) fn real(mut self, real: f64) -> Self {
        self.bytes(3, &real.to_bits().to_le_bytes());
        self
    }

    fn nothing(mut self) -> Self {
        self.bytes(4, &[]);
        self
    }

    /// A column as SQLite holds it.
    fn column(mut self, column: ValueRef<'_>) -> Self {
        match column {
            ValueRef::Null => self.nothing(),
            ValueRef::Integer(int) => self.int(int),
            ValueRef::Real(real) => self.real(real),
            ValueRef::Text(bytes) => {
                self.bytes(1, bytes);
                self
            }
            ValueRef::Blob(bytes) => {
                self.bytes(5, bytes);
                self
            }
        }
    }

    pub(crate) fn sum(&self) -> i64 {
        self.0.cast_signed()
    }
}

/// The tables that hold what people entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    Project,
    Row,
    Value,
    Citation,
    Operation,
}

impl Table {
    pub(crate) const ALL: [Table; 5] =
        [Table::Project, Table::Row, Table::Value, Table::Citation, Table::Operation];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Table::Project => "project",
            Table::Row => "row",
            Table::Value => "value",
            Table::Citation => "citation",
            Table::Operation => "operation",
        }
    }

    /// The columns that name a record.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Table::Project => &["id"],
            Table::Row | Table::Citation => &["project", "id"],
            Table::Value => &["project", "row", "field"],
            Table::Operation => &["seq"],
        }
    }

    /// All columns, the key first and the checksum last, in the order in which the checksum takes them.
    pub(crate) fn columns(self) -> &'static str {
        match self {
            Table::Project => {
                "id, number, title, language, version, forms, providers, created, trashed, changed, doc, sum"
            }
            Table::Row => "project, id, register, key, position, trashed, sum",
            Table::Value => "project, row, field, value, updated, doc, sum",
            Table::Citation => "project, id, citation, sum",
            Table::Operation => "seq, id, project, scope, at, until, label, state, changes, sum",
        }
    }

    /// Reads all records in the order in which they lie in the table, past its indexes.
    pub(crate) fn scan(self) -> String {
        let (past, order) = match self {
            Table::Project => ("NOT INDEXED", "number"),
            Table::Row | Table::Citation => ("", "project, id"),
            Table::Value => ("", "project, row, field"),
            Table::Operation => ("NOT INDEXED", "seq"),
        };
        format!("SELECT {} FROM main.{} {past} ORDER BY {order}", self.columns(), self.name())
    }
}

/// Number and sum of the checksums of one table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Total {
    records: i64,
    total: i64,
}

/// The totals of all tables, as `tally` holds them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally([Total; 5]);

impl Tally {
    /// A record came.
    pub(crate) fn add(&mut self, table: Table, sum: i64) {
        let total = &mut self.0[table as usize];
        total.records += 1;
        total.total = total.total.wrapping_add(sum);
    }

    /// A record went.
    pub(crate) fn take(&mut self, table: Table, sum: i64) {
        let total = &mut self.0[table as usize];
        total.records -= 1;
        total.total = total.total.wrapping_sub(sum);
    }

    /// Reads what the file says.
    pub(crate) fn read(db: &Db) -> Result<Tally> {
        let mut tally = Tally::default();
        for table in Table::ALL {
            tally.0[table as usize] = read_total(db, table.name())?;
        }
        Ok(tally)
    }

    /// Writes the totals that differ from `old`.
    pub(crate) fn write(&self, db: &Db, old: &Tally) -> Result<()> {
        for table in Table::ALL {
            let total = self.0[table as usize];
            if total != old.0[table as usize] {
                write_total(db, table.name(), total)?;
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

/// The tables, indexes and checks that the file describes itself with.
fn schema_total(db: &Db) -> Result<Total> {
    let mut total = Total::default();
    db.each(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
        [],
        |row| {
            let mut digest = Digest::new();
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

/// Writes all checksums and totals anew: when a workspace is made, and after a migration.
pub(crate) fn retally(db: &Db) -> Result<()> {
    for table in Table::ALL {
        let mut total = Total::default();
        let mut sums: Vec<Vec<Value>> = Vec::new();
        scan(db, table, |keys, found, told| {
            total.records += 1;
            total.total = total.total.wrapping_add(found);
            if found != told {
                let mut record = vec![Value::Integer(found)];
                for &key in keys {
                    record.push(Value::try_from(key).map_err(|e| db.damaged(e.to_string()))?);
                }
                sums.push(record);
            }
            Ok(())
        })?;
        let keys: Vec<String> = table.keys().iter().map(|key| format!("{key} = ?")).collect();
        let sql = format!("UPDATE {} SET sum = ? WHERE {}", table.name(), keys.join(" AND "));
        for record in sums {
            db.run(&sql, params_from_iter(record))?;
        }
        write_total(db, table.name(), total)?;
    }
    write_total(db, "schema", schema_total(db)?)
}

/// Reads every record of a table: its key, the checksum of its columns, and the checksum it bears.
fn scan(
    db: &Db,
    table: Table,
    mut each: impl FnMut(&[ValueRef<'_>], i64, i64) -> Result<()>,
) -> Result<()> {
    db.each(&table.scan(), [], |row| {
        let last = row.as_ref().column_count() - 1;
        let mut digest = Digest::new();
        let mut keys = [ValueRef::Null; 3];
        for column in 0..last {
            let held = row.get_ref(column).map_err(|e| db.fault(e))?;
            if let Some(key) = keys[..table.keys().len()].get_mut(column) {
                *key = held;
            }
            digest = digest.column(held);
        }
        let told: i64 = row.get(last).map_err(|e| db.fault(e))?;
        each(&keys[..table.keys().len()], digest.sum(), told)
    })
}

/// Checks every record of a table against its checksum, and returns the totals.
fn check(db: &Db, table: Table) -> Result<Total> {
    let mut total = Total::default();
    scan(db, table, |keys, found, told| {
        if found != told {
            let key: Vec<String> = keys.iter().map(|&key| said(key)).collect();
            return Err(altered(db, table, &key.join("/")));
        }
        total.records += 1;
        total.total = total.total.wrapping_add(found);
        Ok(())
    })?;
    Ok(total)
}

fn said(column: ValueRef<'_>) -> String {
    match column {
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Integer(int) => int.to_string(),
        _ => "?".to_owned(),
    }
}

/// A record is not as it was written.
pub(crate) fn altered(db: &Db, table: Table, key: &str) -> Error {
    db.damaged(format!("{} {key} is not as it was written", table.name()))
}

/// Checks the whole file: the pages, the indexes of the small tables, every record, and the totals.
///
/// Gives what is damaged where every record is as it was written all the same; see [`crate::repair`].
///
/// # Errors
/// `Damaged` where a record, a total or the description of the tables is not as it was written.
pub(crate) fn verify(db: &Db) -> Result<Option<String>> {
    // The conditions on columns held when a record was written, and its checksum says that it still is that record.
    db.batch("PRAGMA ignore_check_constraints = ON")?;
    let complaint = complaint(db);
    db.batch("PRAGMA ignore_check_constraints = OFF")?;
    let complaint = complaint?;
    if complaint.is_none() {
        records_are_whole(db)?;
        return Ok(None);
    }
    match (records_are_whole(db), complaint) {
        (Err(Error::Damaged { .. }), Some(first)) => Err(db.damaged(first)),
        (whole, complaint) => whole.map(|()| complaint),
    }
}

/// The first thing that SQLite has to say against the file.
fn complaint(db: &Db) -> Result<Option<String>> {
    for check in [
        "PRAGMA quick_check(3)",
        "PRAGMA integrity_check(project)",
        "PRAGMA integrity_check(row)",
        "PRAGMA integrity_check(operation)",
    ] {
        match db.all(check, [], |row| row.get::<_, String>(0)) {
            Ok(said) => {
                if let Some(first) = said.into_iter().find(|said| said != "ok") {
                    return Ok(Some(first.replace('\n', " ")));
                }
            }
            // So damaged that the check itself could not go on.
            Err(Error::Damaged { what, .. }) => return Ok(Some(what)),
            Err(other) => return Err(other),
        }
    }
    Ok(None)
}

fn records_are_whole(db: &Db) -> Result<()> {
    if schema_total(db)? != read_total(db, "schema")? {
        return Err(db.damaged("the description of its tables is not as it was written"));
    }
    for table in Table::ALL {
        let (found, told) = (check(db, table)?, read_total(db, table.name())?);
        if found != told {
            let counts = format!("{} of {} records", found.records, told.records);
            return Err(db.damaged(format!(
                "table \"{}\" is not as it was written ({counts})",
                table.name()
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_byte_always_changes_the_sum() {
        let text = "Ærlig talt: the data are kept for ten years.".as_bytes().to_vec();
        let sum = |bytes: &[u8]| {
            let mut digest = Digest::new();
            digest.bytes(1, bytes);
            digest.sum()
        };
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut flipped = text.clone();
                flipped[at] ^= 1 << bit;
                assert_ne!(sum(&flipped), sum(&text), "bit {bit} of byte {at} goes unnoticed");
            }
        }
    }

    #[test]
    fn columns_do_not_run_into_each_other() {
        let two = |a, b| Digest::new().text(a).text(b).sum();
        assert_ne!(two("ab", "c"), two("a", "bc"));
        assert_ne!(Digest::new().maybe_text(None).sum(), Digest::new().text("").sum());
        assert_ne!(Digest::new().int(1).sum(), Digest::new().real(f64::from_bits(1)).sum());
    }
}

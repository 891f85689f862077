//! Repairs a file: makes data again that follows from the records.
//!
//! Titles, answers, citations and the log are records with checksums. Everything else in the file serves them: the
//! search index, the indexes of tables, the distribution of pages. If every record is correct and something else is
//! damaged, the records are copied to a fresh file, everything else is made again from them, and the pages of that file
//! replace the damaged ones in one transaction. Nothing is ever written into damaged pages, because a damaged index may
//! claim pages that belong to records.

use std::path::Path;

use rusqlite::backup::Backup;

use crate::db::{Access, Db, plain};
use crate::error::{Error, Result};
use crate::files;
use crate::integrity::{self, Layout, Table, Tally};
use crate::kind::project::ProjectRecord;
use crate::kind::value::StoredAnswer;
use crate::layout::{APPLICATION_ID, FORMAT, NEWEST};
use crate::notice::Notice;
use crate::passage_index::index_all_passages;
use crate::record::Record as _;
use crate::schema::make_tables;
use crate::workspace::Workspace;
use crate::writer::Writer;

impl Workspace {
    /// Checks the whole file, and makes damaged data again if it follows from the records. Returns whether there was
    /// damage.
    ///
    /// # Errors
    /// `Damaged` if a record is not as it was written. The file is then not changed.
    pub fn repair(&mut self) -> Result<bool> {
        let Some(notice) = repair(&mut self.db)? else { return Ok(false) };
        self.notices.push(notice);
        Ok(true)
    }
}

/// Verifies the file. If only data that serves the records is damaged, makes that data again.
pub(crate) fn repair(db: &mut Db) -> Result<Option<Notice>> {
    let Some(damage) = integrity::verify(db, &NEWEST)? else { return Ok(None) };
    let make = |fresh: &Db| {
        make_tables(fresh)?;
        fresh.batch(&format!("PRAGMA user_version = {FORMAT}"))
    };
    make_anew(db, &NEWEST, make, |_| Ok(()))?;
    Ok(Some(Notice::Repaired { damage }))
}

/// Copies the records to a fresh file, and replaces the pages of the open file by those of the fresh one. `layout` is
/// the layout of the open file. `make` makes its tables in the fresh file, and `upgrade` migrates the fresh file with
/// its records to the newest format.
pub(crate) fn make_anew(
    db: &mut Db,
    layout: &Layout,
    make: impl FnOnce(&Db) -> Result<()>,
    upgrade: impl FnOnce(&Db) -> Result<()>,
) -> Result<()> {
    let part = files::part_of(&db.path);
    let done = read_out(db, &part, layout, make)
        .and_then(|fresh| complete(db, &fresh, upgrade).map(|()| fresh))
        .and_then(|fresh| {
            take_over(&fresh, db)?;
            fresh.close()
        });
    files::discard(&part);
    done.map_err(|error| files::about(&db.path, error))?;
    match integrity::verify(db, &NEWEST)? {
        None => Ok(()),
        Some(still) => Err(db.damaged(still)),
    }
}

/// Copies the records to a file of their own, whose tables `make` makes.
fn read_out(
    db: &Db,
    part: &Path,
    layout: &Layout,
    make: impl FnOnce(&Db) -> Result<()>,
) -> Result<Db> {
    files::make_private(part)?;
    let fresh = Db::open(part, Access::Write)?;
    // If this program ends in between, nobody needs the file.
    fresh.batch(
        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;
         PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
         PRAGMA locking_mode = NORMAL;",
    )?;
    fresh.batch(&format!("PRAGMA application_id = {APPLICATION_ID}"))?;
    make(&fresh)?;
    let name = plain(part);
    let name = name.to_str().ok_or_else(|| db.damaged("its search index"))?;
    db.run("ATTACH ?1 AS fresh", [name])?;
    let copied = layout.tables.iter().try_for_each(|table| copy(db, table));
    let parted = db.batch("DETACH fresh");
    copied.and(parted)?;
    fresh.batch("BEGIN")?;
    integrity::retally(&fresh, layout)?;
    fresh.batch("COMMIT")?;
    if Tally::read(&fresh, layout.tables)? != Tally::read(db, layout.tables)? {
        return Err(db.damaged("its records cannot be read out whole"));
    }
    Ok(fresh)
}

/// Migrates the fresh file to the newest format, makes its search index, and verifies it.
fn complete(db: &Db, fresh: &Db, upgrade: impl FnOnce(&Db) -> Result<()>) -> Result<()> {
    fresh.batch("BEGIN")?;
    upgrade(fresh)?;
    index(fresh)?;
    fresh.batch("COMMIT")?;
    match integrity::verify(fresh, &NEWEST)? {
        None => Ok(()),
        Some(odd) => Err(db.damaged(odd)),
    }
}

/// Copies the records of a table in the order of the table, without using an index that may be damaged.
fn copy(db: &Db, table: &Table) -> Result<()> {
    let (name, columns) = (table.name, table.names());
    db.run(
        &format!(
            "INSERT INTO fresh.{name} ({columns}, sum) SELECT {columns}, sum FROM ({})",
            table.scan()
        ),
        [],
    )?;
    Ok(())
}

/// Makes the search index from the records. Each entry gets the number that its record names.
fn index(db: &Db) -> Result<()> {
    let mut writer = Writer::new(db, Tally::default());
    let projects = db.records::<ProjectRecord>("ORDER BY number", [])?;
    for (project, _) in &projects {
        if let Some(entry) = project.entry() {
            writer.enter_again(&entry, project.number)?;
        }
    }
    for (project, _) in &projects {
        let clause = "WHERE project = ?1 AND doc IS NOT NULL ORDER BY doc";
        let answers = db.records::<StoredAnswer>(clause, [project.head.id.as_str()])?;
        for (answer, _) in &answers {
            if let Some(entry) = answer.entry() {
                writer.enter_again(&entry, project.number)?;
            }
        }
    }
    db.run("INSERT INTO search (search) VALUES ('optimize')", [])?;
    index_all_passages(&mut writer)?;
    writer.tally.write(db, &Tally::default())
}

/// Writes every page of the fresh file over the open one, in one transaction: after a crash, the open file is
/// unchanged.
fn take_over(fresh: &Db, db: &mut Db) -> Result<()> {
    let path = db.path.clone();
    let copied = Backup::new(&fresh.conn, &mut db.conn).and_then(|copy| copy.step(-1));
    match copied.map_err(|e| Error::sqlite(&path, e))? {
        rusqlite::backup::StepResult::Done => Ok(()),
        _ => Err(Error::Locked { path }),
    }
}

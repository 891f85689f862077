//! Putting right what can be made anew.
//!
//! Titles, answers, citations and the log are records with checksums. All else in the file serves them: the search
//! index, the indexes of tables, how pages are shared out. Where every record is as it was written and something else
//! is not, the records are read out into a fresh file, all else is made anew from them, and the pages of that file
//! take the place of the damaged ones in one transaction. Nothing is ever written into damaged pages: a damaged index
//! may claim pages that records lie in.

use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;
use rusqlite::backup::Backup;
use vurder_model::id::{ProjectId, RowId};

use crate::backup;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::integrity::{self, Table, Tally};
use crate::open::{APPLICATION_ID, FORMAT, SCHEMA, Workspace, close, connect, plain};
use crate::record;
use crate::store::Writer;

/// Something a person should know of the file, though it is open and whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The search index or another part that serves the records was damaged and has been made anew. Nothing is lost.
    Renewed {
        /// What SQLite said of the damage.
        damage: String,
    },
    /// The copy of the day could not be written. The work itself is saved.
    NotCopied {
        /// The folder it was meant for.
        folder: PathBuf,
        /// What kept it from being written.
        reason: String,
    },
}

impl Workspace {
    /// What a person should know of the file.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Checks the whole file and makes anew what is damaged but can be made from the records. Says whether there was
    /// anything to do.
    ///
    /// # Errors
    /// `Damaged` where a record is not as it was written; then the file is left as it is.
    pub fn put_right(&mut self) -> Result<bool> {
        let Some(notice) = put_right(&mut self.db)? else { return Ok(false) };
        self.notices.push(notice);
        Ok(true)
    }
}

/// Verifies the file; makes anew what only serves the records, where that is damaged.
pub(crate) fn put_right(db: &mut Db) -> Result<Option<Notice>> {
    let Some(damage) = integrity::verify(db)? else { return Ok(None) };
    let part = backup::part_of(&db.path);
    let fresh = read_out(db, &part).and_then(|fresh| {
        take_over(&fresh, db)?;
        close(fresh)
    });
    backup::discard(&part);
    fresh.map_err(|error| backup::about(&db.path, error))?;
    match integrity::verify(db)? {
        None => Ok(Some(Notice::Renewed { damage })),
        Some(still) => Err(db.damaged(still)),
    }
}

/// The records in a file of their own, with all else made anew.
fn read_out(db: &Db, part: &Path) -> Result<Db> {
    backup::make_private(part)?;
    let fresh = connect(part, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // If this program ends on the way, the file is of no use.
    fresh.batch(
        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;
         PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
         PRAGMA locking_mode = NORMAL;",
    )?;
    fresh.batch(SCHEMA)?;
    fresh.batch(&format!(
        "PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};"
    ))?;
    let name = plain(part);
    let name = name.to_str().ok_or_else(|| db.damaged("its search index"))?;
    db.run("ATTACH ?1 AS fresh", [name])?;
    let copied = Table::ALL.into_iter().try_for_each(|table| copy(db, table));
    let parted = db.batch("DETACH fresh");
    copied.and(parted)?;
    fresh.batch("BEGIN")?;
    index(&fresh)?;
    integrity::retally(&fresh)?;
    fresh.batch("COMMIT")?;
    if Tally::read(&fresh)? != Tally::read(db)? {
        return Err(db.damaged("its records cannot be read out whole"));
    }
    match integrity::verify(&fresh)? {
        None => Ok(fresh),
        Some(odd) => Err(db.damaged(odd)),
    }
}

/// Reads a table by its own order, not by an index, and writes record after record: `+` keeps SQLite from copying pages.
fn copy(db: &Db, table: Table) -> Result<()> {
    let (name, columns) = (table.name(), table.columns());
    db.run(
        &format!("INSERT INTO fresh.{name} ({columns}) SELECT {columns} FROM ({})", table.scan()),
        [],
    )?;
    Ok(())
}

/// Makes the search index from the records, each under the entry that its record names.
fn index(db: &Db) -> Result<()> {
    let mut writer = Writer { db, tally: Tally::default(), written: true, indexed: 0 };
    let mut numbers = Vec::new();
    for project in record::projects(db)? {
        if let Some(doc) = project.doc {
            writer.enter_title(doc, project.number, &project.head.id, &project.head.title)?;
        }
        numbers.push((project.head.id, project.number));
    }
    for (project, number) in &numbers {
        let mut answers: Vec<(i64, RowId, String, String)> = Vec::new();
        each_indexed(db, project, |doc, row, field, words| answers.push((doc, row, field, words)))?;
        answers.sort_by_key(|(doc, ..)| *doc);
        for (doc, row, field, words) in answers {
            writer.enter_answer(doc, *number, (project, &row, &field), &words)?;
        }
    }
    db.run("INSERT INTO search (search) VALUES ('optimize')", [])?;
    Ok(())
}

fn each_indexed(
    db: &Db,
    project: &ProjectId,
    mut each: impl FnMut(i64, RowId, String, String),
) -> Result<()> {
    db.each(
        "SELECT row, field, value, updated, doc, sum FROM value WHERE project = ?1 AND doc IS NOT NULL",
        [project.as_str()],
        |columns| {
            let columns = record::value_columns(columns).map_err(|e| db.fault(e))?;
            let (row, field, found) = record::value_record(db, project, columns)?;
            if let Some(doc) = found.doc {
                each(doc, row, field, found.answer.value.plain_text());
            }
            Ok(())
        },
    )
}

/// Writes every page of the fresh file over the open one, in one transaction: a crash on the way leaves it as it was.
fn take_over(fresh: &Db, db: &mut Db) -> Result<()> {
    let path = db.path.clone();
    let copied = Backup::new(&fresh.conn, &mut db.conn).and_then(|copy| copy.step(-1));
    match copied.map_err(|e| Error::sqlite(&path, e))? {
        rusqlite::backup::StepResult::Done => Ok(()),
        _ => Err(Error::Locked { path }),
    }
}

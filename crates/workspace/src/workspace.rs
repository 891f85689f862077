//! The open workspace: its file, and the transactions in which it is written.

use std::cell::RefCell;
use std::path::Path;

use crate::clock::{Clock, Ids, RandomIds, SystemClock};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::grouping::Pace;
use crate::integrity::{self, Tally};
use crate::layout::NEWEST;
use crate::notice::Notice;
use crate::pages_read::PagesRead;
use crate::writer::Writer;

/// The settings with which a workspace is opened.
pub struct OpenOptions {
    /// The source of the time.
    pub clock: Box<dyn Clock>,
    /// The source of new identities.
    pub ids: Box<dyn Ids>,
    /// When typing counts as one change.
    pub pace: Pace,
    /// The greatest number of pages of 4096 bytes to which the file may grow. Tests simulate a full disk with it.
    pub max_pages: Option<u32>,
}

impl Default for OpenOptions {
    /// The computer's clock and random identities.
    fn default() -> Self {
        Self {
            clock: Box::new(SystemClock),
            ids: Box::new(RandomIds),
            pace: Pace::default(),
            max_pages: None,
        }
    }
}

/// An open workspace. While it is open, no other program can change the file.
pub struct Workspace {
    pub(crate) db: Db,
    pub(crate) tally: Tally,
    pub(crate) clock: Box<dyn Clock>,
    pub(crate) ids: Box<dyn Ids>,
    pub(crate) pace: Pace,
    /// The totals before a run of changes that are written to the disk together.
    pub(crate) many: Option<Tally>,
    /// Whether that run makes a project. Undo then does not reach its changes.
    pub(crate) making: bool,
    /// Facts about the file that a person should know.
    pub(crate) notices: Vec<Notice>,
    /// The day for which the backup was made or is not needed; see `daily.rs`.
    pub(crate) backed_up: Option<chrono::NaiveDate>,
    /// The content that needed no backup when it was last looked at.
    pub(crate) looked_at: Option<crate::integrity::Tally>,
    /// When the second folder last kept the program waiting and could not be written.
    pub(crate) copy_failed: Option<chrono::DateTime<chrono::Utc>>,
    /// When a backup was last asked for and written; see `backup_point.rs`.
    pub(crate) point_at: Option<chrono::DateTime<chrono::Utc>>,
    /// The backup of which the second folder has a copy; see `second_folder.rs`.
    pub(crate) copied: Option<std::path::PathBuf>,
    /// Imported pages that searches read.
    pub(crate) pages_read: RefCell<PagesRead>,
    /// Whether the workspace was created after the program started. Then a backup could not bring back anything yet.
    pub(crate) made_now: bool,
}

impl std::fmt::Debug for Workspace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workspace").field("path", &self.db.path).finish_non_exhaustive()
    }
}

impl Workspace {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.db.path
    }

    /// A new identity for a project, a row or a citation. Within a change, [`crate::Tx::new_id`] also checks that it is
    /// not taken.
    pub fn new_id(&mut self) -> String {
        self.ids.next()
    }

    /// The time of the clock with which the workspace was opened.
    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.clock.now()
    }

    /// The day at the place where the person is. Answers and reports have this day.
    pub fn today(&self) -> chrono::NaiveDate {
        self.clock.today()
    }

    /// Facts about the file that a person should know.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Checks the whole file again: pages, indexes, checksums, totals, and the search index.
    pub fn check(&self) -> Result<()> {
        if let Some(what) = integrity::verify(&self.db, &NEWEST)? {
            return Err(self.db.damaged(what));
        }
        self.db.batch("INSERT INTO search (search) VALUES ('integrity-check')")
    }

    /// Begins a run of changes that are written to the disk together or not at all. Each has its own entry of the log.
    /// It serves scripts and samples: with a sync after each of a thousand changes, they would take half a minute.
    pub fn begin_many(&mut self) -> Result<()> {
        if self.many.is_some() {
            return Err(Error::Misuse("a run of changes is open already".to_owned()));
        }
        self.db.batch("BEGIN IMMEDIATE")?;
        self.many = Some(self.tally.clone());
        Ok(())
    }

    /// Begins a run as [`Workspace::begin_many`] does, in which a project is made with its content. As with every
    /// project, undo ends at the project as it was made.
    pub fn begin_making(&mut self) -> Result<()> {
        self.begin_many()?;
        self.making = true;
        Ok(())
    }

    /// Ends the run. With `keep`, its changes are on the disk when this returns; otherwise nothing of them remains.
    pub fn end_many(&mut self, keep: bool) -> Result<()> {
        let Some(before) = self.many.take() else {
            return Err(Error::Misuse("no run of changes is open".to_owned()));
        };
        self.making = false;
        let committed = if keep { self.db.batch("COMMIT") } else { Ok(()) };
        if !keep || committed.is_err() {
            self.tally = before;
            if !self.db.conn.is_autocommit() {
                self.db.batch("ROLLBACK")?;
            }
        }
        committed
    }

    /// Runs `work` in one transaction: all of it is written to the disk, or nothing of it remains.
    pub(crate) fn write<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&mut Writer<'_>, &mut dyn Ids) -> Result<T, E>,
    ) -> Result<T, E> {
        if let Some(before) = &self.many
            && self.db.conn.is_autocommit()
        {
            // Because the disk was full, SQLite took back the whole run. Nothing may be added to the missing changes.
            self.tally = before.clone();
            let detail = "the changes before this one were taken back".to_owned();
            return Err(Error::Io { path: self.db.path.clone(), detail }.into());
        }
        let transaction = Transaction::begin(&self.db, self.many.is_some())?;
        let mut writer = Writer::new(&self.db, self.tally.clone());
        let output = work(&mut writer, self.ids.as_mut())?;
        if !writer.written {
            return Ok(output);
        }
        writer.tidy_index()?;
        let tally = writer.tally;
        tally.write(&self.db, &self.tally)?;
        transaction.commit()?;
        self.tally = tally;
        Ok(output)
    }
}

/// A transaction that is rolled back unless it is committed, also after a panic.
struct Transaction<'a> {
    db: &'a Db,
    inner: bool,
    open: bool,
}

impl<'a> Transaction<'a> {
    /// Begins a transaction. With `inner`, it begins within an open transaction.
    fn begin(db: &'a Db, inner: bool) -> Result<Self> {
        db.batch(if inner { "SAVEPOINT change" } else { "BEGIN IMMEDIATE" })?;
        Ok(Self { db, inner, open: true })
    }

    fn commit(mut self) -> Result<()> {
        self.db.batch(if self.inner { "RELEASE change" } else { "COMMIT" })?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if self.open && !self.db.conn.is_autocommit() {
            let back = if self.inner { "ROLLBACK TO change; RELEASE change" } else { "ROLLBACK" };
            // SQLite may have rolled back already. If this fails, the journal undoes the changes at the next opening.
            let _ = self.db.conn.execute_batch(back);
        }
    }
}

//! Making and opening the one file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use vurder_model::id::ProjectId;

use crate::backup;
use crate::clock::{Clock, Ids, RandomIds, SystemClock};
use crate::daily;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::grouping::Pace;
use crate::integrity::{self, Tally};
use crate::migrate::{self, Migration};
use crate::repair::{self, Notice};
use crate::store::Writer;

/// What the file calls itself: "Vurd".
pub const APPLICATION_ID: u32 = u32::from_be_bytes(*b"Vurd");

/// The format that this program writes.
pub const FORMAT: u32 = 1;

pub(crate) const SCHEMA: &str = include_str!("schema.sql");

/// What a workspace needs besides its file.
pub struct OpenOptions {
    /// The time.
    pub clock: Box<dyn Clock>,
    /// New identities.
    pub ids: Box<dyn Ids>,
    /// When typing counts as one change.
    pub pace: Pace,
    /// The most pages of 4096 bytes the file may grow to; a full disk for tests.
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
    /// The totals before a run of changes that reach the disk together.
    pub(crate) many: Option<Tally>,
    /// Whether that run makes a project, so that undo does not reach into it.
    pub(crate) making: bool,
    /// The revisions of the projects that were changed since the workspace was opened.
    pub(crate) revisions: BTreeMap<ProjectId, u64>,
    /// What a person should know of the file.
    pub(crate) notices: Vec<Notice>,
    /// The day whose copy is made or not needed; see [`crate::daily`].
    pub(crate) tended: Option<chrono::NaiveDate>,
    /// Made since the program started: there is nothing yet that a copy could bring back.
    pub(crate) made_now: bool,
}

impl std::fmt::Debug for Workspace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workspace").field("path", &self.db.path).finish_non_exhaustive()
    }
}

impl Workspace {
    /// Makes a new workspace and opens it. It appears under its name only when it is whole; a file that is there
    /// already is never overwritten.
    pub fn create(path: &Path, options: OpenOptions) -> Result<Workspace> {
        backup::beside(path, backup::Existing::Keep, backup::Kind::Workspace, |part| {
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
            let db = connect(part, flags)?;
            db.batch(
                "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE",
            )?;
            settle(&db)?;
            db.batch(&format!("PRAGMA application_id = {APPLICATION_ID}"))?;
            let made = db
                .batch("BEGIN EXCLUSIVE")
                .and_then(|()| db.batch(SCHEMA))
                .and_then(|()| integrity::retally(&db))
                .and_then(|()| db.batch(&format!("PRAGMA user_version = {FORMAT}; COMMIT")));
            close(db)?;
            made
        })?;
        let made = Workspace::open(path, options)?;
        Ok(Workspace { made_now: true, ..made })
    }

    /// Opens a workspace, checks all of it, and keeps others out until it is dropped.
    ///
    /// Refuses, and leaves untouched, a file that is no workspace, belongs to another program, is newer than this
    /// program, has a damaged record, cannot be written or is open elsewhere. A file of an older format is brought up
    /// to date after a copy of it was put beside it. Where all records are whole and only what serves them is damaged,
    /// that is made anew; see [`Workspace::notices`].
    pub fn open(path: &Path, options: OpenOptions) -> Result<Workspace> {
        open_with(path, options, migrate::MIGRATIONS, FORMAT)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.db.path
    }

    /// A new identity, for a project, a row or a citation. Within a change, [`crate::Tx::new_id`] also looks whether it
    /// is taken.
    pub fn new_id(&mut self) -> String {
        self.ids.next()
    }

    /// The time by the clock that the workspace was opened with.
    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.clock.now()
    }

    /// Checks the whole file again: pages, indexes, checksums, totals, and the search index.
    pub fn check(&self) -> Result<()> {
        if let Some(what) = integrity::verify(&self.db)? {
            return Err(self.db.damaged(what));
        }
        self.db.batch("INSERT INTO search (search) VALUES ('integrity-check')")
    }

    /// Begins a run of changes that reach the disk together or not at all, each still an entry of the log of its own.
    /// For scripts and samples: a synced write for each of a thousand changes takes half a minute.
    pub fn begin_many(&mut self) -> Result<()> {
        if self.many.is_some() {
            return Err(Error::Misuse("a run of changes is open already".to_owned()));
        }
        self.db.batch("BEGIN IMMEDIATE")?;
        self.many = Some(self.tally);
        Ok(())
    }

    /// Begins a run as [`Workspace::begin_many`] does, in which a project is made with all that stands in it. As with
    /// every project, undo ends at the project as it was made.
    pub fn begin_making(&mut self) -> Result<()> {
        self.begin_many()?;
        self.making = true;
        Ok(())
    }

    /// Ends the run: with `keep`, its changes are on the disk when this returns; otherwise nothing of them remains.
    pub fn end_many(&mut self, keep: bool) -> Result<()> {
        let Some(before) = self.many.take() else {
            return Err(Error::Misuse("no run of changes is open".to_owned()));
        };
        self.making = false;
        let kept = if keep { self.db.batch("COMMIT") } else { Ok(()) };
        if !keep || kept.is_err() {
            self.tally = before;
            if !self.db.conn.is_autocommit() {
                self.db.batch("ROLLBACK")?;
            }
        }
        kept
    }

    /// Runs `work` in one transaction: all of it reaches the disk, or nothing of it remains.
    pub(crate) fn write<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&mut Writer<'_>, &mut dyn Ids) -> Result<T, E>,
    ) -> Result<T, E> {
        if let Some(before) = self.many
            && self.db.conn.is_autocommit()
        {
            // A full disk made SQLite take back the whole run. Nothing may be added to what is not there.
            self.tally = before;
            let detail = "the changes before this one were taken back".to_owned();
            return Err(Error::Io { path: self.db.path.clone(), detail }.into());
        }
        let transaction = Transaction::begin(&self.db, self.many.is_some())?;
        let mut writer = Writer { db: &self.db, tally: self.tally, written: false, indexed: 0 };
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

/// A transaction that is rolled back unless it is committed, also when a panic passes through.
struct Transaction<'a> {
    db: &'a Db,
    inner: bool,
    open: bool,
}

impl<'a> Transaction<'a> {
    /// `inner` starts one within the transaction that is open already.
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
            // SQLite may have rolled back already; whatever fails here, the journal undoes it at the next opening.
            let _ = self.db.conn.execute_batch(back);
        }
    }
}

pub(crate) fn connect(path: &Path, flags: OpenFlags) -> Result<Db> {
    let conn = Connection::open_with_flags(plain(path), flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|e| Error::sqlite(path, e))?;
    Ok(Db::new(conn, path))
}

pub(crate) fn close(db: Db) -> Result<()> {
    let path = db.path;
    db.conn.close().map_err(|(_, e)| Error::sqlite(&path, e))
}

/// How the connection works: durable at each commit, alone on its file, checks on.
fn settle(db: &Db) -> Result<()> {
    // Whoever finds the file open elsewhere is told at once instead of after five seconds.
    db.conn.busy_timeout(std::time::Duration::ZERO).map_err(|e| db.fault(e))?;
    let set = |config, on| db.conn.set_db_config(config, on).map_err(|e| db.fault(e));
    set(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    set(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // Nothing of what people write is left behind in a folder for temporary files.
    db.batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384;",
    )
}

/// What the first page says of a file, read without a lock or a trace.
pub(crate) struct Header {
    pub(crate) application_id: u32,
    format: u32,
}

/// A file to be read as it lies there. `immutable` keeps SQLite from making or touching any file, also beside one of
/// another program; and as SQLite does the reading, no lock of this process is lost by closing the file.
pub(crate) fn untouched(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(uri(path), flags)?;
    // Lets SQLite read the first page of a file that is shorter than that page says: a crash while the file grew leaves
    // one, and the journal, which is not looked at here, puts it right.
    conn.execute_batch("PRAGMA writable_schema = ON")?;
    Ok(conn)
}

/// Reads what program and format a file is of, and changes nothing.
pub(crate) fn header(path: &Path) -> Result<Header> {
    let conn = untouched(path).map_err(|e| Error::sqlite(path, e))?;
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

/// The path as SQLite takes it for a path: one that begins with `file:` it would take for a URI, whatever the flags.
pub(crate) fn plain(path: &Path) -> PathBuf {
    let scheme = path.as_os_str().as_encoded_bytes().get(..5);
    match scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"file:")) {
        true => Path::new(".").join(path),
        false => path.to_owned(),
    }
}

/// The path as SQLite's kind of URI.
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

pub(crate) fn open_with(
    path: &Path,
    options: OpenOptions,
    migrations: &[Migration],
    known: u32,
) -> Result<Workspace> {
    let about = std::fs::metadata(path).map_err(|e| Error::io(path, &e))?;
    if about.is_dir() {
        return Err(Error::NotAWorkspace { path: path.to_owned() });
    }
    if about.len() == 0 {
        return Err(Error::damaged(path, "it is empty"));
    }
    let head = header(path)?;
    if head.application_id != APPLICATION_ID {
        let application_id = head.application_id;
        return Err(Error::OtherProgram { path: path.to_owned(), application_id });
    }
    if head.format > known {
        return Err(Error::Newer { path: path.to_owned(), found: head.format, known });
    }

    let mut db = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if db.conn.is_readonly("main").map_err(|e| db.fault(e))? {
        return Err(Error::ReadOnly { path: path.to_owned(), folder: false });
    }
    backup::folder_takes_files(path)?;
    settle(&db)?;
    // Takes the lock that is kept from now on, and rolls back what a crash left half done.
    db.batch("BEGIN EXCLUSIVE; COMMIT")?;
    let mode = db.one("PRAGMA journal_mode = DELETE", [], |row| row.get::<_, String>(0))?;
    if mode.as_deref() != Some("delete") {
        return Err(db.damaged("it cannot be written safely (journal mode)"));
    }
    if let Some(pages) = options.max_pages {
        db.one(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?;
    }
    daily::sweep(path);
    migrate::bring_up_to_date(&db, migrations, known, options.clock.now())?;
    let notices = repair::put_right(&mut db)?.into_iter().collect();
    let tally = Tally::read(&db)?;
    Ok(Workspace {
        db,
        tally,
        clock: options.clock,
        ids: options.ids,
        pace: options.pace,
        many: None,
        revisions: BTreeMap::new(),
        making: false,
        notices,
        tended: None,
        made_now: false,
    })
}

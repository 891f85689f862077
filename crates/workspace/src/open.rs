//! Creates and opens the file of a workspace.

use std::cell::RefCell;
use std::path::Path;

use rusqlite::config::DbConfig;

use crate::db::{Access, Db};
use crate::error::{Error, Result};
use crate::files::{self, Existing};
use crate::header::header;
use crate::integrity::{self, Tally};
use crate::journals::publish_workspace;
use crate::layout::{APPLICATION_ID, FORMAT, NEWEST};
use crate::leftovers;
use crate::migrate;
use crate::network_share::share_of;
use crate::newest_backup::newest_backup;
use crate::notice::Notice;
use crate::repair;
use crate::schema::{MIGRATIONS, Migration, make_tables};
use crate::workspace::{OpenOptions, Workspace};

impl Workspace {
    /// Creates a new workspace and opens it. The file gets its name only when it is complete. An existing file is never
    /// overwritten.
    pub fn create(path: &Path, options: OpenOptions) -> Result<Workspace> {
        let aside = files::write_beside(path, Existing::Keep, write_empty, publish_workspace)?;
        let mut made = Workspace::open(path, options)?;
        made.made_now = true;
        made.notices.extend(aside.into_iter().map(|path| Notice::JournalSetAside { path }));
        Ok(made)
    }

    /// Opens a workspace, checks all of it, and locks other programs out until it is dropped.
    ///
    /// Refuses, and does not change, a file that is not a workspace, belongs to another program, is newer than this
    /// program, has a damaged record, cannot be written, or is open elsewhere. A file of an older format is migrated
    /// after a backup of it was made beside it. If all records are correct and only data that serves them is damaged,
    /// that data is made again; see [`Workspace::notices`].
    pub fn open(path: &Path, options: OpenOptions) -> Result<Workspace> {
        open_with(path, options, MIGRATIONS, FORMAT)
            .map_err(|error| error.with_backup(newest_backup))
    }
}

/// Writes an empty workspace: the first format, and then all migrations.
fn write_empty(part: &Path) -> Result<()> {
    let db = Db::open(part, Access::Create)?;
    db.batch("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE")?;
    make_safe(&db)?;
    db.batch(&format!("PRAGMA application_id = {APPLICATION_ID}"))?;
    let made = db
        .batch("BEGIN EXCLUSIVE")
        .and_then(|()| make_tables(&db))
        .and_then(|()| integrity::retally(&db, &NEWEST))
        .and_then(|()| db.batch(&format!("PRAGMA user_version = {FORMAT}; COMMIT")));
    db.close()?;
    made
}

/// Configures the connection: every commit is durable, the file is locked, checks are on.
fn make_safe(db: &Db) -> Result<()> {
    let set = |config, on| db.conn.set_db_config(config, on).map_err(|e| db.fault(e));
    set(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    set(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // Without this setting, SQLite compiles a statement again whenever a bound value differs from the last one. That
    // only helps after ANALYZE, which a workspace never runs.
    set(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // Nothing that people write is left in a folder for temporary files. On macOS, a sync reaches the disk only with
    // `fullfsync`; on other systems, the setting has no effect.
    db.batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384;",
    )
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

    let mut db = Db::open(path, Access::Write)?;
    if db.conn.is_readonly("main").map_err(|e| db.fault(e))? {
        return Err(Error::ReadOnly { path: path.to_owned(), folder: false });
    }
    files::folder_takes_files(path)?;
    make_safe(&db)?;
    // Takes the lock that is held from now on, and rolls back an unfinished transaction after a crash.
    db.batch("BEGIN EXCLUSIVE; COMMIT")?;
    let mode = db.one("PRAGMA journal_mode = DELETE", [], |row| row.get::<_, String>(0))?;
    if mode.as_deref() != Some("delete") {
        return Err(db.damaged("it cannot be written safely (journal mode)"));
    }
    if let Some(pages) = options.max_pages {
        db.one(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?;
    }
    leftovers::sweep(path);
    let mut notices = migrate::bring_up_to_date(&mut db, migrations, known, options.clock.now())?;
    notices.extend(repair::repair(&mut db)?);
    notices.extend(share_of(path).map(|share| Notice::OnShare { share }));
    let tally = Tally::read(&db, &NEWEST.verified())?;
    Ok(Workspace {
        db,
        tally,
        clock: options.clock,
        ids: options.ids,
        pace: options.pace,
        many: None,
        making: false,
        notices,
        backed_up: None,
        looked_at: None,
        copy_failed: None,
        copied: None,
        point_at: None,
        pages_read: RefCell::default(),
        made_now: false,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_commit_reaches_the_disk_on_every_system() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("study.vurder");
        let workspace = Workspace::create(&file, OpenOptions::default()).unwrap();
        let set = |pragma: &str| {
            let sql = format!("PRAGMA {pragma}");
            workspace.db.one(&sql, [], |row| row.get::<_, i64>(0)).unwrap()
        };
        assert_eq!((set("fullfsync"), set("synchronous")), (Some(1), Some(3)));
    }
}

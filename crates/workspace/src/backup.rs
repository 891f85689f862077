//! Backups for which somebody asks, and backups before a migration.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::backup::Backup;

use crate::db::{Access, Db};
use crate::error::{Error, Result};
use crate::files::{Existing, make_private, permit_like, write_beside};
use crate::integrity::{Layout, records_are_whole};
use crate::journals::publish_workspace;
use crate::notice::Notice;
use crate::outside::Target;
use crate::workspace::Workspace;

/// The text after the workspace's name in the name of a backup that was made before a migration.
pub(crate) const BEFORE: &str = ".before-v";

impl Workspace {
    /// Writes a backup of the open workspace. It is consistent and complete, and can be opened as a workspace. A file
    /// with the same name, such as an earlier backup, is replaced only after the new backup is complete. If an old
    /// journal lies under that name, it is renamed, and one of the [`Workspace::notices`] says so.
    ///
    /// # Errors
    /// As for [`Workspace::write_file`], except that another workspace is replaced unless somebody has it open.
    pub fn backup_to(&mut self, path: &Path) -> Result<()> {
        let target = Target::of(self, path)?;
        target.not_in_use()?;
        let write = |part: &Path| {
            write_backup(&self.db, part, Check::Pages)?;
            // Somebody may have opened it in the meantime.
            target.not_in_use()
        };
        let aside = target.replace(write, publish_workspace)?;
        self.notices.extend(aside.into_iter().map(|path| Notice::JournalSetAside { path }));
        Ok(())
    }
}

/// Writes the backup before a migration from `format`, beside the file.
pub(crate) fn before_migration(
    db: &Db,
    format: u32,
    now: DateTime<Utc>,
    check: Check<'_>,
) -> Result<Vec<PathBuf>> {
    let path = name_before(&db.path, format, now);
    write_beside(&path, Existing::Keep, |part| write_backup(db, part, check), publish_workspace)
}

/// The check of a backup before it gets its name.
#[derive(Clone, Copy)]
pub(crate) enum Check<'l> {
    /// SQLite finds no fault in its pages.
    Pages,
    /// Every record is as it was written. This is for a workspace of this layout in which something other than the
    /// records is damaged. The backup has the same damage, which is repaired when somebody opens it.
    Records(&'l Layout),
}

pub(crate) fn write_backup(db: &Db, part: &Path, check: Check<'_>) -> Result<()> {
    make_private(part)?;
    let mut backup = Db::open(part, Access::Write)?;
    // The file is synced as a whole before it gets its name. If the system fails before that, the file is of no use.
    backup.batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")?;
    Backup::new(&db.conn, &mut backup.conn)
        .and_then(|pages| pages.step(-1))
        .map_err(|e| Error::sqlite(part, e))?;
    match check {
        Check::Pages => {
            let complaint =
                backup.one("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))?;
            if let Some(complaint) = complaint.filter(|line| line != "ok") {
                return Err(db.damaged(complaint));
            }
        }
        Check::Records(layout) => records_are_whole(&backup, layout)?,
    }
    backup.close()?;
    let about = fs::metadata(&db.path).map_err(|e| Error::io(&db.path, &e))?;
    permit_like(part, &about)
}

/// The name of the backup before a migration: `study.before-v2-20261122T101500.vurder`.
pub(crate) fn name_before(path: &Path, format: u32, now: DateTime<Utc>) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or("vurder".into(), |e| e.to_string_lossy());
    path.with_file_name(format!("{stem}{BEFORE}{format}-{}.{ending}", now.format("%Y%m%dT%H%M%S")))
}

//! Backups that somebody asked for, and those before a migration.

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

/// What follows a workspace's name in the name of a backup from before a migration.
pub(crate) const BEFORE: &str = ".before-v";

impl Workspace {
    /// Writes a backup of the workspace while it is open: consistent, complete, and readable as a workspace. A file of
    /// that name, such as an earlier backup, is replaced only when the new one is whole. A journal that was left under
    /// that name is set aside, which is among the [`Workspace::notices`] afterwards.
    ///
    /// # Errors
    /// As [`Workspace::write_file`], but for another workspace: it is replaced unless somebody has it open.
    pub fn backup_to(&mut self, path: &Path) -> Result<()> {
        let target = Target::of(self, path)?;
        target.not_in_use()?;
        let write = |part: &Path| {
            write_backup(&self.db, part, Check::Pages)?;
            // Somebody may have opened it meanwhile.
            target.not_in_use()
        };
        let aside = target.replace(write, publish_workspace)?;
        self.notices.extend(aside.into_iter().map(|path| Notice::JournalSetAside { path }));
        Ok(())
    }
}

/// Writes the backup before a migration to `format`, beside the file.
pub(crate) fn before_migration(
    db: &Db,
    format: u32,
    now: DateTime<Utc>,
    check: Check<'_>,
) -> Result<Vec<PathBuf>> {
    let path = name_before(&db.path, format, now);
    write_beside(&path, Existing::Keep, |part| write_backup(db, part, check), publish_workspace)
}

/// What of a backup is checked before it gets its name.
#[derive(Clone, Copy)]
pub(crate) enum Check<'l> {
    /// That SQLite finds nothing wrong with its pages.
    Pages,
    /// That every record is as it was written. For a workspace of this layout of which something else is damaged: the
    /// backup is as damaged, and is repaired when somebody opens it.
    Records(&'l Layout),
}

pub(crate) fn write_backup(db: &Db, part: &Path, check: Check<'_>) -> Result<()> {
    make_private(part)?;
    let mut backup = Db::open(part, Access::Write)?;
    // The file is synced as a whole before it gets its name; until then it may be lost.
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

/// What the backup before a migration is called: `study.before-v2-20261122T101500.vurder`.
pub(crate) fn name_before(path: &Path, format: u32, now: DateTime<Utc>) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or("vurder".into(), |e| e.to_string_lossy());
    path.with_file_name(format!("{stem}{BEFORE}{format}-{}.{ending}", now.format("%Y%m%dT%H%M%S")))
}

//! Lists the backups and their content, and restores them. A backup is restored as a workspace of its own, so that a
//! person can look at it before using it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use crate::backup::{BEFORE, Check, write_backup};
use crate::daily::{self, Content};
use crate::db::{Access, Db};
use crate::error::{Error, Result};
use crate::files::{folder_of, same};
use crate::journals::publish_workspace;
use crate::notice::Notice;
use crate::outside::Target;
use crate::workspace::Workspace;

/// Where a backup is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupPlace {
    /// In the folder beside the workspace. The program made it automatically.
    Beside,
    /// In the second folder. It is a copy of an automatic backup.
    Second,
    /// Beside the workspace. It was made before the workspace was migrated to a newer format.
    BeforeFormat,
}

/// A backup of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupEntry {
    /// The file. It is a workspace that can be opened.
    pub path: PathBuf,
    /// The day on which it was made, in UTC.
    pub day: NaiveDate,
    /// Its size in bytes.
    pub bytes: u64,
    /// Where it is kept.
    pub place: BackupPlace,
    /// How the open workspace differs from this backup.
    pub since: BackupSince,
}

/// How the open workspace differs from a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupSince {
    /// The workspace has all changes of the backup, and newer ones.
    Changes {
        /// Number of newer changes in the log of the workspace.
        changes: u64,
        /// Titles of the projects that these changes touched.
        projects: Vec<String>,
    },
    /// The workspace differs from the backup in something that is no new entry of the log: an undo, imported pages, a
    /// statement that a person made, or a word of the own dictionary.
    OutsideTheLog,
    /// The backup has changes that the workspace does not have: somebody worked in it, or it belongs to another
    /// workspace.
    OnItsOwn,
    /// The backup is damaged, open in a program, or cannot be read.
    Unreadable,
}

/// A project in a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUpProject {
    /// Its title.
    pub title: String,
    /// When anything in it was last changed.
    pub changed: DateTime<Utc>,
    /// Whether it was in the trash.
    pub trashed: bool,
    /// Number of its answers.
    pub answers: u64,
}

impl Workspace {
    /// All backups in both folders, the newest first.
    pub fn backups(&self) -> Vec<BackupEntry> {
        let entry = |(place, day, path): (BackupPlace, NaiveDate, PathBuf)| BackupEntry {
            bytes: fs::metadata(&path).map_or(0, |about| about.len()),
            since: self.since(&path).unwrap_or(BackupSince::Unreadable),
            path,
            day,
            place,
        };
        self.backup_files().into_iter().map(entry).collect()
    }

    /// The files of the backups, the newest first. Of the same day, those beside the workspace come first.
    fn backup_files(&self) -> Vec<(BackupPlace, NaiveDate, PathBuf)> {
        let own = &self.db.path;
        let mut folders = vec![(BackupPlace::Beside, daily::folder(own))];
        let second = self.backup_plan().second_folder;
        folders.extend(second.map(|folder| (BackupPlace::Second, folder)));
        let mut found = Vec::new();
        for (place, folder) in folders {
            let backups = daily::list_in(&folder, own).into_iter();
            found.extend(backups.map(|backup| (place, backup.day, backup.path)));
        }
        let before = before_formats(own).into_iter();
        found.extend(before.map(|(day, path)| (BackupPlace::BeforeFormat, day, path)));
        found.sort_by_key(|(_, day, _)| std::cmp::Reverse(*day));
        found
    }

    /// What changed after the backup: the entries of the log after the backup's last entry.
    fn since(&self, backup: &Path) -> Result<BackupSince> {
        let there = Db::open(backup, Access::Read)?;
        let last = "SELECT seq, id, until FROM operation ORDER BY seq DESC LIMIT 1";
        let last = there.one(last, [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        })?;
        there.close()?;
        let (seq, until) = match last {
            None => (0, String::new()),
            Some((seq, id, until)) => {
                let find = "SELECT until FROM operation WHERE seq = ?1 AND id = ?2";
                let own = self.db.one(find, (seq, &id), |row| row.get::<_, String>(0))?;
                match own {
                    Some(own) if own >= until => (seq, until),
                    _ => return Ok(BackupSince::OnItsOwn),
                }
            }
        };
        // Typing may have been joined to the last entry of the backup. Therefore its time is compared, too.
        let changed = "FROM operation WHERE seq > ?1 OR (seq = ?1 AND until > ?2)";
        let count = format!("SELECT count(*) {changed}");
        let changes = self.db.one(&count, (seq, &until), |row| row.get::<_, i64>(0))?;
        let titles = format!(
            "SELECT title FROM project WHERE id IN (SELECT project {changed}) ORDER BY title"
        );
        let projects = self.db.all(&titles, (seq, &until), |row| row.get(0))?;
        let changes = changes.unwrap_or(0).unsigned_abs();
        let tally = Content::of(backup).and_then(|content| content.tally);
        if changes == 0 && tally.is_some_and(|tally| tally != self.tally) {
            return Ok(BackupSince::OutsideTheLog);
        }
        Ok(BackupSince::Changes { changes, projects })
    }

    /// The projects in a backup. The backup is not changed.
    ///
    /// # Errors
    /// [`Error::Missing`] for a file that is not one of the [`Workspace::backups`], and any error while the backup is
    /// read.
    pub fn look_at_backup(&self, backup: &Path) -> Result<Vec<BackedUpProject>> {
        let db = self.open_backup(backup)?;
        let sql = "SELECT title, changed, trashed IS NOT NULL,
                          (SELECT count(*) FROM value WHERE value.project = project.id)
                   FROM project ORDER BY number";
        let found: Vec<(String, String, bool, i64)> =
            db.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        let project = |(title, changed, trashed, answers): (String, String, bool, i64)| {
            let changed = db.moment(&changed, || title.clone())?;
            Ok(BackedUpProject { title, changed, trashed, answers: answers.unsigned_abs() })
        };
        found.into_iter().map(project).collect()
    }

    /// Writes a backup as a workspace of its own, completely or not at all. The backup and the open workspace are not
    /// changed.
    ///
    /// # Errors
    /// As for [`Workspace::look_at_backup`] for the backup, and as for [`Workspace::backup_to`] for the new file.
    pub fn restore_backup(&mut self, backup: &Path, out: &Path) -> Result<()> {
        let db = self.open_backup(backup)?;
        let target = Target::of(self, out)?;
        if self.backup_files().iter().any(|(_, _, path)| same(path, out)) {
            return Err(Error::OwnFile { path: out.to_owned() });
        }
        target.not_in_use()?;
        let write = |part: &Path| {
            write_backup(&db, part, Check::Pages).map_err(|error| match error {
                Error::Damaged { what, .. } => Error::damaged(backup, what),
                other => other,
            })
        };
        let aside = target.replace(write, publish_workspace)?;
        self.notices.extend(aside.into_iter().map(|path| Notice::JournalSetAside { path }));
        Ok(())
    }

    fn open_backup(&self, backup: &Path) -> Result<Db> {
        if !self.backup_files().iter().any(|(_, _, path)| path == backup) {
            return Err(Error::Missing { path: backup.to_owned() });
        }
        Db::open(backup, Access::Read)
    }
}

/// The backups that were made before migrations to newer formats, with their days.
fn before_formats(workspace: &Path) -> Vec<(NaiveDate, PathBuf)> {
    let stem = workspace.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let entries = fs::read_dir(folder_of(workspace)).into_iter().flatten().flatten();
    let day = |path: &Path| {
        let name = path.file_stem()?.to_str()?;
        let (_, at) = name.strip_prefix(&stem)?.strip_prefix(BEFORE)?.split_once('-')?;
        let same_kind = path.extension() == workspace.extension();
        same_kind.then(|| NaiveDate::parse_from_str(at.split('T').next()?, "%Y%m%d").ok())?
    };
    entries.filter_map(|entry| Some((day(&entry.path())?, entry.path()))).collect()
}

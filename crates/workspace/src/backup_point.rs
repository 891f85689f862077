//! The backup for which a person asks: today's backup is made or replaced by a newer one.

use std::path::PathBuf;

use chrono::TimeDelta;

use crate::daily::{self, Content, DailyBackup};
use crate::error::Result;
use crate::files::{self, Existing};
use crate::journals::publish_workspace;
use crate::notice::Notice;
use crate::workspace::Workspace;

/// The time for which a backup also serves further requests.
const SERVES: TimeDelta = TimeDelta::minutes(1);

/// The result of a request for a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupPoint {
    /// Today's backup was written.
    Written(PathBuf),
    /// This backup already has everything, or was written less than a minute ago.
    There(PathBuf),
    /// The workspace is empty, or a run of changes is not finished.
    NothingToKeep,
}

impl Workspace {
    /// Makes today's backup, or replaces it by a newer one. Only a backup whose whole content this workspace has is
    /// replaced. If there is another one, the new backup gets the next free name.
    ///
    /// # Errors
    /// Any error while the backup is written. The workspace and the earlier backup are not changed.
    pub fn make_backup_point(&mut self) -> Result<BackupPoint> {
        let now = self.clock.now();
        let fresh = self.point_at.is_some_and(|at| now >= at && now - at < SERVES);
        self.point(fresh)
    }

    /// Makes today's backup, or replaces it by a newer one, before the workspace is closed. It has the words of the
    /// last minute, too, and is copied to the second folder.
    ///
    /// # Errors
    /// As for [`Workspace::make_backup_point`]. What keeps the copy from being written is among the
    /// [`Workspace::notices`].
    pub fn make_last_backup(&mut self) -> Result<BackupPoint> {
        let point = self.point(false)?;
        if point != BackupPoint::NothingToKeep {
            self.copy_newest_backup(self.clock.now().date_naive(), &mut || true);
        }
        Ok(point)
    }

    /// `fresh` says that an earlier backup of today also serves this request.
    fn point(&mut self, fresh: bool) -> Result<BackupPoint> {
        if self.tally.is_empty() || self.many.is_some() {
            return Ok(BackupPoint::NothingToKeep);
        }
        let now = self.clock.now();
        let today = now.date_naive();
        let there = daily::list(&self.db.path);
        let newest = there.iter().find(|backup| backup.day <= today);
        let holds_all = |backup: &DailyBackup| {
            Content::of(&backup.path)
                .is_some_and(|content| content.tally.as_ref() == Some(&self.tally))
        };
        if let Some(newest) = newest.filter(|newest| fresh || holds_all(newest)) {
            return Ok(BackupPoint::There(newest.path.clone()));
        }
        let own =
            there.iter().find(|backup| backup.day == today && daily::known(&self.db, &backup.path));
        let folder = daily::folder(&self.db.path);
        let (path, existing) = match own {
            Some(own) => (own.path.clone(), Existing::Replace),
            None => (daily::free_name(&folder, &self.db.path, today), Existing::Keep),
        };
        daily::make_folder(&folder)?;
        let part = files::part_of(&path);
        let written = self.write_part(&part, &mut || true);
        let published = written
            .map_err(|error| files::about(&path, error))
            .and_then(|_| publish_workspace(&part, &path, existing));
        let aside = published.inspect_err(|_| files::discard(&part))?;
        self.notices.retain(|notice| !matches!(notice, Notice::NotBackedUp { .. }));
        self.notices.extend(aside.into_iter().map(|path| Notice::JournalSetAside { path }));
        self.point_at = Some(now);
        self.backed_up = Some(today);
        // The copy in the second folder is that of the earlier backup.
        self.copied = None;
        self.thin_backups(&folder, today);
        Ok(BackupPoint::Written(path))
    }
}

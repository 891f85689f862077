//! The backup that a person asks for: the backup of today, made or brought up to date.

use std::path::PathBuf;

use chrono::TimeDelta;

use crate::backup_plan::BackupPlan;
use crate::daily::{self, Content, DailyBackup};
use crate::error::Result;
use crate::files::{self, Existing};
use crate::journals::publish_workspace;
use crate::notice::Notice;
use crate::workspace::Workspace;

/// How long a backup that was asked for serves all who ask again.
const SERVES: TimeDelta = TimeDelta::minutes(1);

/// What became of a backup that somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupPoint {
    /// The backup of today was written.
    Written(PathBuf),
    /// This backup holds everything already, or was written less than a minute ago.
    There(PathBuf),
    /// The workspace is empty, or a run of changes is under way.
    NothingToKeep,
}

impl Workspace {
    /// Makes the backup of today, or puts a newer one in its place. That goes only for a backup whose whole work this
    /// workspace knows; beside any other, one of the next free name is made.
    ///
    /// # Errors
    /// What kept the backup from being written. The workspace and the earlier backup are as they were.
    pub fn make_backup_point(&mut self) -> Result<BackupPoint> {
        if self.tally.is_empty() || self.many.is_some() {
            return Ok(BackupPoint::NothingToKeep);
        }
        let now = self.clock.now();
        let today = now.date_naive();
        let there = daily::list(&self.db.path);
        let newest = there.iter().find(|backup| backup.day <= today);
        let holds_all = |backup: &DailyBackup| {
            Content::of(&backup.path).is_some_and(|content| content.tally == self.tally)
        };
        let fresh = self.point_at.is_some_and(|at| now >= at && now - at < SERVES);
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
        daily::thin(&self.db, &folder, &BackupPlan::of(&self.db.path), today);
        Ok(BackupPoint::Written(path))
    }
}

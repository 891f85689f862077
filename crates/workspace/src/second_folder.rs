//! Copies backups to a second folder, for example on another disk. Each copy is made while nobody waits, completely or
//! not at all. The folder may be missing at times.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, TimeDelta};

use crate::daily::{self, Content};
use crate::error::{Error, Result};
use crate::files::{self, Existing};
use crate::journals::publish_workspace;
use crate::notice::Notice;
use crate::workspace::Workspace;

/// Number of bytes that are written before `go_on` is asked again.
const AT_ONCE: usize = 1 << 20;
/// An attempt that fails after this time waited for a folder that does not answer.
const LONG: Duration = Duration::from_secs(1);
/// How long such a folder is left alone.
const PAUSE_AFTER_FAILURE: TimeDelta = TimeDelta::minutes(10);

impl Workspace {
    /// Copies the newest backup of the days to the second folder, if there is one and it has no such copy. What keeps
    /// it from being written is among the [`Workspace::notices`] until it is; the next quiet moment tries again. A
    /// folder that keeps the program waiting, as a share that does not answer, is left alone for some minutes: nothing
    /// is saved meanwhile.
    pub(crate) fn copy_newest_backup(&mut self, today: NaiveDate, go_on: &mut dyn FnMut() -> bool) {
        let Some(plan) = self.plan_to_follow() else { return };
        let Some(folder) = &plan.second_folder else { return self.forget_missing_copies() };
        let newest = daily::list(&self.db.path).into_iter().find(|backup| backup.day <= today);
        let Some(newest) = newest.filter(|newest| self.copied.as_ref() != Some(&newest.path))
        else {
            return;
        };
        let now = self.clock.now();
        if self.copy_failed.is_some_and(|at| now >= at && now - at < PAUSE_AFTER_FAILURE) {
            return;
        }
        self.copy_failed = None;
        let begun = Instant::now();
        match self.copy_to(folder, &newest, go_on) {
            Ok(false) => {}
            Ok(true) => {
                self.forget_missing_copies();
                daily::thin(&self.db, folder, &plan, today);
                self.copied = Some(newest.path);
            }
            Err(error) => {
                self.forget_missing_copies();
                self.copy_failed = (begun.elapsed() > LONG).then_some(now);
                let (folder, reason) = (folder.clone(), error.to_string());
                self.notices.push(Notice::NotCopied { folder, reason });
            }
        }
    }

    fn forget_missing_copies(&mut self) {
        self.notices.retain(|notice| !matches!(notice, Notice::NotCopied { .. }));
    }

    /// Returns whether the copy exists; `false` if somebody waited.
    fn copy_to(
        &mut self,
        folder: &Path,
        backup: &daily::DailyBackup,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<bool> {
        if !folder.is_dir() {
            return Err(Error::Missing { path: folder.to_owned() });
        }
        // A backup that cannot be read now is open in a program. A copy of its bytes might be half a change.
        let own = Content::of(&backup.path)
            .and_then(|content| content.tally)
            .ok_or_else(|| Error::Locked { path: backup.path.clone() })?;
        let is_copy = |path: &Path| {
            Content::of(path).is_some_and(|content| content.tally.as_ref() == Some(&own))
        };
        let there = daily::list_in(folder, &self.db.path);
        if there.iter().any(|other| other.day == backup.day && is_copy(&other.path)) {
            return Ok(true);
        }
        // A copy of an earlier state of the same day gives way, as the backup itself did.
        let earlier = there
            .iter()
            .find(|other| other.day == backup.day && daily::known(&self.db, &other.path));
        let (path, existing) = match earlier {
            Some(earlier) => (earlier.path.clone(), Existing::Replace),
            None => (daily::free_name(folder, &self.db.path, backup.day), Existing::Keep),
        };
        let part = files::part_of(&path);
        let written = write_copy(&backup.path, &part, go_on);
        if !matches!(written, Ok(true)) {
            files::discard(&part);
        }
        if !written.map_err(|error| files::about(&path, error))? {
            return Ok(false);
        }
        if !is_copy(&part) {
            files::discard(&part);
            return Err(Error::damaged(&path, "the copy does not read as it was written"));
        }
        if let Err(error) = publish_workspace(&part, &path, existing) {
            files::discard(&part);
            return Err(error);
        }
        Ok(true)
    }
}

fn write_copy(from: &Path, part: &Path, go_on: &mut dyn FnMut() -> bool) -> Result<bool> {
    let unread = |e: std::io::Error| Error::io(from, &e);
    let unwritten = |e: std::io::Error| Error::io(part, &e);
    // A program may have a backup open only if somebody works in it, and such a backup already has a copy.
    let mut source = File::open(from).map_err(unread)?;
    files::make_private(part)?;
    let mut copy = File::options().write(true).open(part).map_err(unwritten)?;
    let mut block = vec![0; AT_ONCE];
    loop {
        let length = source.read(&mut block).map_err(unread)?;
        if length == 0 {
            break;
        }
        copy.write_all(&block[..length]).and_then(|()| copy.sync_data()).map_err(unwritten)?;
        if !go_on() {
            return Ok(false);
        }
    }
    let about = fs::metadata(from).map_err(unread)?;
    files::permit_like(part, &about)?;
    Ok(true)
}

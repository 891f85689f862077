//! The daily backup. It is made in the folder `backups` beside the workspace while nobody waits. The number of backups
//! is limited.
//!
//! A backup is a workspace of its own and can be opened like one. Somebody may have worked in it. Therefore a backup is
//! removed only if the workspace itself has everything that is in the backup.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::backup::{Backup, StepResult};

use crate::backup_plan::BackupPlan;
use crate::db::{Access, Db};
use crate::error::{Error, Result};
use crate::files::{self, Existing};
use crate::integrity::Tally;
use crate::journals::publish_workspace;
use crate::layout::{FORMAT, NEWEST};
use crate::notice::Notice;
use crate::workspace::Workspace;

/// The folder of the backups, beside the workspace.
const FOLDER: &str = "backups";
/// The greatest number in a backup's name. Several backups of one day exist only if backups of other workspaces have
/// the same names.
const MOST_OF_A_DAY: u8 = 100;
/// Number of pages that are written before `go_on` is asked again; they take about two milliseconds.
const PAGES_AT_ONCE: i32 = 256;
/// Number of such rounds after which the file is synced, so that the last sync is short.
const SYNC: u32 = 16;

/// A backup of the workspace as it was on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyBackup {
    /// The day, in UTC.
    pub day: NaiveDate,
    /// The file. It is a workspace that can be opened.
    pub path: PathBuf,
}

/// The result of an attempt to make the daily backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DailyOutcome {
    /// There was nothing to do: today's backup exists, or nothing changed after the last one.
    NotNeeded,
    /// The backup was made.
    Made(PathBuf),
    /// Somebody waited. Nothing of the backup is left, and the next call starts again.
    Interrupted,
}

impl Workspace {
    /// The folder of the daily backups. It is made together with the first backup.
    pub fn backups_folder(&self) -> PathBuf {
        folder(&self.db.path)
    }

    /// The daily backups, newest first. Backups with a day in the future, from a wrong clock, come last.
    pub fn daily_backups(&self) -> Vec<DailyBackup> {
        let mut backups = list(&self.db.path);
        let today = self.clock.now().date_naive();
        backups.sort_by_key(|backup| backup.day > today);
        backups
    }

    /// Makes the backup of the day: the first time in a day that this is called after something changed since the last
    /// backup. `go_on` is asked every few milliseconds; when it says no, the attempt is given up. Where the backup
    /// can't be written, the error is also among the [`Workspace::notices`], and the next attempt is tomorrow's. Then
    /// the newest backup is copied to the second folder, where the person chose one.
    ///
    /// # Errors
    /// Any error while the backup is written. The workspace itself is not changed.
    pub fn make_daily_backup(&mut self, go_on: &mut dyn FnMut() -> bool) -> Result<DailyOutcome> {
        let today = self.clock.now().date_naive();
        let done = self.make_backup_beside(today, go_on);
        if matches!(done, Ok(DailyOutcome::Made(_) | DailyOutcome::NotNeeded))
            && self.many.is_none()
        {
            self.copy_newest_backup(today, go_on);
        }
        done
    }

    fn make_backup_beside(
        &mut self,
        today: NaiveDate,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<DailyOutcome> {
        let nothing_new = self.looked_at.as_ref() == Some(&self.tally);
        if self.backed_up == Some(today) || self.many.is_some() || nothing_new {
            return Ok(DailyOutcome::NotNeeded);
        }
        let done = self.backup_of(today, go_on);
        // Where nothing changed since an earlier day, the first change of today makes the backup.
        let is_unchanged =
            matches!(done, Ok(DailyOutcome::NotNeeded)) && !self.has_backup_of(today);
        self.looked_at = is_unchanged.then(|| self.tally.clone());
        if !is_unchanged && !matches!(done, Ok(DailyOutcome::Interrupted)) {
            self.backed_up = Some(today);
            self.notices.retain(|notice| !matches!(notice, Notice::NotBackedUp { .. }));
        }
        if let Err(error) = &done {
            self.notices.push(Notice::NotBackedUp {
                folder: folder(&self.db.path),
                reason: error.to_string(),
            });
        }
        done
    }

    fn has_backup_of(&self, day: NaiveDate) -> bool {
        let there = list(&self.db.path);
        there.iter().any(|backup| backup.day == day && known(&self.db, &backup.path))
    }

    fn backup_of(
        &mut self,
        today: NaiveDate,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<DailyOutcome> {
        if self.tally.is_empty() {
            return Ok(DailyOutcome::NotNeeded);
        }
        // A backup dated later than today was made when the clock went wrong, and one that does not share the log is of
        // another workspace that had this name: neither is today's.
        if self.has_backup_of(today) {
            return Ok(DailyOutcome::NotNeeded);
        }
        let there = list(&self.db.path);
        let same = |backup: &DailyBackup| {
            Content::of(&backup.path)
                .is_some_and(|content| content.tally.as_ref() == Some(&self.tally))
        };
        if there.iter().find(|backup| backup.day < today).is_some_and(same)
            || there.iter().take_while(|backup| backup.day > today).any(same)
        {
            return Ok(DailyOutcome::NotNeeded);
        }
        let place = folder(&self.db.path);
        let path = free_name(&place, &self.db.path, today);
        make_folder(&place)?;
        let part = files::part_of(&path);
        let written = self.write_part(&part, go_on);
        if !matches!(written, Ok(true)) {
            files::discard(&part);
        }
        if !written.map_err(|error| files::about(&path, error))? {
            return Ok(DailyOutcome::Interrupted);
        }
        let aside = match publish_workspace(&part, &path, Existing::Keep) {
            Ok(aside) => aside,
            Err(error) => {
                files::discard(&part);
                return Err(error);
            }
        };
        self.notices.extend(aside.into_iter().map(|path| Notice::JournalSetAside { path }));
        self.thin_backups(&place, today);
        Ok(DailyOutcome::Made(path))
    }

    /// Removes the backups in a folder that the plan does not keep; none if the plan cannot be read.
    pub(crate) fn thin_backups(&mut self, folder: &Path, today: NaiveDate) {
        if let Some(plan) = self.plan_to_follow() {
            thin(&self.db, folder, &plan, today);
        }
    }

    /// Makes a backup page by page; `false` if it was stopped.
    pub(crate) fn write_part(&self, part: &Path, go_on: &mut dyn FnMut() -> bool) -> Result<bool> {
        files::make_private(part)?;
        let mut backup = Db::open(part, Access::Write)?;
        backup.batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")?;
        let fault = |e| Error::sqlite(part, e);
        {
            let pages = Backup::new(&self.db.conn, &mut backup.conn).map_err(fault)?;
            let mut rounds = 0;
            loop {
                match pages.step(PAGES_AT_ONCE).map_err(fault)? {
                    StepResult::Done => break,
                    StepResult::More if go_on() => {}
                    StepResult::More => return Ok(false),
                    _ => return Err(Error::Locked { path: self.db.path.clone() }),
                }
                rounds += 1;
                if rounds % SYNC == 0 {
                    let file = File::options().write(true).open(part);
                    file.and_then(|file| file.sync_data()).map_err(|e| Error::io(part, &e))?;
                }
            }
        }
        backup.close()?;
        let about = fs::metadata(&self.db.path).map_err(|e| Error::io(&self.db.path, &e))?;
        files::permit_like(part, &about)?;
        match Content::of(part) {
            Some(content) if content.tally.as_ref() == Some(&self.tally) => Ok(true),
            _ => Err(Error::damaged(part, "the backup does not read as it was written")),
        }
    }
}

/// What a quick look at a backup shows.
pub(crate) struct Content {
    /// The totals of its records. `None` if an earlier program wrote it, which had no totals of newer kinds of record.
    pub(crate) tally: Option<Tally>,
    /// The last entry of the log: its place, its identity, and when it was last added to.
    last: Option<(i64, String, String)>,
    /// The ids of statements that people made; the log does not contain them.
    statements: Vec<String>,
    /// The words of the own dictionary; the log does not contain them either.
    words: Vec<String>,
}

impl Content {
    /// `None` if the file is not a readable workspace, or is open in a program.
    pub(crate) fn of(path: &Path) -> Option<Content> {
        let db = Db::open(path, Access::Read).ok()?;
        let last = db.one("SELECT seq, id, until FROM operation ORDER BY seq DESC", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        });
        let tally = Tally::read(&db, &NEWEST.verified());
        let statements = db.all("SELECT id FROM own_statement", [], |row| row.get(0));
        let words = db.all("SELECT word FROM own_word", [], |row| row.get(0));
        // Only a backup of an earlier format may lack tables of newer ones. Any other that does not read is damaged.
        let format = db.one("PRAGMA user_version", [], |row| row.get::<_, u32>(0)).ok()??;
        let is_earlier = format < FORMAT;
        if !is_earlier && (tally.is_err() || statements.is_err() || words.is_err()) {
            return None;
        }
        Some(Content {
            tally: tally.ok(),
            last: last.ok()?,
            statements: statements.unwrap_or_default(),
            words: words.unwrap_or_default(),
        })
    }
}

/// Makes the folder of the backups if it does not exist.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    if !folder.is_dir() {
        fs::create_dir(folder).map_err(|e| Error::io(folder, &e))?;
        files::sync_folder(folder);
    }
    Ok(())
}

pub(crate) fn folder(workspace: &Path) -> PathBuf {
    workspace.with_file_name(FOLDER)
}

fn stem_and_ending(workspace: &Path) -> (String, String) {
    let stem = workspace.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = workspace.extension().map_or("vurder".into(), |e| e.to_string_lossy());
    (stem, ending.into_owned())
}

/// `backups/study.2026-11-22.vurder`; where that name is taken, `backups/study.2026-11-22-2.vurder` and so on.
pub(crate) fn free_name(folder: &Path, workspace: &Path, day: NaiveDate) -> PathBuf {
    let (stem, ending) = stem_and_ending(workspace);
    let name =
        |more: &str| folder.join(format!("{stem}.{}{more}.{ending}", day.format("%Y-%m-%d")));
    let mut path = name("");
    for number in 2..MOST_OF_A_DAY {
        if fs::symlink_metadata(&path).is_err() {
            break;
        }
        path = name(&format!("-{number}"));
    }
    path
}

/// The parts of the name of a backup: the day, the number of the backup on that day, and the text after the name. That
/// text is empty, or is the ending of a file that is being written.
pub(crate) fn day_of<'n>(workspace: &Path, name: &'n str) -> Option<(NaiveDate, u8, &'n str)> {
    let (stem, ending) = stem_and_ending(workspace);
    let (day, rest) = after(name, &stem)?.strip_prefix('.')?.split_at_checked(10)?;
    let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
    let (number, rest) = match rest.strip_prefix('-').and_then(|rest| rest.split_once('.')) {
        Some((number, rest)) => (number.parse().ok().filter(|n| *n < MOST_OF_A_DAY)?, rest),
        None => (1, rest.strip_prefix('.')?),
    };
    Some((day, number, after(rest, &ending)?))
}

/// The text after `start` in a name. On systems for which `Study` and `study` are one name, case is ignored.
fn after<'n>(name: &'n str, start: &str) -> Option<&'n str> {
    let (begins, rest) = name.split_at_checked(start.len())?;
    let alike = begins == start
        || (cfg!(any(windows, target_os = "macos"))
            && begins.to_lowercase() == start.to_lowercase());
    alike.then_some(rest)
}

/// The backups of a workspace beside it, newest first.
pub(crate) fn list(workspace: &Path) -> Vec<DailyBackup> {
    list_in(&folder(workspace), workspace)
}

/// The backups of a workspace in a folder, newest first.
pub(crate) fn list_in(folder: &Path, workspace: &Path) -> Vec<DailyBackup> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<(u8, DailyBackup)> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name();
            let (day, number, rest) = day_of(workspace, name.to_str()?)?;
            rest.is_empty().then(|| (number, DailyBackup { day, path: entry.path() }))
        })
        .collect();
    found.sort_by_key(|(number, backup)| std::cmp::Reverse((backup.day, *number)));
    found.into_iter().map(|(_, backup)| backup).collect()
}

/// Removes the backups in a folder that are not to be kept. A backup stays if it cannot be read, is open, or has a
/// change that the workspace does not have.
pub(crate) fn thin(db: &Db, folder: &Path, plan: &BackupPlan, today: NaiveDate) {
    let mut backups = list_in(folder, &db.path);
    // Backups with a day after today must not take the places of backups that are really newer.
    backups.sort_by_key(|backup| backup.day > today);
    let sized: Vec<(NaiveDate, u64)> = backups
        .iter()
        .map(|backup| (backup.day, fs::metadata(&backup.path).map_or(0, |about| about.len())))
        .collect();
    for (backup, kept) in backups.iter().zip(plan.which_to_keep(&sized)) {
        if !kept && known(db, &backup.path) {
            let _ = fs::remove_file(&backup.path);
        }
    }
}

/// Whether the workspace has everything in the backup: its log has the backup's last entry, and each statement that
/// people made and each word of the own dictionary exists. Imported pages do not count, because they can be imported
/// again.
pub(crate) fn known(db: &Db, backup: &Path) -> bool {
    let Some(Content { tally, last, statements, words }) = Content::of(backup) else {
        return false;
    };
    let find = "SELECT 1 FROM own_statement WHERE id = ?1";
    if !statements.iter().all(|id| matches!(db.one(find, [id], |_| Ok(())), Ok(Some(())))) {
        return false;
    }
    let find = "SELECT 1 FROM own_word WHERE word = ?1";
    if !words.iter().all(|word| matches!(db.one(find, [word], |_| Ok(())), Ok(Some(())))) {
        return false;
    }
    let Some((seq, id, until)) = last else {
        // Without a log, a backup belongs to this workspace only if its content is the same.
        return Tally::read(db, &NEWEST.verified()).is_ok_and(|own| Some(own) == tally);
    };
    let same = db.one(
        "SELECT 1 FROM operation WHERE seq = ?1 AND id = ?2 AND until >= ?3",
        rusqlite::params![seq, id, until],
        |_| Ok(()),
    );
    matches!(same, Ok(Some(())))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_names_of_this_workspace_are_taken_for_its_backups() {
        let study = Path::new("/here/study.vurder");
        let read = |name: &'static str| {
            day_of(study, name).map(|(day, n, rest)| (day.to_string(), n, rest))
        };
        let day = || "2026-11-22".to_owned();
        assert_eq!(read("study.2026-11-22.vurder"), Some((day(), 1, "")));
        assert_eq!(read("study.2026-11-22-2.vurder"), Some((day(), 2, "")));
        assert_eq!(
            read("study.2026-11-22.vurder.vurder-abcdefghijkl.part"),
            Some((day(), 1, ".vurder-abcdefghijkl.part"))
        );
        for other in [
            "study.2026-11-22-x.vurder",
            "study.2026-11-22-200.vurder",
            "study-2.2026-11-22.vurder",
            "study.mine.vurder",
            "study.2026-11-2ø.vurder",
            "st",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}

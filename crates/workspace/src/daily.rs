//! The copy of the day: in the folder `backups` beside the workspace, made while nobody waits, a bounded number kept.
//!
//! A copy is a workspace of its own and opens like one. So somebody may go on working in it; a copy is taken away only
//! when the workspace itself knows everything that stands in it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::backup::{self, Existing, Kind};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::integrity::Tally;
use crate::open::{Workspace, close, connect, plain};
use crate::repair::Notice;

/// The folder of the copies, beside the workspace.
const FOLDER: &str = "backups";
/// How many copies of single days are kept.
const DAYS: usize = 7;
/// How many weeks before these have one copy each.
const WEEKS: usize = 4;
/// Copies that together take more bytes than this are not kept, but for the newest few.
const ROOM: u64 = 1 << 30;
/// So many are kept however large they are.
const LEAST: usize = 3;
/// A bound for the number in a copy's name: more than one only where copies of other workspaces have the names.
const MOST_OF_A_DAY: u8 = 100;
/// Pages that are copied between two looks at whether somebody waits: some two milliseconds' worth.
const PIECE: i32 = 256;
/// Pieces after which what was copied is synced, so that the last sync is short.
const SYNC: u32 = 16;

/// A copy of the workspace as it stood on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayCopy {
    /// The day, in UTC.
    pub day: NaiveDate,
    /// The file: a workspace that can be opened.
    pub path: PathBuf,
}

/// What became of the copy of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tended {
    /// There was nothing to do: today's copy is there, or nothing changed since the last one.
    Nothing,
    /// The copy was made.
    Copied(PathBuf),
    /// Somebody waited; nothing of the copy is left. The next call begins anew.
    GaveWay,
}

impl Workspace {
    /// The folder in which the copies of the days stand; it is made with the first one.
    pub fn copies_folder(&self) -> PathBuf {
        folder(&self.db.path)
    }

    /// The copies of the days, newest first; those that a wrong clock dated later than today come last.
    pub fn day_copies(&self) -> Vec<DayCopy> {
        let mut copies = copies(&self.db.path);
        let today = self.clock.now().date_naive();
        copies.sort_by_key(|copy| copy.day > today);
        copies
    }

    /// Makes the copy of the day: the first time in a day that this is called, if something changed since the last
    /// copy. `go_on` is asked every few milliseconds; when it says no, the attempt is given up. Where the copy can't be
    /// written, the error is also among the [`Workspace::notices`], and the next attempt is tomorrow's.
    ///
    /// # Errors
    /// What kept the copy from being written. The workspace itself is as it was.
    pub fn tend(&mut self, go_on: &mut dyn FnMut() -> bool) -> Result<Tended> {
        let today = self.clock.now().date_naive();
        if std::mem::take(&mut self.made_now) {
            self.tended = Some(today);
        }
        if self.tended == Some(today) || self.many.is_some() {
            return Ok(Tended::Nothing);
        }
        let done = self.copy_of(today, go_on);
        if !matches!(done, Ok(Tended::GaveWay)) {
            self.tended = Some(today);
            self.notices.retain(|notice| !matches!(notice, Notice::NotCopied { .. }));
        }
        if let Err(error) = &done {
            self.notices.push(Notice::NotCopied {
                folder: folder(&self.db.path),
                reason: error.to_string(),
            });
        }
        done
    }

    fn copy_of(&self, today: NaiveDate, go_on: &mut dyn FnMut() -> bool) -> Result<Tended> {
        if self.tally == Tally::default() {
            return Ok(Tended::Nothing);
        }
        // A copy dated later than today was made when the clock went wrong, and one that does not share the log is of
        // another workspace that had this name: neither is today's.
        let there = copies(&self.db.path);
        if there.iter().any(|copy| copy.day == today && known(&self.db, &copy.path)) {
            return Ok(Tended::Nothing);
        }
        let same = |copy: &DayCopy| Held::of(&copy.path).is_some_and(|h| h.tally == self.tally);
        if there.iter().find(|copy| copy.day < today).is_some_and(same)
            || there.iter().take_while(|copy| copy.day > today).any(same)
        {
            return Ok(Tended::Nothing);
        }
        let path = free_name(&self.db.path, today);
        let place = folder(&self.db.path);
        if !place.is_dir() {
            fs::create_dir(&place).map_err(|e| Error::io(&place, &e))?;
            backup::sync_folder(&place);
        }
        let part = backup::part_of(&path);
        let written = self.write_part(&part, go_on);
        if !matches!(written, Ok(true)) {
            backup::discard(&part);
        }
        if !written.map_err(|error| backup::about(&path, error))? {
            return Ok(Tended::GaveWay);
        }
        if let Err(error) = backup::name(&part, &path, Existing::Keep, Kind::Workspace) {
            backup::discard(&part);
            return Err(error);
        }
        thin(&self.db, today);
        Ok(Tended::Copied(path))
    }

    /// Copies page by page; says whether the copy is whole.
    fn write_part(&self, part: &Path, go_on: &mut dyn FnMut() -> bool) -> Result<bool> {
        backup::make_private(part)?;
        let mut copy = connect(part, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        copy.batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")?;
        let fault = |e| Error::sqlite(part, e);
        {
            let pages = Backup::new(&self.db.conn, &mut copy.conn).map_err(fault)?;
            let mut pieces = 0;
            loop {
                match pages.step(PIECE).map_err(fault)? {
                    StepResult::Done => break,
                    StepResult::More if go_on() => {}
                    StepResult::More => return Ok(false),
                    _ => return Err(Error::Locked { path: self.db.path.clone() }),
                }
                pieces += 1;
                if pieces % SYNC == 0 {
                    let file = File::options().write(true).open(part);
                    file.and_then(|file| file.sync_data()).map_err(|e| Error::io(part, &e))?;
                }
            }
        }
        close(copy)?;
        let about = fs::metadata(&self.db.path).map_err(|e| Error::io(&self.db.path, &e))?;
        backup::admit_as(part, &about)?;
        match Held::of(part) {
            Some(held) if held.tally == self.tally => Ok(true),
            _ => Err(Error::damaged(part, "the copy does not read as it was written")),
        }
    }
}

/// What a copy holds, as far as it says so in one look.
struct Held {
    tally: Tally,
    /// The last entry of the log: place, identity, and when it was last added to.
    last: Option<(i64, String, String)>,
}

impl Held {
    /// None where the file is no workspace that can be read, or is open in a program.
    fn of(path: &Path) -> Option<Held> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(plain(path), flags).ok()?;
        conn.busy_timeout(std::time::Duration::ZERO).ok()?;
        let db = Db::new(conn, path);
        let last = db.one("SELECT seq, id, until FROM operation ORDER BY seq DESC", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        });
        Some(Held { tally: Tally::read(&db).ok()?, last: last.ok()? })
    }
}

fn folder(workspace: &Path) -> PathBuf {
    workspace.with_file_name(FOLDER)
}

fn stem_and_ending(workspace: &Path) -> (String, String) {
    let stem = workspace.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = workspace.extension().map_or("vurder".into(), |e| e.to_string_lossy());
    (stem, ending.into_owned())
}

/// `backups/study.2026-11-22.vurder`; where that name is taken, `backups/study.2026-11-22-2.vurder` and so on.
fn free_name(workspace: &Path, day: NaiveDate) -> PathBuf {
    let (stem, ending) = stem_and_ending(workspace);
    let name = |more: &str| {
        folder(workspace).join(format!("{stem}.{}{more}.{ending}", day.format("%Y-%m-%d")))
    };
    let mut path = name("");
    for number in 2..MOST_OF_A_DAY {
        if fs::symlink_metadata(&path).is_err() {
            break;
        }
        path = name(&format!("-{number}"));
    }
    path
}

/// What the name of a copy says: the day, which copy of that day it is, and what stands after the name: nothing, or
/// the end of a file on the way.
fn day_of<'n>(workspace: &Path, name: &'n str) -> Option<(NaiveDate, u8, &'n str)> {
    let (stem, ending) = stem_and_ending(workspace);
    let (day, rest) = after(name, &stem)?.strip_prefix('.')?.split_at_checked(10)?;
    let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
    let (number, rest) = match rest.strip_prefix('-').and_then(|rest| rest.split_once('.')) {
        Some((number, rest)) => (number.parse().ok().filter(|n| *n < MOST_OF_A_DAY)?, rest),
        None => (1, rest.strip_prefix('.')?),
    };
    Some((day, number, after(rest, &ending)?))
}

/// What follows `start` in a name. Where the system takes `Study` and `study` for one name, so does this.
fn after<'n>(name: &'n str, start: &str) -> Option<&'n str> {
    let (begins, rest) = name.split_at_checked(start.len())?;
    let alike = begins == start
        || (cfg!(any(windows, target_os = "macos"))
            && begins.to_lowercase() == start.to_lowercase());
    alike.then_some(rest)
}

/// The copies of a workspace, newest first.
pub(crate) fn copies(workspace: &Path) -> Vec<DayCopy> {
    let Ok(entries) = fs::read_dir(folder(workspace)) else { return Vec::new() };
    let mut found: Vec<(u8, DayCopy)> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name();
            let (day, number, rest) = day_of(workspace, name.to_str()?)?;
            rest.is_empty().then(|| (number, DayCopy { day, path: entry.path() }))
        })
        .collect();
    found.sort_by_key(|(number, copy)| std::cmp::Reverse((copy.day, *number)));
    found.into_iter().map(|(_, copy)| copy).collect()
}

/// Removes what a program that was ended left of copies on the way. Only while the workspace is open, and so nobody
/// else makes any.
pub(crate) fn sweep(workspace: &Path) {
    let beside = workspace.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut left: Vec<PathBuf> = Vec::new();
    for place in [backup::folder_of(workspace), folder(workspace)] {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            let of_this = name.strip_prefix(&beside).is_some_and(backup::is_part);
            if of_this || day_of(workspace, name).is_some_and(|(.., rest)| backup::is_part(rest)) {
                left.push(entry.path());
            }
        }
    }
    for path in left {
        let _ = fs::remove_file(path);
    }
}

/// Takes away the copies that are not kept. One that can't be read, is open, or holds a change that the workspace does
/// not know stays.
fn thin(db: &Db, today: NaiveDate) {
    let mut copies = copies(&db.path);
    // What is dated later than today must not keep places from what is newer indeed.
    copies.sort_by_key(|copy| copy.day > today);
    let sized: Vec<(NaiveDate, u64)> = copies
        .iter()
        .map(|copy| (copy.day, fs::metadata(&copy.path).map_or(0, |about| about.len())))
        .collect();
    for (copy, kept) in copies.iter().zip(kept(&sized)) {
        if !kept && known(db, &copy.path) {
            let _ = fs::remove_file(&copy.path);
        }
    }
}

/// Whether all that the copy's log says stands in the log of the workspace, too.
fn known(db: &Db, copy: &Path) -> bool {
    let Some(Held { last: Some((seq, id, until)), .. }) = Held::of(copy) else { return false };
    let same = db.one(
        "SELECT 1 FROM operation WHERE seq = ?1 AND id = ?2 AND until >= ?3",
        rusqlite::params![seq, id, until],
        |_| Ok(()),
    );
    matches!(same, Ok(Some(())))
}

/// Which of the copies, newest first with their sizes, are kept: those of the last days, then one of each week.
fn kept(copies: &[(NaiveDate, u64)]) -> Vec<bool> {
    let (mut weeks, mut bytes) = (Vec::new(), 0_u64);
    let mut keep = Vec::with_capacity(copies.len());
    for (place, (day, size)) in copies.iter().enumerate() {
        let week = (day.iso_week().year(), day.iso_week().week());
        let first_of_week = !weeks.contains(&week) && weeks.len() < WEEKS;
        let wanted = place < DAYS || first_of_week;
        let fits = place < LEAST || bytes.saturating_add(*size) <= ROOM;
        if place >= DAYS && wanted {
            weeks.push(week);
        }
        if wanted && fits {
            bytes = bytes.saturating_add(*size);
        }
        keep.push(wanted && fits);
    }
    keep
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(days: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap() - chrono::Days::new(days)
    }

    #[test]
    fn seven_days_and_four_weeks_are_kept() {
        let copies: Vec<_> = (0..60).map(|days| (day(days), 1)).collect();
        let kept: Vec<_> = kept(&copies)
            .into_iter()
            .zip(0..60)
            .filter_map(|(kept, at)| kept.then_some(at))
            .collect();
        // 22 November 2026 is a Sunday: the older ones are Sundays, too, the last of their weeks.
        assert_eq!(kept, [0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 28]);
    }

    #[test]
    fn copies_thinned_day_by_day_still_reach_back_four_weeks() {
        let mut there: Vec<(NaiveDate, u64)> = Vec::new();
        for days in (0..90).rev() {
            there.insert(0, (day(days), 1));
            let keep = kept(&there);
            there = there.into_iter().zip(keep).filter_map(|(c, keep)| keep.then_some(c)).collect();
        }
        assert_eq!(there.len(), DAYS + WEEKS);
        assert!(there.last().unwrap().0 <= day(28), "{there:?}");
    }

    #[test]
    fn large_copies_leave_room_on_the_disk() {
        let copies: Vec<_> = (0..9).map(|days| (day(days), 540 << 20)).collect();
        assert_eq!(kept(&copies).iter().filter(|kept| **kept).count(), LEAST);
    }

    #[test]
    fn only_names_of_this_workspace_are_taken_for_its_copies() {
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

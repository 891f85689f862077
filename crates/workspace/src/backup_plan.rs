//! The choice of a person for one workspace: which of the daily backups are kept, and to which other folder they are
//! copied.
//!
//! The choice is kept in a file beside the workspace and not in it. The second folder is a place on this computer, and
//! a workspace that cannot be opened still has backups.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::files::{self, Existing};
use crate::notice::Notice;
use crate::workspace::Workspace;

/// The text after the name of the workspace in the name of the file: `study.backups.json`.
const ENDING: &str = ".backups.json";
/// The greatest number of bytes of all backups together. Beyond it, only the newest few are kept.
const ROOM: u64 = 1 << 30;
/// The number of newest backups that are kept even if they are larger than that.
const LEAST: usize = 3;

/// Which of the daily backups are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BackupPlan {
    /// Number of backups of single days that are kept.
    pub days: u16,
    /// Number of weeks before these days for which one backup each is kept.
    pub weeks: u16,
    /// Another folder to which each backup is copied, for example on another disk.
    pub second_folder: Option<PathBuf>,
}

impl Default for BackupPlan {
    fn default() -> Self {
        Self { days: 7, weeks: 4, second_folder: None }
    }
}

impl BackupPlan {
    /// The greatest number of days, and of weeks.
    pub const MOST_KEPT: u16 = 99;

    /// The plan for a workspace. If nobody chose one, it is the default plan.
    ///
    /// # Errors
    /// The file with the person's choice cannot be read, or was written by a newer program. No backup may be removed
    /// then, because the person may have chosen to keep it.
    pub(crate) fn of(workspace: &Path) -> Result<BackupPlan> {
        let file = file_of(workspace);
        let text = match fs::read(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BackupPlan::default()),
            Err(error) => return Err(Error::io(&file, &error)),
        };
        let plan: BackupPlan = serde_json::from_slice(&text)
            .map_err(|error| Error::damaged(&file, error.to_string()))?;
        match plan.is_possible() {
            true => Ok(plan),
            false => Err(Error::damaged(&file, format!("a plan of {} days", plan.days))),
        }
    }

    /// Whether these numbers are allowed. At least one day must be kept.
    pub fn is_possible(&self) -> bool {
        (1..=Self::MOST_KEPT).contains(&self.days) && self.weeks <= Self::MOST_KEPT
    }

    /// Decides for each backup, newest first with their sizes, whether it is kept: those of the last days, then one of
    /// each week.
    pub(crate) fn which_to_keep(&self, backups: &[(NaiveDate, u64)]) -> Vec<bool> {
        let (days, most_weeks) = (usize::from(self.days), usize::from(self.weeks));
        let (mut weeks, mut bytes) = (Vec::new(), 0_u64);
        // Several backups of one day are one day.
        let (mut seen, mut last) = (0_usize, None);
        let mut keep = Vec::with_capacity(backups.len());
        for (place, (day, size)) in backups.iter().enumerate() {
            if last != Some(*day) {
                (seen, last) = (seen + 1, Some(*day));
            }
            let week = (day.iso_week().year(), day.iso_week().week());
            let first_of_week = !weeks.contains(&week) && weeks.len() < most_weeks;
            let wanted = seen <= days || first_of_week;
            let fits = place < LEAST || bytes.saturating_add(*size) <= ROOM;
            if seen > days && wanted {
                weeks.push(week);
            }
            if wanted && fits {
                bytes = bytes.saturating_add(*size);
            }
            keep.push(wanted && fits);
        }
        keep
    }
}

fn file_of(workspace: &Path) -> PathBuf {
    let mut name = workspace.file_stem().unwrap_or_default().to_owned();
    name.push(ENDING);
    workspace.with_file_name(name)
}

impl Workspace {
    /// Which of the daily backups are kept. This is the default plan if the choice of the person cannot be read; one of
    /// the [`Workspace::notices`] says so, and no backup is removed.
    pub fn backup_plan(&self) -> BackupPlan {
        BackupPlan::of(&self.db.path).unwrap_or_default()
    }

    /// The plan by which backups are removed and copied. `None` if it cannot be read, which becomes a notice.
    pub(crate) fn plan_to_follow(&mut self) -> Option<BackupPlan> {
        let plan = BackupPlan::of(&self.db.path);
        self.notices.retain(|notice| !matches!(notice, Notice::BackupPlanUnread { .. }));
        plan.inspect_err(|error| {
            let (file, reason) = (file_of(&self.db.path), error.to_string());
            self.notices.push(Notice::BackupPlanUnread { file, reason });
        })
        .ok()
    }

    /// Sets the plan. It applies from the next backup on; no backup is removed before that.
    ///
    /// # Errors
    /// [`Error::Misuse`] for numbers that are not allowed, and the error of the system if the file beside the workspace
    /// cannot be written.
    pub fn plan_backups(&mut self, plan: &BackupPlan) -> Result<()> {
        if !plan.is_possible() {
            return Err(Error::Misuse(format!("a plan of {} days", plan.days)));
        }
        let file = file_of(&self.db.path);
        let json = serde_json::to_vec_pretty(plan).map_err(|e| Error::Misuse(e.to_string()))?;
        let write = |part: &Path| fs::write(part, &json).map_err(|e| Error::io(part, &e));
        files::write_beside(&file, Existing::Replace, write, files::publish)?;
        self.copied = None;
        self.copy_failed = None;
        self.notices.retain(|notice| !matches!(notice, Notice::BackupPlanUnread { .. }));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(days: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap() - chrono::Days::new(days)
    }

    fn kept(plan: &BackupPlan) -> Vec<u64> {
        let backups: Vec<_> = (0..60).map(|days| (day(days), 1)).collect();
        let kept = plan.which_to_keep(&backups).into_iter().zip(0..60);
        kept.filter_map(|(kept, at)| kept.then_some(at)).collect()
    }

    #[test]
    fn seven_days_and_four_weeks_are_kept_and_more_or_fewer_if_asked_for() {
        // 22 November 2026 is a Sunday. The older backups are of Sundays, too, the last days of their weeks.
        let usual = BackupPlan::default();
        assert_eq!(kept(&usual), [0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 28]);
        assert_eq!(kept(&BackupPlan { days: 2, weeks: 1, ..usual.clone() }), [0, 1, 2]);
        assert_eq!(kept(&BackupPlan { days: 1, weeks: 0, ..usual.clone() }), [0]);
        assert_eq!(kept(&BackupPlan { days: 99, ..usual }).len(), 60);
    }

    #[test]
    fn several_backups_of_a_day_push_no_other_day_out() {
        let plan = BackupPlan { days: 2, weeks: 0, ..BackupPlan::default() };
        let backups = [(day(0), 1), (day(0), 1), (day(0), 1), (day(1), 1), (day(2), 1)];
        assert_eq!(plan.which_to_keep(&backups), [true, true, true, true, false]);
    }

    #[test]
    fn backups_thinned_day_by_day_still_reach_back_four_weeks() {
        let plan = BackupPlan::default();
        let mut there: Vec<(NaiveDate, u64)> = Vec::new();
        for days in (0..90).rev() {
            there.insert(0, (day(days), 1));
            let keep = plan.which_to_keep(&there);
            there = there.into_iter().zip(keep).filter_map(|(c, keep)| keep.then_some(c)).collect();
        }
        assert_eq!(there.len(), usize::from(plan.days + plan.weeks));
        assert!(there.last().unwrap().0 <= day(28), "{there:?}");
    }

    #[test]
    fn large_backups_leave_room_on_the_disk() {
        let backups: Vec<_> = (0..9).map(|days| (day(days), 540 << 20)).collect();
        let keep = BackupPlan::default().which_to_keep(&backups);
        assert_eq!(keep.iter().filter(|kept| **kept).count(), LEAST);
    }
}

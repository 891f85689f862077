//! Which backups of the days are kept, and where else they are put: what a person chose for one workspace.
//!
//! The choice stands in a file beside the workspace and not in it, since a second folder is a place of this computer,
//! and since a workspace that can't be opened still has backups.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::files::{self, Existing};
use crate::workspace::Workspace;

/// What follows the name of the workspace in the name of the file: `study.backups.json`.
const ENDING: &str = ".backups.json";
/// Backups that together take more bytes than this are not kept, but for the newest few.
const ROOM: u64 = 1 << 30;
/// So many are kept however large they are.
const LEAST: usize = 3;

/// What is kept of the backups of the days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BackupPlan {
    /// How many backups of single days are kept.
    pub days: u16,
    /// How many weeks before these have one backup each.
    pub weeks: u16,
    /// Another folder that each backup is copied to, on another disk for example.
    pub second_folder: Option<PathBuf>,
}

impl Default for BackupPlan {
    fn default() -> Self {
        Self { days: 7, weeks: 4, second_folder: None }
    }
}

impl BackupPlan {
    /// The most days, and the most weeks, that can be kept.
    pub const MOST_KEPT: u16 = 99;

    /// What was chosen for a workspace; where nothing was, or it can't be read, what is usual.
    pub(crate) fn of(workspace: &Path) -> BackupPlan {
        let text = fs::read(file_of(workspace)).ok();
        let plan = text.and_then(|text| serde_json::from_slice(&text).ok());
        plan.filter(BackupPlan::is_possible).unwrap_or_default()
    }

    /// Whether these numbers can be kept: at least one day.
    pub fn is_possible(&self) -> bool {
        (1..=Self::MOST_KEPT).contains(&self.days) && self.weeks <= Self::MOST_KEPT
    }

    /// Which of the backups, newest first with their sizes, are kept: those of the last days, then one of each week.
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
    /// What is kept of the backups of the days.
    pub fn backup_plan(&self) -> BackupPlan {
        BackupPlan::of(&self.db.path)
    }

    /// Chooses what is kept from the next backup on. Nothing is taken away before that.
    ///
    /// # Errors
    /// [`Error::Misuse`] for numbers that can't be kept, and what the system says where the file beside the workspace
    /// can't be written.
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
        // 22 November 2026 is a Sunday: the older ones are Sundays, too, the last of their weeks.
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

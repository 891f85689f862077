//! Answers and arguments of the commands on backups.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command_types::{answers, arguments};

answers! {
    /// The backups that the program makes by itself, at most one a day.
    Backups {
        /// The folder of the backups. It exists only after the first backup.
        folder: String,
        /// The day of the newest backup, YYYY-MM-DD.
        last: Option<String>,
    }

    /// The backups of the workspace, and how many of them are kept.
    BackupList {
        /// The folder of the backups, beside the workspace. It exists only after the first backup.
        folder: String,
        /// How many backups of single days are kept.
        days: u16,
        /// For how many weeks before these days one backup each is kept.
        weeks: u16,
        /// The largest number that `days` and `weeks` can have.
        most: u16,
        /// Another folder that each backup is copied to.
        #[ts(optional)]
        second: Option<SecondFolder>,
        /// The backups, the newest first.
        backups: Vec<BackupView>,
    }

    /// The backup that somebody asked for.
    BackedUp {
        /// The newest backup. It holds everything, or it is less than a minute old. None if there is nothing to back up
        /// yet.
        #[ts(optional)]
        path: Option<String>,
        /// Whether the backup was written now.
        written: bool,
    }

    /// Another folder that each backup is copied to.
    SecondFolder {
        /// The folder.
        folder: String,
        /// Whether the folder exists now.
        there: bool,
    }

    /// A backup.
    BackupView {
        /// The file.
        path: String,
        /// The day it was made, in UTC.
        #[ts(as = "String")]
        day: NaiveDate,
        /// Its size in bytes.
        #[ts(as = "f64")]
        bytes: u64,
        /// Where it stands.
        place: BackupPlace,
        /// Whether the backup can be read now, and how it relates to the workspace.
        state: BackupState,
        /// Number of changes in the workspace since the backup.
        #[ts(as = "f64")]
        changes: u64,
        /// Titles of the projects that these changes touched.
        projects: Vec<String>,
    }

    /// What a backup holds.
    BackupLook {
        /// The file.
        path: String,
        /// Its projects.
        projects: Vec<BackedUpProject>,
    }

    /// A project as a backup holds it.
    BackedUpProject {
        /// Its title.
        title: String,
        /// When anything in it changed last.
        #[ts(as = "String")]
        changed: DateTime<Utc>,
        /// Whether it lay in the trash.
        trashed: bool,
        /// How many answers stand in it.
        #[ts(as = "f64")]
        answers: u64,
    }
}

/// Where a backup stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupPlace {
    /// In the folder beside the workspace.
    Beside,
    /// In the second folder.
    Second,
    /// Beside the workspace, made before a migration to a newer format.
    BeforeFormat,
}

/// How a backup relates to the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupState {
    /// The workspace went on from this backup.
    Earlier,
    /// The workspace differs in something that is no new entry of the log, such as an undo.
    OutsideTheLog,
    /// The backup holds changes that the workspace does not have.
    OnItsOwn,
    /// The backup is damaged, open in a program, or can't be read.
    Unreadable,
}

arguments! {
    /// A backup of the list.
    OfBackup {
        /// The file, as the list names it.
        #[ts(as = "String")]
        backup: PathBuf,
    }

    /// A backup that is written as a workspace of its own.
    RestoreBackup {
        /// The file, as the list names it.
        #[ts(as = "String")]
        backup: PathBuf,
        /// The new workspace; an existing file is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
    }

    /// How many backups are kept.
    PlanBackups {
        /// How many backups of single days are kept, at least one.
        days: u16,
        /// For how many weeks before these days one backup each is kept.
        weeks: u16,
        /// Another folder that each backup is copied to; none when left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional, as = "Option<String>")]
        second_folder: Option<PathBuf>,
    }
}

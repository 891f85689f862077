//! What is told of backups, and what the commands on them take.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command_types::{answers, arguments};

answers! {
    /// The backups of the workspace, and what is kept of them.
    BackupList {
        /// The folder beside the workspace in which they are made; there once there is one.
        folder: String,
        /// How many backups of single days are kept.
        days: u16,
        /// How many weeks before these have one backup each.
        weeks: u16,
        /// The most days, and the most weeks, that can be kept.
        most: u16,
        /// Another folder that each backup is copied to.
        #[ts(optional)]
        second: Option<SecondFolder>,
        /// The backups, the newest first.
        backups: Vec<BackupView>,
    }

    /// The backup of today, when somebody asks for it.
    BackedUp {
        /// The newest backup, in which everything stands or that is less than a minute old; none where there is nothing
        /// to keep yet.
        #[ts(optional)]
        path: Option<String>,
        /// Whether it was written now.
        written: bool,
    }

    /// Another folder that each backup is copied to.
    SecondFolder {
        /// The folder.
        folder: String,
        /// Whether it is there now.
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
        /// Whether it can be read now, and what became of the workspace since.
        state: BackupState,
        /// How many changes the workspace has since.
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
    /// Beside the workspace, made before it was brought up to a newer format.
    BeforeFormat,
}

/// What became of the workspace since a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupState {
    /// The workspace went on from it.
    Earlier,
    /// It holds changes that the workspace does not know.
    OnItsOwn,
    /// It is damaged, open in a program, or can't be read.
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

    /// What is kept of the backups.
    PlanBackups {
        /// How many backups of single days are kept, at least one.
        days: u16,
        /// How many weeks before these have one backup each.
        weeks: u16,
        /// Another folder that each backup is copied to; none when left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional, as = "Option<String>")]
        second_folder: Option<PathBuf>,
    }
}

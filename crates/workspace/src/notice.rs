//! Facts about a workspace that a person should know, although it is open and correct.

use std::path::PathBuf;

/// A fact about the file that a person should know, although it is open and correct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The search index or other data that serves the records was damaged and was made again. Nothing is lost.
    Repaired {
        /// The damage, in the words of SQLite.
        damage: String,
    },
    /// The daily backup could not be written. The work itself is saved.
    NotBackedUp {
        /// The folder for the backup.
        folder: PathBuf,
        /// The reason.
        reason: String,
    },
    /// The backups could not be copied to the second folder.
    NotCopied {
        /// The folder.
        folder: PathBuf,
        /// The reason.
        reason: String,
    },
    /// The choice which backups are kept, and where they are copied to, could not be read. Meanwhile no backup is
    /// removed, and none is copied.
    BackupPlanUnread {
        /// The file with the choice.
        file: PathBuf,
        /// The reason.
        reason: String,
    },
    /// The file is on a network share. The locks of the share may not keep a second computer out.
    OnShare {
        /// The share: its kind, or its server and folder.
        share: String,
    },
    /// The words that an earlier program left in the file beside the workspace could not be moved into the workspace.
    /// They stay in that file.
    OwnWordsLeft {
        /// That file.
        file: PathBuf,
        /// The reason.
        reason: String,
    },
    /// A journal of another file had the name of the new workspace, or of a backup. It was renamed. It may belong to a
    /// workspace that was moved and still needs it.
    JournalSetAside {
        /// Its new name.
        path: PathBuf,
    },
}

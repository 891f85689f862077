//! What a person should know of a workspace though it is open and whole.

use std::path::PathBuf;

/// Something a person should know of the file, though it is open and whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The search index or another part that serves the records was damaged and has been made anew. Nothing is lost.
    Repaired {
        /// What SQLite said of the damage.
        damage: String,
    },
    /// The backup of the day could not be written. The work itself is saved.
    NotBackedUp {
        /// The folder it was meant for.
        folder: PathBuf,
        /// What kept it from being written.
        reason: String,
    },
    /// The backups could not be copied to the second folder.
    NotCopied {
        /// The folder.
        folder: PathBuf,
        /// What kept them from being copied.
        reason: String,
    },
    /// The file lies on a network share, whose locks may not keep a second computer out.
    OnShare {
        /// What the system says of the share: its kind, or its server and folder.
        share: String,
    },
    /// The words that an earlier program left in the file beside the workspace could not be taken over, and stay there.
    OwnWordsLeft {
        /// That file.
        file: PathBuf,
        /// What kept them from being taken over.
        reason: String,
    },
    /// A journal that another file left under the name of the new workspace, or of a backup, was renamed. It may belong
    /// to a workspace that was moved, which would still need it.
    JournalSetAside {
        /// What it is called now.
        path: PathBuf,
    },
}

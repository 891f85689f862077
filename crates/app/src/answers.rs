//! The answers of commands that belong to no other subject. The answer of a change is in `changed`.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::ProjectHead;

use crate::backup_answers::Backups;
use crate::command_types::answers;

answers! {
    /// The changes that `undo` and `redo` would act on.
    UndoState {
        /// Name of the change that `undo` would take back.
        undo: Option<String>,
        /// Name of the change that `redo` would make again.
        redo: Option<String>,
    }

    /// The program and its workspace.
    Status {
        /// Version of the program.
        version: String,
        /// Path of the workspace.
        workspace: String,
        /// Whether the workspace has no project, not even one in the trash.
        first_start: bool,
        /// The languages in which forms, headings and messages are complete, as BCP 47 tags.
        languages: Vec<String>,
        /// Languages in which answers can be written, as BCP 47 tags: those whose words the PDF can divide, and the
        /// complete languages.
        text_languages: Vec<String>,
        /// Notices about the workspace; usually none.
        notices: Vec<Notice>,
        /// The backups that the program makes by itself.
        backups: Backups,
    }

    /// A message that a person should read although no command failed.
    Notice {
        /// What happened, for people.
        message: String,
        /// The next step, for people.
        help: String,
        /// The technical cause, for support.
        detail: String,
    }

    /// The trash.
    Trash {
        /// Projects in the trash.
        projects: Vec<ProjectHead>,
        /// Rows in the trash.
        rows: Vec<TrashedRow>,
    }

    /// A row in the trash.
    TrashedRow {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// What people call one row of the register.
        one: String,
        /// The row in one line.
        label: String,
        /// When it was deleted.
        #[ts(as = "String")]
        trashed: DateTime<Utc>,
    }

    /// A file that was written.
    Written {
        /// The file.
        path: String,
        /// Size in bytes.
        bytes: u32,
    }
}

//! What the commands on versions and attachments take.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::frozen::VersionKind;
use vurder_model::id::{AttachmentId, ProjectId, RowId};

use crate::command_types::arguments;

arguments! {
    /// A version to be frozen.
    FreezeVersion {
        /// The project.
        project: ProjectId,
        /// Why: `review` or `approved`.
        kind: VersionKind,
        /// Who sends or approves it.
        by: String,
        /// What that person writes about it.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        note: String,
        /// Who is asked to review; with them a review round begins. Only for a version sent for review.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        recipients: Vec<String>,
        /// Whether the answers to the remarks of the last review round are an appendix of each report.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        with_answers: bool,
        /// The number of an earlier version: reports that tell what changed since then are kept with the version, too.
        #[serde(default)] #[ts(optional)]
        since: Option<u32>,
        /// Whether those reports mark the changes in the text itself, too.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        redline: bool,
    }

    /// A form of a version.
    OfVersion {
        /// The project.
        project: ProjectId,
        /// The number of the version.
        version: u32,
        /// The form, by id or short name.
        form: String,
    }

    /// A report of a version to be written.
    ExportVersion {
        /// The project.
        project: ProjectId,
        /// The number of the version.
        version: u32,
        /// The form, by id or short name.
        form: String,
        /// Whether it is the report that tells what changed since an earlier version.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        changes: bool,
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
    }

    /// Two states of a project.
    CompareVersions {
        /// The project.
        project: ProjectId,
        /// The number of the earlier version; the last one where nothing is said.
        #[serde(default)] #[ts(optional)]
        from: Option<u32>,
        /// The number of the later version; the draft where nothing is said.
        #[serde(default)] #[ts(optional)]
        to: Option<u32>,
    }

    /// A file to be attached: one on the disk, or words that become a file of text.
    Attach {
        /// The project.
        project: ProjectId,
        /// The row that it belongs to; the project as a whole where nothing is said.
        #[serde(default)] #[ts(optional)]
        row: Option<RowId>,
        /// The file on the disk. It is copied into the workspace.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        path: Option<PathBuf>,
        /// The name; that of the file on the disk where nothing is said.
        #[serde(default)] #[ts(optional)]
        name: Option<String>,
        /// The words of a file of text, in place of a file on the disk.
        #[serde(default)] #[ts(optional)]
        text: Option<String>,
    }

    /// An attachment.
    OfAttachment {
        /// The project.
        project: ProjectId,
        /// The attachment.
        attachment: AttachmentId,
    }

    /// An attachment to be written.
    ExportAttachment {
        /// The project.
        project: ProjectId,
        /// The attachment.
        attachment: AttachmentId,
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
    }
}

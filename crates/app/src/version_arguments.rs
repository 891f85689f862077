//! The arguments of the commands on versions and attachments.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::frozen::VersionKind;
use vurder_model::id::{AttachmentId, ProjectId, RowId};

use crate::command_types::arguments;
use crate::report_arguments::ReportFormat;

arguments! {
    /// A version to freeze.
    FreezeVersion {
        /// The project.
        project: ProjectId,
        /// The kind of version: `review` or `approved`.
        kind: VersionKind,
        /// Who sends or approves the version.
        by: String,
        /// What that person writes about it.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        note: String,
        /// The people who are asked to review; a review round begins with them. Only for a version that is sent for
        /// review.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        recipients: Vec<String>,
        /// Whether each report has an appendix with the answers to the remarks of the last review round.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        with_answers: bool,
        /// Number of an earlier version. The version then also keeps reports that tell what changed since the earlier
        /// one.
        #[serde(default)] #[ts(optional)]
        since: Option<u32>,
        /// Whether those reports also mark the changes in their text.
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

    /// A report of a version to write.
    ExportVersion {
        /// The project.
        project: ProjectId,
        /// The number of the version.
        version: u32,
        /// The form, by id or short name.
        form: String,
        /// Whether to write the report that tells what changed since an earlier version.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        changes: bool,
        /// What the file is: the PDF of the version when left out. The Word file is made anew from the version.
        #[serde(default)] #[ts(as = "Option<ReportFormat>", optional)]
        format: ReportFormat,
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
    }

    /// Two states of a project to compare.
    CompareVersions {
        /// The project.
        project: ProjectId,
        /// Number of the earlier version; the last version when left out.
        #[serde(default)] #[ts(optional)]
        from: Option<u32>,
        /// Number of the later version; the draft when left out.
        #[serde(default)] #[ts(optional)]
        to: Option<u32>,
    }

    /// A file to attach: a file on the disk, or text that becomes a text file.
    Attach {
        /// The project.
        project: ProjectId,
        /// The row to attach the file to; the whole project when left out.
        #[serde(default)] #[ts(optional)]
        row: Option<RowId>,
        /// The file on the disk. It is copied into the workspace.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        path: Option<PathBuf>,
        /// The name; when left out, the name of the file on the disk.
        #[serde(default)] #[ts(optional)]
        name: Option<String>,
        /// The text of a text file, in place of a file on the disk.
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

    /// An attachment to write.
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

//! The versions and the attachments of a project, in its present state or as they were when a version was frozen.

use std::collections::HashSet;

use vurder_model::frozen::{AttachmentLine, VersionLine, attachment_number};
use vurder_model::id::{ProjectId, RowId};
use vurder_workspace::{Attachment, FrozenState, ProjectVersion, Workspace};

use crate::error::Outcome;

/// The versions and attachments of a project.
#[derive(Debug, Clone, Default)]
pub(crate) struct VersionsAndFiles {
    /// The versions, oldest first.
    pub(crate) versions: Vec<VersionLine>,
    /// The attachments, without those in the trash.
    pub(crate) attachments: Vec<AttachmentLine>,
}

impl VersionsAndFiles {
    /// The versions and attachments of the project in its present state.
    pub(crate) fn of(workspace: &Workspace, project: &ProjectId) -> Outcome<Self> {
        Ok(Self {
            versions: workspace.versions(project)?.iter().map(ProjectVersion::line).collect(),
            attachments: in_use(&workspace.attachments(project)?),
        })
    }

    /// The versions and attachments that the project had when a version was frozen.
    pub(crate) fn of_version(
        workspace: &Workspace,
        project: &ProjectId,
        version: u32,
        state: &FrozenState,
    ) -> Outcome<Self> {
        let mut files = Self {
            versions: workspace.versions(project)?.iter().map(ProjectVersion::line).collect(),
            attachments: in_use(&state.attachments),
        };
        files.versions.retain(|line| line.number <= version);
        Ok(files)
    }

    /// The files attached to a row.
    pub(crate) fn of_row(&self, row: &RowId) -> Vec<AttachmentLine> {
        self.attachments.iter().filter(|file| file.row.as_ref() == Some(row)).cloned().collect()
    }

    /// The rows that a file is attached to.
    pub(crate) fn rows_with_files(&self) -> HashSet<RowId> {
        self.attachments.iter().filter_map(|file| file.row.clone()).collect()
    }
}

/// An attachment as forms show it. `place` is its place among all attachments of the project, counted from 1.
pub(crate) fn attachment_line(place: usize, file: &Attachment) -> AttachmentLine {
    AttachmentLine {
        id: file.id.clone(),
        number: attachment_number(place),
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
        sha256: file.blob.clone(),
        row: file.row.clone(),
    }
}

/// The attachments outside the trash. Those in the trash count in the numbering, so that numbers do not change.
pub(crate) fn in_use(all: &[Attachment]) -> Vec<AttachmentLine> {
    let numbered = (1..).zip(all).filter(|(_, file)| file.trashed.is_none());
    numbered.map(|(place, file)| attachment_line(place, file)).collect()
}

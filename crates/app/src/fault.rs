//! Turns errors of the workspace into faults of this crate: each error gets a code, a message and a next step.

use std::path::Path;

use vurder_content::msg;
use vurder_workspace::{Error as WorkspaceError, Subject};

use crate::error::{ErrorCode, Fault};
use crate::quoting::shortened;
use crate::refused_record;

impl From<WorkspaceError> for Fault {
    fn from(error: WorkspaceError) -> Self {
        fault(&error).with_detail(&error)
    }
}

fn fault(error: &WorkspaceError) -> Fault {
    let shown = |path: &Path| path.display().to_string();
    match error {
        WorkspaceError::Missing { path } => {
            Fault::new(ErrorCode::Missing, msg::error_missing(shown(path)))
        }
        WorkspaceError::Exists { path } | WorkspaceError::Io { path, .. } => {
            Fault::new(ErrorCode::File, msg::error_file(shown(path)))
        }
        WorkspaceError::InUse { path } => {
            Fault::new(ErrorCode::File, msg::error_in_use(shown(path)))
                .with_help(msg::error_in_use_help())
        }
        WorkspaceError::OwnFile { path } => {
            Fault::new(ErrorCode::File, msg::error_own_file(shown(path)))
                .with_help(msg::error_own_file_help())
        }
        WorkspaceError::HoldsWorkspace { path } => {
            Fault::new(ErrorCode::File, msg::error_over_workspace(shown(path)))
                .with_help(msg::error_over_workspace_help())
        }
        WorkspaceError::NotAFile { path } => {
            Fault::new(ErrorCode::File, msg::error_not_a_file(shown(path)))
                .with_help(msg::error_not_a_file_help())
        }
        WorkspaceError::NotAWorkspace { path } | WorkspaceError::OtherProgram { path, .. } => {
            Fault::new(ErrorCode::NotAWorkspace, msg::error_not_a_workspace(shown(path)))
        }
        WorkspaceError::Newer { path, .. } => {
            Fault::new(ErrorCode::Newer, msg::error_newer(shown(path)))
        }
        WorkspaceError::Damaged { path, backup, .. } => {
            let fault = Fault::new(ErrorCode::Damaged, msg::error_damaged(shown(path)));
            match backup {
                Some(backup) => fault.with_help(msg::error_damaged_backup(shown(backup))),
                None => fault,
            }
        }
        WorkspaceError::ReadOnly { path, .. } => {
            Fault::new(ErrorCode::ReadOnly, msg::error_read_only(shown(path)))
        }
        WorkspaceError::Locked { path } => {
            Fault::new(ErrorCode::Locked, msg::error_locked(shown(path)))
        }
        WorkspaceError::DiskFull { path } => {
            Fault::new(ErrorCode::DiskFull, msg::error_disk_full(shown(path)))
        }
        WorkspaceError::NoProject(id) => Fault::not_found(msg::error_no_project(id.as_str()))
            .with_help(msg::error_no_project_help()),
        WorkspaceError::NoRow { row, .. } => Fault::not_found(msg::error_no_row(row.as_str())),
        WorkspaceError::NoCitation { citation, .. } => {
            Fault::not_found(msg::error_no_citation(citation.as_str()))
        }
        WorkspaceError::NoAttachment { attachment, .. } => {
            Fault::not_found(msg::error_no_attachment(attachment.as_str()))
        }
        WorkspaceError::NoRevision { provider, revision } => {
            Fault::unknown_name(msg::error_no_revision(revision, provider))
        }
        WorkspaceError::SameState { revision, .. } => {
            Fault::new(ErrorCode::Taken, msg::error_same_state(revision))
                .with_help(msg::error_same_state_help())
        }
        WorkspaceError::Followed { revision, title, .. } => {
            Fault::new(ErrorCode::Taken, msg::error_revision_followed(revision, shortened(title)))
                .with_help(msg::error_revision_followed_help())
        }
        WorkspaceError::NoStatement(id) => Fault::unknown_name(msg::error_no_own_statement(id)),
        WorkspaceError::StatementUsed { title, citations, .. } => {
            let message = msg::error_statement_used(*citations, shortened(title));
            Fault::new(ErrorCode::Taken, message).with_help(msg::error_statement_used_help())
        }
        WorkspaceError::MadeFrom { revision, statements, .. } => {
            Fault::new(ErrorCode::Taken, msg::error_revision_made_from(revision, *statements))
                .with_help(msg::error_revision_made_from_help())
        }
        WorkspaceError::Pinned { revision, title, citations, .. } => Fault::new(
            ErrorCode::Taken,
            msg::error_revision_pinned(revision, *citations, shortened(title)),
        )
        .with_help(msg::error_revision_pinned_help()),
        WorkspaceError::NoVersion { version, .. } => {
            Fault::not_found(msg::error_no_frozen_version(version.to_string()))
                .with_help(msg::error_no_frozen_version_help())
        }
        WorkspaceError::TooLarge { name, most, .. } => {
            Fault::new(ErrorCode::TooLarge, msg::error_attachment_too_large(name, most >> 20))
                .with_help(msg::error_attachment_too_large_help())
        }
        WorkspaceError::InTrash(subject) => {
            let message = match subject {
                Subject::Project(id) => msg::error_project_in_trash(id.as_str()),
                Subject::Row(id) => msg::error_row_in_trash(id.as_str()),
                Subject::Attachment(id) => msg::error_attachment_in_trash(id.as_str()),
                // Imported pages and the statements made from them do not go into the trash.
                Subject::Revision { .. } | Subject::Statement(_) => return Fault::internal(""),
            };
            Fault::not_found(message).with_help(msg::error_in_trash_help())
        }
        WorkspaceError::Taken(subject) => {
            let id = match subject {
                Subject::Project(id) => id.as_str(),
                Subject::Row(id) => id.as_str(),
                Subject::Attachment(id) => id.as_str(),
                Subject::Revision { revision, .. } => revision,
                Subject::Statement(id) => id,
            };
            Fault::new(ErrorCode::Taken, msg::error_taken(id))
        }
        WorkspaceError::KeyTaken { key, .. } => Fault::new(ErrorCode::Taken, msg::error_taken(key)),
        WorkspaceError::Refused(refusal) => {
            Fault::wrong_value(msg::error_wrong_value(refused_record::reason(refusal)))
        }
        WorkspaceError::BadDump(dump_fault) => {
            Fault::bad_dump(msg::error_dump(refused_record::dump_reason(dump_fault)))
        }
        WorkspaceError::NothingToUndo(_) => {
            Fault::new(ErrorCode::NothingToUndo, msg::error_nothing_to_undo())
        }
        WorkspaceError::NothingToRedo(_) => {
            Fault::new(ErrorCode::NothingToUndo, msg::error_nothing_to_redo())
        }
        WorkspaceError::NotEmpty { path } => {
            Fault::bad_dump(msg::error_dump_not_empty(shown(path)))
        }
        WorkspaceError::Misuse(_) => Fault::internal(""),
    }
}

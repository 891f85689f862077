//! What other rooms of the house report, as faults with a kind and a thing.

use vurder_workspace::Error as WorkspaceError;

use crate::error::{ErrorCode, Fault};

impl From<WorkspaceError> for Fault {
    fn from(error: WorkspaceError) -> Self {
        let path = error.path().map(|p| p.display().to_string());
        let what = |path: Option<String>| path.unwrap_or_else(|| error.to_string());
        let mut fault = match &error {
            WorkspaceError::Missing { .. } => Fault::new(ErrorCode::Missing, what(path)),
            WorkspaceError::Exists { .. } | WorkspaceError::Io { .. } => {
                Fault::new(ErrorCode::File, what(path))
            }
            WorkspaceError::OwnFile { .. } => {
                Fault::new(ErrorCode::File, what(path)).said("error-own-file")
            }
            WorkspaceError::HoldsWorkspace { .. } => {
                Fault::new(ErrorCode::File, what(path)).said("error-over-workspace")
            }
            WorkspaceError::NotAFile { .. } => {
                Fault::new(ErrorCode::File, what(path)).said("error-not-a-file")
            }
            WorkspaceError::NotAWorkspace { .. } | WorkspaceError::OtherProgram { .. } => {
                Fault::new(ErrorCode::NotAWorkspace, what(path))
            }
            WorkspaceError::Newer { .. } => Fault::new(ErrorCode::Newer, what(path)),
            WorkspaceError::Damaged { .. } => Fault::new(ErrorCode::Damaged, what(path)),
            WorkspaceError::ReadOnly { .. } => Fault::new(ErrorCode::ReadOnly, what(path)),
            WorkspaceError::Locked { .. } => Fault::new(ErrorCode::Locked, what(path)),
            WorkspaceError::DiskFull { .. } => Fault::new(ErrorCode::DiskFull, what(path)),
            WorkspaceError::NoProject(id) => {
                Fault::not_found(format!("The project \"{id}\"")).helped("error-no-project-help")
            }
            WorkspaceError::NoRow { row, .. } => Fault::not_found(format!("The row \"{row}\"")),
            WorkspaceError::NoCitation { citation, .. } => {
                Fault::not_found(format!("The citation \"{citation}\""))
            }
            WorkspaceError::InTrash(what) => {
                Fault::not_found(format!("{what} (it lies in the trash)"))
                    .helped("error-in-trash-help")
            }
            WorkspaceError::Taken(what) => Fault::new(ErrorCode::Taken, what),
            WorkspaceError::KeyTaken { key, .. } => Fault::new(ErrorCode::Taken, key),
            WorkspaceError::Refused(what) => Fault::wrong_value(what),
            WorkspaceError::BadDump(what) => Fault::wrong_value(what).said("error-no-dump"),
            WorkspaceError::NothingToUndo(_) => Fault::new(ErrorCode::NothingToUndo, "undo"),
            WorkspaceError::NothingToRedo(_) => Fault::new(ErrorCode::NothingToUndo, "redo"),
            WorkspaceError::NotEmpty { .. } => {
                Fault::wrong_value(error.to_string()).said("error-no-dump")
            }
            WorkspaceError::Misuse(what) => Fault::new(ErrorCode::Internal, what),
        };
        fault.backup = error.backup().map(|p| p.display().to_string());
        fault.because(error)
    }
}

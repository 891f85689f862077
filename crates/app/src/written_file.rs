//! What is answered about a file outside the workspace: that it was written, or why it was not.

use std::fs;
use std::path::Path;

use vurder_content::msg;
use vurder_workspace::Error as WorkspaceError;

use crate::answers::Written;
use crate::error::{ErrorCode, Fault, Outcome};

/// The reason why a file was not written. A missing folder is reported as a file that can't be written.
pub(crate) fn outside(path: &Path, error: WorkspaceError) -> Fault {
    match error {
        WorkspaceError::Missing { .. } => unreadable(path, error),
        other => other.into(),
    }
}

/// The fault of a file that cannot be read or written.
pub(crate) fn unreadable(path: &Path, error: impl ToString) -> Fault {
    Fault::new(ErrorCode::File, msg::error_file(path.display().to_string())).with_detail(error)
}

/// The answer for a file that was written: its path and size.
pub(crate) fn written(path: &Path) -> Outcome<Written> {
    let size = fs::metadata(path).map_err(|error| unreadable(path, error))?.len();
    Ok(Written { path: path.display().to_string(), bytes: u32::try_from(size).unwrap_or(u32::MAX) })
}

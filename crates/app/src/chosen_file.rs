//! Reads a file that a person chose, for commands that store its bytes or read them.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use vurder_content::msg;
use vurder_workspace::LARGEST_ATTACHMENT;

use crate::error::{ErrorCode, Fault, Outcome};

/// The bytes of a file that a person chose. A file that is too large is refused unread.
pub(crate) fn bytes_of(path: &Path) -> Outcome<Vec<u8>> {
    let shown = || path.display().to_string();
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Fault::new(ErrorCode::Missing, msg::error_attach_missing(shown()))
            .with_help(msg::error_attach_missing_help())
            .with_detail(error),
        ErrorKind::PermissionDenied => {
            Fault::new(ErrorCode::File, msg::error_attach_permission(shown()))
                .with_help(msg::error_attach_permission_help())
                .with_detail(error)
        }
        _ => Fault::new(ErrorCode::File, msg::error_attach_unreadable(shown()))
            .with_help(msg::error_attach_missing_help())
            .with_detail(error),
    };
    let about = fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(Fault::new(ErrorCode::File, msg::error_attach_folder(shown()))
            .with_help(msg::error_attach_folder_help()));
    }
    if !about.is_file() {
        return Err(Fault::new(ErrorCode::File, msg::error_attach_unreadable(shown()))
            .with_help(msg::error_attach_missing_help()));
    }
    if about.len() > LARGEST_ATTACHMENT as u64 {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let size = usize::try_from(about.len()).unwrap_or(usize::MAX);
        let most = LARGEST_ATTACHMENT;
        return Err(vurder_workspace::Error::TooLarge { name, size, most }.into());
    }
    fs::read(path).map_err(unreadable)
}

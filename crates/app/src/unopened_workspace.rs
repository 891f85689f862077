//! The next step for a person whose workspace is damaged or gone: its newest backup, restored as a workspace of its
//! own. No workspace is open then, so these are functions and no commands.

use std::path::{Path, PathBuf};

use vurder_content::{Messages, msg};

use crate::error::{AppError, Fault};
use crate::language::program_language;
use crate::written_file::outside;

/// The newest backup of a workspace that cannot be opened, and a path that the program proposes for restoring it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupToRestore {
    /// The backup. It is a workspace that can be read.
    pub backup: PathBuf,
    /// A file beside the damaged one. It may exist already.
    pub proposed: PathBuf,
}

/// Finds the newest backup of a workspace that cannot be opened. `None` if no backup of it can be read.
pub fn backup_to_restore(workspace: &Path) -> Option<BackupToRestore> {
    let backup = vurder_workspace::newest_backup(workspace)?;
    let stem = workspace.file_stem().unwrap_or_default().to_string_lossy();
    let name = program_messages().format(&msg::backup_restored_name(&*stem));
    Some(BackupToRestore { backup, proposed: workspace.with_file_name(name) })
}

/// Restores the newest backup of a workspace that cannot be opened as the workspace `out`. The damaged file and the
/// backup stay as they are.
///
/// # Errors
/// There is no backup, or `out` can't be written. Then `out` is not changed.
pub fn restore_newest_backup(workspace: &Path, out: &Path) -> Result<(), AppError> {
    vurder_workspace::restore_newest_backup(workspace, out).map_err(|error| {
        let fault = match error.path() == Some(out) {
            true => outside(out, error),
            false => Fault::from(error).with_help(msg::error_damaged_copy_help()),
        };
        fault.in_words(&program_messages())
    })
}

fn program_messages() -> Messages {
    Messages::for_language(program_language())
}

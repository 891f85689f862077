//! Files that a program left when it was ended while it wrote: they are of use to nobody.

use std::fs;
use std::path::{Path, PathBuf};

use crate::backup_plan::BackupPlan;
use crate::daily::{day_of, folder};
use crate::files::{folder_of, is_earlier_part, is_part};
use crate::header::header;
use crate::layout::APPLICATION_ID;

/// Removes what is left of backups that were never finished. Only to be called while the workspace is open: then nobody
/// else writes any.
///
/// Names that the program makes today are unmistakable. Those of earlier builds are not quite, so such a file also has
/// to be empty or a workspace.
pub(crate) fn sweep(workspace: &Path) {
    let beside = workspace.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut left: Vec<PathBuf> = Vec::new();
    let second = BackupPlan::of(workspace).second_folder;
    for place in [folder_of(workspace), folder(workspace)].into_iter().chain(second) {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            let of_this = name.strip_prefix(&beside).or(day_of(workspace, name).map(|day| day.2));
            let Some(rest) = of_this else { continue };
            if is_part(rest) || is_earlier_part(rest) && is_ours(&entry.path()) {
                left.push(entry.path());
            }
        }
    }
    for path in left {
        let _ = fs::remove_file(path);
    }
}

/// Whether the file, or the file that this is the journal of, is empty or a workspace.
fn is_ours(path: &Path) -> bool {
    let name = path.to_string_lossy();
    let main = name.strip_suffix("-journal").map_or(path.to_owned(), PathBuf::from);
    match fs::symlink_metadata(&main) {
        Ok(about) if !about.is_file() => false,
        Ok(about) if about.len() == 0 => true,
        Ok(_) => header(&main).is_ok_and(|head| head.application_id == APPLICATION_ID),
        Err(_) => false,
    }
}

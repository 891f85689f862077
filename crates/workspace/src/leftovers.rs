//! Removes files that a program left when it ended while it wrote them. Nobody can use them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::backup_plan::BackupPlan;
use crate::daily::{day_of, folder};
use crate::files::{folder_of, is_earlier_part, is_part};
use crate::header::header;
use crate::layout::APPLICATION_ID;

/// Removes the rest of backups that were never finished. It may be called only while the workspace is open, because
/// then nobody else writes backups.
///
/// The names that the program makes today are unique. The names of earlier versions are not quite unique. Therefore a
/// file with such a name is removed only if it is empty or a workspace.
pub(crate) fn sweep(workspace: &Path) {
    let beside = workspace.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut left: Vec<PathBuf> = Vec::new();
    let second = BackupPlan::of(workspace).ok().and_then(|plan| plan.second_folder);
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

/// Whether the file, or the file to which this journal belongs, is empty or a workspace.
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

//! The names of the files that SQLite keeps beside a database. A journal with the name of a file is rolled into
//! whatever file has that name.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::files::{Existing, extended, give_name, sync, sync_folder};

/// The endings of the files that belong to an SQLite file.
pub(crate) const COMPANIONS: [&str; 3] = ["-journal", "-wal", "-shm"];

/// Syncs a temporary workspace and gives it its final name. If another file left a journal under that name, it is
/// renamed first. Returns the new names of such journals.
pub(crate) fn publish_workspace(
    part: &Path,
    path: &Path,
    existing: Existing,
) -> Result<Vec<PathBuf>> {
    sync(part).map_err(|e| Error::io(path, &e))?;
    if existing == Existing::Keep && fs::symlink_metadata(path).is_ok() {
        // The companions of an existing file are not touched.
        return Err(Error::Exists { path: path.to_owned() });
    }
    let aside = set_aside(path)?;
    if let Err(error) = give_name(part, path, existing) {
        put_back(&aside);
        return Err(error);
    }
    sync_folder(path);
    Ok(aside.into_iter().map(|(_, now)| now).collect())
}

/// Renames the journal that another file left under this name, because SQLite would roll it into the new file:
/// `study.vurder-journal` becomes `study.vurder-journal.aside-1`. It is kept, because the file to which it belongs may
/// have been moved and may still need it.
fn set_aside(path: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let mut moved = Vec::new();
    for ending in COMPANIONS {
        let left = extended(path, ending);
        if fs::symlink_metadata(&left).is_err() {
            continue;
        }
        let free = (1..).map(|n: u32| extended(&left, &format!(".aside-{n}")));
        let Some(aside) = { free }.find(|name| fs::symlink_metadata(name).is_err()) else {
            continue;
        };
        if let Err(error) = fs::rename(&left, &aside) {
            put_back(&moved);
            return Err(Error::io(&left, &error));
        }
        moved.push((left, aside));
    }
    if !moved.is_empty() {
        // This must be on the disk before the new file gets the name.
        sync_folder(path);
    }
    Ok(moved)
}

fn put_back(moved: &[(PathBuf, PathBuf)]) {
    for (left, aside) in moved {
        let _ = fs::rename(aside, left);
    }
}

//! Finds and restores the newest backup of a workspace that cannot be opened, as the next step for the person.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::backup::{BEFORE, Check, write_backup};
use crate::daily;
use crate::db::{Access, Db, connect};
use crate::error::{Error, Result};
use crate::files::{folder_of, same};
use crate::journals::publish_workspace;
use crate::layout::APPLICATION_ID;
use crate::outside::Target;

/// The newest backup of this file that can be read as a workspace: a daily backup, a backup before a migration, or a
/// file beside it whose name begins in the same way and whose log begins with the same entry. A file of another
/// workspace does not count.
pub fn newest_backup(path: &Path) -> Option<PathBuf> {
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    // Each with the text after the stem in its name. The program alone chooses the whole name of a daily backup.
    let mut beside: Vec<(PathBuf, String)> =
        daily::list(path).into_iter().map(|backup| (backup.path, BEFORE.to_owned())).collect();
    for entry in fs::read_dir(folder_of(path)).into_iter().flatten().flatten() {
        let other = entry.path();
        let name = other.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(rest) = name.strip_prefix(&stem)
            && other.extension() == path.extension()
            && other.file_name() != path.file_name()
        {
            beside.push((other, rest.to_owned()));
        }
    }
    let backups: Vec<(PathBuf, String, String)> = beside
        .into_iter()
        .filter_map(|(path, rest)| first_entry(&path).map(|first| (path, rest, first)))
        .collect();
    let made = |rest: &str| rest.starts_with(BEFORE);
    // If the beginning of the file's own log cannot be read, the beginning of the logs of its backups is used instead.
    let own = first_entry(path).or_else(|| {
        backups.iter().find(|(_, rest, _)| made(rest)).map(|(_, _, first)| first.clone())
    });
    let now = SystemTime::now();
    let mut ranked: Vec<_> = backups
        .into_iter()
        .filter_map(|(path, rest, first)| {
            let shares = own.as_ref() == Some(&first);
            if !shares && !made(&rest) && (own.is_some() || !rest.starts_with('.')) {
                return None;
            }
            let when = fs::metadata(&path).and_then(|about| about.modified());
            let when = when.unwrap_or(SystemTime::UNIX_EPOCH);
            // A backup with a day in the future, from a wrong clock, is not the newest.
            Some(((shares, when <= now, when), path))
        })
        .collect();
    ranked.sort_by(|(a, _), (b, _)| b.cmp(a));
    ranked.into_iter().map(|(_, path)| path).find(|path| is_whole(path))
}

/// Writes the [`newest_backup`] of a workspace that cannot be opened as a workspace of its own, completely or not at
/// all. The damaged file and the backup are not changed.
///
/// # Errors
/// [`Error::Missing`] if there is no backup, [`Error::OwnFile`] for the name of the damaged file or of the backup, and
/// otherwise as for [`Workspace::backup_to`](crate::Workspace::backup_to).
pub fn restore_newest_backup(workspace: &Path, out: &Path) -> Result<()> {
    let backup = newest_backup(workspace)
        .ok_or_else(|| Error::Missing { path: daily::folder(workspace) })?;
    let target = Target::beside(workspace, out)?;
    if same(&backup, out) {
        return Err(Error::OwnFile { path: out.to_owned() });
    }
    target.not_in_use()?;
    let db = Db::open(&backup, Access::Read)?;
    let write = |part: &Path| write_backup(&db, part, Check::Pages);
    // Nobody is told about an old journal that is set aside here: it stays beside the new file, and nothing reads it.
    target.replace(write, publish_workspace).map(drop)
}

/// The first entry of a workspace's log, which its backups have, too; `None` if it cannot be read.
fn first_entry(path: &Path) -> Option<String> {
    let conn = connect(path, Access::Untouched).ok()?;
    let program: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0)).ok()?;
    let first = "SELECT id FROM operation ORDER BY seq LIMIT 1";
    (program.cast_unsigned() == APPLICATION_ID)
        .then(|| conn.query_row(first, [], |row| row.get(0)).ok())?
}

fn is_whole(path: &Path) -> bool {
    let complaint = connect(path, Access::Untouched).and_then(|conn| {
        conn.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))
    });
    complaint.is_ok_and(|line| line == "ok")
}

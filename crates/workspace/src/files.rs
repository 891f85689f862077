//! Writes files other than the database. Each file is written completely or not at all, and is private if it has to be.
//! It replaces another file only if the caller asked for that.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::clock::{Ids as _, RandomIds};
use crate::error::{Error, Result};

/// What to do if a file with the same name exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Existing {
    /// Keep it, and fail.
    Keep,
    /// Replace it in one step.
    Replace,
}

/// The text between the name of a file and the random part of its temporary name.
const PART: &str = ".vurder-";

/// The greatest number of symbolic links that are followed. Longer chains count as circles.
const MOST_LINKS: usize = 40;

/// Lets `write` make a file under a temporary name in the same folder; then `publish` renames it to `path`. For a plain
/// file, `publish` is [`publish`].
pub(crate) fn write_beside<T>(
    path: &Path,
    existing: Existing,
    write: impl FnOnce(&Path) -> Result<()>,
    publish: impl FnOnce(&Path, &Path, Existing) -> Result<T>,
) -> Result<T> {
    if existing == Existing::Keep && path.exists() {
        return Err(Error::Exists { path: path.to_owned() });
    }
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(Error::Missing { path: folder });
    }
    let part = part_of(path);
    let published = write(&part).and_then(|()| publish(&part, path, existing));
    if published.is_err() {
        discard(&part);
    }
    published.map_err(|error| about(path, error))
}

/// Syncs the file with the temporary name `part` and renames it to `path`.
pub(crate) fn publish(part: &Path, path: &Path, existing: Existing) -> Result<()> {
    sync(part).map_err(|e| Error::io(path, &e))?;
    give_name(part, path, existing)?;
    sync_folder(path);
    Ok(())
}

/// Syncs a file to the disk.
pub(crate) fn sync(part: &Path) -> io::Result<()> {
    // Windows only syncs files that are open for writing.
    File::options().write(true).open(part)?.sync_all()
}

/// Renames a file. With [`Existing::Keep`], a name that is taken is refused.
pub(crate) fn give_name(part: &Path, path: &Path, existing: Existing) -> Result<()> {
    let fault = |e: io::Error| Error::io(path, &e);
    if existing == Existing::Replace {
        return fs::rename(part, path).map_err(|e| not_replaced(path, &e, cfg!(windows)));
    }
    // A hard link fails if a file with that name exists, even if it was created a moment ago. A rename would overwrite
    // the file.
    match fs::hard_link(part, path) {
        Ok(()) => fs::remove_file(part).map_err(fault),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Err(fault(e)),
        Err(_) if path.exists() => Err(Error::Exists { path: path.to_owned() }),
        // The file system has no hard links.
        Err(_) => fs::rename(part, path).map_err(fault),
    }
}

/// The error for a file that could not replace another one, although that may be written and its folder takes files.
/// Windows then reports "access denied" for any reason. The reason is that a program has the other file open.
fn not_replaced(path: &Path, error: &io::Error, on_windows: bool) -> Error {
    if on_windows && error.kind() == io::ErrorKind::PermissionDenied {
        return Error::InUse { path: path.to_owned() };
    }
    Error::io(path, error)
}

/// Makes an empty file that only its owner can read, because its content may be private.
pub(crate) fn make_private(part: &Path) -> Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(part).map(drop).map_err(|e| Error::io(part, &e))
}

/// Gives the new file the permissions of another file, and its owner as far as the system allows.
pub(crate) fn permit_like(part: &Path, like: &Metadata) -> Result<()> {
    #[cfg(unix)]
    let permissions = {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
        let about = || fs::metadata(part).map_err(|e| Error::io(part, &e));
        let now = about()?;
        if (now.uid(), now.gid()) != (like.uid(), like.gid()) {
            // Only root can change the owner of a file. Other users keep it, as with every new file, but may give it to
            // a group to which they belong.
            let _ = chown(part, Some(like.uid()), Some(like.gid()))
                .or_else(|_| chown(part, None, Some(like.gid())));
        }
        let mode = like.permissions().mode() & 0o777;
        // If the group is another one, it gets only the permissions that everybody has.
        let others = mode & 0o007;
        let mode = if about()?.gid() == like.gid() {
            mode
        } else {
            (mode & 0o707) | ((others << 3) & mode)
        };
        fs::Permissions::from_mode(mode)
    };
    #[cfg(not(unix))]
    let permissions = like.permissions();
    fs::set_permissions(part, permissions).map_err(|e| Error::io(part, &e))
}

/// Removes the rest of a failed attempt. Nobody can use it.
pub(crate) fn discard(part: &Path) {
    let _ = fs::remove_file(part);
    let _ = fs::remove_file(extended(part, "-journal"));
}

/// Changes an error about the temporary file into one about the file that was asked for.
pub(crate) fn about(path: &Path, error: Error) -> Error {
    match error {
        Error::DiskFull { .. } => Error::DiskFull { path: path.to_owned() },
        Error::ReadOnly { folder, .. } => Error::ReadOnly { path: path.to_owned(), folder },
        Error::InUse { .. } => Error::InUse { path: path.to_owned() },
        Error::Io { detail, .. } => Error::Io { path: path.to_owned(), detail },
        other => other,
    }
}

/// A unique temporary name in the folder of `path`.
pub(crate) fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!("{PART}{}.part", RandomIds.next()));
    path.with_file_name(name)
}

/// Whether the end of a name was made by [`part_of`], or is that of its journal. Names of other programs, such as a
/// browser's `study.vurder.part`, are different.
pub(crate) fn is_part(rest: &str) -> bool {
    has_identity(rest, PART)
}

/// The same for the names that earlier versions made: `study.vurder.abcdefghijkl.part`.
pub(crate) fn is_earlier_part(rest: &str) -> bool {
    has_identity(rest, ".")
}

fn has_identity(rest: &str, before: &str) -> bool {
    let rest = rest.strip_suffix("-journal").unwrap_or(rest);
    let id = rest.strip_prefix(before).and_then(|rest| rest.strip_suffix(".part"));
    id.is_some_and(|id| {
        id.len() == 12 && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'))
    })
}

/// The name with a text added at its end.
pub(crate) fn extended(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Makes a new name durable. Systems that cannot sync a folder make names durable by themselves.
pub(crate) fn sync_folder(path: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder_of(path))
    {
        let _ = folder.sync_all();
    }
}

/// Checks whether the journal can be made beside the file. It is checked when the file is opened, not at the first
/// change.
pub(crate) fn folder_takes_files(path: &Path) -> Result<()> {
    let probe = part_of(path);
    match File::create_new(&probe) {
        Ok(file) => {
            drop(file);
            fs::remove_file(&probe).map_err(|e| Error::io(path, &e))
        }
        Err(e) => Err(match Error::io(path, &e) {
            Error::ReadOnly { path, .. } => Error::ReadOnly { path, folder: true },
            other => other,
        }),
    }
}

/// The target of a chain of links. A file with this name need not exist.
pub(crate) fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut at = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&at) {
            Ok(about) if about.is_symlink() => at = folder_of(&at).join(fs::read_link(&at)?),
            _ => return Ok(at),
        }
    }
    Err(io::Error::other("too many links"))
}

/// Whether two names lead to the same file, or would do so.
pub(crate) fn same(a: &Path, b: &Path) -> bool {
    match (identity(a), identity(b)) {
        (Some(a), Some(b)) => a == b,
        _ => match (in_folder(a), in_folder(b)) {
            (Some(a), Some(b)) => same_name(&a, &b),
            _ => same_name(a, b),
        },
    }
}

/// Whether two names are equal without regard to case, if at least one of the files does not exist. Every system may
/// have disks for which they are one name, and nobody needs two such names for two files.
fn same_name(a: &Path, b: &Path) -> bool {
    a == b
        || a.parent() == b.parent()
            && a.file_name().zip(b.file_name()).is_some_and(|(a, b)| {
                a.to_string_lossy().to_lowercase() == b.to_string_lossy().to_lowercase()
            })
}

/// Identifies a file, whatever its name is.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    let about = fs::metadata(path).ok()?;
    Some((about.dev(), about.ino()))
}

/// Identifies a file, whatever its name is. The function opens the file. On POSIX systems that would release the locks
/// on it; on Windows a lock belongs to the handle that took it.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<same_file::Handle> {
    same_file::Handle::from_path(path).ok()
}

/// The full name of a file that need not exist.
fn in_folder(path: &Path) -> Option<PathBuf> {
    Some(fs::canonicalize(folder_of(path)).ok()?.join(path.file_name()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_windows_does_not_replace_is_open_in_a_program() {
        let path = Path::new("report.pdf");
        let denied = io::Error::from(io::ErrorKind::PermissionDenied);
        assert_eq!(not_replaced(path, &denied, true).code(), "in_use");
        assert_eq!(not_replaced(path, &denied, false).code(), "read_only");
        let busy = io::Error::from(io::ErrorKind::ResourceBusy);
        assert_eq!(not_replaced(path, &busy, false).code(), "in_use");
        assert_eq!(about(path, Error::InUse { path: "part".into() }).path(), Some(path));
    }

    #[test]
    fn names_that_differ_by_case_are_one_name_and_folders_are_not() {
        let same = |a, b| same_name(Path::new(a), Path::new(b));
        assert!(same("a/Study æ.vurder-journal", "a/STUDY Æ.VURDER-JOURNAL"));
        assert!(!same("a/study.vurder", "A/study.vurder"));
        assert!(!same("a/study.vurder", "a/study2.vurder"));
    }
}

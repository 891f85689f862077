//! Whole files beside the workspace: written under another name, synced, then renamed, so that nobody ever finds half
//! of one.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::db::Db;
use crate::error::{Error, Result};
use crate::open::{APPLICATION_ID, Workspace, close, plain};
use crate::outside::Target;

/// What to do with a file that has the name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Existing {
    /// Refuse.
    Keep,
    /// Take its place, all at once.
    Replace,
}

/// What SQLite adds to the name of a file for the files that belong to it.
pub(crate) const COMPANIONS: [&str; 3] = ["-journal", "-wal", "-shm"];

/// What stands between a name and the identity of a file on the way to it.
const PART: &str = ".vurder-";

/// What a file is that gets a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A report, a dump.
    Plain,
    /// A workspace. SQLite takes a journal under its name for its own, so one that was left there is set aside first.
    Workspace,
}

impl Workspace {
    /// Writes a copy of the workspace while it is open: consistent, complete, and readable as a workspace. A file of
    /// that name, an earlier copy for one, is replaced only when the new one is whole. A journal that was left under
    /// that name is set aside.
    ///
    /// # Errors
    /// As [`Workspace::write_file`], but for another workspace: it is replaced unless somebody has it open.
    pub fn backup_to(&self, path: &Path) -> Result<()> {
        let target = Target::of(self, path)?;
        target.not_in_use()?;
        target.replace(Kind::Workspace, |part| {
            copy_to(&self.db, part)?;
            // Somebody may have opened it meanwhile.
            target.not_in_use()
        })
    }
}

/// Copies every page into a new file of this name.
pub(crate) fn copy(db: &Db, path: &Path, existing: Existing) -> Result<()> {
    beside(path, existing, Kind::Workspace, |part| copy_to(db, part))
}

fn copy_to(db: &Db, part: &Path) -> Result<()> {
    let fault = |e: rusqlite::Error| Error::sqlite(part, e);
    make_private(part)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let mut conn = Connection::open_with_flags(plain(part), flags).map_err(fault)?;
    // The copy is synced as a whole before it gets its name; until then it may be lost.
    conn.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF").map_err(fault)?;
    Backup::new(&db.conn, &mut conn).and_then(|copy| copy.step(-1)).map_err(fault)?;
    let said: String =
        conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(fault)?;
    if said != "ok" {
        return Err(db.damaged(said));
    }
    close(Db::new(conn, part))?;
    let about = fs::metadata(&db.path).map_err(|e| Error::io(&db.path, &e))?;
    admit_as(part, &about)
}

/// Makes an empty file that only its owner can read: what comes to stand in it may be for nobody else.
pub(crate) fn make_private(part: &Path) -> Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(part).map(drop).map_err(|e| Error::io(part, &e))
}

/// Gives the new file the owner, as far as the system lets us, and the permissions of another one.
pub(crate) fn admit_as(part: &Path, like: &Metadata) -> Result<()> {
    #[cfg(unix)]
    let permissions = {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
        let about = || fs::metadata(part).map_err(|e| Error::io(part, &e));
        let now = about()?;
        if (now.uid(), now.gid()) != (like.uid(), like.gid()) {
            // Only root may give a file away; for others the file is theirs, as with every new file. A group that one
            // is in may be given even so.
            let _ = chown(part, Some(like.uid()), Some(like.gid()))
                .or_else(|_| chown(part, None, Some(like.gid())));
        }
        let mode = like.permissions().mode() & 0o777;
        // What its group may is not for another group, but for what all may.
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

/// Lets `write` make a file under another name in the same folder, syncs it and gives it the name it is meant for.
pub(crate) fn beside(
    path: &Path,
    existing: Existing,
    kind: Kind,
    write: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    if existing == Existing::Keep && path.exists() {
        return Err(Error::Exists { path: path.to_owned() });
    }
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(Error::Missing { path: folder });
    }
    let part = part_of(path);
    let named = write(&part).and_then(|()| name(&part, path, existing, kind));
    if named.is_err() {
        discard(&part);
    }
    named.map_err(|error| about(path, error))
}

/// Removes what is left of an attempt: it is of use to nobody.
pub(crate) fn discard(part: &Path) {
    let _ = fs::remove_file(part);
    let _ = fs::remove_file(extended(part, "-journal"));
}

/// An error about the file on the way is an error about the file that was asked for.
pub(crate) fn about(path: &Path, error: Error) -> Error {
    match error {
        Error::DiskFull { .. } => Error::DiskFull { path: path.to_owned() },
        Error::ReadOnly { folder, .. } => Error::ReadOnly { path: path.to_owned(), folder },
        Error::Io { detail, .. } => Error::Io { path: path.to_owned(), detail },
        other => other,
    }
}

/// A name of its own in the folder of `path`.
pub(crate) fn part_of(path: &Path) -> PathBuf {
    use crate::clock::{Ids, RandomIds};
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!("{PART}{}.part", RandomIds.next()));
    path.with_file_name(name)
}

/// Whether this stands after a name that [`part_of`] gave, for a file on the way or its journal. What other programs
/// call theirs, such as a browser's `study.vurder.part`, is none.
pub(crate) fn is_part(rest: &str) -> bool {
    let rest = rest.strip_suffix("-journal").unwrap_or(rest);
    let id = rest.strip_prefix(PART).and_then(|rest| rest.strip_suffix(".part"));
    id.is_some_and(|id| {
        id.len() == 12 && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'))
    })
}

/// Syncs the file on the way and gives it the name it is meant for.
pub(crate) fn name(part: &Path, path: &Path, existing: Existing, kind: Kind) -> Result<()> {
    let fault = |e: io::Error| Error::io(path, &e);
    // Windows syncs only what may be written.
    File::options().write(true).open(part).and_then(|file| file.sync_all()).map_err(fault)?;
    if existing == Existing::Keep && fs::symlink_metadata(path).is_ok() {
        // What belongs to a file that is there is not touched.
        return Err(Error::Exists { path: path.to_owned() });
    }
    let aside = match kind {
        Kind::Plain => Vec::new(),
        Kind::Workspace => set_aside(path)?,
    };
    if let Err(error) = give_name(part, path, existing) {
        put_back(&aside);
        return Err(error);
    }
    sync_folder(path);
    Ok(())
}

fn give_name(part: &Path, path: &Path, existing: Existing) -> Result<()> {
    let fault = |e: io::Error| Error::io(path, &e);
    if existing == Existing::Replace {
        return fs::rename(part, path).map_err(fault);
    }
    // A second name fails where there is a file, also one that came a moment ago; renaming would overwrite it.
    match fs::hard_link(part, path) {
        Ok(()) => fs::remove_file(part).map_err(fault),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Err(fault(e)),
        Err(_) if path.exists() => Err(Error::Exists { path: path.to_owned() }),
        // A file system without second names.
        Err(_) => fs::rename(part, path).map_err(fault),
    }
}

/// Renames the journal that another file left under this name, since SQLite would roll it into the new one:
/// `study.vurder-journal` becomes `study.vurder-journal.aside-1`. It is kept, as the file it belongs to may have been
/// moved and still need it.
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
        // On the disk before the new file has the name.
        sync_folder(path);
    }
    Ok(moved)
}

fn put_back(moved: &[(PathBuf, PathBuf)]) {
    for (left, aside) in moved {
        let _ = fs::rename(aside, left);
    }
}

/// The name with something added at its end.
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

/// Makes a new name last. Systems that cannot sync a folder keep names by themselves.
pub(crate) fn sync_folder(path: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder_of(path))
    {
        let _ = folder.sync_all();
    }
}

/// Whether the journal can be made beside the file: asked at opening, not at the first word that somebody types.
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

/// What follows a workspace's name in the name of a copy from before a migration.
const MADE: &str = ".before-v";

/// What the copy before a migration is called: `study.before-v2-20261122T101500.vurder`.
pub(crate) fn name_before(path: &Path, format: u32, now: DateTime<Utc>) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or("vurder".into(), |e| e.to_string_lossy());
    path.with_file_name(format!("{stem}{MADE}{format}-{}.{ending}", now.format("%Y%m%dT%H%M%S")))
}

/// The newest copy of this file that reads as a workspace: a copy of a day, one from before a migration, or a file
/// beside it whose name begins alike and whose log begins with the same entry. A stranger's file is none.
///
/// Nothing here makes an [`Error`]: one about a damaged file would ask for its copies in turn.
pub(crate) fn newest_beside(path: &Path) -> Option<PathBuf> {
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    // Each with what stands after the stem in its name; a copy of a day is named by the program as a whole.
    let mut beside: Vec<(PathBuf, String)> =
        crate::daily::copies(path).into_iter().map(|copy| (copy.path, MADE.to_owned())).collect();
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
    let copies: Vec<(PathBuf, String, String)> = beside
        .into_iter()
        .filter_map(|(path, rest)| first_entry(&path).map(|first| (path, rest, first)))
        .collect();
    let made = |rest: &str| rest.starts_with(MADE);
    // Where the file no longer tells how its log begins, the copies that the program made of it do.
    let own = first_entry(path).or_else(|| {
        copies.iter().find(|(_, rest, _)| made(rest)).map(|(_, _, first)| first.clone())
    });
    let now = SystemTime::now();
    let mut ranked: Vec<_> = copies
        .into_iter()
        .filter_map(|(path, rest, first)| {
            let shares = own.as_ref() == Some(&first);
            if !shares && !made(&rest) && (own.is_some() || !rest.starts_with('.')) {
                return None;
            }
            let when = fs::metadata(&path).and_then(|about| about.modified());
            let when = when.unwrap_or(SystemTime::UNIX_EPOCH);
            // What a clock that went wrong dated into the future is not the newest.
            Some(((shares, when <= now, when), path))
        })
        .collect();
    ranked.sort_by(|(a, _), (b, _)| b.cmp(a));
    ranked.into_iter().map(|(_, path)| path).find(|path| is_whole(path))
}

/// The first entry of a workspace's log, which its copies share; nothing where it can't be read.
fn first_entry(path: &Path) -> Option<String> {
    let conn = crate::open::untouched(path).ok()?;
    let program: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0)).ok()?;
    let first = "SELECT id FROM operation ORDER BY seq LIMIT 1";
    (program.cast_unsigned() == APPLICATION_ID)
        .then(|| conn.query_row(first, [], |row| row.get(0)).ok())?
}

fn is_whole(path: &Path) -> bool {
    let said = crate::open::untouched(path).and_then(|conn| {
        conn.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))
    });
    said.is_ok_and(|said| said == "ok")
}

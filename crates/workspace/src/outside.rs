//! Writes files outside the workspace for which a person asks: reports, dumps, backups. They are written completely or
//! not at all, and never over a workspace or over something that is not a file.

use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::db::{Access, Db};
use crate::error::{Error, Result};
use crate::files::{self, Existing, extended, followed, make_private, permit_like, same};
use crate::header::header;
use crate::journals::COMPANIONS;
use crate::layout::APPLICATION_ID;
use crate::workspace::Workspace;

impl Workspace {
    /// Writes a file outside the workspace, completely or not at all. A file with the same name is replaced, and the
    /// new file gets its permissions. If the name is a link, the target of the link is replaced.
    ///
    /// # Errors
    /// [`Error::OwnFile`] for any name of the workspace itself or of its companions, [`Error::HoldsWorkspace`] for
    /// another workspace, [`Error::NotAFile`] for a folder or a device, and the error of the system if the file cannot
    /// be written. An existing file is then not changed.
    pub fn write_file(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let target = Target::of(self, path)?;
        if holds_workspace(&target.path) {
            return Err(Error::HoldsWorkspace { path: path.to_owned() });
        }
        let write = |part: &Path| {
            let fault = |e: io::Error| Error::io(part, &e);
            let mut file = if target.before.is_some() {
                // The file that is replaced may have been private.
                make_private(part)?;
                File::options().write(true).open(part).map_err(fault)?
            } else {
                File::create_new(part).map_err(fault)?
            };
            file.write_all(bytes).map_err(fault)
        };
        target.replace(write, files::publish)
    }
}

impl Workspace {
    /// Whether a name leads to the open workspace or to a file that belongs to it; see [`belongs_to`].
    pub fn is_own(&self, path: &Path) -> bool {
        belongs_to(&self.db.path, path)
    }
}

/// A file that may be written: its real path, and what is there now.
pub(crate) struct Target {
    path: PathBuf,
    before: Option<Metadata>,
}

impl Target {
    /// Finds the target of `path`. Refuses the open workspace, the files that belong to it, and everything that is not
    /// a file.
    pub(crate) fn of(workspace: &Workspace, path: &Path) -> Result<Target> {
        Target::beside(&workspace.db.path, path)
    }

    /// As [`Target::of`], for a workspace that is not open.
    pub(crate) fn beside(workspace: &Path, path: &Path) -> Result<Target> {
        let real = followed(path).map_err(|e| Error::io(path, &e))?;
        if real.file_name().is_none() {
            return Err(Error::NotAFile { path: path.to_owned() });
        }
        let before = match fs::metadata(&real) {
            Ok(about) if !about.is_file() => {
                return Err(Error::NotAFile { path: path.to_owned() });
            }
            Ok(about) => Some(about),
            Err(e) if e.kind() == io::ErrorKind::NotFound => None,
            Err(e) => return Err(Error::io(path, &e)),
        };
        if is_own(workspace, &real) {
            return Err(Error::OwnFile { path: path.to_owned() });
        }
        if before.as_ref().is_some_and(|about| about.permissions().readonly()) {
            return Err(Error::ReadOnly { path: path.to_owned(), folder: false });
        }
        Ok(Target { path: real, before })
    }

    /// Refuses a workspace that is in use at this moment. Its program would go on writing to a file without a name.
    pub(crate) fn not_in_use(&self) -> Result<()> {
        if !holds_workspace(&self.path) {
            let live = COMPANIONS.iter().any(|ending| extended(&self.path, ending).exists());
            // The file of another program is not opened to find out whether it is in use, because that may change it.
            let empty = self.before.as_ref().is_none_or(|about| about.len() == 0);
            return if live && !empty && header(&self.path).is_ok() {
                Err(Error::Locked { path: self.path.clone() })
            } else {
                Ok(())
            };
        }
        let tried = Db::open(&self.path, Access::Write)
            .and_then(|db| db.batch("BEGIN EXCLUSIVE; ROLLBACK"));
        match tried {
            Err(locked @ Error::Locked { .. }) => Err(locked),
            // A damaged workspace may be replaced.
            _ => Ok(()),
        }
    }

    /// Lets `write` make the file under a temporary name. Then gives it the final name, with the permissions of the
    /// file that had this name.
    pub(crate) fn replace<T>(
        &self,
        write: impl FnOnce(&Path) -> Result<()>,
        publish: impl FnOnce(&Path, &Path, Existing) -> Result<T>,
    ) -> Result<T> {
        let write = |part: &Path| {
            write(part)?;
            match &self.before {
                Some(before) => permit_like(part, before),
                None => Ok(()),
            }
        };
        files::write_beside(&self.path, Existing::Replace, write, publish)
    }
}

/// Whether a name leads to this workspace or to a file that belongs to it. While the workspace is open, such a file
/// must not be opened, not even for reading: on POSIX systems, closing it would release the workspace's locks.
pub fn belongs_to(workspace: &Path, path: &Path) -> bool {
    followed(path).is_ok_and(|real| is_own(workspace, &real))
}

/// Whether `path` is the workspace `own`, a file that belongs to it, or the name that such a file would have.
fn is_own(own: &Path, path: &Path) -> bool {
    let companions = COMPANIONS.iter().map(|ending| with_ending(own, ending));
    std::iter::once(own.to_owned()).chain(companions).any(|own| same(&own, path))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    // SQLite names its files after the file itself, not after a link to it.
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    extended(&real, ending)
}

/// Whether this file is a workspace or the journal of one. It must be a file.
fn holds_workspace(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let main = COMPANIONS.iter().find_map(|ending| without_ending(&name, ending));
    let main = main.map(|main| path.with_file_name(main));
    [Some(path), main.as_deref()].into_iter().flatten().any(|path| {
        fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() > 0)
            && header(path).is_ok_and(|head| head.application_id == APPLICATION_ID)
    })
}

/// A name without its ending, in capitals or small letters, because on some disks both are the same name.
fn without_ending<'n>(name: &'n str, ending: &str) -> Option<&'n str> {
    let (main, end) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
    end.eq_ignore_ascii_case(ending).then_some(main)
}

//! Files beside the workspace that a person asked for: reports, dumps, backups. They are written whole or not at all,
//! and never over a workspace or over what is no file.

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
    /// Writes a file beside the workspace, whole or not at all. A file of that name is replaced and keeps its
    /// permissions; a link leads to the file it names.
    ///
    /// # Errors
    /// [`Error::OwnFile`] for the workspace itself and what belongs to it, under whatever name,
    /// [`Error::HoldsWorkspace`] for any other workspace, [`Error::NotAFile`] for a folder or a device, and what the
    /// system says where it can't be written. What stood there then still does.
    pub fn write_file(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let target = Target::of(self, path)?;
        if holds_workspace(&target.path) {
            return Err(Error::HoldsWorkspace { path: path.to_owned() });
        }
        let write = |part: &Path| {
            let fault = |e: io::Error| Error::io(part, &e);
            let mut file = if target.before.is_some() {
                // What it replaces may have been for few.
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

/// A file that may be written: where it really lies, and what stands there now.
pub(crate) struct Target {
    path: PathBuf,
    before: Option<Metadata>,
}

impl Target {
    /// Looks where `path` leads, and refuses what must not be written over: the open workspace and what belongs to
    /// it, and what is no file.
    pub(crate) fn of(workspace: &Workspace, path: &Path) -> Result<Target> {
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
        if is_own(&workspace.db.path, &real) {
            return Err(Error::OwnFile { path: path.to_owned() });
        }
        if before.as_ref().is_some_and(|about| about.permissions().readonly()) {
            return Err(Error::ReadOnly { path: path.to_owned(), folder: false });
        }
        Ok(Target { path: real, before })
    }

    /// Refuses a workspace that somebody works in at this moment: what they write would go to a file without a name.
    pub(crate) fn not_in_use(&self) -> Result<()> {
        if !holds_workspace(&self.path) {
            let live = COMPANIONS.iter().any(|ending| extended(&self.path, ending).exists());
            // The file of another program is not opened to see whether somebody has it open: that may change it.
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
            // A damaged one may be replaced.
            _ => Ok(()),
        }
    }

    /// Lets `write` make the file under another name, then gives it this one, with the permissions of the file that
    /// had it.
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

/// Whether a name leads to this workspace or to a file that belongs to it. While the workspace is open, such a file is
/// not to be opened, not even for reading: on POSIX systems, closing it would drop the workspace's locks.
pub fn belongs_to(workspace: &Path, path: &Path) -> bool {
    followed(path).is_ok_and(|real| is_own(workspace, &real))
}

/// Whether `path` is the workspace `own`, a file that belongs to it, or the name that such a file would have.
fn is_own(own: &Path, path: &Path) -> bool {
    let companions = COMPANIONS.iter().map(|ending| with_ending(own, ending));
    std::iter::once(own.to_owned()).chain(companions).any(|own| same(&own, path))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    // SQLite names them after the file itself, not after a link to it.
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    extended(&real, ending)
}

/// Whether a workspace stands in this file, or it is the journal of one. Not to be asked of what is no file.
fn holds_workspace(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let main = COMPANIONS.iter().find_map(|ending| without_ending(&name, ending));
    let main = main.map(|main| path.with_file_name(main));
    [Some(path), main.as_deref()].into_iter().flatten().any(|path| {
        fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() > 0)
            && header(path).is_ok_and(|head| head.application_id == APPLICATION_ID)
    })
}

/// A name without its ending, however that is capitalised: there are disks for which that is the same name.
fn without_ending<'n>(name: &'n str, ending: &str) -> Option<&'n str> {
    let (main, end) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
    end.eq_ignore_ascii_case(ending).then_some(main)
}

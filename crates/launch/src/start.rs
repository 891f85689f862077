//! Chooses the workspace that a start opens, and finds out whether the program runs already.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use crate::recent::Recent;
use crate::single_instance::{self, Instance, Request, StartOutcome};

/// The result of a start.
#[derive(Debug)]
pub struct Start {
    /// The workspace to open.
    pub workspace: PathBuf,
    /// Whether to make the workspace if it does not exist. A workspace that was opened before and is gone must not come
    /// back empty.
    pub create: bool,
    /// The workspaces that were opened last.
    pub recent: Recent,
    /// This program as the running one. None if the environment variable names a workspace: such a program runs on its
    /// own.
    pub instance: Option<Instance>,
}

/// The program's folder among the person's data. On Windows this is the local folder, not the one of the roaming
/// profile, since a database does not belong on a network share.
///
/// # Errors
/// The system names no such folder.
pub fn data_folder() -> io::Result<PathBuf> {
    let folder = dirs::data_local_dir().map(|folder| folder.join("vurder"));
    folder.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "no folder for a person's data"))
}

/// Chooses the workspace: the one in `variable`; else the file in `argument`; else the one that was opened last; else
/// `workspace.vurder` in the data folder, which is made. None if a running program took the request.
///
/// # Errors
/// The folder can't be made or written, or the running program does not answer.
pub fn prepare(
    folder: &Path,
    variable: Option<OsString>,
    argument: Option<OsString>,
) -> io::Result<Option<Start>> {
    std::fs::create_dir_all(folder)?;
    let recent = Recent::read(folder);
    if let Some(path) = variable.filter(|path| !path.is_empty()) {
        let workspace = PathBuf::from(path);
        return Ok(Some(Start { workspace, create: true, recent, instance: None }));
    }
    // The running program has another current folder, so the path is made absolute.
    let given = argument.map(std::path::absolute).transpose()?;
    let request = Request { open: given };
    let instance = match single_instance::begin(folder, &request)? {
        StartOutcome::First(instance) => Some(instance),
        StartOutcome::HandedOver => return Ok(None),
    };
    let usual = folder.join("workspace.vurder");
    let workspace = request.open.or_else(|| recent.last()).unwrap_or_else(|| usual.clone());
    let create = workspace == usual && !recent.has(&usual);
    Ok(Some(Start { workspace, create, recent, instance }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn chosen(folder: &Path, argument: Option<&Path>) -> (PathBuf, bool) {
        let argument = argument.map(|path| path.as_os_str().to_owned());
        let start = prepare(folder, None, argument).unwrap().unwrap();
        (start.workspace, start.create)
    }

    #[test]
    fn the_file_that_is_given_comes_before_the_one_opened_last() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("new");
        let usual = folder.join("workspace.vurder");
        assert_eq!(chosen(&folder, None), (usual, true), "the first start");
        let last = folder.join("last.vurder");
        Recent::read(&folder).remember(&last);
        assert_eq!(chosen(&folder, None), (last, false));
        let given = folder.join("given.vurder");
        assert_eq!(chosen(&folder, Some(&given)), (given, false));
    }

    #[test]
    fn a_file_is_given_from_where_the_person_is() {
        let folder = tempfile::tempdir().unwrap();
        let (path, _) = chosen(folder.path(), Some(Path::new("study.vurder")));
        assert_eq!(path, std::env::current_dir().unwrap().join("study.vurder"));
    }

    #[test]
    fn the_usual_workspace_is_made_once_and_never_comes_back_empty() {
        let folder = tempfile::tempdir().unwrap();
        let usual = folder.path().join("workspace.vurder");
        Recent::read(folder.path()).remember(&usual);
        assert_eq!(chosen(folder.path(), None), (usual, false));
    }

    #[test]
    fn a_program_whose_workspace_the_variable_names_runs_beside_others() {
        let folder = tempfile::tempdir().unwrap();
        let _running = prepare(folder.path(), None, None).unwrap().unwrap();
        let named = prepare(folder.path(), Some("/studies/study.vurder".into()), None);
        let named = named.unwrap().unwrap();
        assert_eq!((named.workspace, named.create), ("/studies/study.vurder".into(), true));
        assert!(named.instance.is_none());
    }

    #[test]
    fn a_folder_that_can_not_be_made_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        assert!(prepare(&file.join("vurder"), None, None).is_err());
    }
}

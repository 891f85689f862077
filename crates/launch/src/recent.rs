//! The workspaces that were opened last on this computer. The list is no part of a workspace.

use serde::Serialize;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The file with the list of paths as JSON, in the person's data folder.
const FILE: &str = "recent-workspaces.json";
/// Earlier builds kept only the last workspace, in this file, as plain text.
const EARLIER: &str = "last-opened";
/// The most workspaces in the list.
const MOST_KEPT: usize = 8;

/// The workspaces that were opened last, the newest first.
#[derive(Debug)]
pub struct Recent {
    file: PathBuf,
    paths: Mutex<Vec<PathBuf>>,
}

/// A workspace of the list, as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecentWorkspace {
    /// The file.
    pub path: String,
    /// Whether the file exists now.
    pub there: bool,
}

impl Recent {
    /// Reads the list from the person's data folder. Without a readable list, it takes the file of earlier builds, or
    /// is empty.
    pub fn read(folder: &Path) -> Recent {
        let file = folder.join(FILE);
        let paths = fs::read(&file)
            .ok()
            .and_then(|bytes| serde_json::from_slice::<Vec<PathBuf>>(&bytes).ok())
            .unwrap_or_else(|| {
                let earlier = fs::read_to_string(folder.join(EARLIER));
                earlier.into_iter().map(PathBuf::from).collect()
            });
        Recent { file, paths: Mutex::new(paths) }
    }

    /// The workspace that was opened last.
    pub fn last(&self) -> Option<PathBuf> {
        self.with(|paths| paths.first().cloned())
    }

    /// All workspaces, and whether their files exist. This may take a while for a file on a network share.
    pub fn list(&self) -> Vec<RecentWorkspace> {
        let paths = self.with(|paths| paths.clone());
        let shown = |path: PathBuf| RecentWorkspace {
            path: path.to_string_lossy().into_owned(),
            there: path.is_file(),
        };
        paths.into_iter().map(shown).collect()
    }

    /// Whether the path is in the list.
    pub fn has(&self, path: &Path) -> bool {
        self.with(|paths| paths.iter().any(|known| known == path))
    }

    /// Puts a workspace first.
    pub fn remember(&self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.change(|paths| {
            paths.retain(|known| *known != path);
            paths.insert(0, path);
            paths.truncate(MOST_KEPT);
        });
    }

    /// Removes a workspace from the list. The file stays as it is.
    pub fn forget(&self, path: &Path) {
        self.change(|paths| paths.retain(|known| known != path));
    }

    fn with<T>(&self, look: impl FnOnce(&mut Vec<PathBuf>) -> T) -> T {
        look(&mut self.paths.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn change(&self, change: impl FnOnce(&mut Vec<PathBuf>)) {
        self.with(|paths| {
            let before = paths.clone();
            change(paths);
            if *paths == before {
                return;
            }
            // If this fails, the next start has the earlier list.
            let part = self.file.with_extension("part");
            if let Ok(json) = serde_json::to_vec_pretty(paths)
                && fs::write(&part, json).is_ok()
            {
                let _ = fs::rename(&part, &self.file);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn paths(recent: &Recent) -> Vec<String> {
        recent.list().into_iter().map(|one| one.path).collect()
    }

    #[test]
    fn the_last_ones_are_known_at_the_next_start_and_missing_ones_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path().join("here.vurder");
        fs::write(&here, "a workspace").unwrap();
        let gone = folder.path().join("gone.vurder");
        let recent = Recent::read(folder.path());
        recent.remember(&here);
        recent.remember(&gone);
        recent.remember(&here);
        let next = Recent::read(folder.path());
        let there: Vec<bool> = next.list().iter().map(|one| one.there).collect();
        assert_eq!((next.last(), there), (Some(here.clone()), vec![true, false]));
        next.forget(&gone);
        assert_eq!(paths(&Recent::read(folder.path())), [here.to_string_lossy()]);
    }

    #[test]
    fn few_are_kept_and_a_broken_list_is_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let recent = Recent::read(folder.path());
        for number in 0..20 {
            recent.remember(&folder.path().join(format!("{number}.vurder")));
        }
        assert_eq!(recent.list().len(), MOST_KEPT);
        fs::write(folder.path().join(FILE), "[1, 2").unwrap();
        assert_eq!(Recent::read(folder.path()).list(), []);
    }

    #[test]
    fn what_an_earlier_build_opened_last_is_known() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(EARLIER), "/studies/study.vurder").unwrap();
        assert_eq!(Recent::read(folder.path()).last(), Some("/studies/study.vurder".into()));
    }
}

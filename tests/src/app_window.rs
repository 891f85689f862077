//! The real app in a window of its own, with a fresh workspace and nothing of the person's own settings.

use crate::webdriver::{DriveError, Driven, Session};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// An open window on a workspace in a folder that goes away with it.
#[derive(Debug)]
pub struct AppWindow {
    session: Session,
    folder: Folder,
}

/// Where one test keeps its workspace and what it exports; windows can be opened on it one after the other.
#[derive(Debug)]
pub struct Folder(TempDir);

impl Folder {
    /// A new, empty folder.
    ///
    /// # Errors
    /// When the system gives none.
    pub fn new() -> Driven<Folder> {
        let folder = tempfile::Builder::new().prefix("vurder-").tempdir();
        folder.map(Folder).map_err(|error| DriveError::Start(format!("a folder: {error}")))
    }

    /// The workspace file, whether it is there yet or not.
    pub fn workspace(&self) -> PathBuf {
        self.path().join("workspace.vurder")
    }

    /// What the save dialog answers.
    pub fn save_path(&self) -> PathBuf {
        self.path().join("export.pdf")
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Opens the app's window on this folder's workspace.
    ///
    /// # Errors
    /// When it does not open.
    pub fn open(self) -> Driven<AppWindow> {
        let home = self.path().join("home");
        let made = std::fs::create_dir_all(&home);
        made.map_err(|error| DriveError::Start(format!("{}: {error}", home.display())))?;
        let (workspace, save_path) = (self.workspace(), self.save_path());
        let environment: [(&str, &Path); 7] = [
            ("VURDER_WORKSPACE", &workspace),
            ("VURDER_TEST_SAVE_PATH", &save_path),
            ("HOME", &home),
            ("XDG_DATA_HOME", &home),
            ("XDG_CONFIG_HOME", &home),
            ("XDG_CACHE_HOME", &home),
            // One language for the words that tests look for.
            ("LC_ALL", Path::new("C.UTF-8")),
        ];
        Ok(AppWindow { session: Session::start(&app()?, &environment)?, folder: self })
    }
}

impl AppWindow {
    /// Opens the app on a workspace that does not exist yet: a first start.
    ///
    /// # Errors
    /// When it does not open.
    pub fn first_start() -> Driven<AppWindow> {
        Folder::new()?.open()
    }

    /// Where its files are.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Ends the app at once, as a power cut would, and leaves the folder.
    pub fn kill(self) -> Folder {
        self.session.kill();
        self.folder
    }
}

impl Deref for AppWindow {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

/// The built app, which the window lane names.
fn app() -> Driven<PathBuf> {
    let named = std::env::var_os("VURDER_APP").map(PathBuf::from);
    named.ok_or_else(|| {
        DriveError::Start("VURDER_APP names no app; use cargo xtask test".to_owned())
    })
}

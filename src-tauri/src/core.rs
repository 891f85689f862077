//! Opens the workspace, and runs the commands of the app on it.

use crate::failure::{Failure, as_value};
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use vurder_app::{
    App, BackupToRestore, BegunCommand, OpenOptions, RestOfCommand, backup_to_restore,
    program_language, restore_newest_backup,
};

/// A workspace to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chosen {
    /// The file.
    pub(crate) path: PathBuf,
    /// Whether to make the workspace if it does not exist. If a workspace was opened before and its file is gone, an
    /// empty one must not take its place.
    pub(crate) create: bool,
}

impl Chosen {
    fn open(&self) -> Result<App, Value> {
        let options = OpenOptions {
            create: self.create,
            language: program_language().to_owned(),
            ..OpenOptions::new(&self.path)
        };
        App::open(options).map_err(|error| as_value(&error))
    }
}

/// Runs commands of the app on the workspace. The file is opened at the first call that needs it. If that fails, the
/// next call tries again, since another program may have closed the file meanwhile.
pub(crate) struct Core {
    workspace: Chosen,
    app: Option<App>,
    /// Called with each workspace that was opened.
    opened: OnOpened,
}

/// Does the rest of the work of `command`.
///
/// # Errors
/// As for [`Core::call`].
pub(crate) fn finish(command: &str, left: RestOfCommand) -> Result<Value, Value> {
    match catch_unwind(AssertUnwindSafe(left)) {
        Ok(answer) => answer.map_err(|error| as_value(&error)),
        Err(_) => Err(Failure::Fault.about("", command)),
    }
}

/// A function that is called with the path of each workspace that was opened.
pub(crate) type OnOpened = Box<dyn Fn(&Path) + Send>;

impl Core {
    /// Opens the workspace file at once if it can. `workspace.create` says whether a missing file is made.
    pub(crate) fn new(workspace: &Chosen, opened: OnOpened) -> Self {
        let mut core = Self { workspace: workspace.clone(), app: None, opened };
        // The first call reports an error, in the window.
        let _ = core.open();
        core
    }

    fn open(&mut self) -> Result<&mut App, Value> {
        let app = match self.app.take() {
            Some(app) => app,
            None => {
                let app = self.workspace.open()?;
                // The file exists now, and must never be made a second time.
                self.workspace.create = false;
                (self.opened)(&self.workspace.path);
                app
            }
        };
        Ok(self.app.insert(app))
    }

    /// Opens another workspace in place of the open one. Gives the path, or `null` if this workspace is open already.
    ///
    /// # Errors
    /// The error of the app. The open workspace then stays open.
    pub(crate) fn switch(&mut self, to: &Chosen) -> Result<Value, Value> {
        let same = |path: &PathBuf| path.canonicalize().ok();
        let open_here = self.app.is_some() && same(&self.workspace.path).is_some();
        if open_here && same(&self.workspace.path) == same(&to.path) {
            (self.opened)(&self.workspace.path);
            return Ok(Value::Null);
        }
        let next = to.open()?;
        self.make_last_backup();
        self.app = Some(next);
        self.workspace = Chosen { path: to.path.clone(), create: false };
        (self.opened)(&self.workspace.path);
        Ok(Value::from(to.path.display().to_string()))
    }

    /// The newest backup of the workspace if the workspace cannot be opened, and the path proposed for restoring it.
    /// `null` if the workspace is open or has no backup.
    pub(crate) fn backup_to_restore(&self) -> Value {
        let found = match self.app {
            Some(_) => None,
            None => backup_to_restore(&self.workspace.path),
        };
        found.map_or(Value::Null, |BackupToRestore { backup, proposed }| {
            json!({ "backup": backup.to_string_lossy(), "proposed": proposed.to_string_lossy() })
        })
    }

    /// Restores the newest backup of the workspace that cannot be opened as `out`, and opens `out`. Gives its path.
    ///
    /// # Errors
    /// The error of the app. Then the next call tries the damaged workspace again.
    pub(crate) fn restore_newest_backup(&mut self, out: &Path) -> Result<Value, Value> {
        restore_newest_backup(&self.workspace.path, out).map_err(|error| as_value(&error))?;
        self.switch(&Chosen { path: out.to_owned(), create: false })
    }

    /// Makes the backup of the day, if it is due. `go_on` says whether still nobody waits for an answer. Says whether
    /// the notices about the workspace are others than before.
    pub(crate) fn make_daily_backup(&mut self, go_on: &mut dyn FnMut() -> bool) -> bool {
        let Some(app) = &mut self.app else { return false };
        match catch_unwind(AssertUnwindSafe(|| app.make_daily_backup(go_on))) {
            Ok(notices_changed) => notices_changed,
            Err(_) => {
                self.app = None;
                false
            }
        }
    }

    /// Brings the backup of today up to date, before the file is closed.
    pub(crate) fn make_last_backup(&mut self) {
        if let Some(app) = &mut self.app {
            // A panic here concerns a workspace that is closed anyway.
            let _ = catch_unwind(AssertUnwindSafe(|| app.make_last_backup()));
        }
    }

    /// Runs one command of the app as far as it needs the workspace.
    ///
    /// # Errors
    /// The error of the app, ready for the window. A panic in a command is also an error: its transaction was rolled
    /// back, and the next call opens the file again.
    pub(crate) fn call(&mut self, name: &str, args: Value) -> Result<BegunCommand, Value> {
        let app = self.open()?;
        match catch_unwind(AssertUnwindSafe(|| app.begin(name, args))) {
            Ok(answer) => answer.map_err(|error| as_value(&error)),
            Err(_) => {
                self.app = None;
                Err(Failure::Fault.about(name, name))
            }
        }
    }
}

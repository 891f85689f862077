//! The one place where the shell meets the app.

use crate::failure::{Failure, as_value};
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use vurder_app::{App, Aside, OpenOptions, program_language};

/// A workspace to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chosen {
    /// The file.
    pub(crate) path: PathBuf,
    /// Whether it is made when it is not there. One that was opened before and is gone must not come back empty.
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

/// The app's commands on the workspace. The file is opened on the first call that needs it, and again on the
/// next one when that failed: another program may have let go of it meanwhile.
pub(crate) struct Core {
    workspace: Chosen,
    app: Option<App>,
    /// Is told of each workspace that was opened.
    opened: OnOpened,
}

/// What is told of a workspace that was opened.
pub(crate) type OnOpened = Box<dyn Fn(&Path) + Send>;

impl Core {
    /// Opens the workspace file at once if it can be, making it if there is none.
    pub(crate) fn new(workspace: &Chosen, opened: OnOpened) -> Self {
        let mut core = Self { workspace: workspace.clone(), app: None, opened };
        // What went wrong is said by the first call, in the window.
        let _ = core.open();
        core
    }

    fn open(&mut self) -> Result<&mut App, Value> {
        let app = match self.app.take() {
            Some(app) => app,
            None => {
                let app = self.workspace.open()?;
                // From here on the file is there, and is never made anew.
                self.workspace.create = false;
                (self.opened)(&self.workspace.path);
                app
            }
        };
        Ok(self.app.insert(app))
    }

    /// Opens another workspace in place of this one. Its path, or `null` when that is the one which is open.
    ///
    /// # Errors
    /// The app's error; then the workspace that was open stays open.
    pub(crate) fn switch(&mut self, to: &Chosen) -> Result<Value, Value> {
        let same = |path: &PathBuf| path.canonicalize().ok();
        let open_here = self.app.is_some() && same(&self.workspace.path).is_some();
        if open_here && same(&self.workspace.path) == same(&to.path) {
            (self.opened)(&self.workspace.path);
            return Ok(Value::Null);
        }
        self.app = Some(to.open()?);
        self.workspace = Chosen { path: to.path.clone(), create: false };
        (self.opened)(&self.workspace.path);
        Ok(Value::from(to.path.display().to_string()))
    }

    /// Lets the app do what waits for a quiet moment; `go_on` says whether it still is one.
    pub(crate) fn make_daily_backup(&mut self, go_on: &mut dyn FnMut() -> bool) {
        if let Some(app) = &mut self.app
            && catch_unwind(AssertUnwindSafe(|| app.make_daily_backup(go_on))).is_err()
        {
            self.app = None;
        }
    }

    /// What is left of a command that needs the workspace only to begin with; none for any other.
    pub(crate) fn aside(&mut self, name: &str, args: &Value) -> Option<Result<Aside, Value>> {
        let app = self.open().ok()?;
        match catch_unwind(AssertUnwindSafe(|| app.aside(name, args))) {
            Ok(aside) => aside.map(|aside| aside.map_err(|error| as_value(&error))),
            Err(_) => {
                self.app = None;
                Some(Err(Failure::Fault.about(name, name)))
            }
        }
    }

    /// Runs one command of the app.
    ///
    /// # Errors
    /// The app's error, ready for the window. A panic in a command is one too: its transaction was rolled
    /// back, and the next call begins with the file opened anew.
    pub(crate) fn call(&mut self, name: &str, args: Value) -> Result<Value, Value> {
        let app = self.open()?;
        match catch_unwind(AssertUnwindSafe(|| app.call(name, args))) {
            Ok(answer) => answer.map_err(|error| as_value(&error)),
            Err(_) => {
                self.app = None;
                Err(Failure::Fault.about(name, name))
            }
        }
    }
}

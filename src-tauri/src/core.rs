//! The one place where the shell meets the app.

use crate::failure::{Failure, as_value};
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use vurder_app::{App, OpenOptions};

/// The language of messages, as BCP 47; the only one there is so far.
pub(crate) const LANGUAGE: &str = "en";

/// The app's commands on the workspace. The file is opened on the first call that needs it, and again on the
/// next one when that failed: another program may have let go of it meanwhile.
pub(crate) struct Core {
    workspace: PathBuf,
    app: Option<App>,
}

impl Core {
    /// Opens the workspace file at once if it can be, making it if there is none.
    pub(crate) fn new(workspace: &Path) -> Self {
        let mut core = Self { workspace: workspace.to_owned(), app: None };
        // What went wrong is said by the first call, in the window.
        let _ = core.open();
        core
    }

    fn open(&mut self) -> Result<&mut App, Value> {
        let app = match self.app.take() {
            Some(app) => app,
            None => {
                App::open(OpenOptions::new(&self.workspace)).map_err(|error| as_value(&error))?
            }
        };
        Ok(self.app.insert(app))
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

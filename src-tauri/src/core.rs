//! The one place where the shell meets the app.

use serde_json::Value;
use std::path::Path;

/// An opened workspace and the app's commands on it.
pub(crate) struct Core;

impl Core {
    /// Opens the workspace file, making it if there is none.
    ///
    /// # Errors
    /// The app's error, ready for the window.
    pub(crate) fn open(_workspace: &Path) -> Result<Self, Value> {
        Ok(Self)
    }

    /// Runs one command of the app.
    ///
    /// # Errors
    /// The app's error, ready for the window.
    pub(crate) fn call(&mut self, name: &str, _args: Value) -> Result<Value, Value> {
        Err(
            serde_json::json!({ "code": "unknown-command", "message": format!("No command {name}."),
            "help": null, "detail": null }),
        )
    }
}

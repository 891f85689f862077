//! What the shell says when it cannot do something: the same shape that the app's errors have.

use serde::Serialize;
use serde_json::Value;

/// An error on its way to the window: `{code, message, help, detail}`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Failure {
    code: &'static str,
    message: String,
    help: Option<String>,
    detail: Option<String>,
}

impl Failure {
    /// The worker that owns the workspace has stopped; only a restart helps.
    pub(crate) fn stopped() -> Self {
        Self::new("shell-stopped", "Vurder is closing down and took nothing new.")
    }

    /// A path that the person did not choose in this session was to be opened.
    pub(crate) fn not_chosen(path: &str) -> Self {
        Self::new("shell-not-chosen", "Vurder opens only files that it wrote itself.")
            .with_detail(path)
    }

    /// The system has no program for the file, or could not start it.
    pub(crate) fn no_viewer(path: &str, reason: impl ToString) -> Self {
        Self::new(
            "shell-no-viewer",
            format!("The file is written, but no program opened it: {path}"),
        )
        .with_detail(reason)
    }

    /// A file dialog gave an answer that is no path on this computer.
    pub(crate) fn no_path(reason: impl ToString) -> Self {
        Self::new("shell-no-path", "That place is not a folder or file on this computer.")
            .with_detail(reason)
    }

    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: None, detail: None }
    }

    fn with_detail(mut self, detail: impl ToString) -> Self {
        self.detail = Some(detail.to_string());
        self
    }

    /// The failure as the window gets it.
    pub(crate) fn into_value(self) -> Value {
        serde_json::to_value(self).unwrap_or(Value::Null)
    }
}

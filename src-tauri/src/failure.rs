//! The errors of the shell. They have the same shape as the errors of the app.

use serde_json::Value;
use vurder_app::{AppError, ErrorCode};
use vurder_content::{Message, Messages, msg};

/// The reason why the shell could not do what the window asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The thread that owns the workspace has stopped, since the program is closing.
    Stopped,
    /// A command panicked; nothing of it was saved.
    Fault,
    /// The window asked to open a path that the person did not choose for saving.
    NotChosen,
    /// The system has no program for the file, or could not start it.
    NoViewer,
    /// The window asked to open a path that is not in the list of recent workspaces.
    NotRecent,
    /// The program could not start.
    NoStart,
    /// A file dialog gave an answer that is no path on this computer.
    NoPath,
}

impl Failure {
    fn code(self) -> ErrorCode {
        match self {
            Failure::Stopped | Failure::Fault => ErrorCode::Internal,
            Failure::NotChosen | Failure::NotRecent => ErrorCode::BadArguments,
            Failure::NoViewer | Failure::NoPath | Failure::NoStart => ErrorCode::File,
        }
    }

    /// The message: what happened.
    fn message(self, what: &str) -> Message {
        match self {
            Failure::Stopped => msg::shell_stopped(),
            Failure::Fault => msg::shell_fault(),
            Failure::NotChosen => msg::shell_not_chosen(what),
            Failure::NoViewer => msg::shell_no_viewer(what),
            Failure::NotRecent => msg::shell_not_recent(what),
            Failure::NoStart => msg::shell_no_start(),
            Failure::NoPath => msg::shell_no_path(),
        }
    }

    /// The help: what the person can do next.
    fn help(self) -> Message {
        match self {
            Failure::Stopped => msg::shell_stopped_help(),
            Failure::Fault => msg::shell_fault_help(),
            Failure::NotChosen => msg::shell_not_chosen_help(),
            Failure::NoViewer => msg::shell_no_viewer_help(),
            Failure::NotRecent => msg::shell_not_recent_help(),
            Failure::NoStart => msg::shell_no_start_help(),
            Failure::NoPath => msg::shell_no_path_help(),
        }
    }

    /// The failure in the shape that the window gets. `what` is the thing that it concerns, and `detail` the technical
    /// cause.
    pub(crate) fn about(self, what: &str, detail: impl ToString) -> Value {
        as_value(&self.in_words(what, detail))
    }

    /// The failure in the words of the program's language.
    pub(crate) fn in_words(self, what: &str, detail: impl ToString) -> AppError {
        let messages = Messages::for_language(vurder_app::program_language());
        AppError {
            code: self.code(),
            message: messages.format(&self.message(what)),
            help: messages.format(&self.help()),
            detail: detail.to_string(),
        }
    }
}

/// An error of the app in the shape that the window gets.
pub(crate) fn as_value(error: &AppError) -> Value {
    // Four strings can always be written as JSON.
    serde_json::to_value(error).unwrap_or(Value::Null)
}

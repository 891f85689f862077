//! Errors as people meet them: what happened, to what, and the next step.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_content::Messages;

/// The kinds of error that a caller can tell apart. Closed: a new kind is a change of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The line or the arguments are no JSON of the expected shape.
    BadArguments,
    /// No command of this name.
    UnknownCommand,
    /// A project, row, field, statement, provider, form or version that is not there.
    NotFound,
    /// The value does not fit the field.
    WrongValue,
    /// The text is larger than an answer can hold.
    TooLarge,
    /// The identity is taken.
    Taken,
    /// There is nothing to undo or redo.
    NothingToUndo,
    /// Another program has the workspace open.
    Locked,
    /// There is no file of this name.
    Missing,
    /// The file is no workspace, or another program's.
    NotAWorkspace,
    /// The workspace was written by a newer Vurder.
    Newer,
    /// The workspace is damaged.
    Damaged,
    /// The file or folder can't be written to.
    ReadOnly,
    /// The disk is full.
    DiskFull,
    /// A file can't be read or written for another reason.
    File,
    /// The report can't be made.
    Report,
    /// A fault of the program itself.
    Internal,
}

impl ErrorCode {
    /// The stem of the message ids of this kind.
    fn stem(self) -> &'static str {
        match self {
            ErrorCode::BadArguments => "error-bad-arguments",
            ErrorCode::UnknownCommand => "error-unknown-command",
            ErrorCode::NotFound => "error-not-found",
            ErrorCode::WrongValue => "error-wrong-value",
            ErrorCode::TooLarge => "error-too-large",
            ErrorCode::Taken => "error-taken",
            ErrorCode::NothingToUndo => "error-nothing-to-undo",
            ErrorCode::Locked => "error-locked",
            ErrorCode::Missing => "error-missing",
            ErrorCode::NotAWorkspace => "error-not-a-workspace",
            ErrorCode::Newer => "error-newer",
            ErrorCode::Damaged => "error-damaged",
            ErrorCode::ReadOnly => "error-read-only",
            ErrorCode::DiskFull => "error-disk-full",
            ErrorCode::File => "error-file",
            ErrorCode::Report => "error-report",
            ErrorCode::Internal => "error-internal",
        }
    }
}

/// An error, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, thiserror::Error)]
#[error("{message} {help}")]
pub struct AppError {
    /// The kind, for programs.
    pub code: ErrorCode,
    /// What happened, for people.
    pub message: String,
    /// The next step, for people.
    pub help: String,
    /// What the machine said, for support.
    pub detail: String,
}

/// An error before it has words: its kind, the thing it is about, and the detail for support.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code:?}: {what} {detail}")]
pub(crate) struct Fault {
    /// The kind.
    pub code: ErrorCode,
    /// The thing it is about: a name, a path, an id.
    pub what: String,
    /// What the machine said.
    pub detail: String,
    /// A copy to go back to.
    pub backup: Option<String>,
    /// The stem of its messages, where those of its kind do not fit.
    pub stem: Option<&'static str>,
    /// The message with the next step, where that of its kind does not fit.
    pub help: Option<&'static str>,
}

/// What the functions of this crate return before the words are chosen.
pub(crate) type Outcome<T> = Result<T, Fault>;

impl Fault {
    /// A fault of this kind about this thing.
    pub(crate) fn new(code: ErrorCode, what: impl Into<String>) -> Self {
        Self {
            code,
            what: what.into(),
            detail: String::new(),
            backup: None,
            stem: None,
            help: None,
        }
    }

    /// In words of its own: the message `stem`, and for the next step the same with `-help`.
    pub(crate) fn said(self, stem: &'static str) -> Self {
        Self { stem: Some(stem), ..self }
    }

    /// With another next step than its kind has.
    pub(crate) fn helped(self, help: &'static str) -> Self {
        Self { help: Some(help), ..self }
    }

    /// With the detail for support.
    pub(crate) fn because(mut self, detail: impl ToString) -> Self {
        self.detail = detail.to_string();
        self
    }

    /// Something that is not there.
    pub(crate) fn not_found(what: impl Into<String>) -> Self {
        Self::new(ErrorCode::NotFound, what)
    }

    /// A name that the program does not know: of a form, a field, a provider, a statement.
    pub(crate) fn unknown(what: impl Into<String>) -> Self {
        Self::not_found(what).helped("error-unknown-name-help")
    }

    /// A value that does not fit.
    pub(crate) fn wrong_value(what: impl Into<String>) -> Self {
        Self::new(ErrorCode::WrongValue, what)
    }

    /// The fault in the words of a language.
    pub(crate) fn in_words(&self, messages: &Messages) -> AppError {
        let stem = self.stem.unwrap_or(self.code.stem());
        let backup = self.backup.as_deref();
        let args = [("what", self.what.as_str()), ("backup", backup.unwrap_or_default())];
        let help = match (backup, self.help) {
            (Some(_), _) => "error-damaged-backup".to_owned(),
            (None, Some(help)) => help.to_owned(),
            (None, None) => format!("{stem}-help"),
        };
        AppError {
            code: self.code,
            message: messages.format_by_id(stem, &args),
            help: messages.format_by_id(&help, &args),
            detail: self.detail.clone(),
        }
    }
}

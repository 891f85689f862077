//! Errors as callers get them: a code for programs, and sentences for people from the message files.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_content::{Message, Messages, msg};

/// The kinds of error that a caller can tell apart. The set is closed: a new kind changes the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The line or the arguments are not JSON of the expected shape.
    BadArguments,
    /// There is no command of this name.
    UnknownCommand,
    /// A project, row, field, statement, provider, form or version does not exist.
    NotFound,
    /// The value does not fit the field.
    WrongValue,
    /// The text is larger than an answer can hold.
    TooLarge,
    /// The id is taken.
    Taken,
    /// There is nothing to undo or redo.
    NothingToUndo,
    /// Another program has the workspace open.
    Locked,
    /// There is no file of this name.
    Missing,
    /// The file is no workspace, or belongs to another program.
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
    /// The next step after an error of this kind, unless its fault names another.
    fn next_step(self) -> Message {
        match self {
            ErrorCode::BadArguments => msg::error_bad_arguments_help(),
            ErrorCode::UnknownCommand => msg::error_unknown_command_help(),
            ErrorCode::NotFound => msg::error_not_found_help(),
            ErrorCode::WrongValue => msg::error_wrong_value_help(),
            ErrorCode::TooLarge => msg::error_too_large_help(),
            ErrorCode::Taken => msg::error_taken_help(),
            ErrorCode::NothingToUndo => msg::error_nothing_to_undo_help(),
            ErrorCode::Locked => msg::error_locked_help(),
            ErrorCode::Missing => msg::error_missing_help(),
            ErrorCode::NotAWorkspace => msg::error_not_a_workspace_help(),
            ErrorCode::Newer => msg::error_newer_help(),
            ErrorCode::Damaged => msg::error_damaged_help(),
            ErrorCode::ReadOnly => msg::error_read_only_help(),
            ErrorCode::DiskFull => msg::error_disk_full_help(),
            ErrorCode::File => msg::error_file_help(),
            ErrorCode::Report => msg::error_report_help(),
            ErrorCode::Internal => msg::error_internal_help(),
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
    /// The technical cause, for support.
    pub detail: String,
}

/// An error before it is put into words. Its sentences are messages of the message files, so no function of this crate
/// can write a sentence of its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code:?}: {} {detail}", message.id)]
pub(crate) struct Fault {
    /// The kind.
    pub code: ErrorCode,
    /// What happened.
    pub message: Message,
    /// The next step.
    pub help: Message,
    /// The technical cause, for support; may be in English.
    pub detail: String,
}

/// What the functions of this crate return.
pub(crate) type Outcome<T> = Result<T, Fault>;

impl Fault {
    /// A fault of this kind, with the usual next step of its kind.
    pub(crate) fn new(code: ErrorCode, message: Message) -> Self {
        Self { code, message, help: code.next_step(), detail: String::new() }
    }

    /// The same fault with another next step.
    pub(crate) fn with_help(self, help: Message) -> Self {
        Self { help, ..self }
    }

    /// The same fault with a technical cause.
    pub(crate) fn with_detail(self, detail: impl ToString) -> Self {
        Self { detail: detail.to_string(), ..self }
    }

    /// Arguments that can't be read.
    pub(crate) fn bad_arguments(message: Message) -> Self {
        Self::new(ErrorCode::BadArguments, message)
    }

    /// The fault for a row, citation or project that does not exist.
    pub(crate) fn not_found(message: Message) -> Self {
        Self::new(ErrorCode::NotFound, message)
    }

    /// The fault for an unknown name of a form, a field, a provider or a statement.
    pub(crate) fn unknown_name(message: Message) -> Self {
        Self::not_found(message).with_help(msg::error_unknown_name_help())
    }

    /// The fault for a value that does not fit.
    pub(crate) fn wrong_value(message: Message) -> Self {
        Self::new(ErrorCode::WrongValue, message)
    }

    /// The fault for a dump that can't be loaded.
    pub(crate) fn bad_dump(message: Message) -> Self {
        Self::new(ErrorCode::WrongValue, message).with_help(msg::error_dump_help())
    }

    /// A fault of the program itself. `detail` tells support where it happened.
    pub(crate) fn internal(detail: impl ToString) -> Self {
        Self::new(ErrorCode::Internal, msg::error_internal()).with_detail(detail)
    }

    /// The fault in the words of a language.
    pub(crate) fn in_words(&self, messages: &Messages) -> AppError {
        AppError {
            code: self.code,
            message: messages.format(&self.message),
            help: messages.format(&self.help),
            detail: self.detail.clone(),
        }
    }
}

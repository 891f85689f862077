//! One function for each message, written by the build from `content/locales/en/*.ftl`.
//!
//! To add a message, write it into a file there. To use it, call the function with its name, with `_` instead of `-`.

use super::message::{Argument, Message, MessageId};

/// The facts about one message, as its message file has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The name of the file without its ending.
    pub file: &'static str,
    /// The id.
    pub id: MessageId,
    /// The names of the arguments, in the order of the function's parameters.
    pub arguments: &'static [&'static str],
    /// The English words, in the syntax of Fluent.
    pub english: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/msg.rs"));

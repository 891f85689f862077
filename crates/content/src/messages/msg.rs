//! One function for each message, written by the build from `content/locales/en/*.ftl`.
//!
//! To add a message, add it to a file there; to use it, call the function of its name with `_` in place of `-`.

use super::message::{Argument, Message, MessageId};

/// What a message file says of one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The name of the file without its ending.
    pub file: &'static str,
    /// The id.
    pub id: MessageId,
    /// The names of the arguments, in the order of the function's parameters.
    pub arguments: &'static [&'static str],
    /// The English words, as Fluent writes them.
    pub english: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/msg.rs"));

//! A problem in a content file, with its place.

use std::fmt;

use serde::Serialize;

/// One problem in a file of packs, templates, topics or messages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The name of the file, as the reader knows it.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and, if possible, what to write instead.
    pub message: String,
}

impl Problem {
    /// A problem at a line of a file.
    pub fn new(file: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.into(), line, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

//! The earlier version to which a report compares the project.

use vurder_content::msg;

use crate::error::{Fault, Outcome};

/// The version since which a report tells changes, and how it tells them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Since {
    /// The number of the version.
    pub(crate) version: u32,
    /// Whether changes are also marked in the text of the report.
    pub(crate) redline: bool,
}

impl Since {
    /// Reads the arguments of a command.
    ///
    /// # Errors
    /// Changes are to be marked, but no version is named.
    pub(crate) fn of(version: Option<u32>, redline: bool) -> Outcome<Option<Self>> {
        if version.is_none() && redline {
            return Err(Fault::wrong_value(msg::error_redline_since_nothing()));
        }
        Ok(version.map(|version| Self { version, redline }))
    }
}

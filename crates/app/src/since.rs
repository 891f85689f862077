//! The arguments `since` and `redline`: which version a report is compared with, and whether its text is marked.

use vurder_content::msg;

use crate::error::{Fault, Outcome};

/// The version that a report is compared with, and how the report shows the changes.
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

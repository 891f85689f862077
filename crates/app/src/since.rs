//! Since which version a report tells what changed.

use vurder_content::msg;

use crate::error::{Fault, Outcome};

/// Since when changes are told, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Since {
    /// The number of the version.
    pub(crate) version: u32,
    /// Whether they are marked in the report itself, too.
    pub(crate) redline: bool,
}

impl Since {
    /// What the arguments of a command ask for.
    ///
    /// # Errors
    /// Changes are to be marked, and no version is named since when.
    pub(crate) fn of(version: Option<u32>, redline: bool) -> Outcome<Option<Self>> {
        if version.is_none() && redline {
            return Err(Fault::wrong_value(msg::error_redline_since_nothing()));
        }
        Ok(version.map(|version| Self { version, redline }))
    }
}

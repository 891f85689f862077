//! The dates of a Word document.

use chrono::{DateTime, FixedOffset, NaiveDateTime};

/// A date of XML Schema, with or without a zone.
pub(super) fn date(written: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(written)
        .ok()
        .or_else(|| written.parse::<NaiveDateTime>().ok().map(|at| at.and_utc().fixed_offset()))
}

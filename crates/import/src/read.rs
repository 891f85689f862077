//! The one door: files in, pack out.

use crate::about::About;
use crate::files::Files;
use crate::format::{Format, Reason, Recognised};
use crate::imported::Imported;
use crate::limits;
use crate::markdown;
use crate::refused::Refused;

/// Reads `files` in the format given, else in the one that is recognised.
///
/// # Errors
/// When there is too much to read, or nothing that can be read.
pub fn read(files: &Files, format: Option<Format>, about: &About) -> Result<Imported, Refused> {
    within_limits(files)?;
    let recognised = match format {
        Some(format) => Recognised { format, reason: Reason::Given },
        None => recognise(files).ok_or(Refused::NothingToRead { count: files.len() })?,
    };
    match recognised.format {
        Format::Markdown(dialect) => markdown::read(files, dialect, recognised.reason, about),
    }
}

/// The format that the files are in; none where there is nothing to read.
#[must_use]
pub fn recognise(files: &Files) -> Option<Recognised> {
    let (dialect, reason) = markdown::recognise(files)?;
    Some(Recognised { format: Format::Markdown(dialect), reason })
}

fn within_limits(files: &Files) -> Result<(), Refused> {
    if files.len() > limits::FILES {
        return Err(Refused::TooManyFiles { count: files.len(), limit: limits::FILES });
    }
    let bytes = files.bytes();
    if bytes > limits::TOTAL_BYTES {
        return Err(Refused::TooManyBytes { bytes, limit: limits::TOTAL_BYTES });
    }
    Ok(())
}

//! The entry point of the crate: it turns files into a pack.

use crate::about::About;
use crate::caiq;
use crate::files::Files;
use crate::format::{Format, Reason, Recognised};
use crate::html;
use crate::imported::Imported;
use crate::limits;
use crate::markdown;
use crate::oscal;
use crate::pack;
use crate::refused::Refused;
use crate::satre;

/// Reads `files` in the given format. If no format is given, it is recognised.
///
/// # Errors
/// When the limits are exceeded, or when nothing can be read.
pub fn read(files: &Files, format: Option<Format>, about: &About) -> Result<Imported, Refused> {
    within_limits(files)?;
    let recognised = match format {
        Some(format) => Recognised { format, reason: Reason::Given },
        None => recognise(files).ok_or(Refused::NothingToRead { count: files.len() })?,
    };
    match recognised.format {
        Format::Pack => pack::read(files, recognised.reason, about),
        Format::Markdown(dialect) => markdown::read(files, dialect, recognised.reason, about),
        Format::Satre => satre::read(files, recognised.reason, about),
        Format::Caiq => caiq::read(files, recognised.reason, about),
        Format::Oscal => oscal::read(files, recognised.reason, about),
        Format::Html => html::read(files, recognised.reason, about),
    }
}

/// Recognises the format of the files; `None` if there is nothing to read.
#[must_use]
pub fn recognise(files: &Files) -> Option<Recognised> {
    if let Some(reason) = pack::recognise(files) {
        return Some(Recognised { format: Format::Pack, reason });
    }
    if let Some(reason) = oscal::recognise(files) {
        return Some(Recognised { format: Format::Oscal, reason });
    }
    if let Some(reason) = satre::recognise(files) {
        return Some(Recognised { format: Format::Satre, reason });
    }
    // Many Markdown sites have one or two pages of HTML. A site of HTML hardly ever has more than a README in Markdown.
    let pages = files.paths().filter(|path| html::is_page(path)).count();
    let markdown = files.paths().filter(|path| path.ends_with(".md")).count();
    if pages > 2 * markdown {
        let reason = html::recognise(files)?;
        return Some(Recognised { format: Format::Html, reason });
    }
    let Some((dialect, reason)) = markdown::recognise(files) else {
        let reason = caiq::recognise(files)?;
        return Some(Recognised { format: Format::Caiq, reason });
    };
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

//! Sites of Markdown pages.

use crate::about::About;
use crate::files::Files;
use crate::format::{Dialect, Reason};
use crate::imported::Imported;
use crate::refused::Refused;

pub(crate) fn read(files: &Files, _: Dialect, _: Reason, _: &About) -> Result<Imported, Refused> {
    Err(Refused::NothingToRead { count: files.len() })
}

pub(crate) fn recognise(_: &Files) -> Option<(Dialect, Reason)> {
    None
}

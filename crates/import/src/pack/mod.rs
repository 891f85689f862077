//! Vurder's own pack as files. A provider publishes it when it writes its statements itself, and one Vurder gives it to
//! another. `PACK.md` beside the sources describes it, and [`pack_schema`] is its JSON Schema.
//!
//! This module does not know the topics. A topic that no assessment asks about does no harm.

mod document;
mod entries;
mod head;
mod ids;
mod lines;
mod page;
mod reader;
mod write;

pub use document::pack_schema;
pub use write::write_pack;

use crate::about::About;
use crate::files::Files;
use crate::format::Reason;
use crate::imported::Imported;
use crate::paths::{folder, name};
use crate::refused::Refused;

/// The version of the format that is written. It is also the newest version that is read.
const SCHEMA: u32 = 1;

/// The head file. All other files stand beside or below it.
const HEAD: &str = "vurder-pack.json";
/// The folder of pages. Each page has its own file.
pub const PAGES: &str = "pages/";
const STATEMENTS: &str = "statements.json";
const ACTIONS: &str = "actions.json";
const DOCUMENTS: &str = "documents.json";
/// The file with what became of the statements of the revision before.
pub const BECAME: &str = "became.json";
const NOT_STATED: &str = "not-stated.json";

/// The file by which a pack is recognised.
pub(crate) fn recognise(files: &Files) -> Option<Reason> {
    Some(Reason::File { path: find(files)?.to_owned() })
}

/// The head file that stands in the fewest folders.
fn find(files: &Files) -> Option<&str> {
    let heads = files.paths().filter(|path| name(path) == HEAD);
    heads.min_by_key(|path| path.matches('/').count())
}

/// Reads a pack. If the pack leaves out a fact about itself, the answer of the person counts.
///
/// # Errors
/// When there is no pack among the files, when its head file cannot be read or is of a newer Vurder, and when it has no
/// page.
pub(crate) fn read(files: &Files, reason: Reason, about: &About) -> Result<Imported, Refused> {
    let path = find(files).ok_or(Refused::NotThisFormat)?;
    let head = head::read(path, files.get(path).unwrap_or_default())?;
    reader::read(files, folder(path), head, reason, about)
}

//! Vurder's own pack as files: what a provider publishes when it writes its statements itself, and what one Vurder
//! gives to another. `PACK.md` beside the sources describes it, [`pack_schema`] is its JSON Schema.
//!
//! Which topics there are is not known here; topics of a pack that nobody asks for are harmless.

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

/// The version of the format that is written, and the newest that is read.
const SCHEMA: u32 = 1;

/// The file of head. All other files stand beside or below it.
const HEAD: &str = "vurder-pack.json";
/// The folder of pages, a file for each.
const PAGES: &str = "pages/";
const STATEMENTS: &str = "statements.json";
const ACTIONS: &str = "actions.json";
const DOCUMENTS: &str = "documents.json";
const BECAME: &str = "became.json";
const NOT_STATED: &str = "not-stated.json";

/// By which of the files a pack is told.
pub(crate) fn recognise(files: &Files) -> Option<Reason> {
    Some(Reason::File { path: find(files)?.to_owned() })
}

/// The file of head, the one in the fewest folders.
fn find(files: &Files) -> Option<&str> {
    let heads = files.paths().filter(|path| name(path) == HEAD);
    heads.min_by_key(|path| path.matches('/').count())
}

/// Reads a pack. What the person says holds where the pack says nothing.
///
/// # Errors
/// When there is none among the files, when its head cannot be read or is of a newer Vurder, and when it has no page.
pub(crate) fn read(files: &Files, reason: Reason, about: &About) -> Result<Imported, Refused> {
    let path = find(files).ok_or(Refused::NotThisFormat)?;
    let head = head::read(path, files.get(path).unwrap_or_default())?;
    reader::read(files, folder(path), head, reason, about)
}

//! Writes a pack as a zip archive. The same pack gives the same bytes.

use std::io::{Cursor, Write as _};

use serde::Serialize;
use vurder_model::provider::Pack;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::document::{ActionEntry, DocumentEntry, Head, StatementEntry};
use super::{ACTIONS, BECAME, DOCUMENTS, HEAD, NOT_STATED, PAGES, SCHEMA, STATEMENTS, lines};
use crate::infallible::infallible;
use crate::paths::slug;

/// Writes the pack as a zip archive that [`crate::read`] can read back. Only its origin is not kept. The same pack
/// gives the same bytes. Of the places of a statement, only page and heading are written; the rest is the same as in
/// the page.
#[must_use]
pub fn write_pack(pack: &Pack) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files(pack) {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(6))
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644)
            .large_file(u32::try_from(bytes.len()).is_err());
        infallible(writer.start_file(path, options));
        infallible(writer.write_all(&bytes));
    }
    infallible(writer.finish()).into_inner()
}

/// The files of the pack by their paths.
fn files(pack: &Pack) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![(HEAD.to_owned(), infallible(lines::json(&head(pack))))];
    let digits = pack.pages.len().to_string().len().max(3);
    for (number, page) in (1..).zip(&pack.pages) {
        let below = page.id.strip_prefix(&pack.provider).unwrap_or(&page.id);
        let name: String = slug(below).replace('/', "-").chars().take(60).collect();
        let path = format!("{PAGES}{number:0digits$}-{name}.json");
        files.push((path, infallible(lines::json(page))));
    }
    add(&mut files, STATEMENTS, pack.statements.iter().map(StatementEntry::of).collect());
    add(&mut files, ACTIONS, pack.actions.iter().map(ActionEntry::of).collect());
    add(&mut files, DOCUMENTS, pack.documents.iter().map(DocumentEntry::of).collect());
    add(&mut files, BECAME, pack.became.iter().collect());
    add(&mut files, NOT_STATED, pack.not_stated.iter().collect());
    files
}

fn add(files: &mut Vec<(String, Vec<u8>)>, path: &str, entries: Vec<impl Serialize>) {
    if !entries.is_empty() {
        files.push((path.to_owned(), infallible(lines::json(&entries))));
    }
}

fn head(pack: &Pack) -> Head {
    Head {
        schema: SCHEMA,
        provider: pack.provider.clone(),
        name: Some(pack.name.clone()),
        country: Some(pack.country.clone()),
        website: Some(pack.website.clone()),
        revision: Some(pack.revision.clone()),
        follows: pack.follows.clone(),
        captured: Some(pack.captured),
        licence: pack.licence.clone(),
        about: pack.about.clone(),
    }
}

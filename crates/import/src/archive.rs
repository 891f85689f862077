//! Zip archives. They are unpacked in memory and within limits.
//!
//! Nothing is written to a disk, so a path that leads out of the archive does no harm here. It is refused all the same,
//! because no tool that packs documentation writes such a path. The sizes that an archive states are not trusted: bytes
//! are counted while they are read.

use std::io::{Cursor, Read as _};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::files::Files;
use crate::limits::{ARCHIVE_BYTES, FILES, RATIO, RATIO_FROM, UNPACKED_BYTES};
use crate::paths::has_words;
use crate::problem::{Problem, Trouble};
use crate::refused::Refused;

/// Number of bytes that are read at a time.
const PIECE: usize = 64 * 1024;

/// The result of unpacking an archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unpacked {
    /// The files. If one folder holds all of them, it is not part of their paths.
    pub files: Files,
    /// What was left out: links to other files.
    pub problems: Vec<Problem>,
}

/// Whether the bytes begin like a zip archive.
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Unpacks a zip archive.
///
/// # Errors
/// When it is not an archive or is damaged, has files with a password or with a path that leads out of it, or is too
/// large.
pub fn unpack(bytes: &[u8]) -> Result<Unpacked, Refused> {
    unpack_up_to(bytes, UNPACKED_BYTES)
}

/// Unpacks an archive, up to `limit` bytes.
pub(crate) fn unpack_up_to(bytes: &[u8], limit: usize) -> Result<Unpacked, Refused> {
    if bytes.len() > ARCHIVE_BYTES {
        return Err(Refused::TooManyBytes { bytes: bytes.len(), limit: ARCHIVE_BYTES });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged("", &error))?;
    if archive.len() > FILES {
        return Err(Refused::TooManyFiles { count: archive.len(), limit: FILES });
    }
    if archive.has_duplicate_names() {
        return Err(Refused::Archive {
            path: String::new(),
            detail: "a path stands in it twice".into(),
        });
    }
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    let mut problems = Vec::new();
    let mut total = 0;
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(|error| damaged("", &error))?;
        let name = entry.name().map_err(|error| damaged("", &error))?.into_owned();
        if entry.encrypted() {
            return Err(Refused::Encrypted { path: name });
        }
        let path = inside(&name).ok_or_else(|| Refused::Outside { path: name.clone() })?;
        if entry.is_symlink() {
            problems.push(Problem::new(path, 0, Trouble::LinkToFile));
            continue;
        }
        if entry.is_dir() || path.is_empty() || is_litter(&path) {
            continue;
        }
        if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(Refused::Compression { path });
        }
        let content = if has_words(&path) {
            content(&mut archive, index, &path, limit, &mut total)?
        } else {
            Vec::new()
        };
        found.push((path, content));
    }
    let top = top_folder(found.iter().map(|(path, _)| path.as_str()));
    for problem in &mut problems {
        if let Some(below) = problem.file.strip_prefix(&top) {
            problem.file = below.to_owned();
        }
    }
    let files = found.into_iter().map(|(path, content)| (path[top.len()..].to_owned(), content));
    Ok(Unpacked { files: files.collect(), problems })
}

fn damaged(path: &str, error: &ZipError) -> Refused {
    Refused::Archive { path: path.to_owned(), detail: error.to_string() }
}

/// The bytes of one file, counted while they are read.
fn content(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    path: &str,
    limit: usize,
    total: &mut usize,
) -> Result<Vec<u8>, Refused> {
    let mut file = archive.by_index(index).map_err(|error| damaged(path, &error))?;
    let packed = usize::try_from(file.compressed_size()).unwrap_or(usize::MAX);
    let mut content = Vec::new();
    let mut piece = vec![0; PIECE];
    loop {
        let count = file.read(&mut piece).map_err(|error| Refused::Archive {
            path: path.to_owned(),
            detail: error.to_string(),
        })?;
        if count == 0 {
            return Ok(content);
        }
        content.extend_from_slice(&piece[..count]);
        *total += count;
        if *total > limit {
            return Err(Refused::TooManyBytes { bytes: *total, limit });
        }
        if content.len() > RATIO_FROM && content.len() / RATIO > packed {
            return Err(Refused::Bomb { path: path.to_owned(), times: RATIO });
        }
    }
}

/// The path with `/` between folders; `None` for a path that leads out of the archive.
fn inside(name: &str) -> Option<String> {
    let name = name.replace('\\', "/");
    let has_drive = name.as_bytes().get(1) == Some(&b':');
    if name.starts_with('/') || has_drive || name.contains('\0') {
        return None;
    }
    let mut parts = Vec::new();
    for part in name.split('/') {
        match part {
            ".." => return None,
            "" | "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Whether an operating system added the file to the archive.
fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("__MACOSX/") || matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

/// The folder that holds all files, with `/` at its end; empty if there is none.
fn top_folder<'a>(mut paths: impl Iterator<Item = &'a str>) -> String {
    let Some((top, _)) = paths.next().and_then(|path| path.split_once('/')) else {
        return String::new();
    };
    let top = format!("{top}/");
    if paths.all(|path| path.starts_with(&top)) { top } else { String::new() }
}

#[cfg(test)]
mod tests;

//! Opens the package (ISO/IEC 29500-2), and unpacks parts of the archive only as far as it is safe.
//!
//! The sizes that an archive states are not trusted: bytes are counted while they are read.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::limits::{PACKAGE_BYTES, PART_BYTES, RATIO, RATIO_FROM};
use crate::unreadable::Unreadable;

/// The number of bytes that are read at a time.
const PIECE: usize = 64 * 1024;
/// The greatest number of parts of a package.
const PARTS: usize = 10_000;

/// A package whose parts can be read.
pub(super) struct Package<'a> {
    name: &'a str,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes of all parts that were unpacked.
    unpacked: usize,
}

impl<'a> Package<'a> {
    /// Opens a package. It is refused if a part is encrypted or has a path that leads out of the package.
    pub(super) fn open(name: &'a str, bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let damaged = |detail: String| Unreadable::Damaged { name: name.to_owned(), detail };
        let archive = match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => archive,
            // The table of an archive stands at its end.
            Err(_) if !bytes.windows(4).any(|window| window == b"PK\x05\x06") => {
                return Err(Unreadable::Truncated { name: name.to_owned() });
            }
            Err(error) => return Err(damaged(error.to_string())),
        };
        if archive.len() > PARTS {
            return Err(damaged(format!("{} parts", archive.len())));
        }
        let package = Self { name, archive, unpacked: 0 };
        for index in 0..package.archive.len() {
            let entry =
                package.archive.by_index_data(index).map_err(|error| damaged(error.to_string()))?;
            let path = entry.name().map_err(|error| damaged(error.to_string()))?.into_owned();
            let leads_out = path.starts_with('/')
                || path.contains(['\\', ':'])
                || path.split('/').any(|part| part == "..");
            if leads_out {
                return Err(Unreadable::Outside { name: name.to_owned(), part: path });
            }
            if entry.encrypted() {
                return Err(Unreadable::PasswordNeeded { name: name.to_owned() });
            }
        }
        Ok(package)
    }

    /// The paths of the parts.
    pub(super) fn paths(&self) -> impl Iterator<Item = String> + '_ {
        let names = (0..self.archive.len()).filter_map(|at| self.archive.by_index_data(at).ok());
        names.filter_map(|entry| Some(entry.name().ok()?.into_owned()))
    }

    /// The text of a part; `None` where there is no such part.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<String>, Unreadable> {
        let name = self.name;
        let damaged = |detail: String| Unreadable::Damaged { name: name.to_owned(), detail };
        let Some(index) = self.archive.index_for_name(path) else { return Ok(None) };
        let mut file =
            self.archive.by_index(index).map_err(|error| damaged(format!("{path}: {error}")))?;
        let packed = usize::try_from(file.compressed_size()).unwrap_or(usize::MAX);
        let mut content = Vec::new();
        let mut piece = vec![0; PIECE];
        loop {
            let count =
                file.read(&mut piece).map_err(|error| damaged(format!("{path}: {error}")))?;
            if count == 0 {
                break;
            }
            content.extend_from_slice(&piece[..count]);
            let blown = content.len() > RATIO_FROM && content.len() / RATIO > packed;
            self.unpacked += count;
            if blown || content.len() > PART_BYTES || self.unpacked > PACKAGE_BYTES {
                return Err(Unreadable::Bomb { name: name.to_owned(), part: path.to_owned() });
            }
        }
        let content = match &content[..] {
            [0xef, 0xbb, 0xbf, rest @ ..] => rest.to_vec(),
            _ => content,
        };
        String::from_utf8(content).map(Some).map_err(|_| damaged(format!("{path} is not UTF-8")))
    }
}

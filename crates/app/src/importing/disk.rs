//! Reads from the disk what a person chose to import: a folder with everything below it, a zip archive, or one file.
//!
//! Links are not followed: a link can lead out of the folder, or in a circle.

use std::fs::{self, File, Metadata};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use vurder_content::msg;
use vurder_import::limits::{ARCHIVE_BYTES, FILE_BYTES, FILES, TOTAL_BYTES};
use vurder_import::{Files, Problem, Trouble, has_words, is_archive, unpack};

use super::refused;
use crate::error::{ErrorCode, Fault, Outcome};

/// Folders without pages of a provider: they come from a build or an installation.
const NO_PAGES: [&str; 2] = ["node_modules", "__pycache__"];
/// Hidden folders that hold settings of a site.
const SETTINGS: [&str; 2] = [".vitepress", ".vuepress"];
/// Folders in those hidden folders that come from a build.
const BUILT: [&str; 3] = ["cache", "dist", "temp"];
/// Endings of workbooks. A workbook may be larger than a text file, since most of it is not words.
const WORKBOOKS: [&str; 3] = ["xlsx", "xlsm", "ods"];
/// The most bytes of a workbook.
const WORKBOOK_BYTES: usize = 4 * FILE_BYTES;

/// What was read from the disk.
#[derive(Debug, Default)]
pub(super) struct OnDisk {
    /// The files, by their path below the chosen folder.
    pub(super) files: Files,
    /// What was left out, and why.
    pub(super) problems: Vec<Problem>,
    /// Day on which the newest file was changed.
    pub(super) newest: Option<NaiveDate>,
    /// Number of bytes that were read.
    bytes: usize,
}

/// Reads the files at `path`.
///
/// # Errors
/// There is nothing at `path`, it cannot be read, or it exceeds the limits.
pub(super) fn files_at(path: &Path) -> Outcome<OnDisk> {
    let about = fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Fault::new(ErrorCode::Missing, msg::error_import_missing(shown(path)))
                .with_help(msg::error_import_missing_help())
        }
        _ => unreadable(path, error),
    })?;
    let mut read = OnDisk::default();
    if about.is_dir() {
        read.folder(path)?;
    } else if about.is_file() {
        read.chosen_file(path, &about)?;
    } else {
        return Err(Fault::new(ErrorCode::File, msg::error_import_no_file(shown(path)))
            .with_help(msg::error_import_missing_help()));
    }
    Ok(read)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn unreadable(path: &Path, error: impl ToString) -> Fault {
    Fault::new(ErrorCode::File, msg::error_import_unreadable(shown(path)))
        .with_help(msg::error_import_unreadable_help())
        .with_detail(error)
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

impl OnDisk {
    /// Reads the file that a person chose. An archive is unpacked.
    fn chosen_file(&mut self, path: &Path, about: &Metadata) -> Outcome<()> {
        self.date(about);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let workbook = WORKBOOKS.contains(&ending(path).as_str());
        let most = if workbook { WORKBOOK_BYTES } else { ARCHIVE_BYTES };
        let size = usize::try_from(about.len()).unwrap_or(usize::MAX);
        let too_large = |limit: usize| {
            refused::fault(&vurder_import::Refused::TooManyBytes { bytes: size, limit })
        };
        if size > most {
            return Err(too_large(most));
        }
        // For a large file, its beginning tells whether the whole file has to be read.
        if !workbook && size > FILE_BYTES && !is_archive(&first_bytes(path)?) {
            return Err(too_large(FILE_BYTES));
        }
        let bytes = fs::read(path).map_err(|error| unreadable(path, error))?;
        if !workbook && is_archive(&bytes) {
            let unpacked = unpack(&bytes).map_err(|error| refused::fault(&error))?;
            let files = unpacked.files.into_iter().filter(|(path, _)| may_be_read(path));
            self.files = files.collect();
            self.problems = unpacked.problems;
        } else {
            self.files.insert(name, bytes);
        }
        Ok(())
    }

    /// Reads all files below a folder.
    fn folder(&mut self, root: &Path) -> Outcome<()> {
        let mut open: Vec<PathBuf> = vec![root.to_owned()];
        while let Some(folder) = open.pop() {
            let entries = fs::read_dir(&folder).map_err(|error| unreadable(&folder, error))?;
            for entry in entries {
                let entry = entry.map_err(|error| unreadable(&folder, error))?;
                let path = entry.path();
                let kind = entry.file_type().map_err(|error| unreadable(&path, error))?;
                let below = below(root, &path);
                if kind.is_dir() {
                    if has_pages(&below) {
                        open.push(path);
                    }
                } else if kind.is_symlink() {
                    self.problems.push(Problem::new(below, 0, Trouble::LinkToFile));
                } else if kind.is_file() {
                    self.file(&path, below)?;
                }
                if self.files.len() + self.problems.len() > FILES {
                    return Err(Fault::new(
                        ErrorCode::TooLarge,
                        msg::error_import_too_many_files(FILES, shown(root)),
                    )
                    .with_help(msg::error_import_smaller_help()));
                }
            }
        }
        Ok(())
    }

    /// Reads one file of a folder. A file that is too large is left out, and the others are still read.
    fn file(&mut self, path: &Path, below: String) -> Outcome<()> {
        let ending = ending(path);
        if !has_words(&below) {
            self.files.insert(below, Vec::new());
            return Ok(());
        }
        let limit = if WORKBOOKS.contains(&ending.as_str()) { WORKBOOK_BYTES } else { FILE_BYTES };
        let about = fs::metadata(path).map_err(|error| unreadable(path, error))?;
        let size = usize::try_from(about.len()).unwrap_or(usize::MAX);
        if size > limit {
            self.problems.push(Problem::new(below, 0, Trouble::TooLarge { bytes: size, limit }));
            return Ok(());
        }
        self.bytes += size;
        if self.bytes > TOTAL_BYTES {
            let bytes = self.bytes;
            return Err(refused::fault(&vurder_import::Refused::TooManyBytes {
                bytes,
                limit: TOTAL_BYTES,
            }));
        }
        self.date(&about);
        let bytes = fs::read(path).map_err(|error| unreadable(path, error))?;
        self.files.insert(below, bytes);
        Ok(())
    }

    fn date(&mut self, about: &Metadata) {
        let changed = about.modified().ok().map(|at| DateTime::<Utc>::from(at).date_naive());
        self.newest = self.newest.max(changed);
    }
}

/// The first bytes of a file.
fn first_bytes(path: &Path) -> Outcome<Vec<u8>> {
    let mut bytes = vec![0; 8];
    let mut file = File::open(path).map_err(|error| unreadable(path, error))?;
    let count = file.read(&mut bytes).map_err(|error| unreadable(path, error))?;
    bytes.truncate(count);
    Ok(bytes)
}

/// The path below the chosen folder, with `/` as separator.
fn below(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<String> =
        below.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/")
}

/// Whether this folder can hold pages or settings of a site.
fn has_pages(below: &str) -> bool {
    let (above, name) = below.rsplit_once('/').unwrap_or(("", below));
    let within_settings = SETTINGS.iter().any(|folder| above.rsplit('/').next() == Some(folder));
    if within_settings && BUILT.contains(&name) {
        return false;
    }
    !NO_PAGES.contains(&name) && (!name.starts_with('.') || SETTINGS.contains(&name))
}

/// Whether all folders of this path can hold pages or settings of a site.
fn may_be_read(path: &str) -> bool {
    path.match_indices('/').all(|(end, _)| has_pages(&path[..end]))
}

//! The files of pages to import.

use std::io;
use std::path::Path;

use vurder_import::Files;

/// All files below a folder, each with its path in that folder.
///
/// # Errors
/// When a folder or a file cannot be read.
pub fn files_below(folder: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(below) = waiting.pop() {
        for entry in std::fs::read_dir(below)? {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).map_err(io::Error::other)?;
            files.insert(name.to_string_lossy().replace('\\', "/"), std::fs::read(&path)?);
        }
    }
    Ok(files)
}

//! Reads an exported PDF with another program.

use crate::webdriver::{DriveError, Driven};
use std::path::Path;
use std::process::Command;

/// The words of a PDF in reading order, with single spaces between them: line ends are not part of a text.
///
/// # Errors
/// When poppler's pdftotext is missing or can't read the file.
pub fn words(path: &Path) -> Driven<String> {
    let failed = |why: String| DriveError::Start(format!("pdftotext {}: {why}", path.display()));
    let read = Command::new("pdftotext").arg(path).arg("-").output();
    let read = read.map_err(|error| failed(error.to_string()))?;
    if !read.status.success() {
        return Err(failed(String::from_utf8_lossy(&read.stderr).into_owned()));
    }
    let text = String::from_utf8_lossy(&read.stdout);
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

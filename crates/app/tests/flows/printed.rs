//! Reads the words of a PDF with pdftotext of poppler-utils.

use std::path::Path;
use std::process::Command;

/// The words of a PDF with single spaces, in the order in which a person would copy them.
pub(crate) fn words(file: &Path) -> String {
    read(file, &[])
}

/// The words of a PDF in the order of the file: the words of a cell stay together.
pub(crate) fn words_in_file_order(file: &Path) -> String {
    read(file, &["-raw"])
}

fn read(file: &Path, how: &[&str]) -> String {
    let output = Command::new("pdftotext").args(how).arg(file).arg("-").output();
    let output = output.expect("pdftotext (package poppler-utils)");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

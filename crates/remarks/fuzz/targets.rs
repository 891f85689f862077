//! What each fuzz target does with arbitrary bytes. The tests in `tests/mutated.rs` do the same with their own inputs,
//! so that the targets are built and their laws are checked without a fuzzer.

use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};

use vurder_remarks::{ReturnedFile, limits, read};

/// Reads the bytes. A file that can be read must be valid: no key is given twice, a reply answers a remark of the file,
/// a quotation is one line, and the same bytes give the same result. Returns whether the file could be read.
fn sound(bytes: &[u8]) -> bool {
    let Ok(file) = read("file", bytes, Some("secret")) else { return false };
    hold(&file);
    // Only every eighth length is read a second time, since that doubles the time.
    if bytes.len().is_multiple_of(8) {
        assert_eq!(read("file", bytes, Some("secret")).as_ref(), Ok(&file));
    }
    true
}

fn hold(file: &ReturnedFile) {
    let mut keys = BTreeSet::new();
    let known: BTreeSet<&str> = file.remarks.iter().map(|remark| remark.key.as_str()).collect();
    for remark in &file.remarks {
        assert!(keys.insert(remark.key.as_str()), "{} is given twice", remark.key);
        assert!(remark.reply_to.as_deref().is_none_or(|key| known.contains(key)));
        assert!(!remark.quoted.contains('\n'));
        assert!(remark.before.chars().count() <= limits::CONTEXT);
        assert!(remark.after.chars().count() <= limits::CONTEXT);
        assert!(remark.words.chars().count() <= limits::WORDS);
    }
}

/// Arbitrary bytes; inputs that begin like a PDF are read as one.
pub fn pdf(bytes: &[u8]) -> bool {
    sound(bytes)
}

/// Arbitrary bytes; inputs that begin like an archive are read as a Word document.
pub fn docx(bytes: &[u8]) -> bool {
    sound(bytes)
}

/// A Word document whose main part is the bytes.
pub fn document(bytes: &[u8]) -> bool {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let written = archive
        .start_file("word/document.xml", stored)
        .and_then(|()| archive.write_all(bytes).map_err(Into::into))
        .and_then(|()| archive.finish());
    written.is_ok_and(|archive| sound(&archive.into_inner()))
}

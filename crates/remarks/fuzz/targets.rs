//! What each fuzz target does with any bytes. The tests in `tests/mutated.rs` do the same with inputs of their own, so
//! that the targets are built and their laws are held without a fuzzer.

use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};

use vurder_remarks::{ReturnedFile, limits, read};

/// Whatever comes of a file is sound: keys are given once, replies answer what stands before them, quotations are one
/// line, and the same bytes give the same.
fn sound(bytes: &[u8]) -> bool {
    let Ok(file) = read("file", bytes, Some("secret")) else { return false };
    hold(&file);
    // Each eighth file, since reading twice takes twice as long.
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

/// A PDF, or what calls itself one.
pub fn pdf(bytes: &[u8]) -> bool {
    sound(bytes)
}

/// An archive of anything.
pub fn docx(bytes: &[u8]) -> bool {
    sound(bytes)
}

/// A Word document whose text is the bytes.
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

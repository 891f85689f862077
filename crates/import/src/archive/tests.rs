#![allow(clippy::unwrap_used)]
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in entries {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*path, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The archive with a path replaced by another path of the same length, as no tool would write it.
fn with_path(mut archive: Vec<u8>, path: &str, other: &str) -> Vec<u8> {
    assert_eq!(path.len(), other.len());
    let places: Vec<usize> =
        (0..archive.len()).filter(|at| archive[*at..].starts_with(path.as_bytes())).collect();
    assert_eq!(places.len(), 2, "the local and the central header name the file");
    for at in places {
        archive[at..at + other.len()].copy_from_slice(other.as_bytes());
    }
    archive
}

#[test]
fn files_come_out_without_the_folder_that_holds_them_all() {
    let archive = packed(&[
        ("docs-main/index.md", b"# Start"),
        ("docs-main/a/b.md", b"# B"),
        ("docs-main/.DS_Store", b"x"),
        ("__MACOSX/docs-main/index.md", b"x"),
    ]);
    assert!(is_archive(&archive));
    let files = unpack(&archive).unwrap().files;
    assert_eq!(files.paths().collect::<Vec<_>>(), ["a/b.md", "index.md"]);
    assert_eq!(files.get("a/b.md"), Some(b"# B".as_slice()));
}

#[test]
fn folders_stay_where_there_is_more_than_one() {
    let archive = packed(&[("a/x.md", b"1"), ("ab/x.md", b"2")]);
    let unpacked = unpack(&archive).unwrap();
    assert_eq!(unpacked.files.paths().collect::<Vec<_>>(), ["a/x.md", "ab/x.md"]);
}

#[test]
fn backslashes_of_windows_part_folders() {
    let archive = with_path(
        packed(&[("docs/index.md", b"1"), ("faq.md", b"2")]),
        "docs/index.md",
        r"docs\index.md",
    );
    assert!(unpack(&archive).unwrap().files.contains("docs/index.md"));
}

#[test]
fn paths_that_lead_out_are_refused() {
    for path in ["../a/secret", "/etc/secrets", "a/../../bbb", r"..\a\secret", r"C:\a\secret"] {
        let path: String = format!("{path}.md");
        let neutral = "n".repeat(path.len());
        let archive = with_path(packed(&[(&neutral, b"1")]), &neutral, &path);
        assert_eq!(unpack(&archive), Err(Refused::Outside { path: path.clone() }));
    }
}

#[test]
fn a_link_to_a_file_is_left_out_and_told() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("docs/passwd.md", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    writer.start_file("docs/index.md", SimpleFileOptions::default()).unwrap();
    writer.write_all(b"# Start").unwrap();
    let unpacked = unpack(&writer.finish().unwrap().into_inner()).unwrap();
    assert_eq!(unpacked.files.paths().collect::<Vec<_>>(), ["index.md"]);
    assert_eq!(unpacked.problems, [Problem::new("passwd.md", 0, Trouble::LinkToFile)]);
}

#[test]
fn a_file_under_a_password_is_refused() {
    let mut archive = packed(&[("plan.md", b"# Plan")]);
    let central = archive.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    archive[6] |= 1;
    archive[central + 8] |= 1;
    assert_eq!(unpack(&archive), Err(Refused::Encrypted { path: "plan.md".into() }));
}

#[test]
fn another_compression_is_refused_by_name() {
    let mut archive = packed(&[("plan.md", b"# Plan")]);
    let central = archive.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    // 14 is LZMA.
    archive[8] = 14;
    archive[central + 10] = 14;
    assert_eq!(unpack(&archive), Err(Refused::Compression { path: "plan.md".into() }));
}

#[test]
fn a_file_that_swells_is_refused_before_it_is_unpacked() {
    let archive = packed(&[("zeros.md", &vec![b'0'; 8 * 1024 * 1024])]);
    assert!(archive.len() < 100_000, "{}", archive.len());
    assert_eq!(unpack(&archive), Err(Refused::Bomb { path: "zeros.md".into(), times: RATIO }));
}

#[test]
fn many_files_that_swell_together_are_refused_while_they_are_read() {
    let file = vec![b'0'; 200 * 1024];
    let names: Vec<String> = (0..40).map(|n| format!("{n}.md")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), file.as_slice())).collect();
    let limit = 1024 * 1024;
    match unpack_up_to(&packed(&entries), limit) {
        Err(Refused::TooManyBytes { bytes, .. }) => assert!(bytes <= limit + PIECE, "{bytes}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn sizes_that_the_archive_says_of_itself_are_not_believed() {
    let mut archive = packed(&[("zeros.md", &vec![b'0'; 4 * 1024 * 1024])]);
    let central = archive.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    archive[22..26].copy_from_slice(&10u32.to_le_bytes());
    archive[central + 24..central + 28].copy_from_slice(&10u32.to_le_bytes());
    assert!(unpack(&archive).is_err());
}

#[test]
fn what_is_no_archive_or_half_of_one_is_refused() {
    let archive = packed(&[("index.md", b"# Start"), ("b.md", b"# B")]);
    for bytes in [b"".as_slice(), b"PK\x03\x04", b"# Markdown", &archive[..archive.len() / 2]] {
        assert!(matches!(unpack(bytes), Err(Refused::Archive { .. })), "{bytes:?}");
    }
    let mut wrong = archive.clone();
    wrong[40] ^= 0xFF;
    assert!(matches!(unpack(&wrong), Err(Refused::Archive { .. })), "{:?}", unpack(&wrong));
}

/// Whichever byte is wrong, there is an answer or a refusal, never a panic and never more than the limit.
#[test]
fn every_wrong_byte_ends_in_an_answer() {
    let archive = packed(&[
        ("docs/index.md", b"# Start\n\nWords and words and words."),
        ("docs/b.md", b"# B"),
    ]);
    for at in 0..archive.len() {
        for change in [0x01, 0x80, 0xFF] {
            let mut wrong = archive.clone();
            wrong[at] ^= change;
            if let Ok(unpacked) = unpack_up_to(&wrong, 10_000) {
                assert!(unpacked.files.bytes() <= 10_000);
            }
        }
        let _ = unpack_up_to(&archive[..at], 10_000);
    }
}

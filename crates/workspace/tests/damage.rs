//! A file that was cut short or in which one byte changed: it opens with exactly what was written, or not at all.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;
use std::path::Path;

use given::{Desk, citation, desk, line, make_project, options, row, text};
use vurder_workspace::{Dump, Error, Workspace};

/// A workspace with something in every table, and what it holds.
fn written() -> (tempfile::TempDir, Vec<u8>, Dump) {
    let mut desk = desk();
    for number in 0..12 {
        let id = format!("d-{number}");
        desk.add(&id, "data_item");
        desk.set(&id, "name", line(&format!("Data item {number}")));
        desk.set(&id, "need", text(&format!("It is **needed** for purpose {number}. ").repeat(9)));
    }
    desk.set("d-3", "recipients", text(&"A long answer that needs pages of its own. ".repeat(300)));
    desk.workspace
        .transact::<_, Error>(Some(&Desk::p()), "cite", |tx| tx.put_citation(citation("c-1")))
        .unwrap();
    desk.workspace
        .transact::<_, Error>(Some(&Desk::p()), "trash_row", |tx| tx.trash_row(&row("d-5")))
        .unwrap();
    make_project(&mut desk.workspace, "q", "Another").unwrap();
    desk.workspace.undo(&Desk::p()).unwrap();
    let dump = desk.workspace.dump().unwrap();
    let Desk { folder, file, workspace } = desk;
    drop(workspace);
    let bytes = fs::read(&file).unwrap();
    (folder, bytes, dump)
}

/// Opens the bytes as a file. Refused, or the very same.
fn identical_or_refused(folder: &Path, bytes: &[u8], dump: &Dump, what: &str) -> bool {
    let path = folder.join("damaged.vurder");
    fs::write(&path, bytes).unwrap();
    match Workspace::open(&path, options(60)) {
        Ok(opened) => {
            assert!(opened.dump().unwrap() == *dump, "{what}: opened, but not as it was written");
            true
        }
        Err(error) => {
            let known =
                ["damaged", "not_a_workspace", "other_program", "newer_workspace", "read_only"];
            assert!(known.contains(&error.code()), "{what}: {} {error}", error.code());
            false
        }
    }
}

#[test]
fn a_file_cut_short_is_refused() {
    let (folder, bytes, dump) = written();
    let lengths = (0..bytes.len()).step_by(1511).chain((4096..bytes.len()).step_by(4096));
    for length in lengths.chain([1, 15, 16, 99, 100, 511, 512, bytes.len() - 1]) {
        let opened = identical_or_refused(
            folder.path(),
            &bytes[..length],
            &dump,
            &format!("cut at {length}"),
        );
        assert!(!opened, "cut at {length}: a shorter file cannot be whole");
    }
}

#[test]
fn a_changed_byte_is_never_shown_as_written() {
    let (folder, bytes, dump) = written();
    // Every byte of the first header, then bytes all over, each with another bit. VURDER_EVERY_BYTE takes all of them.
    let step = if std::env::var_os("VURDER_EVERY_BYTE").is_some() { 1 } else { bytes.len() / 1100 };
    let offsets = (0..110).chain((110..bytes.len()).step_by(step));
    let (mut opened, mut refused) = (0, 0);
    for (number, offset) in offsets.enumerate() {
        let mut changed = bytes.clone();
        changed[offset] ^= 1 << (number % 8);
        if identical_or_refused(folder.path(), &changed, &dump, &format!("byte {offset}")) {
            opened += 1;
        } else {
            refused += 1;
        }
    }
    println!("{opened} opened as written, {refused} refused, of {} bytes", bytes.len());
    assert!(refused > 300, "most bytes matter: {refused}");
}

#[test]
fn a_changed_word_is_found_and_its_place_named() {
    let (folder, bytes, dump) = written();
    let words = b"Data item 7";
    let path = folder.path().join("damaged.vurder");
    let mut said = Vec::new();
    for (at, found) in bytes.windows(words.len()).enumerate() {
        if found == words {
            let mut changed = bytes.clone();
            changed[at + words.len() - 1] = b'8';
            // Some of these bytes are left over in the unused part of a page: no harm in them.
            if !identical_or_refused(folder.path(), &changed, &dump, "a word") {
                said.push(Workspace::open(&path, options(60)).unwrap_err().to_string());
            }
        }
    }
    assert!(said.iter().any(|said| said.contains("value p/d-7/name")), "{said:?}");
    assert!(said.iter().any(|said| said.contains("operation 24 ")), "{said:?}");
}

#[test]
fn a_page_of_another_day_is_found() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    let Desk { folder, file, workspace } = desk;
    drop(workspace);
    let old = fs::read(&file).unwrap();
    let mut workspace = Workspace::open(&file, options(60)).unwrap();
    workspace
        .transact::<_, Error>(Some(&Desk::p()), "x", |tx| {
            tx.set_value(&row("d-1"), "name", line("Exomes!"))
        })
        .unwrap();
    let dump = workspace.dump().unwrap();
    drop(workspace);
    let new = fs::read(&file).unwrap();
    assert_eq!(new.len(), old.len(), "the test wants pages that can be swapped");
    let mut swapped = 0;
    for page in 0..new.len() / 4096 {
        let range = page * 4096..(page + 1) * 4096;
        if new[range.clone()] != old[range.clone()] {
            let mut mixed = new.clone();
            mixed[range.clone()].copy_from_slice(&old[range]);
            identical_or_refused(folder.path(), &mixed, &dump, &format!("old page {page}"));
            swapped += 1;
        }
    }
    assert!(swapped >= 4, "a change touches several pages: {swapped}");
}

//! A file that was cut short or in which one byte changed: it opens with exactly the content that was written, or not
//! at all. The search index and other data derived from the records are made again.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;
use std::path::Path;

use given::pages::{first, new_revision, own_statement, second};
use given::{Desk, citation, desk, line, make_project, options, row, text};
use rusqlite::Connection;
use vurder_workspace::{Dump, Error, Notice, Op, PassageSearch, Search, Workspace};

/// A workspace with records in every table: its bytes and its content.
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
        .transact::<_, Error>(Some(&Desk::p()), Op::Cite, |tx| tx.put_citation(citation("c-1")))
        .unwrap();
    desk.workspace
        .transact::<_, Error>(Some(&Desk::p()), Op::TrashRow, |tx| tx.trash_row(&row("d-5")))
        .unwrap();
    make_project(&mut desk.workspace, "q", "Another").unwrap();
    desk.workspace.undo(&Desk::p()).unwrap();
    desk.workspace.add_revision(&new_revision(&first())).unwrap();
    desk.workspace.add_revision(&new_revision(&second())).unwrap();
    desk.workspace.add_own_statement(&own_statement("kept-thirty-days")).unwrap();
    given::freeze(&mut desk.workspace, &Desk::p()).unwrap();
    let dump = desk.workspace.dump().unwrap();
    let Desk { folder, file, workspace } = desk;
    drop(workspace);
    let bytes = fs::read(&file).unwrap();
    (folder, bytes, dump)
}

/// Opens the bytes as a file. Returns false where they are refused; panics where the content differs.
fn identical_or_refused(folder: &Path, bytes: &[u8], dump: &Dump, what: &str) -> bool {
    let path = folder.join("damaged.vurder");
    fs::write(&path, bytes).unwrap();
    match Workspace::open(&path, options(60)) {
        Ok(opened) => {
            let read = opened.dump();
            assert!(
                read.is_ok_and(|read| read == *dump),
                "{what}: opened, but not as it was written"
            );
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
fn a_file_cut_short_is_refused_unless_every_record_is_there() {
    let (folder, bytes, dump) = written();
    let lengths = (0..bytes.len()).step_by(1511).chain((4096..bytes.len()).step_by(4096));
    let (mut refused, mut all) = (0, 0);
    for length in lengths.chain([1, 15, 16, 99, 100, 511, 512, bytes.len() - 1]) {
        let what = format!("cut at {length}");
        // Where only the search index was cut off, it is made again, and no record is missing.
        refused += u32::from(!identical_or_refused(folder.path(), &bytes[..length], &dump, &what));
        all += 1;
    }
    assert!(refused * 10 > all * 9, "records lie all over the file: {refused} of {all}");
}

#[test]
fn a_changed_byte_is_never_shown_as_written() {
    let (folder, bytes, dump) = written();
    // Every byte of the first header, then bytes all over the file, each with another bit changed. With
    // VURDER_EVERY_BYTE, every byte of the file.
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
    let mut errors = Vec::new();
    for (at, found) in bytes.windows(words.len()).enumerate() {
        if found == words {
            let mut changed = bytes.clone();
            changed[at + words.len() - 1] = b'8';
            // Some of these bytes lie in the unused part of a page: changing them does no harm.
            if !identical_or_refused(folder.path(), &changed, &dump, "a word") {
                errors.push(Workspace::open(&path, options(60)).unwrap_err().to_string());
            }
        }
    }
    assert!(errors.iter().any(|error| error.contains("value p/d-7/name")), "{errors:?}");
    assert!(errors.iter().any(|error| error.contains("operation 24 ")), "{errors:?}");
}

#[test]
fn a_changed_word_of_an_imported_page_or_of_a_statement_made_from_it_is_found() {
    let (folder, bytes, dump) = written();
    let path = folder.path().join("damaged.vurder");
    let mut errors = Vec::new();
    for words in ["About access", "Backups are kept"] {
        for at in
            (0..bytes.len() - words.len()).filter(|at| bytes[*at..].starts_with(words.as_bytes()))
        {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            if !identical_or_refused(folder.path(), &changed, &dump, words) {
                errors.push(Workspace::open(&path, options(60)).unwrap_err().to_string());
            }
        }
    }
    for name in ["page cloud/2026-05-01/cloud/access", "own_statement cloud/kept-thirty"] {
        assert!(errors.iter().any(|error| error.contains(name)), "{name}: {errors:?}");
    }
    fs::write(&path, &bytes).unwrap();
    let file = Connection::open(&path).unwrap();
    let (hash, mut body): (String, Vec<u8>) = file
        .query_row("SELECT hash, blocks FROM body LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    body[9] ^= 1;
    file.execute("UPDATE body SET blocks = ?1 WHERE hash = ?2", (&body, &hash)).unwrap();
    drop(file);
    let refused = Workspace::open(&path, options(60)).unwrap_err();
    assert!(refused.to_string().contains(&format!("body {hash}")), "{refused}");
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
        .transact::<_, Error>(Some(&Desk::p()), Op::Other, |tx| {
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

/// Overwrites the first pages of these tables and indexes.
fn spoil(bytes: &[u8], folder: &Path, names: &[&str]) -> Vec<u8> {
    let path = folder.join("to-read.vurder");
    fs::write(&path, bytes).unwrap();
    let file = Connection::open(&path).unwrap();
    let mut spoilt = bytes.to_vec();
    for name in names {
        let page: i64 = file
            .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [name], |r| r.get(0))
            .unwrap();
        let page = usize::try_from(page).unwrap();
        spoilt[(page - 1) * 4096..page * 4096].fill(0xa5);
    }
    spoilt
}

fn found(workspace: &Workspace, query: &str) -> usize {
    workspace.search(&Search { query, project: None, limit: 50 }, None).unwrap().len()
}

/// The file opens with all its records, reports the repair, finds words, keeps other programs out, and can be changed.
fn made_anew(folder: &Path, bytes: &[u8], dump: &Dump, what: &str) {
    let path = folder.join("spoilt.vurder");
    fs::write(&path, bytes).unwrap();
    let mut opened = Workspace::open(&path, options(60))
        .unwrap_or_else(|error| panic!("{what}: every record is whole, but {error}"));
    assert!(matches!(opened.notices(), [Notice::Repaired { .. }]), "{what}: people are told");
    assert!(opened.dump().unwrap() == *dump, "{what}: no record changed");
    opened.check().unwrap();
    assert_eq!(found(&opened, "needed purpose"), 12, "{what}: every answer is found");
    assert_eq!((found(&opened, "blood"), found(&opened, "pages")), (1, 1), "{what}");
    for (query, revision) in [("thirty", "2026-05-01"), ("ten days", "2026-06-01")] {
        let within = [("cloud", revision)];
        let passages = opened.passages(&PassageSearch { query, within: &within, limit: 9 });
        assert_eq!(passages.unwrap().len(), 1, "{what}: {query}");
    }

    assert_eq!(Workspace::open(&path, options(60)).unwrap_err().code(), "locked", "{what}");
    opened
        .transact::<_, Error>(Some(&Desk::p()), Op::SetValue, |tx| {
            tx.set_value(&row("d-2"), "need", text("hedgehog"))
        })
        .unwrap();
    assert_eq!((found(&opened, "hedgehog"), found(&opened, "needed purpose")), (1, 11), "{what}");
    opened.undo(&Desk::p()).unwrap();
    drop(opened);
    let again = Workspace::open(&path, options(60)).unwrap();
    assert!(again.notices().is_empty(), "{what}: once is enough");
    again.check().unwrap();
    drop(again);
    let left = fs::read_dir(folder)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains(".part"));
    assert_eq!(left.count(), 0, "{what}: nothing is left lying about");
}

#[test]
fn a_damaged_search_index_is_made_anew_and_nothing_is_lost() {
    let (folder, bytes, dump) = written();
    for name in ["search_data", "search_idx", "search_docsize", "search_config", "search_place"] {
        made_anew(folder.path(), &spoil(&bytes, folder.path(), &[name]), &dump, name);
    }
    let all = ["search_data", "search_idx", "search_docsize", "search_config", "search_place"];
    made_anew(folder.path(), &spoil(&bytes, folder.path(), &all), &dump, "the whole index");
    for name in ["passage_word", "passage_place"] {
        made_anew(folder.path(), &spoil(&bytes, folder.path(), &[name]), &dump, name);
    }
    for name in ["row_key", "operation_stack", "sqlite_autoindex_operation_1", "page_body"] {
        made_anew(folder.path(), &spoil(&bytes, folder.path(), &[name]), &dump, name);
    }
}

#[test]
fn an_index_that_contradicts_itself_is_made_anew() {
    let (folder, bytes, dump) = written();
    for wrong in [
        "UPDATE search_data SET block = x'00' WHERE id > 10",
        "DELETE FROM search_data WHERE id > 10",
        "UPDATE search_config SET v = 77 WHERE k = 'version'",
        "DELETE FROM passage_word WHERE word = 'thirty'",
        "UPDATE passage_word SET entries = x'01' WHERE word = 'thirty'",
        "UPDATE passage_word SET word = 'forty' WHERE word = 'thirty'",
        "DELETE FROM tally WHERE name = 'passage_word'",
    ] {
        let path = folder.path().join("wrong.vurder");
        fs::write(&path, &bytes).unwrap();
        let file = Connection::open(&path).unwrap();
        file.execute_batch(wrong).unwrap();
        drop(file);
        // SQLite finds nothing wrong in its pages; FTS5 and the checksums find it in the content.
        made_anew(folder.path(), &fs::read(&path).unwrap(), &dump, wrong);
    }
}

#[test]
fn a_damaged_record_beside_a_damaged_index_is_refused_untouched() {
    let (folder, bytes, _) = written();
    let spoilt = spoil(&bytes, folder.path(), &["search_data", "citation"]);
    let path = folder.path().join("both.vurder");
    fs::write(&path, &spoilt).unwrap();
    assert_eq!(Workspace::open(&path, options(60)).unwrap_err().code(), "damaged");
    assert!(fs::read(&path).unwrap() == spoilt, "for whoever tries to rescue what is in it");
}

#[test]
fn a_sound_file_is_left_alone() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "need", text("hedgehog"));
    assert!(!desk.workspace.repair().unwrap(), "there is nothing to do");
    assert_eq!(found(&desk.workspace, "hedgehog"), 1);
}

//! Files of earlier formats, written by programs of that time, are migrated.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;
use std::path::{Path, PathBuf};

use given::pages::{first, new_revision};
use given::{options, project, row};
use rusqlite::Connection;
use vurder_model::value::Value;
use vurder_workspace::{Dump, FORMAT, NewAttachment, Notice, Op, PassageSearch, Search, Workspace};

/// The formats before the newest.
const EARLIER: [u32; 4] = [1, 2, 3, 4];

/// A file of an earlier format in a separate folder, and the dump that its program wrote.
fn study(format: u32) -> (tempfile::TempDir, PathBuf, Dump) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("data");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("study.vurder");
    fs::write(&file, fs::read(data.join(format!("study-format-{format}.vurder"))).unwrap())
        .unwrap();
    let dump = fs::read_to_string(data.join(format!("study-format-{format}.json"))).unwrap();
    (folder, file, Dump::from_json(&dump).unwrap())
}

fn format(file: &Path) -> u32 {
    let conn = Connection::open(file).unwrap();
    conn.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

fn others(file: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(file.parent().unwrap()).unwrap();
    entries.map(|entry| entry.unwrap().path()).filter(|path| path != file).collect()
}

/// The file has the newest format, and one backup beside it is what the file was.
fn check_migrated(file: &Path, earlier: u32, expected: &Dump) {
    assert_eq!(format(file), FORMAT);
    let backups = others(file);
    let [backup] = backups.as_slice() else { panic!("one backup, not {backups:?}") };
    assert!(backup.to_string_lossy().contains(".before-v5-"), "{}", backup.display());
    assert_eq!(format(backup), earlier);
    assert!(Workspace::open(backup, options(60)).unwrap().dump().unwrap() == *expected);
}

#[test]
fn every_answer_the_history_and_undo_are_there_afterwards() {
    let (_folder, file, expected) = study(1);
    let before = fs::read(&file).unwrap();
    let mut opened = Workspace::open(&file, options(60)).unwrap();
    assert!(
        opened.dump().unwrap() == expected,
        "projects, answers, citations and log are the same"
    );
    opened.check().unwrap();
    let genes = project("genes");
    let (versions, older) =
        opened.history(&genes, &row("item-2"), "retention", None).unwrap().unwrap();
    assert_eq!((versions.len(), older), (3, false));
    assert_eq!(
        opened.revision(&genes).unwrap(),
        expected
            .operations
            .iter()
            .filter(|o| o.project == genes)
            .map(|o| o.seq.unsigned_abs())
            .max()
            .unwrap()
    );
    let waiting = opened.revision(&genes).unwrap();
    assert!(opened.redo(&genes).unwrap().revision > waiting);
    opened.redo(&genes).unwrap();
    let level = opened.row(&genes, &row("risk-1")).unwrap().values["likelihood"].clone();
    assert_eq!(level, Value::Level(2), "what was undone is done again");
    let mut steps = 0;
    while opened.undo(&genes).is_ok() {
        steps += 1;
    }
    assert!(steps > 20, "{steps}");
    let attached = NewAttachment {
        id: vurder_model::id::AttachmentId::new("a-1").unwrap(),
        name: "letter.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        row: None,
        bytes: b"%PDF".to_vec(),
    };
    opened.transact(Some(&genes), Op::Attach, |tx| tx.attach(attached)).unwrap();
    opened.check().unwrap();
    drop(opened);
    assert_eq!(format(&file), FORMAT);

    let backups = others(&file);
    let [backup] = backups.as_slice() else { panic!("one backup, not {backups:?}") };
    assert!(backup.to_string_lossy().contains(".before-v5-"), "{}", backup.display());
    assert_eq!(format(backup), 1);
    let pages = |bytes: &[u8]| bytes.len();
    assert_eq!(pages(&fs::read(backup).unwrap()), pages(&before));
    assert!(Workspace::open(backup, options(60)).unwrap().dump().unwrap() == expected);
}

#[test]
fn attachments_revision_and_undo_of_format_2_are_there_afterwards() {
    let (_folder, file, expected) = study(2);
    let genes = project("genes");
    let conn = Connection::open(&file).unwrap();
    let find = "SELECT revision FROM project WHERE id = 'genes'";
    let revision: i64 = conn.query_row(find, [], |row| row.get(0)).unwrap();
    drop(conn);
    let mut opened = Workspace::open(&file, options(60)).unwrap();
    assert!(
        opened.dump().unwrap() == expected,
        "projects, answers, attachments and log are the same"
    );
    opened.check().unwrap();
    assert_eq!(opened.revision(&genes).unwrap(), revision.unsigned_abs());
    let attached = opened.attachments(&genes).unwrap();
    let names: Vec<(&str, bool)> =
        attached.iter().map(|file| (file.name.as_str(), file.trashed.is_some())).collect();
    assert_eq!(names, [("agreement.pdf", true), ("letter æøå.pdf", false)]);
    let letter = opened.attachment_bytes(&genes, &attached[1].id).unwrap();
    assert_eq!(letter, b"%PDF-1.7 letter");
    opened.redo(&genes).unwrap();
    let retention = &opened.row(&genes, &row("item-2")).unwrap().values["retention"];
    assert_eq!(*retention, Value::Text("Kept for thirteen years.".to_owned()));
    let mut steps = 0;
    while opened.undo(&genes).is_ok() {
        steps += 1;
    }
    assert!(steps > 20, "{steps}");
    opened.add_revision(&new_revision(&first())).unwrap();
    opened.check().unwrap();
    drop(opened);
    check_migrated(&file, 2, &expected);
}

#[test]
fn imported_pages_statements_and_undo_of_format_3_are_there_afterwards() {
    let (_folder, file, expected) = study(3);
    let genes = project("genes");
    let mut opened = Workspace::open(&file, options(60)).unwrap();
    assert!(opened.dump().unwrap() == expected, "imported pages, statements and log are the same");
    opened.check().unwrap();
    assert_eq!(opened.revisions().unwrap().len(), 2);
    assert_eq!(opened.own_statements().unwrap().len(), 1);
    assert_eq!(opened.versions(&genes).unwrap(), []);
    let numbers: Vec<_> =
        opened.project(&genes).unwrap().rows.iter().map(|row| row.number).collect();
    assert!(numbers.iter().all(Option::is_none), "no number is frozen yet");
    opened.redo(&genes).unwrap();
    opened.redo(&genes).unwrap();
    assert!(opened.attachments(&genes).unwrap().iter().any(|file| file.name == "answer.txt"));
    let frozen = opened.transact::<_, vurder_workspace::Error>(None, Op::FreezeVersion, |tx| {
        tx.begin_version(&genes)?;
        tx.freeze_version(given::new_version("Kari Nordmann", b"%PDF"))
    });
    assert_eq!(frozen.unwrap().output.number, 1);
    let mut steps = 0;
    while opened.undo(&genes).is_ok() {
        steps += 1;
    }
    assert!(steps > 20, "{steps}");
    assert_eq!(opened.version_report(&genes, 1, "edpb-dpia", false).unwrap(), b"%PDF");
    opened.check().unwrap();
    drop(opened);
    check_migrated(&file, 3, &expected);
}

#[test]
fn versions_and_frozen_numbers_of_format_4_are_there_afterwards() {
    let (_folder, file, expected) = study(4);
    let genes = project("genes");
    let mut opened = Workspace::open(&file, options(60)).unwrap();
    assert!(opened.dump().unwrap() == expected, "versions, numbers and log are the same");
    opened.check().unwrap();
    let [sent] = &opened.versions(&genes).unwrap()[..] else { panic!("one version is frozen") };
    assert_eq!((sent.number, sent.head.by.as_str()), (1, "Kari Nordmann"));
    assert_eq!(opened.version_report(&genes, 1, "edpb-dpia", false).unwrap(), b"%PDF-1.7 report");
    let frozen: Vec<u32> =
        opened.project(&genes).unwrap().rows.iter().filter_map(|row| row.number).collect();
    assert!(frozen.len() > 3, "{frozen:?}");
    opened.redo(&genes).unwrap();
    assert_eq!(opened.own_words().unwrap(), []);
    opened.add_own_word("kohort").unwrap();
    opened.check().unwrap();
    drop(opened);
    check_migrated(&file, 4, &expected);
}

#[test]
fn an_old_file_and_a_new_one_have_the_same_tables() {
    let tables = |file: &Path| -> Vec<String> {
        let conn = Connection::open(file).unwrap();
        let mut found = conn.prepare("SELECT sql FROM sqlite_schema ORDER BY type, name").unwrap();
        let all = found.query_map([], |row| row.get::<_, Option<String>>(0)).unwrap();
        all.map(|sql| sql.unwrap().unwrap_or_default()).collect()
    };
    for earlier in EARLIER {
        let (folder, file, _) = study(earlier);
        let fresh = folder.path().join("fresh.vurder");
        drop(Workspace::open(&file, options(60)).unwrap());
        drop(Workspace::create(&fresh, options(60)).unwrap());
        assert_eq!(tables(&file), tables(&fresh), "format {earlier}");
    }
}

#[test]
fn a_damaged_record_is_refused_and_gets_no_new_checksum() {
    for earlier in EARLIER {
        let (_folder, file, _) = study(earlier);
        let conn = Connection::open(&file).unwrap();
        let changed = "UPDATE value SET value = replace(value, ' years', ' hours')";
        assert!(conn.execute(changed, []).unwrap() > 0);
        drop(conn);
        let before = fs::read(&file).unwrap();
        let refused = Workspace::open(&file, options(60)).unwrap_err();
        assert_eq!(refused.code(), "damaged");
        assert!(refused.to_string().contains("retention"), "names the record: {refused}");
        assert_eq!(fs::read(&file).unwrap(), before);
        assert_eq!(others(&file), Vec::<PathBuf>::new(), "there is nothing to back up");
    }
}

#[test]
fn a_damaged_search_index_is_made_anew_on_the_way() {
    let parts = ["search_data", "search_idx", "search_docsize", "search_place", "row_key"];
    for (part, earlier) in parts.into_iter().flat_map(|part| EARLIER.map(|of| (part, of))) {
        let (_folder, file, expected) = study(earlier);
        let conn = Connection::open(&file).unwrap();
        let find = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
        let page: i64 = conn.query_row(find, [part], |row| row.get(0)).unwrap();
        let page = usize::try_from(page).unwrap();
        drop(conn);
        let mut bytes = fs::read(&file).unwrap();
        bytes[(page - 1) * 4096..page * 4096].fill(0xa5);
        fs::write(&file, &bytes).unwrap();

        let mut opened = Workspace::open(&file, options(60))
            .unwrap_or_else(|error| panic!("{part}: every record is whole, but {error}"));
        assert!(matches!(opened.notices(), [Notice::Repaired { .. }]), "{part}: people are told");
        assert!(opened.dump().unwrap() == expected, "{part}: no record changed");
        opened.check().unwrap();
        let search = Search { query: "years", project: None, limit: 9 };
        assert!(!opened.search(&search, None).unwrap().is_empty(), "{part}: words are found");
        if earlier >= 3 {
            let within = &[("cloud", "2026-05-01")];
            let passages = PassageSearch { query: "two factors", within, limit: 5 };
            assert_eq!(opened.passages(&passages).unwrap().len(), 1, "{part}: passages are found");
        }
        opened.redo(&project("genes")).unwrap();
        drop(opened);
        assert_eq!(format(&file), FORMAT, "{part}");
        let again = Workspace::open(&file, options(60)).unwrap();
        assert!(again.notices().is_empty(), "{part}: once is enough");
        drop(again);

        let backups = others(&file);
        let [backup] = backups.as_slice() else { panic!("{part}: one backup, not {backups:?}") };
        assert_eq!(format(backup), earlier, "{part}");
        let backup = Workspace::open(backup, options(60)).unwrap();
        assert!(
            backup.dump().unwrap() == expected,
            "{part}: the backup is repaired when it is opened"
        );
    }
}

#[test]
fn a_crash_on_the_way_leaves_the_old_file() {
    for earlier in EARLIER {
        let (_folder, file, expected) = study(earlier);
        // The migration is cut off while some of its pages are in the file and their journal stands beside it.
        let conn = Connection::open(&file).unwrap();
        conn.execute_batch(
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; PRAGMA foreign_keys = ON; BEGIN EXCLUSIVE;",
    )
    .unwrap();
        if earlier < 2 {
            conn.execute_batch(include_str!("../src/schema/2.sql")).unwrap();
        }
        if earlier < 3 {
            conn.execute_batch(include_str!("../src/schema/3.sql")).unwrap();
        }
        if earlier < 4 {
            conn.execute_batch(include_str!("../src/schema/4.sql")).unwrap();
        }
        conn.execute_batch(include_str!("../src/schema/5.sql")).unwrap();
        conn.execute_batch("UPDATE value SET sum = 7; UPDATE operation SET sum = 7;").unwrap();
        let crashed = tempfile::tempdir().unwrap();
        let left = crashed.path().join("study.vurder");
        fs::copy(&file, &left).unwrap();
        let journal = |file: &Path| PathBuf::from(format!("{}-journal", file.display()));
        fs::copy(journal(&file), journal(&left)).unwrap();
        drop(conn);
        assert!(fs::read(&left).unwrap() != fs::read(&file).unwrap(), "half of it was written");

        // Any SQLite reads the old file.
        assert_eq!(format(&left), earlier);
        let opened = Workspace::open(&left, options(60)).unwrap();
        assert!(opened.dump().unwrap() == expected);
        opened.check().unwrap();
    }
}

#[test]
fn imported_pages_of_format_3_are_found_afterwards() {
    let (_folder, file, _) = study(3);
    let opened = Workspace::open(&file, options(60)).unwrap();
    let find = |query, revision| {
        let within = &[("cloud", revision)];
        let hits = opened.passages(&PassageSearch { query, within, limit: 5 }).unwrap();
        hits.into_iter().map(|hit| (hit.title, hit.number)).collect::<Vec<_>>()
    };
    assert_eq!(find("two factors", "2026-05-01"), [("About access".to_owned(), 1)]);
    assert_eq!(find("nigh", "2026-06-01"), [("About backup".to_owned(), 1)], "a word that goes on");
    opened.check().unwrap();
}

//! Journals with the name of a file that was removed or replaced: they belong to no other file and are never rolled
//! into one.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;
use std::path::{Path, PathBuf};

use given::{Desk, desk, line, make_project, options};
use rusqlite::Connection;
use vurder_workspace::{Notice, Workspace};

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// A journal that a crash left, which SQLite would roll into the file `path`.
fn hot_journal(path: &Path) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("crashed.vurder");
    let mut workspace = Workspace::create(&file, options(60)).unwrap();
    make_project(&mut workspace, "lost", "Lost").unwrap();
    drop(workspace);
    let conn = Connection::open(&file).unwrap();
    conn.execute_batch(
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;
         DELETE FROM project; DELETE FROM operation; CREATE TABLE t (c);
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
         INSERT INTO t SELECT randomblob(2000) FROM n;",
    )
    .unwrap();
    let journal = fs::read(with(&file, "-journal")).unwrap();
    assert!(journal.len() > 1000, "there is something to roll back");
    fs::write(with(path, "-journal"), &journal).unwrap();
    journal
}

fn holds(path: &Path, project: &str) {
    let workspace = Workspace::open(path, options(60)).unwrap();
    workspace.check().unwrap();
    assert!(workspace.head(&given::project(project)).is_ok());
}

#[test]
fn a_backup_under_the_name_of_a_lost_file_is_not_rolled_back() {
    let mut desk = desk();
    let backup = desk.folder.path().join("backup.vurder");
    let journal = hot_journal(&backup);
    fs::write(with(&backup, "-wal"), "somebody's").unwrap();
    fs::write(with(&backup, "-journal.aside-1"), "set aside before").unwrap();
    desk.workspace.backup_to(&backup).unwrap();
    let told = desk.workspace.notices();
    let aside = |ending| Notice::JournalSetAside { path: with(&backup, ending) };
    assert_eq!(told, [aside("-journal.aside-2"), aside("-wal.aside-1")]);
    holds(&backup, "p");
    assert_eq!(fs::read(with(&backup, "-journal.aside-2")).unwrap(), journal, "it is kept");
    assert_eq!(fs::read(with(&backup, "-journal.aside-1")).unwrap(), b"set aside before");
    assert_eq!(fs::read(with(&backup, "-wal.aside-1")).unwrap(), b"somebody's");
}

#[test]
fn a_backup_in_the_place_of_a_damaged_file_is_not_rolled_back() {
    let mut desk = desk();
    let backup = desk.folder.path().join("backup.vurder");
    for damaged in [vec![7; 10_000], Vec::new(), fs::read(&desk.file).unwrap()[..5000].to_vec()] {
        fs::write(&backup, damaged).unwrap();
        hot_journal(&backup);
        desk.workspace.backup_to(&backup).unwrap();
        holds(&backup, "p");
    }
}

#[test]
fn a_new_workspace_under_the_name_of_a_lost_one_is_not_rolled_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new.vurder");
    let journal = hot_journal(&file);
    let mut workspace = Workspace::create(&file, options(60)).unwrap();
    let aside = with(&file, "-journal.aside-1");
    assert_eq!(workspace.notices(), [Notice::JournalSetAside { path: aside }]);
    make_project(&mut workspace, "p", "New").unwrap();
    drop(workspace);
    holds(&file, "p");
    assert_eq!(fs::read(with(&file, "-journal.aside-1")).unwrap(), journal);
}

#[test]
fn the_journal_of_a_file_that_is_there_is_left_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("taken.vurder");
    fs::write(&file, "somebody's").unwrap();
    let journal = hot_journal(&file);
    assert_eq!(Workspace::create(&file, options(60)).unwrap_err().code(), "file_exists");
    assert_eq!(fs::read(with(&file, "-journal")).unwrap(), journal);
}

#[test]
fn a_report_leaves_files_with_such_names_alone() {
    let desk = desk();
    let report = desk.folder.path().join("trip");
    fs::write(with(&report, "-journal"), "Day one.").unwrap();
    desk.workspace.write_file(&report, b"%PDF").unwrap();
    assert_eq!(fs::read(with(&report, "-journal")).unwrap(), b"Day one.");
}

#[test]
fn a_backup_never_takes_the_place_of_another_programs_open_file() {
    let mut desk = desk();
    let other = desk.folder.path().join("other.db");
    let conn = Connection::open(&other).unwrap();
    conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (c); INSERT INTO t VALUES (1)")
        .unwrap();
    assert_eq!(desk.workspace.backup_to(&other).unwrap_err().code(), "locked");
    conn.execute_batch("INSERT INTO t VALUES (2)").unwrap();
    drop(conn);
    let conn = Connection::open(&other).unwrap();
    let rows: i64 = conn.query_row("SELECT count(*) FROM t", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 2);
    drop(conn);
    // When the workspace is closed, its file is a file like any other.
    desk.workspace.backup_to(&other).unwrap();
    holds(&other, "p");
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("work goes on"));
    let Desk { folder: _folder, file, workspace } = desk;
    drop(workspace);
    holds(&file, "p");
}

/// Files that earlier builds left are removed. Files with a similar name that belong to a person stay.
#[test]
fn files_on_the_way_of_earlier_builds_are_swept_and_nobody_elses() {
    let desk = desk();
    let file = desk.file.clone();
    let given::Desk { folder: _folder, workspace, .. } = desk;
    let (whole, theirs) = (fs::read(&file).unwrap(), b"my professional notes".to_vec());
    let backups = file.with_file_name("backups");
    fs::create_dir(&backups).unwrap();
    let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
    let of_a_day = backups.join(format!("{stem}.2026-11-20.vurder.abcdefghijkl.part"));
    let (half, empty, theirs_too) = (
        with(&file, ".abcdefghijk2.part"),
        with(&file, ".abcdefghijk3.part"),
        with(&file, ".professional.part"),
    );
    let untouched = [
        theirs_too.clone(),
        with(&file, ".part"),
        with(&file, ".abcdefghijk2.part.pdf"),
        with(&file, ".abc.part"),
    ];
    drop(workspace);
    for (path, bytes) in [(&of_a_day, &whole), (&half, &whole), (&empty, &Vec::new())] {
        fs::write(path, bytes).unwrap();
    }
    for path in &untouched {
        fs::write(path, &theirs).unwrap();
    }
    drop(Workspace::open(&file, options(60)).unwrap());
    for path in [&of_a_day, &half, &empty] {
        assert!(!path.exists(), "{} is of use to nobody", path.display());
    }
    for path in &untouched {
        assert_eq!(fs::read(path).unwrap(), theirs, "{} is somebody's", path.display());
    }
}

//! Runs of changes that reach the disk together: all of them, or none.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use given::{Desk, desk, line, options, text};
use vurder_workspace::{OpenOptions, Workspace};

#[test]
fn a_run_is_kept_whole_and_undone_change_by_change() {
    let mut desk = desk();
    desk.workspace.begin_many().unwrap();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    assert_eq!(desk.try_set("d-2", "name", None).unwrap_err().code(), "no_row");
    assert_eq!(desk.workspace.begin_many().unwrap_err().code(), "internal", "one run at a time");
    desk.workspace.end_many(true).unwrap();
    let mut desk = desk.reopen();
    assert_eq!(desk.get("d-1", "name"), line("Genomes"));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "name"), None);
    desk.workspace.check().unwrap();
}

#[test]
fn undo_ends_at_a_project_as_it_was_made() {
    let mut desk = desk();
    desk.workspace.begin_making().unwrap();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    desk.workspace.end_many(true).unwrap();
    let made = desk.workspace.dump().unwrap();
    desk.set("d-1", "name", line("Genomes and scans"));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "name"), line("Genomes"), "what was changed since is undone");
    let refused = desk.workspace.undo(&Desk::p()).unwrap_err();
    assert_eq!(refused.code(), "nothing_to_undo");
    desk.workspace.redo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "name"), line("Genomes and scans"));
    let elsewhere = desk.folder.path().join("elsewhere.vurder");
    let mut loaded = Workspace::create(&elsewhere, options(60)).unwrap();
    loaded.load(&made).unwrap();
    assert_eq!(loaded.dump().unwrap(), made);
    assert!(loaded.next_undo(&Desk::p()).unwrap().is_none());
}

#[test]
fn a_run_that_is_not_kept_leaves_nothing() {
    let mut desk = desk();
    let before = desk.workspace.dump().unwrap();
    desk.workspace.begin_many().unwrap();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    desk.workspace.undo(&Desk::p()).unwrap();
    desk.workspace.end_many(false).unwrap();
    assert_eq!(desk.workspace.dump().unwrap(), before);
    desk.add("d-1", "data_item");
    // A run that was not ended when the program ended.
    desk.workspace.begin_many().unwrap();
    desk.set("d-1", "name", line("Genomes"));
    let desk = desk.reopen();
    assert_eq!(desk.get("d-1", "name"), None);
    desk.workspace.check().unwrap();
}

#[test]
fn a_run_on_a_full_disk_leaves_a_whole_file() {
    let desk = desk();
    let Desk { folder, file, workspace } = desk;
    let before = workspace.dump().unwrap();
    drop(workspace);
    let pages = std::fs::metadata(&file).unwrap().len() / 4096;
    let max_pages = Some(u32::try_from(pages).unwrap() + 30);
    let workspace = Workspace::open(&file, OpenOptions { max_pages, ..options(60) }).unwrap();
    let mut desk = Desk { folder, file, workspace };
    desk.workspace.begin_many().unwrap();
    desk.add("d-1", "data_item");
    let mut refused = 0;
    for round in 0..30 {
        let long = text(&"words ".repeat(1500));
        refused += usize::from(desk.try_set("d-1", &format!("field-{round}"), long).is_err());
    }
    assert!(refused > 5, "{refused}");
    let committed = desk.workspace.end_many(true).is_ok();
    desk.workspace.check().unwrap();
    let stands = desk.workspace.dump().unwrap();
    assert!(committed || stands == before, "a run that is not kept leaves nothing");
    let desk = desk.reopen();
    assert_eq!(desk.workspace.dump().unwrap(), stands);
}

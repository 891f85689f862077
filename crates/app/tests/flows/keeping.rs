//! What keeps work from being lost: the copy of the day, told by `status`, and named when the workspace is damaged.

use serde_json::json;
use vurder_app::{App, ErrorCode, OpenOptions};

use crate::desk::Desk;

#[test]
fn the_copy_of_the_day_is_told_and_opens_like_any_workspace() {
    let mut desk = Desk::with_project();
    let backups = desk.ok("status", json!({}))["backups"].clone();
    assert_eq!(backups["last"], json!(null), "no copy is there, and none is said to be");
    let mut desk = desk.reopened();
    desk.app.make_daily_backup(&mut || true);
    let backups = desk.ok("status", json!({}))["backups"].clone();
    assert_eq!(backups["last"], "2026-11-20");
    let copy =
        std::path::Path::new(backups["folder"].as_str().unwrap()).join("w.2026-11-20.vurder");
    let mut opened = App::open(OpenOptions::existing(copy)).unwrap();
    let there = opened.call("project", json!({"project": "p"})).unwrap();
    assert_eq!(there["head"]["title"], "Kidneys");
}

#[test]
fn a_damaged_workspace_leads_to_its_last_copy() {
    let mut desk = Desk::with_project().reopened();
    desk.app.make_daily_backup(&mut || true);
    let file = desk.path("w.vurder");
    let folder = desk.close();
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, &bytes[..bytes.len() / 3]).unwrap();
    let error = App::open(OpenOptions::existing(&file)).map(drop).unwrap_err();
    assert_eq!(error.code, ErrorCode::Damaged);
    assert!(error.help.contains("w.2026-11-20.vurder"), "the way back is named: {}", error.help);
    drop(folder);
}

#[test]
fn a_copy_that_cannot_be_written_is_told_with_a_next_step() {
    let desk = Desk::with_project();
    std::fs::write(desk.path("backups"), "somebody's file").unwrap();
    let mut desk = desk.reopened();
    desk.app.make_daily_backup(&mut || true);
    let notice = desk.ok("status", json!({}))["notices"][0].clone();
    assert!(notice["message"].as_str().unwrap().contains("backups"), "{notice}");
    assert!(notice["help"].as_str().unwrap().contains("saved"), "{notice}");
    desk.ok("change_project", json!({"project": "p", "title": "Work goes on"}));
}

#[test]
fn a_journal_that_was_set_aside_is_told_with_a_next_step() {
    let mut desk = Desk::with_project();
    let copy = desk.path("copy.vurder");
    std::fs::write(desk.path("copy.vurder-journal"), "left by a file that was moved").unwrap();
    desk.ok("backup", json!({"out": copy}));
    let notice = desk.ok("status", json!({}))["notices"][0].clone();
    let message = notice["message"].as_str().unwrap();
    assert!(message.contains("copy.vurder-journal.aside-1"), "names the file: {notice}");
    assert!(notice["help"].as_str().unwrap().contains("moved"), "{notice}");
}

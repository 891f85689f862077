//! What protects work from loss: the backup of the day. `status` tells of it, and the error on a damaged workspace
//! names it.

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

/// A workspace on its second start, with one backup and a change since.
fn with_backup() -> Desk {
    let mut desk = Desk::with_project().reopened();
    desk.app.make_daily_backup(&mut || true);
    desk.ok("change_project", json!({"project": "p", "title": "Kidneys and hearts"}));
    desk
}

#[test]
fn backups_are_listed_looked_at_and_restored_beside_the_open_workspace() {
    let mut desk = with_backup();
    let list = desk.ok("backups", json!({}));
    let backup = &list["backups"][0];
    assert_eq!((&list["days"], &list["weeks"]), (&json!(7), &json!(4)));
    assert_eq!((&backup["day"], &backup["state"]), (&json!("2026-11-20"), &json!("earlier")));
    assert_eq!(
        (&backup["changes"], &backup["projects"]),
        (&json!(1), &json!(["Kidneys and hearts"]))
    );
    let path = backup["path"].clone();
    let look = desk.ok("look_at_backup", json!({"backup": path}));
    assert_eq!(look["projects"][0]["title"], "Kidneys");
    let out = desk.path("restored.vurder");
    desk.ok("restore_backup", json!({"backup": path, "out": out}));
    let mut restored = App::open(OpenOptions::existing(&out)).unwrap();
    let there = restored.call("project", json!({"project": "p"})).unwrap();
    assert_eq!(there["head"]["title"], "Kidneys");
    let here = desk.ok("project", json!({"project": "p"}));
    assert_eq!(here["head"]["title"], "Kidneys and hearts", "the open one stays as it is");
}

#[test]
fn a_backup_that_vanished_or_is_damaged_is_told_with_a_next_step() {
    let mut desk = with_backup();
    let path = desk.ok("backups", json!({}))["backups"][0]["path"].clone();
    let out = desk.path("restored.vurder");
    let file = std::path::PathBuf::from(path.as_str().unwrap());
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, &bytes[..bytes.len() / 3]).unwrap();
    let damaged =
        desk.refused("restore_backup", json!({"backup": path, "out": out}), ErrorCode::Damaged);
    assert!(damaged.help.contains("Choose another backup"), "{damaged}");
    std::fs::remove_dir_all(file.parent().unwrap()).unwrap();
    assert_eq!(desk.ok("backups", json!({}))["backups"], json!([]));
    let gone = desk.refused("look_at_backup", json!({"backup": path}), ErrorCode::NotFound);
    assert!(gone.help.contains("the list shows"), "{gone}");
    assert!(!out.exists());
}

#[test]
fn how_many_backups_are_kept_and_where_else_is_chosen_once_it_is_possible() {
    let mut desk = with_backup();
    let second = desk.path("second");
    let missing = desk.refused(
        "plan_backups",
        json!({"days": 3, "weeks": 2, "second_folder": second}),
        ErrorCode::NotFound,
    );
    assert!(missing.help.contains("Plug in the disk"), "{missing}");
    desk.refused("plan_backups", json!({"days": 0, "weeks": 2}), ErrorCode::WrongValue);
    std::fs::create_dir(&second).unwrap();
    let list = desk.ok("plan_backups", json!({"days": 3, "weeks": 2, "second_folder": second}));
    assert_eq!((&list["days"], &list["second"]["there"]), (&json!(3), &json!(true)));
    desk.app.make_daily_backup(&mut || true);
    let places: Vec<_> = desk.ok("backups", json!({}))["backups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|backup| backup["place"].clone())
        .collect();
    assert_eq!(places, ["beside", "second"]);

    std::fs::remove_dir_all(&second).unwrap();
    let mut desk = desk.reopened();
    desk.app.make_daily_backup(&mut || true);
    assert_eq!(desk.ok("backups", json!({}))["second"]["there"], json!(false));
    let notice = desk.ok("status", json!({}))["notices"][0].clone();
    assert!(notice["message"].as_str().unwrap().contains("second"), "{notice}");
    assert!(notice["help"].as_str().unwrap().contains("Your work is saved"), "{notice}");
}

//! Reports and copies of the workspace as files.

use serde_json::json;
use vurder_app::{App, ErrorCode, OpenOptions};

use crate::desk::{Desk, text};

#[test]
fn a_report_replaces_the_old_file_whole_or_not_at_all() {
    let mut desk = Desk::with_project();
    let out = desk.path("rar.pdf");
    let export = json!({"project": "p", "form": "rar", "out": out, "date": "2026-11-20"});
    let first = desk.ok("export", export.clone());
    assert_eq!(first["missing_glyphs"], json!([]));
    let bytes = std::fs::read(&out).unwrap();
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() as u64 == first["bytes"].as_u64().unwrap());
    desk.ok("export", export);
    assert_eq!(std::fs::read(&out).unwrap(), bytes, "the same report is the same file");
    let own = json!({"project": "p", "register": "rar", "field": "main_findings", "value": text("A tree: 🌲")});
    desk.ok("set_value", own);
    let preview = desk.ok("preview", json!({"project": "p", "form": "rar"}));
    assert_eq!(preview["missing_glyphs"], json!(["🌲"]), "what cannot be drawn is said");
    assert!(preview["svg"].as_str().unwrap().starts_with("<svg"));
    let nowhere = desk.path("no-such-folder").join("rar.pdf");
    let export = json!({"project": "p", "form": "rar", "out": nowhere});
    let error = desk.refused("export", export, ErrorCode::File);
    assert!(error.message.contains("no-such-folder"), "{error}");
    assert_eq!(std::fs::read(&out).unwrap(), bytes);
    let folder = desk.path("a folder.pdf");
    std::fs::create_dir(&folder).unwrap();
    desk.refused("export", json!({"project": "p", "form": "rar", "out": folder}), ErrorCode::File);
}

#[test]
fn empty_parts_are_left_out_or_said() {
    let mut desk = Desk::with_project();
    let mut pages = |empty: &str| {
        let preview = json!({"project": "p", "form": "dpia", "empty": empty, "date": "2026-11-20"});
        desk.ok("preview", preview)["pages"].as_u64().unwrap()
    };
    assert!(pages("leave_out") <= pages("say"));
}

#[test]
fn a_copy_opens_and_a_dump_loads_as_the_same_workspace() {
    let mut desk = Desk::with_project();
    desk.ok(
        "judge",
        json!({"project": "p", "statement": "hunt-cloud/iso-27001-certificate", "note": "Scope."}),
    );
    let (copy, dump) = (desk.path("copy.vurder"), desk.path("all.json"));
    desk.ok("backup", json!({"out": copy}));
    desk.ok("dump", json!({"out": dump}));
    let form = desk.form("dpia");
    let mut opened = App::open(OpenOptions::new(&copy)).unwrap();
    assert_eq!(opened.call("form", json!({"project": "p", "form": "dpia"})).unwrap(), form);
    let mut loaded = App::open(OpenOptions::new(desk.path("loaded.vurder"))).unwrap();
    loaded.call("load", json!({"from": dump})).unwrap();
    let again = desk.path("again.json");
    loaded.call("dump", json!({"out": again})).unwrap();
    assert_eq!(std::fs::read(&dump).unwrap(), std::fs::read(&again).unwrap());
    let twice = loaded.call("load", json!({"from": dump})).unwrap_err();
    assert_eq!(twice.code, ErrorCode::WrongValue, "a workspace with projects takes no dump");
}

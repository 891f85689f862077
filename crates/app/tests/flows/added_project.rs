//! The project that a report carries becomes one more project of a workspace that has others.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, level, line, text};

/// A project with a citation and a risk, and a report that carries it.
fn carried() -> (Desk, std::path::PathBuf) {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({"title": line("Keys are lost"), "ds_severity": level(4)}));
    let cite = json!({"project": "p", "statement": "hunt-cloud/iso-27001-certificate", "id": "c"});
    desk.ok("cite", cite);
    desk.set("r", "how", text("As [c](cite:c) says."));
    let out = desk.path("report.pdf");
    let export = json!({"project": "p", "form": "rar", "out": out, "with_project": true});
    desk.ok("export", export);
    (desk, out)
}

/// What a person wrote: the rows with their values, and the citations.
fn written(desk: &mut Desk, project: &str) -> (Json, Json) {
    let state = desk.state(project);
    let mut rows = state["rows"].clone();
    for row in rows.as_array_mut().unwrap() {
        for (_, answer) in row["values"].as_object_mut().unwrap() {
            *answer = answer["value"].clone();
        }
    }
    (rows, desk.ok("citations", json!({"project": project}))["citations"].clone())
}

#[test]
fn on_another_computer_it_has_its_identity_and_title_and_all_that_was_shown() {
    let (mut desk, report) = carried();
    let mut other = Desk::new();
    other.ok("create_project", json!({"id": "q", "title": "Memory", "forms": ["dpia"]}));
    let before = other.state("q");
    let made = other.ok("add_project", json!({"from": report}));
    assert_eq!(made["project"], "p");
    assert_eq!(written(&mut other, "p"), written(&mut desk, "p"));
    assert_eq!(other.state("q"), before, "the other project stays");
    let projects = other.ok("projects", json!({}));
    assert_eq!(projects.as_array().unwrap().len(), 2);
    // It is a project as any other: it can be changed, and undo does not take it away.
    other.set("r", "title", line("Keys are stolen"));
    other.ok("undo", json!({"project": "p"}));
    assert_eq!(written(&mut other, "p"), written(&mut desk, "p"));
    other.refused("undo", json!({"project": "p"}), ErrorCode::NothingToUndo);
}

#[test]
fn where_the_project_is_already_it_becomes_a_second_one_that_says_where_it_is_from() {
    let (mut desk, report) = carried();
    let before = desk.state("p");
    let made = desk.ok("add_project", json!({"from": report}));
    let id = made["project"].as_str().unwrap().to_owned();
    assert_ne!(id, "p");
    assert_eq!(desk.state("p"), before);
    let projects = desk.ok("projects", json!({}));
    let titles: Vec<&str> = projects
        .as_array()
        .unwrap()
        .iter()
        .map(|project| project["head"]["title"].as_str().unwrap())
        .collect();
    assert!(titles.iter().any(|title| title.ends_with("(from report.pdf)")), "{titles:?}");
    assert_eq!(written(&mut desk, &id), written(&mut desk, "p"));
}

#[test]
fn a_dump_of_one_project_brings_its_versions_and_files() {
    let (mut desk, _) = carried();
    let note = desk.path("note.txt");
    std::fs::write(&note, "Signed in March.").unwrap();
    desk.ok("attach", json!({"project": "p", "path": note}));
    let freeze = json!({"project": "p", "kind": "review", "by": "Kari"});
    desk.ok("freeze_version", freeze);
    let all = desk.path("all.json");
    desk.ok("dump", json!({"out": all}));
    let mut other = Desk::new();
    other.ok("create_project", json!({"id": "q", "title": "Memory", "forms": ["dpia"]}));
    other.ok("add_project", json!({"from": all}));
    for list in ["versions", "attachments"] {
        let of = json!({"project": "p"});
        assert_eq!(other.ok(list, of.clone()), desk.ok(list, of), "{list}");
    }
    let report = |desk: &mut Desk| {
        let out = desk.path("version.pdf");
        let of = json!({"project": "p", "version": 1, "form": "rar", "out": out});
        desk.ok("export_version", of);
        std::fs::read(out).unwrap()
    };
    assert!(report(&mut other) == report(&mut desk), "byte for byte");
}

#[test]
fn a_file_without_one_project_is_refused_and_nothing_is_added() {
    let (mut desk, _) = carried();
    let bare = desk.path("bare.pdf");
    desk.ok("export", json!({"project": "p", "form": "rar", "out": bare}));
    desk.refused("add_project", json!({"from": bare}), ErrorCode::WrongValue);
    let text = desk.path("notes.txt");
    std::fs::write(&text, "Dear colleague").unwrap();
    desk.refused("add_project", json!({"from": text}), ErrorCode::WrongValue);
    desk.ok("create_project", json!({"id": "q", "title": "Memory", "forms": ["dpia"]}));
    let two = desk.path("two.json");
    desk.ok("dump", json!({"out": two}));
    let error = desk.refused("add_project", json!({"from": two}), ErrorCode::WrongValue);
    assert!(error.message.contains("2 projects"), "{error:?}");
    assert_eq!(desk.ok("projects", json!({})).as_array().unwrap().len(), 2);
}

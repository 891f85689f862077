//! A file that a person writes never replaces a workspace.

use serde_json::{Value as Json, json};
use vurder_app::{App, ErrorCode, OpenOptions};

use crate::desk::Desk;

/// Every command that writes a file, with this path.
fn writers(out: &std::path::Path) -> [(&'static str, Json); 3] {
    [
        ("export", json!({"project": "p", "form": "rar", "out": out})),
        ("dump", json!({"out": out})),
        ("backup", json!({"out": out})),
    ]
}

#[test]
fn nothing_is_written_over_the_open_workspace() {
    let mut desk = Desk::with_project();
    let before = desk.state("p");
    let own = desk.path(crate::desk::FILE);
    let hard = desk.path("report.pdf");
    std::fs::hard_link(&own, &hard).unwrap();
    let mut journal = own.clone().into_os_string();
    journal.push("-journal");
    for out in [own, hard, journal.into()] {
        for (command, arguments) in writers(&out) {
            let error = desk.refused(command, arguments, ErrorCode::File);
            let name = out.display().to_string();
            assert!(error.message.starts_with(&name), "{error}");
            assert!(error.message.contains("the workspace that is open"), "{error}");
            assert!(error.help.contains("Choose another name"), "{error}");
        }
    }
    let own = desk.path(crate::desk::FILE);
    let error = desk.refused("load", json!({"from": own}), ErrorCode::WrongValue);
    assert!(error.message.contains("is the workspace that is open"), "{error}");
    let mut desk = desk.reopened();
    assert_eq!(desk.state("p"), before, "it opens again and holds what it held");
}

#[test]
fn a_report_or_dump_does_not_take_the_place_of_another_workspace() {
    let mut desk = Desk::with_project();
    let other = desk.path("other.vurder");
    let mut app = App::open(OpenOptions::new(&other)).unwrap();
    app.call("create_project", json!({"id": "q", "title": "Memory", "forms": ["dpia"]})).unwrap();
    drop(app);
    for (command, arguments) in writers(&other).into_iter().take(2) {
        let error = desk.refused(command, arguments, ErrorCode::File);
        assert!(error.message.contains("is a Vurder workspace"), "{error}");
    }
    let mut app = App::open(OpenOptions::existing(&other)).unwrap();
    assert_eq!(app.call("projects", json!({})).unwrap()[0]["head"]["id"], "q");
}

//! Own notes, and sections that a person marked ready for review.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, line};

/// Words that no other answer has.
const SECRET: &str = "Aske Kari om kvitteringen";

fn notes(desk: &mut Desk) -> Json {
    desk.ok("project", json!({"project": "p"}))["own_notes"].clone()
}

fn with_notes() -> Desk {
    let mut desk = Desk::with_project();
    desk.add("data_item", "d", json!({"name": line("Pressure")}));
    let beside = json!({"project": "p", "id": "n", "row": "d", "field": "name", "words": SECRET});
    desk.ok("add_own_note", beside);
    desk.ok(
        "add_own_note",
        json!({"project": "p", "form": "dpia", "section": "1", "words": "Ferie"}),
    );
    desk
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

#[test]
fn an_own_note_stands_at_its_place_is_written_undone_and_found() {
    let mut desk = with_notes();
    let told = notes(&mut desk);
    assert_eq!((&told[0]["at_row"], &told[0]["at_field"]), (&json!("d"), &json!("name")), "{told}");
    assert_eq!((&told[0]["form"], &told[0]["section"]), (&json!("edpb-dpia"), &json!("1")));
    assert!(told[0]["place"].as_str().unwrap().starts_with("D1 · Pressure"), "{told}");
    assert_eq!((&told[1]["at_row"], &told[1]["section"]), (&Json::Null, &json!("1")), "{told}");

    let words = json!({"kind": "text", "value": "Later"});
    desk.ok("set_value", json!({"project": "p", "row": "n", "field": "words", "value": words}));
    assert_eq!(notes(&mut desk)[0]["words"], "Later");
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(notes(&mut desk)[0]["words"], SECRET);

    let hits = desk.ok("search", json!({"query": "kvitteringen", "project": "p"}))["hits"].clone();
    assert_eq!((&hits[0]["kind"], &hits[0]["row"]), (&json!("own_note"), &json!("n")), "{hits}");
    assert_eq!(hits[0]["section"], "1", "it leads to the place of the note");

    desk.ok("trash_row", json!({"project": "p", "row": "n"}));
    assert_eq!(notes(&mut desk).as_array().unwrap().len(), 1);
    desk.ok("undo", json!({"project": "p"}));
    desk.ok("trash_row", json!({"project": "p", "row": "d"}));
    let told = notes(&mut desk);
    assert_eq!(
        (&told[0]["words"], &told[0]["place"]),
        (&json!(SECRET), &json!("")),
        "kept: {told}"
    );

    for (place, code) in [
        (json!({"row": "d"}), ErrorCode::NotFound),
        (json!({"row": "n"}), ErrorCode::WrongValue),
        (json!({"form": "dpia", "section": "99"}), ErrorCode::NotFound),
        (json!({"form": "dpia"}), ErrorCode::BadArguments),
    ] {
        let mut of = place.clone();
        of["project"] = json!("p");
        desk.refused("add_own_note", of, code);
    }
}

#[test]
fn own_notes_are_in_no_file_that_goes_out_and_in_the_dump() {
    let mut desk = with_notes();
    desk.ok(
        "mark_ready",
        json!({"project": "p", "form": "dpia", "section": "1", "by": "Zacharias"}),
    );
    let found = desk.ok("find", json!({"project": "p", "words": "kvitteringen"}));
    assert_eq!(found["places"], json!([]), "they are not replaced");

    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    let pdf = desk.path("dpia.pdf");
    desk.ok("export", json!({"project": "p", "form": "dpia", "out": pdf, "with_project": true}));
    let cut = desk.path("cut.pdf");
    let sections = json!({"project": "p", "form": "dpia", "out": cut, "sections": ["1"]});
    desk.ok("export", sections);
    let docx = desk.path("dpia.docx");
    desk.ok("export", json!({"project": "p", "form": "dpia", "format": "docx", "out": docx}));
    for file in [&pdf, &cut, &docx] {
        let bytes = std::fs::read(file).unwrap();
        assert!(!holds(&bytes, "own_note") && !holds(&bytes, SECRET), "{}", file.display());
        assert!(!holds(&bytes, "Zacharias"), "{}", file.display());
    }
    for file in [&pdf, &cut] {
        let printed = std::process::Command::new("pdftotext").arg(file).arg("-").output().unwrap();
        let printed = String::from_utf8(printed.stdout).unwrap();
        assert!(printed.contains("Pressure") && !printed.contains("kvitteringen"), "{printed}");
    }
    let mut document = String::new();
    let bytes = std::fs::File::open(&docx).unwrap();
    let mut archive = zip::ZipArchive::new(bytes).unwrap();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        std::io::Read::read_to_string(&mut part, &mut document).unwrap_or_default();
    }
    assert!(document.contains("Pressure") && !document.contains("kvitteringen"));
    // The project in the PDF is compressed, so it is loaded to see its content.
    let mut other = Desk::new();
    other.ok("load", json!({"from": pdf}));
    let state = other.state("p").to_string();
    assert!(state.contains("Pressure") && !state.contains("kvitteringen"), "{state}");
    assert!(!state.contains("Zacharias"));

    desk.ok("create_project", json!({"id": "q", "title": "Hearts", "like": "p"}));
    let like = desk.ok("project", json!({"project": "q"}));
    assert_eq!((&like["own_notes"], &like["ready"]), (&Json::Null, &Json::Null));
    let compared = desk.ok("compare_versions", json!({"project": "p", "from": 1}));
    assert_eq!(compared["registers"], json!([]));

    let dump = desk.path("all.json");
    desk.ok("dump", json!({"out": dump}));
    let mut again = Desk::new();
    again.ok("load", json!({"from": dump}));
    assert_eq!(notes(&mut again)[0]["words"], SECRET);
}

#[test]
fn a_section_is_ready_until_one_of_its_answers_changes() {
    let mut desk = Desk::with_project();
    desk.add("data_item", "d", json!({"name": line("Pressure")}));
    let of = json!({"project": "p", "form": "dpia", "section": "1"});
    let without = desk.refused("mark_ready", of.clone(), ErrorCode::WrongValue);
    assert!(!without.help.is_empty(), "it says what to do");
    let mut by = of.clone();
    by["by"] = json!("Kari  Lie");
    let told = desk.ok("mark_ready", by.clone());
    let ready = |told: &Json| told["ready"][0].clone();
    let now = |desk: &mut Desk| ready(&desk.ok("project", json!({"project": "p"})));
    assert_eq!(now(&mut desk)["by"], "Kari Lie");
    assert_eq!(now(&mut desk)["changed"], false, "{told}");

    // An answer of another section, an own note and the mark itself do not remove the mark.
    desk.add("risk", "r", json!({"title": line("Loss")}));
    desk.ok("add_own_note", json!({"project": "p", "row": "d", "words": "Hm"}));
    assert_eq!(now(&mut desk)["changed"], false);
    let name = json!({"project": "p", "row": "d", "field": "name", "value": line("Weight")});
    let told = desk.ok("set_value", name);
    assert_eq!(ready(&told["derived"]["overview"])["changed"], true, "told with the change");
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(now(&mut desk)["changed"], false, "the answers are as they were");

    desk.add("data_item", "e", json!({}));
    assert_eq!(now(&mut desk)["changed"], true);
    desk.ok("mark_ready", by);
    assert_eq!(now(&mut desk)["changed"], false, "said again");
    desk.ok("unmark_ready", of.clone());
    assert_eq!(now(&mut desk), Json::Null);
    desk.refused("unmark_ready", of, ErrorCode::NotFound);
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(now(&mut desk)["by"], "Kari Lie");
}

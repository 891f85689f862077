//! Versions: sent for review, approved, read, exported again and compared.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, choice, line, text};
use crate::printed;

fn freeze(desk: &mut Desk, kind: &str) -> Json {
    let of =
        json!({"project": "p", "kind": kind, "by": "Kari  Nordmann", "note": "After the talk."});
    desk.ok("freeze_version", of)
}

fn export(desk: &mut Desk, version: u32, form: &str) -> Vec<u8> {
    let out = desk.path("version.pdf");
    let of = json!({"project": "p", "version": version, "form": form, "out": out});
    let written = desk.ok("export_version", of);
    let bytes = std::fs::read(&out).unwrap();
    assert_eq!(written["bytes"], bytes.len());
    bytes
}

#[test]
fn the_reports_of_an_approved_version_are_for_keeping_and_of_one_for_review_for_comments() {
    let mut desk = Desk::with_project();
    for (version, kind, archival) in [(1, "review", false), (2, "approved", true)] {
        freeze(&mut desk, kind);
        let bytes = export(&mut desk, version, "rar");
        let claim = b"<pdfaid:part>3<";
        assert_eq!(bytes.windows(claim.len()).any(|window| window == claim), archival, "{kind}");
    }
}

/// The words of a PDF, from its bytes.
fn words(desk: &Desk, bytes: &[u8]) -> String {
    let file = desk.path("read.pdf");
    std::fs::write(&file, bytes).unwrap();
    printed::words(&file)
}

fn lines_of(form: &Json) -> Vec<Json> {
    let sections = form["sections"].as_array().unwrap().iter();
    let parts = sections.flat_map(|section| section["parts"].as_array().unwrap());
    let blocks = parts.flat_map(|part| part["blocks"].as_array().unwrap());
    let versions = blocks.filter(|block| block["type"] == "versions");
    versions.flat_map(|block| block["lines"].as_array().unwrap().clone()).collect()
}

#[test]
fn a_version_is_exported_byte_for_byte_as_it_was_while_the_draft_goes_on() {
    let mut desk = Desk::with_project();
    desk.add(
        "measure",
        "m",
        json!({"measure": text("Two factors"), "serves": choice("additional")}),
    );
    let waiting = desk.form("dpia");
    assert_eq!(lines_of(&waiting), Vec::<Json>::new());
    let changed = freeze(&mut desk, "review");
    assert_eq!(changed["touched"]["versions"], json!([1]));
    let log = lines_of(&desk.form("dpia"));
    assert_eq!(log[0]["by"], "Kari Nordmann", "the version log fills itself");
    let first = export(&mut desk, 1, "dpia");
    let read = words(&desk, &first);
    assert!(read.contains("For review") && read.contains("Version 1"), "{read}");
    assert!(read.contains("Kari Nordmann") && read.contains("After the talk."), "{read}");

    desk.set("m", "measure", text("Three factors"));
    freeze(&mut desk, "approved");
    while desk.undo_state().0 != Json::Null {
        desk.ok("undo", json!({"project": "p"}));
    }
    let mut desk = desk.reopened();
    assert_eq!(export(&mut desk, 1, "DPIA"), first, "by the form's short name, too");
    let second = export(&mut desk, 2, "dpia");
    let read = words(&desk, &second);
    assert!(read.contains("Approved") && read.contains("Three factors"));
    assert_eq!(lines_of(&desk.form("rar")).len(), 2, "undo takes no version away");

    let versions = desk.ok("versions", json!({"project": "p"}));
    let report = &versions["versions"][0]["reports"][0];
    assert_eq!((&report["short"], &report["bytes"]), (&json!("DPIA"), &json!(first.len())));
    let of = json!({"project": "p", "version": 1, "form": "dpia"});
    let version = desk.ok("version", of);
    assert_eq!(lines_of(&version["view"]).len(), 1, "a version knows those before it");
    assert!(version["view"].to_string().contains("Two factors"));
    for (version, form) in [(3, "dpia"), (1, "no-form")] {
        let of = json!({"project": "p", "version": version, "form": form});
        desk.refused("version", of, ErrorCode::NotFound);
    }
    let nobody = json!({"project": "p", "kind": "review", "by": "  "});
    desk.refused("freeze_version", nobody, ErrorCode::WrongValue);
    let unknown = json!({"project": "p", "kind": "published", "by": "Kari"});
    let error = desk.refused("freeze_version", unknown, ErrorCode::BadArguments);
    assert!(error.message.contains("approved"), "{error}");
}

#[test]
fn rows_keep_their_numbers_in_the_forms_until_somebody_numbers_them_anew() {
    let mut desk = Desk::with_project();
    for id in ["a", "b", "c"] {
        desk.add("data_item", id, json!({"name": line(id)}));
    }
    let numbers = |desk: &mut Desk| -> Vec<String> {
        let form = desk.form("dpia").to_string();
        ["a", "b", "c", "d"]
            .iter()
            .map(|id| {
                let at = form.find(&format!("\"id\":\"{id}\",\"label\"")).unwrap_or(usize::MAX);
                let row = form.get(at..).unwrap_or_default();
                let number =
                    row.find("\"number\":\"").map(|at| &row[at + 10..]).unwrap_or_default();
                number.split('"').next().unwrap_or_default().to_owned()
            })
            .collect()
    };
    assert_eq!(numbers(&mut desk), ["D1", "D2", "D3", ""]);
    freeze(&mut desk, "review");
    desk.ok("move_row", json!({"project": "p", "row": "c"}));
    desk.ok("trash_row", json!({"project": "p", "row": "a"}));
    desk.add("data_item", "d", json!({"name": line("d")}));
    assert_eq!(numbers(&mut desk), ["", "D2", "D3", "D4"], "gaps are allowed");
    let changed = desk.ok("renumber", json!({"project": "p"}));
    assert_eq!(changed["undo"]["undo"], "numbering the rows anew");
    assert_eq!(numbers(&mut desk), ["", "D2", "D1", "D3"]);
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(numbers(&mut desk), ["", "D2", "D3", "D4"]);
    desk.ok("restore_row", json!({"project": "p", "row": "a"}));
    assert_eq!(numbers(&mut desk), ["D1", "D2", "D3", "D4"]);
}

#[test]
fn two_versions_are_compared_answer_by_answer() {
    let mut desk = Desk::with_project();
    desk.refused("compare_versions", json!({"project": "p"}), ErrorCode::NotFound);
    desk.add(
        "measure",
        "m",
        json!({"measure": text("Two factors are asked."), "serves": choice("accuracy")}),
    );
    desk.add(
        "measure",
        "gone",
        json!({"measure": text("A lock."), "serves": choice("additional")}),
    );
    freeze(&mut desk, "review");
    let same = desk.ok("compare_versions", json!({"project": "p"}));
    assert_eq!((&same["registers"], &same["to"]), (&json!([]), &Json::Null));

    desk.set("m", "measure", text("Three factors are asked."));
    desk.set("m", "serves", choice("fairness"));
    desk.ok("trash_row", json!({"project": "p", "row": "gone"}));
    desk.add(
        "measure",
        "new",
        json!({"measure": text("A guard."), "serves": choice("additional")}),
    );
    let own =
        json!({"project": "p", "register": "dpia", "field": "version_log", "value": text("0.1")});
    desk.ok("set_value", own);
    desk.ok("attach", json!({"project": "p", "name": "plan.txt", "text": "A plan"}));
    freeze(&mut desk, "review");
    desk.set("m", "measure", text("Four factors are asked."));

    let compared = desk.ok("compare_versions", json!({"project": "p", "from": 1, "to": 2}));
    let registers = compared["registers"].as_array().unwrap();
    let titles: Vec<&Json> = registers.iter().map(|r| &r["register"]).collect();
    assert_eq!(titles, ["edpb-dpia", "measure"], "what stands in no table comes first");
    assert_eq!(registers[0]["rows"][0]["section"], "0");
    let rows = registers[1]["rows"].as_array().unwrap();
    let changes: Vec<(&Json, &Json)> = rows.iter().map(|r| (&r["number"], &r["change"])).collect();
    let (m1, m2, m3) = (json!("M1"), json!("M2"), json!("M3"));
    let (changed, removed, added) = (json!("changed"), json!("removed"), json!("added"));
    assert_eq!(changes, [(&m1, &changed), (&m2, &removed), (&m3, &added)]);
    let answers = rows[0]["answers"].as_array().unwrap();
    assert_eq!(
        answers[0]["words"],
        json!([
            {"side": "before", "words": "Two"}, {"side": "after", "words": "Three"},
            {"side": "both", "words": "factors are asked."}
        ])
    );
    assert!(answers[1]["words"].to_string().contains("Fairness"), "options by their labels");
    assert_eq!(compared["attachments"][0]["attachment"]["number"], "E1");
    assert_eq!((&compared["changed"], &compared["added"]), (&json!(2), &json!(4)));

    let draft = desk.ok("compare_versions", json!({"project": "p"}));
    assert_eq!(draft["from"]["number"], 2, "the last version with the draft");
    assert!(draft.to_string().contains("Four"));
    let before = desk.ok("compare_versions", json!({"project": "p", "to": 2}));
    assert_eq!(before["from"]["number"], 1, "a version with the one before it");
    desk.refused("compare_versions", json!({"project": "p", "from": 7}), ErrorCode::NotFound);
}

#[test]
fn comparing_the_sample_with_its_version_takes_less_than_a_moment() {
    let mut desk = Desk::new();
    desk.ok("sample", json!({}));
    let of = json!({"project": "sample", "kind": "review", "by": "Kari"});
    desk.ok("freeze_version", of);
    let own = json!({"project": "sample", "register": "dpia", "field": "version_log", "value": text("Other words")});
    desk.ok("set_value", own);
    let begun = std::time::Instant::now();
    let compared = desk.ok("compare_versions", json!({"project": "sample"}));
    assert_eq!(compared["changed"], 1);
    assert!(begun.elapsed().as_secs() < 2, "{:?} without optimisation", begun.elapsed());
}

#[test]
fn a_dump_carries_versions_to_another_workspace() {
    let mut desk = Desk::with_project();
    freeze(&mut desk, "review");
    let first = export(&mut desk, 1, "rar");
    let dump = desk.path("all.json");
    desk.ok("dump", json!({"out": dump}));
    let mut other = Desk::new();
    other.ok("load", json!({"from": dump}));
    assert_eq!(export(&mut other, 1, "rar"), first);
}

/// A part of a Word file, unpacked.
fn part(file: &std::path::Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let mut words = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut words).unwrap();
    words
}

#[test]
fn a_version_is_written_as_word_file_with_its_number_and_its_words() {
    let mut desk = Desk::with_project();
    let measure = json!({"measure": text("Two factors"), "serves": choice("additional")});
    desk.add("measure", "m", measure);
    freeze(&mut desk, "review");
    desk.set("m", "measure", text("Three factors"));
    let out = desk.path("version.docx");
    let of = |changes: bool| {
        json!({
            "project": "p", "version": 1, "form": "dpia", "format": "docx", "changes": changes,
            "out": out,
        })
    };
    desk.ok("export_version", of(false));
    let document = part(&out, "word/document.xml");
    assert!(document.contains("Two factors") && !document.contains("Three factors"));
    assert!(document.contains("For review"), "its state is that of the version");
    let property = "name=\"VurderVersion\"><vt:lpwstr>1</vt:lpwstr>";
    assert!(part(&out, "docProps/custom.xml").contains(property));
    desk.refused("export_version", of(true), ErrorCode::WrongValue);
    // A draft has no number of a version, whatever the report is called.
    desk.ok("change_project", json!({"project": "p", "version": "1"}));
    let export = json!({"project": "p", "form": "dpia", "format": "docx", "out": out});
    desk.ok("export", export);
    assert!(!part(&out, "docProps/custom.xml").contains("VurderVersion"));
    // The PDF of a version has the number, too.
    self::export(&mut desk, 1, "dpia");
    assert!(crate::cuts::everything_in(&desk.path("version.pdf")).contains("VurderVersion"));
}

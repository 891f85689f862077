//! Reports and copies of the workspace as files.

use serde_json::json;
use vurder_app::{App, ErrorCode, OpenOptions};

use crate::desk::{Desk, line, text};
use crate::printed::words;

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
    let own = json!({"project": "p", "register": "rar", "field": "main_findings", "value": text("A tree 🌲 and a fish 🐟.")});
    desk.ok("set_value", own);
    for id in ["one", "two"] {
        desk.add("risk", id, json!({"title": line("Trees 🌲")}));
    }
    let preview = desk.ok("preview", json!({"project": "p", "form": "rar"}));
    let missing = preview["missing_glyphs"].as_array().unwrap();
    let characters: Vec<&str> = missing.iter().map(|m| m["character"].as_str().unwrap()).collect();
    assert_eq!(characters, ["🌲", "🐟"], "what cannot be drawn is said");
    assert_eq!(missing[0]["code"], "U+1F332");
    assert!(missing[0]["pages"].as_array().unwrap().len() >= 2, "with its pages: {missing:?}");
    assert_eq!(preview["fonts"], json!([]));
    assert!(preview["svg"].as_str().unwrap().starts_with("<svg"));
    let first = preview["svg"].clone();
    let page = |page: u64| json!({"project": "p", "form": "rar", "page": page});
    let pages = preview["pages"].as_u64().unwrap();
    let mut drawn = vec![first];
    for number in 2..=pages {
        let shown = desk.ok("preview", page(number));
        assert_eq!(shown["pages"], pages);
        assert!(!drawn.contains(&shown["svg"]), "page {number} is one of its own");
        drawn.push(shown["svg"].clone());
    }
    assert!(pages > 2, "{pages}");
    for none in [0, pages + 1] {
        desk.refused("preview", page(none), ErrorCode::NotFound);
    }
    // A change that comes between two previews is in the later one.
    for at in 0..60 {
        desk.add("risk", &format!("more-{at}"), json!({"title": line("Another risk")}));
    }
    assert!(desk.ok("preview", page(2))["pages"].as_u64().unwrap() > pages);
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
    let mut report = |empty: &str| {
        let out = desk.path(&format!("{empty}.pdf"));
        let export = json!({"project": "p", "form": "dpia", "empty": empty, "date": "2026-11-20", "out": out});
        desk.ok("export", export);
        words(&out)
    };
    let (left_out, mentioned) = (report("leave_out"), report("say"));
    // None of these is required: a short answer, a long one, and a column of a table.
    for optional in
        ["Launch, as a day", "Why one criterion is enough", "Representative in the Union"]
    {
        assert!(mentioned.contains(optional), "{optional} is said: {mentioned}");
        assert!(!left_out.contains(optional), "{optional} is left out: {left_out}");
    }
    let open = |text: &str| text.matches("Not filled in").count();
    assert!(open(&left_out) > 20, "what is required is said to be open in any case");
    assert!(open(&mentioned) > open(&left_out), "{} and {}", open(&mentioned), open(&left_out));
}

#[test]
fn without_a_provider_no_topic_is_said_to_be_unstated() {
    let mut desk = Desk::new();
    desk.ok("create_project", json!({"id": "p", "title": "P", "forms": ["rar"]}));
    let out = desk.path("rar.pdf");
    desk.ok("export", json!({"project": "p", "form": "rar", "out": out, "date": "2026-11-20"}));
    let words = words(&out);
    assert!(words.contains("No provider is chosen for this project"), "{words}");
    for nothing in ["Backup and restore", "states nothing on"] {
        assert!(!words.contains(nothing), "{nothing}: {words}");
    }
}

/// The words of the RAR, and the labels of its scores outside their scale.
fn rar(desk: &mut Desk) -> (String, Vec<serde_json::Value>) {
    let out = desk.path("rar.pdf");
    desk.ok("export", json!({"project": "p", "form": "rar", "out": out, "date": "2026-11-20"}));
    let project = desk.ok("project", json!({"project": "p"}));
    let gaps = project["forms"][1]["progress"]["gaps"].as_array().unwrap();
    let outside = gaps.iter().filter(|g| g["kind"] == "off_scale");
    (words(&out), outside.map(|g| g["label"].clone()).collect())
}

/// A score whose level was removed must not be shown as a level.
#[test]
fn a_score_outside_its_scale_is_named_on_paper_and_in_what_is_missing() {
    let mut desk = Desk::with_project();
    let scale = |levels: &[&str]| {
        let levels: Vec<_> = levels.iter().map(|l| json!({"label": l, "meaning": l})).collect();
        let value = json!({"kind": "scale", "value": levels});
        json!({"project": "p", "register": "method", "field": "likelihood", "value": value})
    };
    desk.ok("set_value", scale(&["Rare", "Unlikely", "Possible", "Likely", "Expected"]));
    desk.ok(
        "add_row",
        json!({"project": "p", "register": "risk", "id": "r", "values": {
            "title": {"kind": "line", "value": "A risk"},
            "concerns": {"kind": "choices", "value": [{"option": "organisation"}]},
            "org_likelihood": {"kind": "level", "value": 5}}}),
    );
    let (before, outside) = rar(&mut desk);
    assert!(before.contains("5 Expected"), "{before}");
    assert_eq!(outside, Vec::<serde_json::Value>::new());
    desk.ok("set_value", scale(&["Rare", "Possible", "Likely"]));
    let (after, outside) = rar(&mut desk);
    assert!(after.contains("5 (outside the scale)"), "{after}");
    assert_eq!(outside, [json!("Likelihood")]);
}

/// A reader that has the report open keeps its content; the new report is there when it is opened next. On Windows, a
/// program may prevent others from replacing a file that it has open. Then the export is refused and the old file
/// stays.
#[test]
fn a_report_is_written_while_the_old_one_is_open() {
    use std::io::{Read as _, Seek as _};
    let mut desk = Desk::with_project();
    let out = desk.path("rar.pdf");
    let export = json!({"project": "p", "form": "rar", "out": out, "date": "2026-11-20"});
    desk.ok("export", export.clone());
    let before = std::fs::read(&out).unwrap();
    let mut open = std::fs::File::open(&out).unwrap();
    let mut start = vec![0; 100];
    open.read_exact(&mut start).unwrap();
    let own = json!({"project": "p", "register": "rar", "field": "main_findings", "value": text("A finding.")});
    desk.ok("set_value", own);
    let made = desk.app.call("export", export);
    let after = std::fs::read(&out).unwrap();
    if cfg!(unix) {
        assert_eq!(made.unwrap()["bytes"].as_u64().unwrap(), after.len() as u64);
        assert_ne!(after, before);
        assert!(words(&out).contains("A finding."));
    } else if let Err(error) = made {
        assert_eq!((error.code, after), (ErrorCode::File, before.clone()));
    }
    let mut read = Vec::new();
    open.rewind().unwrap();
    open.read_to_end(&mut read).unwrap();
    assert!(read == before, "who reads the old report reads it to the end");
    let beside: Vec<_> =
        std::fs::read_dir(out.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name()).collect();
    let pdfs = beside.iter().filter(|name| name.to_string_lossy().contains("rar")).count();
    assert_eq!(pdfs, 1, "nothing is left beside it: {beside:?}");
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
    let copied = opened.call("form", json!({"project": "p", "form": "dpia"})).unwrap();
    assert_eq!(copied["sections"], form["sections"]);
    let mut loaded = App::open(OpenOptions::new(desk.path("loaded.vurder"))).unwrap();
    loaded.call("load", json!({"from": dump})).unwrap();
    let again = desk.path("again.json");
    loaded.call("dump", json!({"out": again})).unwrap();
    assert_eq!(std::fs::read(&dump).unwrap(), std::fs::read(&again).unwrap());
    let twice = loaded.call("load", json!({"from": dump})).unwrap_err();
    assert_eq!(twice.code, ErrorCode::WrongValue, "a workspace with projects takes no dump");
}

/// The path of the file that is attached to a PDF.
fn attached(pdf: &std::path::Path) -> std::path::PathBuf {
    let out = pdf.with_extension("json");
    let mut command = std::process::Command::new("pdfdetach");
    let status = command.args(["-save", "1", "-o"]).arg(&out).arg(pdf).status();
    assert!(status.expect("pdfdetach (package poppler-utils)").success());
    out
}

#[test]
fn a_report_carries_its_project_when_asked_and_is_the_same_when_that_is_loaded_elsewhere() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({"title": line("Keys are lost")}));
    desk.add("risk", "gone", json!({"title": line("A passing thought")}));
    desk.ok("trash_row", json!({"project": "p", "row": "gone"}));
    let out = desk.path("rar.pdf");
    let export = |out: &std::path::Path| json!({"project": "p", "form": "rar", "out": out, "date": "2026-11-20", "with_project": true});
    desk.ok("export", export(&out));
    let dump = attached(&out);
    let words = std::fs::read_to_string(&dump).unwrap();
    assert!(words.contains("Keys are lost") && !words.contains("A passing thought"), "{words}");

    // A project can be loaded from the attached file and from the report itself.
    Desk::new().ok("load", json!({"from": dump}));
    let mut other = Desk::new();
    other.ok("load", json!({"from": out}));
    let again = other.path("again.pdf");
    other.ok("export", export(&again));
    let bytes = std::fs::read(&out).unwrap();
    assert!(bytes == std::fs::read(&again).unwrap(), "byte for byte");

    let refused = |bytes: &[u8]| {
        let mut empty = Desk::new();
        let path = empty.path("other.pdf");
        std::fs::write(&path, bytes).unwrap();
        empty.refused("load", json!({"from": path}), ErrorCode::WrongValue).message
    };
    assert!(refused(&bytes[..bytes.len() / 2]).contains("can't be read"), "half a file");
    // A report has no answers of other forms, unless a person asks for the project in it.
    let bare = desk.path("bare.pdf");
    desk.ok("export", json!({"project": "p", "form": "rar", "out": bare}));
    assert!(refused(&std::fs::read(bare).unwrap()).contains("carries no project"));
}

#[test]
fn only_a_report_for_keeping_says_that_it_is_one() {
    let mut desk = Desk::with_project();
    let mut claims = |archival: bool| {
        let out = desk.path("rar.pdf");
        let export = json!({"project": "p", "form": "rar", "out": out, "archival": archival});
        desk.ok("export", export);
        let bytes = std::fs::read(&out).unwrap();
        let has = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
        let words = words(&out);
        let draft = words.contains("DRAFT") || words.contains("Draft for review");
        (has(b"<pdfuaid:part>1<"), has(b"<pdfaid:part>3<"), draft)
    };
    assert_eq!(claims(false), (true, false, true));
    // A final file is no draft on any of its pages.
    assert_eq!(claims(true), (true, true, false));
}

/// The names of the parts of a Word file, as the directory at its end has them.
fn parts(file: &std::path::Path) -> String {
    let bytes = std::fs::read(file).unwrap();
    assert!(bytes.starts_with(b"PK\x03\x04"), "it is an archive");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn a_report_is_written_as_word_file_and_is_the_same_file_again() {
    let mut desk = Desk::with_project();
    let out = desk.path("dpia.docx");
    let export =
        json!({"project": "p", "form": "dpia", "out": out, "date": "2026-11-20", "format": "docx"});
    let made = desk.ok("export", export.clone());
    assert_eq!((&made["pages"], &made["missing_glyphs"]), (&json!(0), &json!([])));
    let first = std::fs::read(&out).unwrap();
    assert_eq!(made["bytes"], json!(first.len()));
    let names = parts(&out);
    for part in ["word/document.xml", "word/styles.xml", "docProps/custom.xml"] {
        assert!(names.contains(part), "{part}");
    }
    desk.ok("export", export);
    assert_eq!(std::fs::read(&out).unwrap(), first);
    for only_pdf in ["archival", "with_project"] {
        let mut export = json!({"project": "p", "form": "dpia", "out": out, "format": "docx"});
        export[only_pdf] = json!(true);
        desk.refused("export", export, ErrorCode::WrongValue);
    }
    assert_eq!(std::fs::read(&out).unwrap(), first, "what is refused writes nothing");
}

#[test]
fn a_prior_consultation_is_written_as_word_file() {
    let mut desk = Desk::with_project();
    let out = desk.path("consultation.docx");
    let export = json!({"project": "p", "out": out, "date": "2026-11-20", "format": "docx"});
    assert_eq!(desk.ok("export_consultation", export)["pages"], json!(0));
    assert!(parts(&out).contains("docProps/custom.xml"), "it tells whose answers it holds");
}

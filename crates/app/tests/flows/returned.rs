//! A report goes out as a Word file, somebody changes words in it, and the file that comes back is read.

use std::io::{Cursor, Read as _, Write as _};

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, cell, line};

/// The part of a Word file that holds its text.
const DOCUMENT: &str = "word/document.xml";
const WRITTEN: &str = "The values are kept for ten years.";

/// The same Word file with its text changed.
fn with_document(file: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        if name == DOCUMENT {
            bytes = change(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The text of a Word file, as XML.
pub(crate) fn document_of(path: &std::path::Path) -> String {
    let file = std::fs::File::open(path).unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let mut xml = String::new();
    archive.by_name(DOCUMENT).unwrap().read_to_string(&mut xml).unwrap();
    xml
}

/// "ten" struck out and "five" put in its place, with changes tracked.
fn ten_becomes_five(xml: String) -> String {
    let at = xml.find(WRITTEN).expect("the answer stands in the file in one piece");
    let start = xml[..at].rfind("<w:r>").expect("a run");
    let end = at + xml[at..].find("</w:r>").expect("its end") + "</w:r>".len();
    let by = r#"w:author="Siri Dahl" w:date="2026-11-24T10:00:00Z""#;
    let run = |words: &str| format!(r#"<w:r><w:t xml:space="preserve">{words}</w:t></w:r>"#);
    let new = [
        run("The values are kept for "),
        format!(r#"<w:del w:id="9001" {by}><w:r><w:delText>ten</w:delText></w:r></w:del>"#),
        format!(r#"<w:ins w:id="9002" {by}>{}</w:ins>"#, run("five")),
        run(" years."),
    ];
    format!("{}{}{}", &xml[..start], new.concat(), &xml[end..])
}

/// A project of which version 1 was sent to Siri Dahl, and the file that she sent back.
fn with_returned_file() -> (Desk, std::path::PathBuf) {
    let mut desk = Desk::with_project();
    let explanation = json!({"kind": "text", "value": WRITTEN});
    desk.add("data_item", "d", json!({"name": line("Pressure"), "explanation": explanation}));
    let sent = json!({"project": "p", "kind": "review", "by": "Kari", "recipients": ["Siri Dahl"]});
    desk.ok("freeze_version", sent);
    let out = desk.path("dpia.docx");
    desk.ok("export", json!({"project": "p", "form": "dpia", "format": "docx", "out": out}));
    let returned = with_document(&std::fs::read(&out).unwrap(), ten_becomes_five);
    let path = desk.path("returned.docx");
    std::fs::write(&path, returned).unwrap();
    (desk, path)
}

fn explanation(desk: &mut Desk) -> Json {
    let form = desk.form("dpia");
    cell(&form, "data_items", "d", "explanation")["value"]["value"].clone()
}

#[test]
fn a_change_that_a_reviewer_made_in_word_is_found_at_its_answer_and_made_in_it() {
    let (mut desk, path) = with_returned_file();
    let before = desk.state("p");
    let look = desk.ok("look_at_remarks", json!({"project": "p", "path": path}));
    assert_eq!((&look["pdf"], &look["other_project"]), (&json!(false), &json!(false)), "{look}");
    assert_eq!(
        (&look["new"], &look["proposals"], &look["without_place"]),
        (&json!(1), &json!(1), &json!(0))
    );
    assert_eq!(look["remarks"][0]["quoted"], "ten", "{look}");
    assert_eq!(desk.state("p"), before, "to look keeps nothing");

    desk.ok("read_remarks", json!({"project": "p", "path": path}));
    let told = desk.ok("remarks", json!({"project": "p"}));
    let remark = &told["remarks"][0];
    assert_eq!((&remark["at_row"], &remark["at_field"]), (&json!("d"), &json!("explanation")));
    assert_eq!((&remark["by"], &remark["new_words"]), (&json!("Siri Dahl"), &json!("five")));
    desk.ok("accept_remark", json!({"project": "p", "remark": remark["row"]}));
    assert_eq!(explanation(&mut desk), "The values are kept for five years.");
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(explanation(&mut desk), WRITTEN);

    let again = desk.ok("look_at_remarks", json!({"project": "p", "path": path}));
    assert_eq!((&again["found"], &again["new"]), (&json!(1), &json!(0)), "it is known by now");
    let gone = json!({"project": "p", "path": desk.path("gone.docx")});
    desk.refused("look_at_remarks", gone, ErrorCode::Missing);
}

#[test]
fn what_reviewers_sent_back_is_no_part_of_the_draft() {
    let (mut desk, path) = with_returned_file();
    desk.ok("read_remarks", json!({"project": "p", "path": path, "from": "Siri Dahl"}));

    let found = desk.ok("find", json!({"project": "p", "words": "ten"}));
    let places = found["places"].as_array().unwrap();
    assert!(!places.is_empty() && places.iter().all(|place| place["row"] == "d"), "{found}");
    let hits = desk.ok("search", json!({"query": "Siri", "project": "p"}))["hits"].clone();
    assert_eq!(hits, json!([]), "a hit leads to an answer of the draft");

    let compared = desk.ok("compare_versions", json!({"project": "p", "from": 1}));
    assert_eq!(compared["registers"], json!([]), "nothing that the report says has changed");

    let like = json!({"id": "q", "title": "Hearts", "like": "p"});
    desk.ok("create_project", like);
    assert_eq!(desk.ok("remarks", json!({"project": "q"}))["all"], 0);
    assert_eq!(desk.ok("remarks", json!({"project": "q"}))["files"], json!([]));

    let out = desk.path("dpia.pdf");
    let carried = json!({"project": "p", "form": "dpia", "out": out, "with_project": true});
    desk.ok("export", carried);
    let printed = std::process::Command::new("pdftotext").arg(&out).arg("-").output().unwrap();
    let printed = String::from_utf8(printed.stdout).unwrap();
    assert!(printed.contains("Pressure") && !printed.contains("returned.docx"), "{printed}");
    let mut other = Desk::new();
    other.ok("load", json!({"from": out}));
    assert_eq!(other.ok("remarks", json!({"project": "p"}))["all"], 0);
    assert!(other.state("p").to_string().contains("Pressure"), "the rest is there");
    assert!(!other.state("p").to_string().contains("Siri Dahl"));
}

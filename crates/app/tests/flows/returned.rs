//! A report goes out as a Word file, a reviewer changes words in it, and the returned file is read.

use std::io::{Cursor, Read as _, Write as _};

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, cell, line};

/// The part of a Word file that holds its text.
const DOCUMENT: &str = "word/document.xml";
pub(crate) const WRITTEN: &str = "The values are kept for ten years.";

/// The Word file with its text changed.
pub(crate) fn with_document(file: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
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

/// "ten" is deleted and another word inserted, as tracked changes.
fn ten_becomes(xml: String, word: &str) -> String {
    let at = xml.find(WRITTEN).expect("the answer stands in the file in one piece");
    let start = xml[..at].rfind("<w:r>").expect("a run");
    let end = at + xml[at..].find("</w:r>").expect("its end") + "</w:r>".len();
    let by = r#"w:author="Siri Dahl" w:date="2026-11-24T10:00:00Z""#;
    let run = |words: &str| format!(r#"<w:r><w:t xml:space="preserve">{words}</w:t></w:r>"#);
    let new = [
        run("The values are kept for "),
        format!(r#"<w:del w:id="9001" {by}><w:r><w:delText>ten</w:delText></w:r></w:del>"#),
        format!(r#"<w:ins w:id="9002" {by}>{}</w:ins>"#, run(word)),
        run(" years."),
    ];
    format!("{}{}{}", &xml[..start], new.concat(), &xml[end..])
}

/// A project of which version 1 was sent to Siri Dahl, and the file that she sent back.
pub(crate) fn with_returned_file() -> (Desk, std::path::PathBuf) {
    let mut desk = Desk::with_project();
    let explanation = json!({"kind": "text", "value": WRITTEN});
    desk.add("data_item", "d", json!({"name": line("Pressure"), "explanation": explanation}));
    let sent = json!({"project": "p", "kind": "review", "by": "Kari", "recipients": ["Siri Dahl"]});
    desk.ok("freeze_version", sent);
    let out = desk.path("dpia.docx");
    desk.ok("export", json!({"project": "p", "form": "dpia", "format": "docx", "out": out}));
    let returned = with_document(&std::fs::read(&out).unwrap(), |xml| ten_becomes(xml, "five"));
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

/// A reviewer who does not track changes writes over an answer: nothing in the file marks it.
#[test]
fn words_that_were_changed_without_tracking_are_told_at_their_answer() {
    let (mut desk, path) = with_returned_file();
    let sent = std::fs::read(desk.path("dpia.docx")).unwrap();
    let silent = |xml: String| {
        assert!(xml.contains(WRITTEN));
        xml.replacen(WRITTEN, "The values are kept for ever.", 1)
    };
    std::fs::write(&path, with_document(&sent, silent)).unwrap();
    let look = desk.ok("look_at_remarks", json!({"project": "p", "path": path}));
    assert_eq!((&look["new"], &look["proposals"]), (&json!(1), &json!(1)), "{look}");
    let told = look["warnings"].to_string();
    assert!(told.contains("1 answer was changed in Word while “Track changes” was off"), "{told}");
    desk.ok("read_remarks", json!({"project": "p", "path": path}));
    let told = desk.ok("remarks", json!({"project": "p"}));
    let remark = &told["remarks"][0];
    assert_eq!((&remark["at_row"], &remark["at_field"]), (&json!("d"), &json!("explanation")));
    assert_eq!(remark["kind"], "untracked");
    assert_eq!(remark["words"], "The values are kept for ever.");
    assert_eq!(explanation(&mut desk), WRITTEN, "the draft stays as it is");
    let again = desk.ok("look_at_remarks", json!({"project": "p", "path": path}));
    assert_eq!(again["new"], 0, "it is known by now");

    let of_it = json!({"project": "p", "remark": remark["row"]});
    desk.ok("accept_remark", of_it.clone());
    assert_eq!(explanation(&mut desk), "The values are kept for ever.");
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(explanation(&mut desk), WRITTEN);

    // What a person wrote since is shown beside the words of the file, and stays.
    desk.set(
        "d",
        "explanation",
        json!({"kind": "text", "value": "The values are kept.\n\nFor ever."}),
    );
    let shown = desk.ok("remarks", json!({"project": "p"}));
    let shown = &shown["remarks"][0];
    let went = &shown["change"][1];
    assert_eq!(went["side"], "before", "{shown}");
    assert_eq!(went["words"], "kept. For", "{shown}");
    assert!(shown["hindrance"].to_string().contains("has changed since this file"), "{shown}");
    desk.refused("accept_remark", of_it.clone(), ErrorCode::WrongValue);
    desk.set("d", "explanation", json!({"kind": "text", "value": "The values are kept for ever."}));
    let refused = desk.refused("accept_remark", of_it, ErrorCode::WrongValue);
    assert!(refused.to_string().contains("reads as it stands in the file"), "{refused}");
}

#[test]
fn a_file_that_nobody_changed_has_no_remark() {
    let mut desk = Desk::new();
    desk.ok("sample", json!({}));
    for form in ["dpia", "rar"] {
        let out = desk.path(&format!("{form}.docx"));
        let asked = json!({"project": "sample", "form": form, "format": "docx", "out": out});
        desk.ok("export", asked);
        let controls = document_of(&out).matches("<w:sdt>").count();
        assert!(controls > 50, "{controls} answers can be told apart in the {form}");
        let look = desk.ok("look_at_remarks", json!({"project": "sample", "path": out}));
        assert_eq!((&look["found"], &look["remarks"]), (&json!(0), &json!([])), "{form}");
        let told = look["warnings"].to_string();
        assert!(told.contains("no remarks in the file"), "{form}: {told}");
        assert!(!told.contains("outside of the answers"), "{form}: {told}");
        assert_eq!(look["problems"], json!([]), "{form}");
    }
}

#[test]
fn what_reviewers_sent_back_is_no_part_of_the_draft() {
    let (mut desk, path) = with_returned_file();
    desk.ok("read_remarks", json!({"project": "p", "path": path, "from": "Siri Dahl"}));

    let found = desk.ok("find", json!({"project": "p", "words": "ten"}));
    let places = found["places"].as_array().unwrap();
    assert!(!places.is_empty() && places.iter().all(|place| place["row"] == "d"), "{found}");
    let hits = desk.ok("search", json!({"query": "Siri", "project": "p"}))["hits"].clone();
    let remark = desk.ok("remarks", json!({"project": "p"}))["remarks"][0]["row"].clone();
    assert_eq!(hits.as_array().unwrap().len(), 1, "{hits}");
    assert_eq!((&hits[0]["kind"], &hits[0]["row"]), (&json!("remark"), &remark), "{hits}");
    assert_eq!(hits[0]["form"], Json::Null, "a remark is found as a remark, not as an answer");

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

#[test]
fn a_change_that_comes_back_in_other_words_is_the_same_remark() {
    let (mut desk, path) = with_returned_file();
    desk.ok("read_remarks", json!({"project": "p", "path": path}));
    let first = desk.ok("remarks", json!({"project": "p"}))["remarks"][0]["row"].clone();
    desk.ok(
        "decline_remark",
        json!({"project": "p", "remark": first, "reason": "The law says ten."}),
    );

    let out = desk.path("dpia.docx");
    let again = desk.path("again.docx");
    let changed = with_document(&std::fs::read(&out).unwrap(), |xml| ten_becomes(xml, "six"));
    std::fs::write(&again, changed).unwrap();
    let look = desk.ok("look_at_remarks", json!({"project": "p", "path": again}));
    assert_eq!((&look["new"], &look["edited"]), (&json!(0), &json!(1)), "{look}");
    desk.ok("read_remarks", json!({"project": "p", "path": again}));
    let told = desk.ok("remarks", json!({"project": "p"}));
    assert_eq!(told["all"], 1);
    let remark = &told["remarks"][0];
    assert_eq!((&remark["row"], &remark["new_words"]), (&first, &json!("six")));
    assert_eq!(remark["earlier"], "ten → five", "no word is lost");
    assert!(remark["edited"].is_string() && remark["state"] == "open", "{remark}");
    assert_eq!(remark["answer"], "The law says ten.", "what was answered stays");
    for file in [&path, &again] {
        let look = desk.ok("look_at_remarks", json!({"project": "p", "path": file}));
        assert_eq!((&look["new"], &look["edited"]), (&json!(0), &json!(0)), "{look}");
    }
    desk.ok("undo", json!({"project": "p"}));
    let before = desk.ok("remarks", json!({"project": "p"}))["remarks"][0].clone();
    assert_eq!((&before["new_words"], &before["state"]), (&json!("five"), &json!("declined")));
}

/// The words of a report's PDF.
fn printed(desk: &mut Desk, more: Json) -> String {
    let out = desk.path("printed.pdf");
    let mut of = json!({"project": "p", "form": "dpia", "out": out});
    of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.ok("export", of);
    let text = std::process::Command::new("pdftotext").arg(&out).arg("-").output().unwrap();
    String::from_utf8(text.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_answers_to_reviewers_are_an_appendix_only_where_a_person_asks_for_it() {
    let (mut desk, path) = with_returned_file();
    let out = desk.path("none.pdf");
    let asked = json!({"project": "p", "form": "dpia", "out": out, "with_answers": true});
    let refused = desk.refused("export", asked, ErrorCode::WrongValue);
    assert!(refused.message.contains("No remark"), "{}", refused.message);

    desk.ok("read_remarks", json!({"project": "p", "path": path}));
    let remark = desk.ok("remarks", json!({"project": "p"}))["remarks"][0]["row"].clone();
    let reason = "The archive act asks for ten.";
    desk.ok(
        "decline_remark",
        json!({"project": "p", "remark": remark, "reason": reason, "by": "Kari"}),
    );
    // Remarks quote what a public summary withholds, and this one stands at no answer that the other cuts show.
    for cut in ["public", "provider", "summary", "owner"] {
        let of =
            json!({"project": "p", "form": "dpia", "out": out, "cut": cut, "with_answers": true});
        desk.refused("export", of, ErrorCode::WrongValue);
    }
    let words = printed(&mut desk, json!({}));
    assert!(!words.contains("Siri Dahl") && !words.contains(reason), "{words}");
    let words = printed(&mut desk, json!({"with_answers": true}));
    for part in
        ["Answers to reviewers", "version 1", "Siri Dahl", "“five”", "Not followed: Kari", reason]
    {
        assert!(words.contains(part), "{part} is not in {words}");
    }
    let docx = desk.path("answers.docx");
    desk.ok("export", json!({"project": "p", "form": "dpia", "format": "docx", "out": docx, "with_answers": true}));
    let mut archive = zip::ZipArchive::new(Cursor::new(std::fs::read(&docx).unwrap())).unwrap();
    let mut xml = String::new();
    archive.by_name(DOCUMENT).unwrap().read_to_string(&mut xml).unwrap();
    assert!(xml.contains(reason), "the Word file has it, too");

    let sent = json!({"project": "p", "kind": "review", "by": "Kari", "with_answers": true});
    desk.ok("freeze_version", sent);
    let out = desk.path("version.pdf");
    desk.ok("export_version", json!({"project": "p", "version": 2, "form": "dpia", "out": out}));
    let text = std::process::Command::new("pdftotext").arg(&out).arg("-").output().unwrap();
    assert!(String::from_utf8(text.stdout).unwrap().contains("Answers to reviewers"));
}

#[test]
fn a_place_for_a_remark_is_found_by_its_words_and_by_its_name() {
    let (mut desk, path) = with_returned_file();
    desk.ok("read_remarks", json!({"project": "p", "path": path}));
    let remark = desk.ok("remarks", json!({"project": "p"}))["remarks"][0]["row"].clone();
    let find = |desk: &mut Desk, query: &str| -> Vec<Json> {
        let of = json!({"project": "p", "remark": remark, "query": query});
        desk.ok("places_for_remark", of)["places"].as_array().unwrap().clone()
    };
    let likely = find(&mut desk, "");
    assert_eq!((&likely[0]["row"], &likely[0]["field"]), (&json!("d"), &json!("explanation")));
    assert_eq!(likely[0]["holds_words"], true);
    assert!(
        likely[1..].iter().all(|place| place["row"].is_null()),
        "then the sections: {likely:?}"
    );
    let named = find(&mut desk, "pressure");
    assert_eq!((&named[0]["row"], &named[0]["field"]), (&json!("d"), &Json::Null), "{named:?}");
    assert!(named.iter().any(|place| place["field"] == "name"), "{named:?}");
    assert!(named.iter().all(|place| place["row"] != remark), "a remark is no place");
    assert!(find(&mut desk, "no such words").is_empty());
    let other = json!({"project": "p", "remark": "d", "query": ""});
    desk.refused("places_for_remark", other, ErrorCode::NotFound);
}

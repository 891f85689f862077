//! Answers that a reviewer wrote over in Word while no change was tracked.

use vurder_model::report_address::{split_tag, with_hash};

use super::*;

const WROTE: &str = "The values are kept for ten years. They are read by nurses.";

/// A Word file in which the answer has these words; it was exported with others.
fn silent(wrote: &str, words: &str, field: &str) -> ReturnedFile {
    let tag = with_hash("d/x", wrote);
    let hashes = split_tag(&tag).and_then(|(_, hashes)| hashes).map(str::to_owned);
    let one = ReturnedRemark {
        author: None,
        at: None,
        place: Some(format!("d/{field}")),
        page: None,
        exported: hashes,
        ..remark(Kind::Untracked, words)
    };
    ReturnedFile { kind: FileKind::Docx, remarks: vec![one], ..file_of("p", "1") }
}

#[test]
fn an_answer_that_changed_since_the_export_is_not_written_over() {
    let mut desk = Desk::sent();
    let words = "The values are kept for five years. They are read by nurses.";
    desk.take(silent(WROTE, words, "explanation"), None);
    let one = desk.row(words);
    assert!(one["hindrance"].is_null(), "{one}");
    let added = format!("{WROTE} A person added this.");
    desk.ok(
        "set_value",
        json!({"project": "p", "row": "d", "field": "explanation",
        "value": {"kind": "text", "value": added}}),
    );
    let one = desk.row(words);
    assert!(one["hindrance"].as_str().unwrap().contains("has changed since"), "{one}");
    let message = desk.refused("accept_remark", json!({"project": "p", "remark": one["row"]}));
    assert!(message.contains("has changed since"), "{message}");
    assert_eq!(desk.explanation(), added);
}

#[test]
fn a_file_that_kept_no_hash_is_taken_as_before() {
    let mut desk = Desk::sent();
    let words = "The values are kept for ever. They are read by nurses.";
    let mut file = silent("Something else", words, "explanation");
    file.remarks[0].exported = None;
    desk.take(file, None);
    let one = desk.row(words);
    desk.ok("accept_remark", json!({"project": "p", "remark": one["row"]}));
    assert_eq!(desk.explanation(), words);
}

#[test]
fn words_typed_into_an_empty_answer_have_the_kind_of_its_field() {
    let mut desk = Desk::sent();
    desk.ok("add_row", json!({"project": "p", "register": "data_item", "id": "e", "values": {}}));
    let mut file = silent("", "Weight", "name");
    file.remarks[0].place = Some("e/name".to_owned());
    desk.take(file, None);
    let one = desk.row("Weight");
    assert!(one["hindrance"].is_null(), "{one}");
    desk.ok("accept_remark", json!({"project": "p", "remark": one["row"]}));
    let facts = desk.app.facts(&ProjectId::new("p").unwrap()).unwrap();
    let row = facts.project.rows.iter().find(|row| row.id.as_str() == "e").unwrap();
    assert_eq!(row.values["name"], vurder_model::value::Value::Line("Weight".to_owned()));
}

//! A reviewer removes answers from a Word file, or changes what is no answer, while no change is tracked.

use serde_json::json;

use crate::returned::{WRITTEN, with_document, with_returned_file};

/// The element around a place, from the last `start` before it to the first `end` after it.
fn around<'a>(xml: &'a str, words: &str, start: &str, end: &str) -> &'a str {
    let at = xml.find(words).expect("the words stand in the file");
    let from = xml[..at].rfind(start).expect("the element begins");
    let to = at + xml[at..].find(end).expect("the element ends") + end.len();
    &xml[from..to]
}

#[test]
fn an_answer_that_was_removed_in_the_file_is_told_at_its_place() {
    let (mut desk, path) = with_returned_file();
    let sent = std::fs::read(desk.path("dpia.docx")).unwrap();
    let removed = with_document(&sent, |xml| {
        let control = around(&xml, WRITTEN, "<w:sdt>", "</w:sdt>").to_owned();
        xml.replacen(&control, "", 1)
    });
    std::fs::write(&path, removed).unwrap();
    let look = desk.ok("look_at_remarks", json!({"project": "p", "path": path}));
    assert_eq!((&look["new"], &look["proposals"]), (&json!(1), &json!(0)), "{look}");
    let told = look["warnings"].to_string();
    assert!(told.contains("1 answer that you sent is not in the file any more"), "{told}");
    assert!(!told.contains("outside of the answers"), "{told}");
    desk.ok("read_remarks", json!({"project": "p", "path": path}));
    let told = desk.ok("remarks", json!({"project": "p"}));
    let one = &told["remarks"][0];
    assert_eq!((&one["at_row"], &one["at_field"]), (&json!("d"), &json!("explanation")), "{one}");
    assert!(one["told"].as_str().unwrap().contains("answer was removed"), "{one}");
    assert_eq!(one["proposes"], false);
    let again = desk.ok("look_at_remarks", json!({"project": "p", "path": path}));
    assert_eq!(again["new"], 0, "it is known by now");
}

#[test]
fn text_outside_of_the_answers_that_was_changed_is_told() {
    let (mut desk, path) = with_returned_file();
    let sent = std::fs::read(desk.path("dpia.docx")).unwrap();
    let with_words = with_document(&sent, |xml| {
        xml.replacen(
            "<w:sectPr>",
            "<w:p><w:r><w:t>A remark at the end.</w:t></w:r></w:p><w:sectPr>",
            1,
        )
    });
    std::fs::write(&path, with_words).unwrap();
    let look = desk.ok("look_at_remarks", json!({"project": "p", "path": path}));
    let told = look["warnings"].to_string();
    assert!(told.contains("Text outside of the answers was changed"), "{told}");
    assert!(!told.contains("no remarks in the file"), "{told}");
}

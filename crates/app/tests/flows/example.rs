//! Examples of answers from the sample study.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, line};

fn example(desk: &mut Desk, row: &str, field: &str) -> Json {
    desk.ok("example", json!({"project": "p", "row": row, "field": field}))["words"].clone()
}

#[test]
fn a_form_without_answers_has_the_words_of_the_sample_as_example() {
    let mut desk = Desk::with_project();
    let words = example(&mut desk, "edpb-dpia", "dpia_scope");
    assert!(words.as_str().is_some_and(|words| !words.contains("cite:")), "{words}");
    assert_eq!(example(&mut desk, "edpb-dpia", "no_such_field"), Json::Null);
    assert_eq!(example(&mut desk, "no-such-row", "title"), Json::Null);
    let levels = example(&mut desk, "method", "risk");
    assert_eq!(levels, Json::Null, "a scale of another study is no example");
}

#[test]
fn a_row_has_the_example_of_the_row_that_is_most_like_it() {
    let mut desk = Desk::with_project();
    let serves = |option: &str| json!({"kind": "choice", "value": {"option": option}});
    desk.add("measure", "fair", json!({"serves": serves("fairness")}));
    desk.add("measure", "consent", json!({"serves": serves("consent")}));
    let fair = example(&mut desk, "fair", "measure");
    let consent = example(&mut desk, "consent", "measure");
    assert_ne!(fair, consent);
    assert!(consent.as_str().unwrap().contains("onsent"), "{consent}");
}

#[test]
fn own_words_that_are_the_same_need_no_example() {
    let mut desk = Desk::with_project();
    desk.add("role", "r", json!({"name": line("Kari")}));
    let words = example(&mut desk, "r", "name");
    let same = json!({"kind": "line", "value": words});
    desk.ok("set_value", json!({"project": "p", "row": "r", "field": "name", "value": same}));
    assert_eq!(example(&mut desk, "r", "name"), Json::Null);
    let of_another = json!({"project": "q", "row": "r", "field": "name"});
    desk.refused("example", of_another, ErrorCode::NotFound);
}

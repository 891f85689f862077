//! The findings of a project, and waivers.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, choice, line, refs, text};

const KEY: &str = "item-without-purpose/d";

fn found(desk: &mut Desk, key: &str) -> Option<Json> {
    let all = desk.ok("findings", json!({"project": "p"}));
    all["findings"].as_array().unwrap().iter().find(|one| one["key"] == key).cloned()
}

fn waive(desk: &mut Desk, reason: &str) -> Json {
    desk.ok("waive", json!({"project": "p", "finding": KEY, "reason": reason}))
}

/// A project with a data item that has no purpose.
fn with_finding() -> Desk {
    let mut desk = Desk::with_project();
    desk.add("data_item", "d", json!({"name": line("Height")}));
    desk
}

#[test]
fn a_finding_says_what_is_wrong_here_with_law_and_place() {
    let mut desk = with_finding();
    let finding = found(&mut desk, KEY).unwrap();
    assert_eq!(finding["text"], "D1 (Height) has no purpose");
    assert_eq!(finding["severity"], "law");
    assert_eq!(finding["law"], json!(["GDPR 5(1)(b)", "GDPR 5(1)(c)"]));
    assert_eq!(finding["place"]["part"], "1.1.b");
    desk.add("purpose", "u", json!({"purpose": text("Find markers"), "data_items": refs(&["d"])}));
    assert_eq!(found(&mut desk, KEY), None);
}

#[test]
fn a_mend_is_a_change_that_the_program_takes() {
    let mut desk = with_finding();
    desk.set("d", "special", json!({"kind": "choices", "value": [{"option": "genetic"}]}));
    let reasons = json!({"kind": "choices", "value": [{"option": "large-scale"}]});
    let set = |value: &Json| json!({"project": "p", "register": "dpia", "field": "reasons", "value": value});
    desk.ok("set_value", set(&reasons));
    let finding = found(&mut desk, "reason-35-3-b-missing").unwrap();
    let mend = &finding["mend"];
    assert_eq!(
        mend["label"],
        "Choose “Special categories or criminal data at large scale” under Reasons for this DPIA"
    );
    assert_eq!(mend["change"]["command"], "set_value");
    let change = &mend["change"];
    let place = json!({"project": "p", "row": change["row"], "field": change["field"], "value": change["value"]});
    desk.ok("set_value", place);
    assert_eq!(found(&mut desk, "reason-35-3-b-missing"), None);
}

#[test]
fn a_waiver_has_a_reason_and_is_undone_searched_dumped_and_taken_back() {
    let mut desk = with_finding();
    let before = desk.ok("findings", json!({"project": "p"}));
    for reason in ["", "  ", "\n"] {
        let arguments = json!({"project": "p", "finding": KEY, "reason": reason});
        desk.refused("waive", arguments, ErrorCode::WrongValue);
    }
    waive(&mut desk, "Agreed with   the board");
    let finding = found(&mut desk, KEY).unwrap();
    assert_eq!(finding["waiver"]["reason"], "Agreed with the board");
    assert_eq!(finding["waiver"]["fell"], false);
    assert_eq!(finding["waiver"]["on"], "2026-11-20");
    let counts = desk.ok("project", json!({"project": "p"}))["findings"].clone();
    assert_eq!(counts["waived"], 1);
    assert_eq!(counts["law"], json!(before["counts"]["law"].as_u64().unwrap() - 1));
    assert_eq!(desk.undo_state().0, json!("waiver of a finding"));
    let hits = desk.ok("search", json!({"query": "agreed with the board", "project": "p"}));
    assert!(hits.to_string().contains("board"), "{hits}");
    assert!(desk.dump().to_string().contains("Agreed with the board"));

    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(found(&mut desk, KEY).unwrap()["waiver"], Json::Null);
    desk.ok("redo", json!({"project": "p"}));
    assert_eq!(found(&mut desk, KEY).unwrap()["waiver"]["reason"], "Agreed with the board");

    desk.ok("unwaive", json!({"project": "p", "finding": KEY}));
    assert_eq!(found(&mut desk, KEY).unwrap()["waiver"], Json::Null);
    desk.refused("unwaive", json!({"project": "p", "finding": KEY}), ErrorCode::NotFound);
    waive(&mut desk, "Agreed again");
    assert_eq!(found(&mut desk, KEY).unwrap()["waiver"]["reason"], "Agreed again");
    let mut desk = desk.reopened();
    assert_eq!(found(&mut desk, KEY).unwrap()["waiver"]["reason"], "Agreed again");
}

#[test]
fn a_waiver_falls_when_what_it_waived_changes_and_says_so() {
    let mut desk = Desk::with_project();
    let dates = |day: &str| json!({"kind": "date", "value": day});
    desk.ok("set_value", json!({"project": "p", "register": "dpia", "field": "launch_date", "value": dates("2026-12-01")}));
    desk.add("measure", "m", json!({"measure": text("Later"), "serves": choice("additional"), "deadline": dates("2027-01-01")}));
    let key = "measure-after-launch/m";
    desk.ok("waive", json!({"project": "p", "finding": key, "reason": "It is not needed before"}));
    let changed = desk.set("m", "deadline", dates("2027-06-01"));
    let told = &changed["derived"]["findings"]["came"];
    let told = told.as_array().unwrap().iter().find(|one| one["key"] == key).unwrap();
    assert_eq!(told["waiver"]["fell"], true, "the change tells it");
    desk.ok("waive", json!({"project": "p", "finding": key, "reason": "Still not"}));
    let waiver = &found(&mut desk, key).unwrap()["waiver"];
    assert_eq!((&waiver["reason"], &waiver["fell"]), (&json!("Still not"), &json!(false)));
}

#[test]
fn a_waiver_without_a_finding_stays_and_is_told() {
    let mut desk = with_finding();
    waive(&mut desk, "Agreed");
    desk.add("purpose", "u", json!({"purpose": text("Find markers"), "data_items": refs(&["d"])}));
    let idle = desk.ok("findings", json!({"project": "p"}))["idle"].clone();
    assert_eq!(idle[0]["key"], KEY);
    assert_eq!(idle[0]["said"], "D1 (Height) has no purpose");
    assert_eq!(idle[0]["rule_known"], true);
    desk.ok("unwaive", json!({"project": "p", "finding": KEY}));
    assert_eq!(desk.ok("findings", json!({"project": "p"}))["idle"], json!([]));
}

#[test]
fn what_is_no_finding_cannot_be_waived() {
    let mut desk = with_finding();
    for key in ["", "no-such-rule", "item-without-purpose/other", "item-without-purpose"] {
        let arguments = json!({"project": "p", "finding": key, "reason": "Why not"});
        desk.refused("waive", arguments, ErrorCode::NotFound);
    }
    let long = "x".repeat(2001);
    let arguments = json!({"project": "p", "finding": KEY, "reason": long});
    desk.refused("waive", arguments, ErrorCode::TooLarge);
}

#[test]
fn a_report_prints_what_was_waived_with_the_reason() {
    let mut desk = with_finding();
    let pages = |desk: &mut Desk| {
        desk.ok("preview", json!({"project": "p", "form": "dpia"}))["pages"].as_u64().unwrap()
    };
    let before = pages(&mut desk);
    waive(&mut desk, &"Agreed with the board, at length. ".repeat(50));
    assert!(pages(&mut desk) >= before, "it takes room");
    let out = desk.path("dpia.pdf");
    desk.ok("export", json!({"project": "p", "form": "dpia", "out": out}));
    assert!(std::fs::metadata(&out).unwrap().len() > 0);
}

//! Answers: which values a field takes, the history of answers, and undo across fields.

use chrono::TimeDelta;
use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, cell, choices, level, line, refs, start, text};

fn set(row: &str, field: &str, value: Json) -> Json {
    json!({"project": "p", "row": row, "field": field, "value": value})
}

#[test]
fn a_value_that_does_not_fit_is_refused_and_what_stood_there_stays() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({"title": line("One")}));
    desk.add("asset", "a", json!({"name": line("Lab")}));
    let before = desk.state("p");
    let long = "å".repeat(600 * 1024);
    for (arguments, code) in [
        (set("r", "title", text("a text")), ErrorCode::WrongValue),
        (set("r", "title", line("two\nlines")), ErrorCode::WrongValue),
        (set("r", "how", text(&long)), ErrorCode::TooLarge),
        (set("r", "concerns", choices(&["animals"])), ErrorCode::WrongValue),
        (set("r", "ds_severity", level(0)), ErrorCode::WrongValue),
        (set("r", "ds_severity", level(5)), ErrorCode::WrongValue),
        (set("r", "assets", refs(&["nobody"])), ErrorCode::NotFound),
        (set("r", "assets", refs(&["r"])), ErrorCode::WrongValue),
        (
            set("r", "evidence", json!({"kind": "citations", "value": ["none"]})),
            ErrorCode::NotFound,
        ),
        (set("r", "colour", line("red")), ErrorCode::NotFound),
        (set("nobody", "title", line("x")), ErrorCode::NotFound),
        (set("r", "title", json!({"kind": "poem", "value": "x"})), ErrorCode::BadArguments),
        (set("r", "title", json!(7)), ErrorCode::BadArguments),
        (
            set("r", "acceptance", json!({"kind": "date", "value": "2026-02-30"})),
            ErrorCode::BadArguments,
        ),
        (json!({"project": "p", "field": "title", "value": line("x")}), ErrorCode::BadArguments),
        (
            json!({"project": "p", "register": "risk", "field": "title", "value": line("x")}),
            ErrorCode::NotFound,
        ),
        (
            json!({"project": "p", "register": "method", "field": "likelihood",
                "value": {"kind": "scale", "value": [{"label": "alone"}]}}),
            ErrorCode::WrongValue,
        ),
        (
            json!({"project": "p", "register": "method", "field": "likelihood",
                "value": {"kind": "scale", "value": [{"label": "a"}, {"label": " "}]}}),
            ErrorCode::WrongValue,
        ),
        (
            json!({"project": "p", "register": "method", "field": "matrix",
                "value": {"kind": "matrix", "value": [[1, 2], [3]]}}),
            ErrorCode::WrongValue,
        ),
    ] {
        desk.refused("set_value", arguments, code);
    }
    desk.refused("dance", json!({}), ErrorCode::UnknownCommand);
    desk.refused("set_value", json!("r"), ErrorCode::BadArguments);
    assert_eq!(desk.state("p"), before);
}

#[test]
fn rich_text_comes_as_a_tree_and_stands_as_markdown() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({}));
    let doc = json!({"type": "doc", "content": [{"type": "paragraph", "content": [
        {"type": "text", "text": "Blåbær "},
        {"type": "text", "text": "δοκιμή *тест*", "marks": [{"type": "strong"}]}]}]});
    desk.ok("set_value", json!({"project": "p", "row": "r", "field": "how", "doc": doc}));
    let state = desk.state("p");
    let risk = state["rows"].as_array().unwrap().iter().find(|r| r["id"] == "r").unwrap().clone();
    assert_eq!(risk["values"]["how"]["value"]["value"], "Blåbær **δοκιμή \\*тест\\***");
    let shown = cell(&desk.form("dpia"), "events", "r", "how").clone();
    assert_eq!(shown["doc"], doc, "the editor gets back what it sent");
    let wrong = json!({"project": "p", "row": "r", "field": "title", "doc": doc});
    desk.refused("set_value", wrong, ErrorCode::WrongValue);
}

#[test]
fn every_version_of_an_answer_can_be_read_and_brought_back() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({}));
    desk.set("r", "how", text("First."));
    desk.set("r", "sources", text("Something else in between."));
    desk.set("r", "how", text("Second, with æøå."));
    desk.ok("set_value", json!({"project": "p", "row": "r", "field": "how"}));
    desk.set("r", "how", text("Third."));
    let asked = json!({"project": "p", "row": "r", "field": "how"});
    let versions = desk.ok("history", asked.clone())["versions"].clone();
    let words = |versions: &Json| {
        let all = versions.as_array().unwrap().iter();
        all.map(|v| v["value"]["value"].as_str().unwrap_or("-").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(words(&versions), ["Third.", "-", "Second, with æøå.", "First."]);
    let current: Vec<bool> =
        versions.as_array().unwrap().iter().map(|v| v["current"] == true).collect();
    assert_eq!(current, [true, false, false, false]);
    let mut desk = desk.reopened();
    let mut restore = asked.clone();
    restore["version"] = versions[2]["version"].clone();
    desk.ok("restore_answer", restore.clone());
    let versions = desk.ok("history", asked.clone())["versions"].clone();
    assert_eq!(
        words(&versions)[..2],
        ["Second, with æøå.", "Third."],
        "bringing back is a change like any other"
    );
    desk.ok("undo", json!({"project": "p"}));
    let shown = cell(&desk.form("dpia"), "events", "r", "how")["value"]["value"].clone();
    assert_eq!(shown, "Third.");
    restore["version"] = json!("nothing");
    desk.refused("restore_answer", restore, ErrorCode::NotFound);
    assert_eq!(
        desk.ok("history", json!({"project": "p", "row": "r", "field": "impact"})),
        json!({"versions": [], "older": false})
    );
}

/// Cites a statement in a text and undoes both. Another change follows, so that they cannot be redone.
fn cited_and_left(desk: &mut Desk, named: Option<&str>) -> (Json, String) {
    let mut cite = json!({"project": "p", "statement": "hunt-cloud/audit-report-on-request"});
    if let Some(id) = named {
        cite["id"] = json!(id);
    }
    let id = desk.ok("cite", cite)["citation"].as_str().unwrap().to_owned();
    desk.set("r", "how", text(&format!("As they say [x](cite:{id}).")));
    let asked = json!({"project": "p", "row": "r", "field": "how"});
    let mut restore = asked.clone();
    restore["version"] = desk.ok("history", asked)["versions"][0]["version"].clone();
    while desk.ok("citations", json!({"project": "p"}))["citations"] != json!({}) {
        desk.ok("undo", json!({"project": "p"}));
    }
    desk.set("r", "sources", text("Something else."));
    (restore, id)
}

#[test]
fn a_text_that_comes_back_brings_its_citations_with_it() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({}));
    let (restore, id) = cited_and_left(&mut desk, None);
    desk.ok("restore_answer", restore);
    let there = desk.ok("citations", json!({"project": "p"}))["citations"].clone();
    assert_eq!(there[&id]["citation"]["statement"], "hunt-cloud/audit-report-on-request");
    desk.set("r", "how", text(&format!("As they say [x](cite:{id}), daily.")));
    desk.ok("undo", json!({"project": "p"}));
    desk.ok("undo", json!({"project": "p"}));
    let there = desk.ok("citations", json!({"project": "p"}))["citations"].clone();
    assert_eq!(there, json!({}), "both come and go in one step");
}

#[test]
fn a_citation_never_comes_to_mean_another_statement() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({}));
    let (restore, _) = cited_and_left(&mut desk, Some("iso-27001-certificate"));
    let certificate = json!({"project": "p", "statement": "hunt-cloud/iso-27001-certificate"});
    let mut named = certificate.clone();
    named["id"] = json!("iso-27001-certificate");
    desk.refused("cite", named, ErrorCode::Taken);
    let other = desk.ok("cite", certificate)["citation"].clone();
    assert_eq!(other, "iso-27001-certificate-2", "the first name was another statement's");
    desk.ok("restore_answer", restore);
    let there = desk.ok("citations", json!({"project": "p"}))["citations"].clone();
    assert_eq!(
        there["iso-27001-certificate"]["citation"]["statement"],
        "hunt-cloud/audit-report-on-request"
    );
    assert_eq!(there.as_object().unwrap().len(), 2);
}

#[test]
fn a_version_that_was_listed_can_be_brought_back_after_more_was_typed() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({}));
    desk.set("r", "how", text("First words."));
    let mut asked = json!({"project": "p", "row": "r", "field": "how"});
    let version = desk.ok("history", asked.clone())["versions"][0]["version"].clone();
    desk.set("r", "how", text("First words. And more."));
    assert_eq!(desk.ok("history", asked.clone())["versions"].as_array().unwrap().len(), 1);
    asked["version"] = version;
    desk.ok("restore_answer", asked);
    let shown = cell(&desk.form("dpia"), "events", "r", "how")["value"]["value"].clone();
    assert_eq!(shown, "First words.");
}

#[test]
fn a_long_history_is_told_page_by_page() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({}));
    for n in 0..120 {
        desk.set("r", "how", text(&format!("{n} words.")));
    }
    for n in 0..30 {
        desk.set("r", "impact", text(&format!("{n} words. {}", "Kept. ".repeat(4000))));
    }
    let mut pages = |field: &str| {
        let mut asked = json!({"project": "p", "row": "r", "field": field});
        let (mut lengths, mut seen) = (Vec::new(), Vec::new());
        loop {
            let page = desk.ok("history", asked.clone());
            assert!(page.to_string().len() < 2_000_000, "what is asked for is soon there");
            let versions = page["versions"].as_array().unwrap().clone();
            lengths.push(versions.len());
            asked["before"] = versions.last().unwrap()["version"].clone();
            seen.extend(versions);
            if page["older"] == false {
                break;
            }
        }
        let current = seen.iter().filter(|v| v["current"] == true).count();
        assert_eq!((current, &seen[0]["current"]), (1, &json!(true)));
        let mut names: Vec<String> = seen.iter().map(|v| v["version"].to_string()).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), seen.len(), "none is told twice");
        lengths
    };
    assert_eq!(pages("how"), [50, 50, 20]);
    assert_eq!(pages("impact"), [16, 14]);
    let lost = json!({"project": "p", "row": "r", "field": "how", "before": "nothing"});
    desk.refused("history", lost, ErrorCode::NotFound);
}

#[test]
fn rows_that_are_gone_are_not_referred_to_again() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({}));
    desk.add("asset", "a", json!({}));
    let refs = |rows: &[&str]| json!({"kind": "refs", "value": rows});
    desk.set("r", "assets", refs(&["a"]));
    desk.add("asset", "b", json!({}));
    desk.set("r", "assets", refs(&["a", "b"]));
    let mut asked = json!({"project": "p", "row": "r", "field": "assets"});
    let version = desk.ok("history", asked.clone())["versions"][0]["version"].clone();
    for _ in 0..3 {
        desk.ok("undo", json!({"project": "p"}));
    }
    desk.set("r", "how", text("Something else."));
    asked["version"] = version;
    desk.ok("restore_answer", asked);
    let stored = desk.state("p").to_string();
    assert!(stored.contains(r#"{"kind":"refs","value":["a"]}"#), "{stored}");
}

#[test]
fn undo_and_redo_go_over_all_fields_and_survive_a_restart() {
    let mut desk = Desk::with_project();
    desk.refused("undo", json!({"project": "p"}), ErrorCode::NothingToUndo);
    desk.refused("redo", json!({"project": "p"}), ErrorCode::NothingToUndo);
    let mut states = vec![desk.state("p")];
    type Step = fn(&mut Desk);
    let steps: [Step; 5] = [
        |desk| drop(desk.add("risk", "r", json!({"title": line("One")}))),
        |desk| drop(desk.set("r", "title", line("Two"))),
        |desk| drop(desk.set("controller-1", "dpo", line("None"))),
        |desk| drop(desk.ok("change_project", json!({"project": "p", "version": "0.2"}))),
        |desk| drop(desk.ok("trash_row", json!({"project": "p", "row": "r"}))),
    ];
    for step in steps {
        step(&mut desk);
        states.push(desk.state("p"));
    }
    for state in states.iter().rev().skip(1) {
        let answer = desk.ok("undo", json!({"project": "p"}));
        assert!(answer["undo"]["redo"].is_string(), "the window can name what redo would do");
        assert_eq!(&desk.state("p"), state);
        desk = desk.reopened();
    }
    for state in states.iter().skip(1) {
        desk.ok("redo", json!({"project": "p"}));
        assert_eq!(&desk.state("p"), state);
    }
    desk.ok("undo", json!({"project": "p"}));
    desk.set("r", "title", line("Another way"));
    let (_, redo) = desk.undo_state();
    assert_eq!(redo, json!(null), "a new change leaves what was undone behind");
    desk.refused("redo", json!({"project": "p"}), ErrorCode::NothingToUndo);
}

#[test]
fn undo_and_redo_are_named_with_what_they_change() {
    let mut desk = Desk::with_project();
    desk.add("data_item", "d", json!({}));
    assert_eq!(desk.undo_state().0, "new row (data item)");
    desk.set("d", "name", line("Genomes"));
    assert_eq!(desk.undo_state().0, "change of an answer (Personal data)");
    desk.ok("trash_row", json!({"project": "p", "row": "d"}));
    assert_eq!(desk.undo_state().0, "deleting a row (data item)");
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.undo_state().1, "deleting a row (data item)");
}

#[test]
fn undo_in_one_project_leaves_the_other_alone() {
    let mut desk = Desk::with_project();
    desk.ok("create_project", json!({"id": "q", "title": "Memory", "forms": ["dpia"]}));
    desk.set("controller-1", "dpo", line("None"));
    desk.ok("change_project", json!({"project": "q", "title": "Memory and time"}));
    let other = desk.state("q");
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.state("q"), other);
    assert_eq!(
        cell(&desk.form("dpia"), "controllers", "controller-1", "dpo")["value"],
        json!(null)
    );
}

#[test]
fn words_typed_in_one_go_are_one_change() {
    let mut desk = Desk::at_pace(TimeDelta::milliseconds(50));
    desk.make_project();
    let before = desk.state("p");
    for end in 1..=20 {
        let typed: String = "Participants are told".chars().take(end).collect();
        desk.set("controller-1", "units", text(&typed));
    }
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.state("p"), before, "one undo takes back the sentence, not a letter");
}

#[test]
fn each_change_tells_when_it_was_saved_by_the_clock_given() {
    let mut desk = Desk::with_project();
    let saved = desk.set("controller-1", "dpo", line("None"))["saved"].clone();
    let saved: chrono::DateTime<chrono::Utc> = serde_json::from_value(saved).unwrap();
    assert!(saved > start() && saved < start() + TimeDelta::hours(1));
}

#[test]
fn none_rules_the_other_options_out() {
    let mut desk = Desk::with_project();
    desk.add("data_item", "d", json!({"special": choices(&["none"])}));
    let both = set("d", "special", choices(&["none", "genetic"]));
    let error = desk.refused("set_value", both, ErrorCode::WrongValue);
    assert!(error.message.contains("rules the others out"), "{error}");
    let added = json!({"project": "p", "register": "data_item", "values": {"special": choices(&["genetic", "none"])}});
    desk.refused("add_row", added, ErrorCode::WrongValue);
    desk.set("d", "special", choices(&["genetic", "health"]));
    desk.set("d", "special", choices(&["none"]));
}

#[test]
fn a_scale_has_two_to_five_levels() {
    let mut desk = Desk::with_project();
    let scale = |levels: usize| {
        let levels: Vec<Json> = (1..=levels).map(|n| json!({"label": format!("L{n}")})).collect();
        json!({"project": "p", "register": "method", "field": "likelihood",
               "value": {"kind": "scale", "value": levels}})
    };
    for levels in [1, 6, 5000] {
        let error = desk.refused("set_value", scale(levels), ErrorCode::WrongValue);
        assert!(error.message.contains("a scale has 2 to 5 levels"), "{error}");
    }
    for levels in [2, 5] {
        desk.ok("set_value", scale(levels));
    }
    let matrix = json!({"project": "p", "register": "method", "field": "matrix",
                        "value": {"kind": "matrix", "value": vec![vec![1; 5000]; 5000]}});
    desk.refused("set_value", matrix, ErrorCode::WrongValue);
}

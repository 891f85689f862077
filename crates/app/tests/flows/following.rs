//! A window that takes the answers of changes shows what it would get by asking again, and the project in memory is the
//! one in the file.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use vurder_workspace::StepClock;

use crate::desk::{Desk, choice, choices, choices_of, level, line, start, text};
use crate::random::command;
use crate::window::Model;

/// Commands that change a project, but none of its answers.
fn command_without_answers() -> impl Strategy<Value = (&'static str, serde_json::Value)> {
    let attach = json!({"project": "p", "row": "d1", "name": "plan.txt", "text": "A plan"});
    prop::sample::select(vec![
        ("attach", attach),
        ("attach", json!({"project": "p", "name": "letter.txt", "text": "A letter"})),
        ("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"})),
        ("renumber", json!({"project": "p"})),
    ])
}

proptest! {
    // Each case writes and syncs a file some twenty times.
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_window_that_takes_what_is_told_shows_what_it_would_be_told_anew(
        commands in prop::collection::vec(prop_oneof![12 => command(), 1 => command_without_answers()], 1..30), form in prop::sample::select(vec!["dpia", "rar"]),
    ) {
        let mut desk = Desk::with_project();
        // The cited statement has other words in a later revision.
        desk.ok("follow_revision", json!({"project": "p", "provider": "hunt-cloud", "revision": "1"}));
        let certificate = "hunt-cloud/iso-27001-certificate";
        desk.ok("use_statements", json!({"project": "p", "statements": [certificate], "serves": "accuracy"}));
        let mut model = Model::read(&mut desk, form);
        for (name, arguments) in commands {
            let Ok(changed) = desk.app.call(name, arguments.clone()) else { continue };
            prop_assert!(model.take(&changed), "{} {}: {}", name, arguments, changed);
            // The same file is read by a program that has nothing in memory.
            let copy = desk.path("copy.vurder");
            desk.ok("backup", json!({"out": copy}));
            // What is overdue depends on the day, so both programs have the same.
            let clock = StepClock::new(start(), chrono::TimeDelta::minutes(1));
            let options = vurder_app::OpenOptions {
                clock: Some(Box::new(clock)), ..vurder_app::OpenOptions::existing(&copy)
            };
            let mut fresh = vurder_app::App::open(options).unwrap();
            let mut ask = |question: &str, arguments| {
                let mut answer = fresh.call(question, arguments).unwrap();
                answer["revision"] = changed["revision"].clone();
                answer
            };
            prop_assert_eq!(&model.overview, &ask("project", json!({"project": "p"})), "{} {}", name, arguments);
            prop_assert_eq!(&model.citations, &ask("citations", json!({"project": "p"})), "{} {}", name, arguments);
            prop_assert_eq!(&model.risks, &ask("risks", json!({"project": "p"})), "{} {}", name, arguments);
            prop_assert_eq!(&model.findings, &ask("findings", json!({"project": "p"})), "{} {}", name, arguments);
            let asked = json!({"project": "p", "form": form});
            prop_assert_eq!(&model.form, &ask("form", asked), "{} {}", name, arguments);
        }
    }
}

#[test]
fn a_change_tells_only_what_it_changed() {
    let mut desk = Desk::with_project();
    desk.ok("sample", json!({}));
    let form = desk.ok("form", json!({"project": "sample", "form": "dpia"}));
    let all = form.to_string().len();
    let own = json!({"project": "sample", "register": "edpb-dpia", "field": "scope", "value": text("Kidneys.")});
    let changed = desk.ok("set_value", own);
    let parts: Vec<_> = changed["derived"]["form"]["sections"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|section| section["parts"].as_array().unwrap())
        .collect();
    assert_eq!(parts.len(), 1, "one text stands in one part");
    assert!(changed["derived"]["form"].to_string().len() < all / 20, "the rest is not told again");
}

#[test]
fn what_can_be_chosen_is_told_once_a_column_however_many_rows_there_are() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({"title": line("Loss of the key")}));
    let told = |desk: &mut Desk, count: usize| {
        for n in 0..count {
            let serves = choice("additional");
            let values = json!({"measure": text("Two factors"), "serves": serves});
            desk.add("measure", &format!("m{n}"), values);
        }
        desk.form("dpia").to_string().matches("R1 Loss of the key").count()
    };
    let without_rows = told(&mut desk, 0);
    assert!(without_rows > 0, "the risk can be chosen");
    assert_eq!(told(&mut desk, 5), without_rows);

    let mut model = Model::read(&mut desk, "dpia");
    let renamed = desk.set("r", "title", line("Theft of the key"));
    assert!(model.take(&renamed));
    assert_eq!(choices_of(&model.form, "additional_measures", "risks"), ["R1 Theft of the key"]);
    let told = renamed["derived"]["form"].to_string();
    assert!(!told.contains("Two factors"), "the rows in which it can be chosen are as they were");
}

#[test]
fn a_score_tells_the_risk_that_moved_and_none_that_stand_where_they_stood() {
    let mut desk = Desk::with_project();
    let scored = json!({
        "title": line("Loss of the key"), "concerns": choices(&["organisation"]),
        "org_likelihood": level(2), "org_severity": level(2),
    });
    desk.add("risk", "r1", scored.clone());
    desk.add("risk", "r2", scored);
    let mut model = Model::read(&mut desk, "rar");
    let moved = desk.set("r2", "org_likelihood", level(3));
    assert!(model.take(&moved));
    let sections = moved["derived"]["form"]["sections"].as_array().unwrap();
    let parts = sections.iter().flat_map(|section| section["parts"].as_array().unwrap());
    let blocks = parts.flat_map(|part| part["part"]["blocks"].as_array().unwrap());
    let sides = blocks
        .filter(|block| block["type"] == "matrix")
        .flat_map(|block| block["sides"].as_array().unwrap());
    let named: Vec<Vec<&str>> = sides.map(numbers).collect();
    assert!(!named.is_empty(), "a matrix changed");
    assert!(named.iter().all(|side| *side == ["R2"]), "only the risk that moved: {named:?}");
    assert!(model.form["sections"] == desk.form("rar")["sections"], "the window shows both");
}

/// The numbers of the risks on one side of a matrix.
fn numbers(side: &Json) -> Vec<&str> {
    side["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["risk"]["number"].as_str().unwrap())
        .collect()
}

#[test]
fn a_change_names_what_it_touched() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r1", json!({"title": line("Loss")}));
    desk.add("risk", "r2", json!({"title": line("Leak")}));
    let touched = |answer: serde_json::Value| answer["touched"].clone();
    let typed = touched(desk.set("r1", "title", line("Theft")));
    assert_eq!(typed["fields"], json!([["r1", "title"]]));
    assert_eq!((&typed["rows"], &typed["head"]), (&json!([]), &json!(false)));
    let moved = touched(desk.ok("move_row", json!({"project": "p", "row": "r2"})));
    assert_eq!((&moved["rows"], &moved["order"]), (&json!(["r2"]), &json!(["risk"])));
    let statement = "hunt-cloud/iso-27001-certificate";
    let judged = json!({"project": "p", "statement": statement, "judgement": "partly"});
    let judged = touched(desk.ok("judge", judged));
    assert_eq!(judged["notes"], json!([statement]));
    assert_eq!(judged["citations"].as_array().unwrap().len(), 1);
    let undone = touched(desk.ok("undo", json!({"project": "p"})));
    assert_eq!(undone["citations"], judged["citations"], "undo touches what the change touched");
    let renamed = touched(desk.ok("change_project", json!({"project": "p", "title": "Lungs"})));
    assert_eq!(renamed["head"], true);
}

#[test]
fn what_nobody_asked_for_is_not_derived() {
    let mut desk = Desk::with_project();
    let changed = desk.set("controller-1", "contact", line("Post"));
    assert_eq!(changed["derived"], json!(null));
    let before = desk.ok("project", json!({"project": "p"}))["revision"].clone();
    let changed = desk.set("controller-1", "contact", line("Mail"));
    assert_eq!(changed["derived"]["since"], before);
    assert_eq!(changed["derived"]["form"], json!(null), "no form was asked for");
    assert!(changed["revision"].as_u64() > before.as_u64());
}

#[test]
fn a_form_that_is_left_out_is_not_told() {
    let mut desk = Desk::with_project();
    let mut model = Model::read(&mut desk, "rar");
    let changed = desk.ok("change_project", json!({"project": "p", "forms": ["dpia"]}));
    assert_eq!(changed["derived"]["form"], json!(null));
    assert!(!model.take(&changed), "a window that shows it has to ask again");
}

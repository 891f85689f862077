//! Answers that were given to earlier versions of the forms. `data/forms-1.0.vurder` and its dump were written by a
//! program whose forms asked for one ground of a purpose, of a further use and of a data item.

use serde_json::{Value as Json, json};
use vurder_workspace::Dump;

use crate::desk::{Desk, cell, choice, choices, desk_with, field, rows, text};

const FILE: &[u8] = include_bytes!("../data/forms-1.0.vurder");
const DUMP: &str = include_str!("../data/forms-1.0.json");

fn form(desk: &mut Desk, form: &str) -> Json {
    desk.ok("form", json!({"project": "study", "form": form}))
}

/// Every answer of the project as it is stored.
fn stored() -> Vec<(String, String, Json)> {
    let dump: Json = serde_json::from_str(DUMP).unwrap();
    let rows = dump["projects"][0]["rows"].as_array().unwrap().clone();
    let answers = rows.iter().flat_map(|row| {
        let id = row["id"].as_str().unwrap().to_owned();
        let values = row["values"].as_object().unwrap().clone();
        values.into_iter().map(move |(field, answer)| (id.clone(), field, answer["value"].clone()))
    });
    answers.collect()
}

#[test]
fn a_file_of_the_first_forms_shows_every_answer() {
    let mut desk = desk_with(FILE);
    let dpia = form(&mut desk, "edpb-dpia");
    assert_eq!(dpia["version"], "1.0", "a project follows the version that it was made with");
    let shown = dpia.to_string() + &form(&mut desk, "rar").to_string();
    let mut followed = 0;
    for (row, field, value) in stored() {
        let now = match (value["kind"].as_str().unwrap(), field.as_str()) {
            ("choice", "basis" | "art9") => {
                followed += 1;
                json!({"kind": "choices", "value": [value["value"]]})
            }
            _ => value,
        };
        // The history also has an answer that no table shows.
        let versions = desk.ok("history", json!({"project": "study", "row": row, "field": field}));
        assert_eq!(versions["versions"][0]["value"], now, "{row}.{field}");
        if field != "provider" {
            let json = now["value"].to_string();
            assert!(shown.contains(&json), "{row}.{field} is not shown: {json}");
        }
    }
    assert_eq!(followed, 4, "two purposes, a further use and a data item");
    assert_eq!(cell(&dpia, "legal_bases", "p-3", "basis")["missing"], true);
    let now = choices(&["6-1-a"]);
    assert_eq!(cell(&dpia, "legal_bases", "u-1", "basis")["value"], now);
}

#[test]
fn an_answer_of_one_choice_can_be_made_several_and_undone() {
    let mut desk = desk_with(FILE);
    let before = form(&mut desk, "edpb-dpia");
    let versions = json!({"project": "study", "row": "p-2", "field": "basis"});
    let entries = desk.ok("history", versions.clone())["versions"].clone();
    assert_eq!(entries[0]["value"]["value"][0]["note"], "the act");
    assert_eq!(entries[1]["value"], choices(&["6-1-a"]), "earlier versions follow as well");
    let two = json!({"kind": "choices", "value": [
        {"option": "6-1-a", "note": "letters to participants"}, {"option": "6-1-e", "note": "the act"}]});
    desk.ok("set_value", json!({"project": "study", "row": "p-2", "field": "basis", "value": two}));
    let after = form(&mut desk, "edpb-dpia");
    assert_eq!(cell(&after, "legal_bases", "p-2", "basis")["value"], two);
    desk.ok("undo", json!({"project": "study"}));
    let undone = form(&mut desk, "edpb-dpia");
    assert_eq!(undone["sections"], before["sections"]);
    let restored = desk.ok(
        "restore_answer",
        json!({"project": "study", "row": "p-2", "field": "basis",
        "version": entries[1]["version"]}),
    );
    assert!(restored["derived"].is_object());
    let now = form(&mut desk, "edpb-dpia");
    assert_eq!(cell(&now, "legal_bases", "p-2", "basis")["value"], choices(&["6-1-a"]));
}

#[test]
fn each_of_several_grounds_says_what_it_covers() {
    let mut desk = desk_with(FILE);
    let two = choices(&["6-1-a", "6-1-e"]);
    desk.ok("set_value", json!({"project": "study", "row": "p-1", "field": "basis", "value": two}));
    let dpia = form(&mut desk, "edpb-dpia");
    let open = cell(&dpia, "legal_bases", "p-1", "basis");
    assert_eq!((&open["missing"], &open["lacks"]), (&json!(true), &json!(["explanation"])));
    let one = choices(&["6-1-e"]);
    desk.ok("set_value", json!({"project": "study", "row": "p-1", "field": "basis", "value": one}));
    let dpia = form(&mut desk, "edpb-dpia");
    assert_eq!(cell(&dpia, "legal_bases", "p-1", "basis")["missing"], false);
}

#[test]
fn a_script_and_a_dump_of_that_time_are_still_taken() {
    let mut desk = Desk::with_project();
    desk.add(
        "purpose",
        "p-1",
        json!({"purpose": text("Find variants."), "basis": choice("6-1-e")}),
    );
    let dpia = desk.form("dpia");
    assert_eq!(cell(&dpia, "legal_bases", "p-1", "basis")["value"], choices(&["6-1-e"]));

    let mut loaded = Desk::new();
    let dump = loaded.path("old.json");
    std::fs::write(&dump, DUMP).unwrap();
    loaded.ok("load", json!({"from": dump}));
    let dpia = form(&mut loaded, "edpb-dpia");
    assert_eq!(rows(&dpia, "legal_bases").len(), 4);
    let dumped = loaded.dump().to_string();
    let again = Dump::from_json(&dumped).unwrap();
    assert!(again.projects == Dump::from_json(DUMP).unwrap().projects, "nothing was written anew");
}

#[test]
fn a_project_is_moved_to_another_version_in_one_step_that_says_what_moves() {
    let mut desk = desk_with(FILE);
    let before = form(&mut desk, "edpb-dpia");
    let overview = desk.ok("project", json!({"project": "study"}));
    assert_eq!(overview["forms"][0]["newer"], "1.0.1", "it is offered");
    let looked = desk.ok("look_at_form", json!({"project": "study", "form": "dpia"}));
    assert_eq!((&looked["from"], &looked["to"]), (&json!("1.0"), &json!("1.0.1")));
    let labels = |list: &str| -> Vec<String> {
        let all = looked[list].as_array().unwrap();
        all.iter()
            .map(|q| format!("{} {}", q["part"].as_str().unwrap(), q["label"].as_str().unwrap()))
            .collect()
    };
    assert!(labels("new").contains(&"1.1.d People concerned".to_owned()), "{:?}", labels("new"));
    assert!(labels("new").contains(&"0.2 Role".to_owned()));
    assert_eq!(looked["gone"], json!([]), "every question goes on");
    assert!(labels("changed").contains(&"5.2 Views".to_owned()), "{:?}", labels("changed"));
    assert!(looked["carried"].as_u64().unwrap() >= 15, "{}", looked["carried"]);
    assert!(looked["open_after"].as_u64() > looked["open_before"].as_u64());
    assert_eq!(form(&mut desk, "edpb-dpia"), before, "looking changes nothing");

    let moved =
        desk.ok("move_form", json!({"project": "study", "form": "dpia", "version": "1.0.1"}));
    assert_eq!(moved["moved"], looked, "what was told beforehand is what happened");
    assert_eq!(moved["undo"]["undo"], "another version of a form");
    let after = form(&mut desk, "edpb-dpia");
    assert_eq!(after["version"], "1.0.1");
    for (row, field, value) in stored() {
        if row == "edpb-dpia" {
            assert!(
                after.to_string().contains(&value["value"].to_string()),
                "{field} is still there"
            );
        }
    }
    assert_eq!(form(&mut desk, "rar")["version"], "1.0", "each form is moved by itself");
    desk.ok("undo", json!({"project": "study"}));
    assert_eq!(form(&mut desk, "edpb-dpia")["sections"], before["sections"]);
    desk.ok("redo", json!({"project": "study"}));
    assert_eq!(form(&mut desk, "edpb-dpia")["sections"], after["sections"]);
    let mut desk = desk.reopened();
    assert_eq!(form(&mut desk, "edpb-dpia")["version"], "1.0.1");
    let again = json!({"project": "study", "form": "dpia"});
    desk.refused("move_form", again.clone(), vurder_app::ErrorCode::WrongValue);
    desk.refused("look_at_form", again, vurder_app::ErrorCode::WrongValue);
    let unknown = json!({"project": "study", "form": "dpia", "version": "7"});
    let error = desk.refused("move_form", unknown, vurder_app::ErrorCode::NotFound);
    assert!(error.message.contains("1.0.1"), "the versions that there are: {}", error.message);
}

#[test]
fn answers_to_questions_that_are_gone_stay_in_sight() {
    let mut desk = desk_with(FILE);
    desk.ok("move_form", json!({"project": "study", "form": "dpia"}));
    let people = text("Some 500 patients with kidney failure");
    desk.ok(
        "set_value",
        json!({"project": "study", "register": "dpia", "field": "people", "value": people}),
    );
    let back = desk.ok("move_form", json!({"project": "study", "form": "dpia", "version": "1.0"}));
    let gone = back["moved"]["gone"].as_array().unwrap();
    let told = gone.iter().find(|q| q["label"] == "People concerned").unwrap();
    assert_eq!((&told["answers"], &told["part"]), (&json!(1), &json!("1.1.d")));
    let dpia = form(&mut desk, "edpb-dpia");
    assert_eq!(dpia["version"], "1.0");
    let shown = field(&dpia, "people").expect("it stands where it was asked");
    assert_eq!((&shown["cell"]["value"], &shown["cell"]["missing"]), (&people, &json!(false)));
    assert!(
        field(&dpia, "ages").is_none(),
        "a question that is gone and has no answer is not asked"
    );
    let found = desk.ok("search", json!({"query": "500 patients", "project": "study"}));
    assert!(found.to_string().contains("Some"), "{found}");
    // When it is emptied, it is no longer shown. Undo brings the answer back.
    desk.ok(
        "set_value",
        json!({"project": "study", "register": "dpia", "field": "people", "value": null}),
    );
    assert!(field(&form(&mut desk, "edpb-dpia"), "people").is_none());
    desk.ok("undo", json!({"project": "study"}));
    assert!(field(&form(&mut desk, "edpb-dpia"), "people").is_some());
}

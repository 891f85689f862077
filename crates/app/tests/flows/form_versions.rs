//! Answers given when forms asked otherwise. `data/forms-1.0.vurder` and its dump were written by the program of the
//! time when a purpose, a further use and a data item had one ground each.

use serde_json::{Value as Json, json};
use vurder_workspace::Dump;

use crate::desk::{Desk, cell, choice, choices, desk_with, rows, text};

const FILE: &[u8] = include_bytes!("../data/forms-1.0.vurder");
const DUMP: &str = include_str!("../data/forms-1.0.json");

fn form(desk: &mut Desk, form: &str) -> Json {
    desk.ok("form", json!({"project": "study", "form": form}))
}

/// Every answer of the project as it was stored.
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
        // What no table shows is still there to be asked for.
        let versions =
            desk.ok("history", json!({"project": "study", "row": row, "field": field}));
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
    let said = desk.ok("history", versions.clone())["versions"].clone();
    assert_eq!(said[0]["value"]["value"][0]["note"], "the act");
    assert_eq!(said[1]["value"], choices(&["6-1-a"]), "earlier versions follow as well");
    let two = json!({"kind": "choices", "value": [
        {"option": "6-1-a", "note": "letters to participants"}, {"option": "6-1-e", "note": "the act"}]});
    desk.ok("set_value", json!({"project": "study", "row": "p-2", "field": "basis", "value": two}));
    let after = form(&mut desk, "edpb-dpia");
    assert_eq!(cell(&after, "legal_bases", "p-2", "basis")["value"], two);
    desk.ok("undo", json!({"project": "study"}));
    let undone = form(&mut desk, "edpb-dpia");
    assert_eq!(undone["sections"], before["sections"]);
    let restored = desk.ok("restore_answer", json!({"project": "study", "row": "p-2", "field": "basis",
        "version": said[1]["version"]}));
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
    desk.add("purpose", "p-1", json!({"purpose": text("Find variants."), "basis": choice("6-1-e")}));
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

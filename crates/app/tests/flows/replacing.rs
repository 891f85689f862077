//! Words that are found in a project and replaced in one step.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, line, text};

fn desk() -> Desk {
    let mut desk = Desk::with_project();
    desk.add(
        "data_item",
        "d1",
        json!({"name": line("Blood samples"), "explanation": text("From the **blood** bank.")}),
    );
    desk.add("data_item", "d2", json!({"name": line("Questionnaires")}));
    desk.add("purpose", "p1", json!({"purpose": text("Blood research")}));
    desk
}

fn find(desk: &mut Desk, words: &str) -> Json {
    desk.ok("find", json!({"project": "p", "words": words}))
}

fn places(found: &Json) -> Vec<Json> {
    let all = found["places"].as_array().unwrap().iter();
    all.map(|p| json!({"row": p["row"], "field": p["field"], "nth": p["nth"]})).collect()
}

#[test]
fn words_are_replaced_at_the_chosen_places_and_undone_as_one_step() {
    let mut desk = desk();
    let before = desk.state("p");
    let found = find(&mut desk, "blood");
    assert_eq!(found["count"], 3, "{found}");
    let first = &found["places"][0];
    assert_eq!((&first["before"], &first["words"]), (&json!(""), &json!("Blood")));
    assert!(first["name"].as_str().unwrap().contains("Blood samples"), "{first}");
    assert!(first["section"].is_string(), "{first}");

    let chosen: Vec<Json> = places(&found).into_iter().filter(|p| p["row"] == "d1").collect();
    let with = json!({"project": "p", "words": "blood", "with": "saliva", "revision": found["revision"], "places": chosen});
    let changed = desk.ok("replace", with);
    assert_eq!(changed["touched"]["fields"].as_array().unwrap().len(), 2, "{changed}");
    let left = find(&mut desk, "blood");
    assert_eq!(left["count"], 1, "the purpose was not chosen: {left}");
    assert_eq!(find(&mut desk, "saliva samples")["count"], 1);
    assert_eq!(find(&mut desk, "the saliva bank")["count"], 1, "the mark stays");

    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.state("p"), before, "one step back is all of it");
}

#[test]
fn what_changed_since_it_was_found_is_refused_and_nothing_is_replaced() {
    let mut desk = desk();
    let found = find(&mut desk, "blood");
    desk.set("d2", "name", line("Blood forms"));
    let before = desk.state("p");
    let with = json!({"project": "p", "words": "blood", "with": "x", "revision": found["revision"], "places": places(&found)});
    desk.refused("replace", with, ErrorCode::WrongValue);
    assert_eq!(desk.state("p"), before);
}

#[test]
fn places_that_are_not_there_and_words_that_do_not_fit_are_refused_by_name() {
    let mut desk = desk();
    let revision = find(&mut desk, "blood")["revision"].clone();
    let replace = |with: &str, nth: usize| json!({"project": "p", "words": "blood", "with": with, "revision": revision, "places": [{"row": "d1", "field": "name", "nth": nth}]});
    let before = desk.state("p");
    let refused = desk.refused("replace", replace("x", 7), ErrorCode::NotFound);
    assert!(refused.message.contains('“'), "it names the field: {}", refused.message);
    desk.refused("replace", replace("a\nb", 0), ErrorCode::WrongValue);
    desk.refused("replace", replace(&"x".repeat(2001), 0), ErrorCode::TooLarge);
    let none =
        json!({"project": "p", "words": "blood", "with": "x", "revision": revision, "places": []});
    desk.refused("replace", none, ErrorCode::WrongValue);
    desk.refused("find", json!({"project": "p", "words": "  "}), ErrorCode::WrongValue);
    assert_eq!(desk.state("p"), before);
}

#[test]
fn words_that_a_citation_pins_are_never_found_and_stay() {
    let mut desk = desk();
    let statements = desk.ok("statements", json!({"provider": "hunt-cloud"}));
    let statement = &statements[0]["statement"];
    let cited = desk.ok("cite", json!({"project": "p", "statement": statement["id"]}));
    let id = cited["citation"].as_str().unwrap().to_owned();
    desk.set("d2", "explanation", text(&format!("As published [x](cite:{id}).")));
    let pinned = desk.ok("citations", json!({"project": "p"}));
    let words = statement["words"].as_str().unwrap();
    assert_eq!(find(&mut desk, words)["count"], 0);
    let found = find(&mut desk, "published");
    assert_eq!(found["count"], 1);
    desk.ok("replace", json!({"project": "p", "words": "published", "with": "stated", "revision": found["revision"], "places": places(&found)}));
    let cited = desk.ok("citations", json!({"project": "p"}));
    assert_eq!(cited["citations"], pinned["citations"]);
}

#[test]
fn a_backup_that_is_asked_for_is_told_with_its_file() {
    let mut desk = desk();
    let told = desk.ok("back_up_now", json!({}));
    assert_eq!(told["written"], true);
    assert!(std::path::Path::new(told["path"].as_str().unwrap()).is_file());
    assert_eq!(desk.ok("back_up_now", json!({}))["written"], false, "nothing changed since");
    assert_eq!(desk.ok("backups", json!({}))["backups"].as_array().unwrap().len(), 1);
}

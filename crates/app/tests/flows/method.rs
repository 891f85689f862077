//! The method: the project's own scales and matrix, and how they change every level.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, cell, choices_of, level, line};

fn scale(labels: &[&str]) -> Json {
    let levels: Vec<Json> = labels
        .iter()
        .enumerate()
        .map(|(at, label)| {
            json!({"label": label, "meaning": format!("{label} means"), "acceptable": at < 2,
                                  "accepted_by": if at < 2 { "Head of study" } else { "Director" }})
        })
        .collect();
    json!({"kind": "scale", "value": levels})
}

fn method(desk: &mut Desk, field: &str, value: Json) {
    desk.ok(
        "set_value",
        json!({"project": "p", "register": "method", "field": field, "value": value}),
    );
}

/// A project with one risk, scored for both sides on scales of five levels with names of the project.
fn five_by_five() -> Desk {
    let mut desk = Desk::with_project();
    method(&mut desk, "likelihood", scale(&["Aldri", "Sjelden", "Av og til", "Ofte", "Alltid"]));
    method(&mut desk, "severity", scale(&["Bagatell", "Liten", "Middels", "Stor", "Katastrofe"]));
    method(&mut desk, "risk", scale(&["Grønn", "Gul", "Oransje", "Rød"]));
    let matrix: Vec<Vec<u8>> = vec![
        vec![1, 1, 1, 2, 4],
        vec![1, 1, 2, 3, 4],
        vec![1, 2, 2, 3, 4],
        vec![1, 2, 3, 4, 4],
        vec![2, 3, 4, 4, 4],
    ];
    method(&mut desk, "matrix", json!({"kind": "matrix", "value": matrix}));
    desk.add("risk", "r", json!({"title": line("Disk lost")}));
    for (field, score) in
        [("ds_likelihood", 1), ("ds_severity", 5), ("org_likelihood", 2), ("org_severity", 3)]
    {
        desk.set("r", field, level(score));
    }
    desk
}

#[test]
fn levels_are_named_and_worked_out_by_the_projects_own_method() {
    let mut desk = five_by_five();
    let (dpia, rar) = (desk.form("dpia"), desk.form("rar"));
    let people = &cell(&dpia, "inherent", "r", "subjects_inherent")["level"];
    assert_eq!(
        (&people["label"], &people["level"], &people["of"]),
        (&json!("Rød"), &json!(4), &json!(4))
    );
    assert_eq!(people["acceptable"], false, "rare does not make a catastrophe acceptable here");
    let house = &cell(&rar, "scores", "r", "organisation_inherent")["level"];
    assert_eq!((&house["label"], &house["acceptable"]), (&json!("Gul"), &json!(true)));
    assert_eq!(cell(&dpia, "inherent", "r", "ds_severity")["level"]["label"], "Katastrofe");
    let asked = choices_of(&dpia, "inherent", "ds_likelihood");
    assert_eq!(asked.len(), 5, "five levels can be chosen");
    let matrices = rar.to_string();
    assert!(matrices.contains("Av og til") && matrices.contains("Oransje"));
}

#[test]
fn another_cell_of_the_matrix_changes_the_level_and_undo_changes_it_back() {
    let mut desk = five_by_five();
    let label = |desk: &mut Desk| {
        cell(&desk.form("dpia"), "inherent", "r", "subjects_inherent")["level"]["label"].clone()
    };
    method(&mut desk, "matrix", json!({"kind": "matrix", "value": vec![vec![3u8; 5]; 5]}));
    assert_eq!(label(&mut desk), "Oransje");
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(label(&mut desk), "Rød");
    method(&mut desk, "risk", scale(&["Lav", "Høy", "Svært høy", "Uakseptabel"]));
    assert_eq!(label(&mut desk), "Uakseptabel");
}

#[test]
fn a_shorter_scale_never_makes_a_form_that_cannot_be_shown() {
    let mut desk = five_by_five();
    method(&mut desk, "severity", scale(&["Liten", "Stor"]));
    method(&mut desk, "risk", scale(&["Grønn", "Rød"]));
    let dpia = desk.form("dpia");
    let people = cell(&dpia, "inherent", "r", "subjects_inherent");
    assert_eq!(people["level"], json!(null), "a score beyond the scale gives no level");
    let out = desk.path("dpia.pdf");
    desk.ok("export", json!({"project": "p", "form": "dpia", "out": out, "date": "2026-11-20"}));
    let beyond = json!({"project": "p", "row": "r", "field": "ds_severity", "value": level(3)});
    desk.refused("set_value", beyond, ErrorCode::WrongValue);
    let size = json!({"project": "p", "register": "method", "field": "matrix",
                      "value": {"kind": "matrix", "value": vec![vec![3u8; 2]; 5]}});
    desk.refused("set_value", size, ErrorCode::WrongValue);
}

/// The answer as it stands now.
fn stands(desk: &mut Desk, row: &str, field: &str) -> Json {
    let of = json!({"project": "p", "row": row, "field": field});
    let versions = desk.ok("history", of)["versions"].clone();
    let current = versions.as_array().unwrap().iter().find(|one| one["current"] == true);
    current.map_or(Json::Null, |one| one["value"].clone())
}

/// A score is the number of a level. Who takes a level out must not change what the other scores say.
#[test]
fn scores_and_matrix_follow_their_levels_when_a_level_is_taken_out() {
    let mut desk = five_by_five();
    desk.add("risk", "s", json!({"title": line("Laptop lost")}));
    desk.set("s", "ds_likelihood", level(3));
    method(&mut desk, "likelihood", scale(&["Sjelden", "Av og til", "Ofte", "Alltid"]));
    let follows = json!({"kind": "level", "value": 2});
    assert_eq!(stands(&mut desk, "s", "ds_likelihood"), follows, "it is still Av og til");
    assert_eq!(stands(&mut desk, "r", "ds_likelihood"), Json::Null, "its level is gone");
    let own = stands(&mut desk, "r", "org_likelihood");
    assert_eq!(own, json!({"kind": "level", "value": 1}), "it is still Sjelden");
    let matrix = stands(&mut desk, "method", "matrix");
    assert_eq!(matrix["value"][0], json!([1, 1, 2, 3, 4]), "the line of Sjelden comes first now");

    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(stands(&mut desk, "r", "ds_likelihood"), json!({"kind": "level", "value": 1}));
    assert_eq!(stands(&mut desk, "s", "ds_likelihood"), json!({"kind": "level", "value": 3}));
    assert_eq!(stands(&mut desk, "method", "matrix")["value"].as_array().unwrap().len(), 5);

    method(&mut desk, "risk", scale(&["Grønn", "Oransje", "Rød"]));
    let matrix = stands(&mut desk, "method", "matrix");
    assert_eq!(matrix["value"][0], json!([1, 1, 1, 2, 3]), "what was Gul is called Oransje");
}

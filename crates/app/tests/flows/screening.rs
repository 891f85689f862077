//! The screening: asked first, taken over into the DPIA in one step, exported by itself.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, choice, choices, field, line, text};

fn answer(desk: &mut Desk, name: &str, value: Json) -> Json {
    desk.ok(
        "set_value",
        json!({"project": "p", "register": "screening", "field": name, "value": value}),
    )
}

/// A project with all three forms. The result of its screening is "required", by a national list.
fn screened() -> Desk {
    let mut desk = Desk::new();
    let forms = json!(["dpia", "rar", "screening"]);
    desk.ok("create_project", json!({"id": "p", "title": "Kidneys", "forms": forms}));
    for (name, value) in [
        ("processing", text("Genomes of many people")),
        ("countries", choices(&["denmark"])),
        ("screened_by", line("Kari")),
        ("screened_on", json!({"kind": "date", "value": "2026-11-01"})),
        ("named_cases", choices(&["none"])),
        ("criteria", choices(&["sensitive-data", "matching"])),
        ("list_denmark", choices(&["genetic"])),
        ("exemption", choice("no-exemption")),
    ] {
        answer(&mut desk, name, value);
    }
    desk
}

fn result(desk: &mut Desk) -> Json {
    let form = desk.form("screening");
    let sections = form["sections"].as_array().unwrap().iter();
    let mut blocks = sections
        .flat_map(|s| s["parts"].as_array().unwrap())
        .flat_map(|p| p["blocks"].as_array().unwrap());
    blocks.find(|block| block["type"] == "screening").unwrap().clone()
}

#[test]
fn the_screening_is_the_first_form_and_is_followed_while_it_is_answered() {
    let mut desk = screened();
    let overview = desk.ok("project", json!({"project": "p"}));
    assert_eq!(overview["forms"][0]["form"], "screening");
    assert_eq!(desk.ok("templates", json!({}))[0]["id"], "screening");
    let shown = result(&mut desk);
    assert_eq!(shown["outcome"], "required");
    assert_eq!(shown["fired"][0]["rule"], "denmark-genetic");
    // The answer of a change has the new result for a window that shows the form.
    let told = answer(&mut desk, "list_denmark", choices(&["none"]));
    let parts = told["derived"]["form"].to_string();
    assert!(parts.contains("required_unless_reason"), "{parts}");
    assert_eq!(result(&mut desk)["outcome"], "required_unless_reason");
    let asked =
        |desk: &mut Desk| field(&desk.form("screening"), "why").unwrap()["cell"]["asked"].clone();
    assert_eq!(asked(&mut desk), false);
    answer(&mut desk, "decision", choice("no-dpia"));
    assert_eq!(asked(&mut desk), true);
}

#[test]
fn the_dpia_takes_the_result_over_in_one_step_that_is_undone_as_one() {
    let mut desk = screened();
    let reasons = |desk: &mut Desk| {
        let form = desk.form("dpia");
        let value = &field(&form, "reasons").unwrap()["cell"]["value"]["value"];
        let options = value.as_array().into_iter().flatten();
        options.map(|o| o["option"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let offered =
        |desk: &mut Desk| desk.ok("project", json!({"project": "p"}))["carry_over"].clone();
    assert_eq!(offered(&mut desk), "edpb-dpia");
    let taken = desk.ok("take_over_screening", json!({"project": "p"}));
    assert_eq!(taken["row"], "edpb-dpia");
    assert_eq!(taken["undo"]["undo"], "result of the screening taken over");
    assert_eq!(reasons(&mut desk), ["national-law", "sensitive-data", "matching"]);
    assert_eq!(offered(&mut desk), Json::Null);
    desk.refused("take_over_screening", json!({"project": "p"}), ErrorCode::WrongValue);
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(reasons(&mut desk), [""; 0]);
    assert_eq!(offered(&mut desk), "edpb-dpia");
    desk.ok("redo", json!({"project": "p"}));
    assert_eq!(reasons(&mut desk).len(), 3);
    // The program offers to take it over again as soon as the two differ again.
    answer(&mut desk, "criteria", choices(&["sensitive-data", "matching", "vulnerable"]));
    assert_eq!(offered(&mut desk), "edpb-dpia");
}

#[test]
fn without_a_dpia_there_is_nothing_to_take_over_and_nothing_of_it_to_do() {
    let mut desk = screened();
    answer(&mut desk, "list_denmark", choices(&["none"]));
    answer(&mut desk, "decision", choice("no-dpia"));
    answer(&mut desk, "why", text("Few people, and they agreed"));
    desk.refused("take_over_screening", json!({"project": "p"}), ErrorCode::WrongValue);
    let overview = desk.ok("project", json!({"project": "p"}));
    let steps = overview["steps"].as_array().unwrap();
    assert!(!steps.is_empty() && steps.iter().all(|step| step["form"] != "edpb-dpia"), "{steps:?}");
    let of_dpia = |desk: &mut Desk| {
        let told = desk.ok("findings", json!({"project": "p"}));
        let found = told["findings"].as_array().unwrap().iter();
        found.filter(|finding| finding["place"]["form"] == "edpb-dpia").count()
    };
    assert_eq!(of_dpia(&mut desk), 0, "nothing of it is missing either");
    answer(&mut desk, "decision", choice("dpia"));
    assert!(of_dpia(&mut desk) > 5, "the change of the decision alone brings its findings");
}

#[test]
fn the_screening_alone_is_exported_as_a_record() {
    let mut desk = screened();
    let out = desk.path("screening.pdf");
    let done = desk.ok("export", json!({"project": "p", "form": "screening", "out": out}));
    assert!(done["pages"].as_u64().unwrap() >= 3, "cover, contents, answers: {done}");
    assert_eq!(done["missing_glyphs"], json!([]));
    assert!(std::fs::read(out).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_project_of_the_time_before_takes_the_screening_in_and_puts_it_away_again() {
    let mut desk = Desk::with_project();
    desk.ok("change_project", json!({"project": "p", "forms": ["dpia", "rar", "screening"]}));
    let forms = desk.ok("project", json!({"project": "p"}))["head"]["forms"].clone();
    let forms: Vec<_> = forms.as_array().unwrap().iter().map(|f| &f["template"]).collect();
    assert_eq!(forms, ["screening", "edpb-dpia", "rar"]);
    desk.ok("undo", json!({"project": "p"}));
    let overview = desk.ok("project", json!({"project": "p"}));
    assert_eq!(overview["forms"].as_array().unwrap().len(), 2);
}

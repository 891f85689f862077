//! Facts that are entered once and shown in both forms. Their numbers follow the order of rows.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, cell, choice, choices, level, line, numbers, referred, refs, rows, text};

/// An asset, two risks (one for both sides, one for data subjects only) and a measure against the first risk.
fn filled() -> Desk {
    let mut desk = Desk::with_project();
    desk.add("phase", "f", json!({"name": line("Analysis")}));
    desk.add("asset", "a", json!({"name": line("The lab"), "phases": refs(&["f"])}));
    desk.add("risk", "r", json!({"title": line("Lab account stolen"), "assets": refs(&["a"])}));
    desk.add(
        "risk",
        "s",
        json!({"title": line("Recognised in a table"), "concerns": choices(&["subjects"])}),
    );
    desk.add(
        "measure",
        "m",
        json!({"measure": text("Two-factor sign-in."), "serves": choice("additional"), "risks": refs(&["r"])}),
    );
    desk
}

fn pair(number: &str, id: &str) -> (String, String) {
    (number.to_owned(), id.to_owned())
}

#[test]
fn what_is_entered_once_stands_in_both_forms_under_one_number() {
    let mut desk = filled();
    let (dpia, rar) = (desk.form("dpia"), desk.form("rar"));
    assert_eq!(numbers(&dpia, "assets"), [pair("A1", "a")]);
    assert_eq!(numbers(&rar, "assets"), [pair("A1", "a")]);
    assert_eq!(numbers(&dpia, "inherent"), [pair("R1", "r"), pair("R2", "s")]);
    assert_eq!(numbers(&rar, "scenarios"), [pair("R1", "r")], "R2 concerns people alone");
    assert_eq!(numbers(&dpia, "additional_measures"), [pair("M1", "m")]);
    assert_eq!(numbers(&rar, "treatment"), [pair("M1", "m")]);
    assert_eq!(referred(cell(&dpia, "residual", "r", "measure.risks")), ["M1"]);
    assert_eq!(referred(cell(&rar, "risk_treatment", "r", "measure.risks")), ["M1"]);
    assert_eq!(referred(cell(&rar, "asset_risks", "a", "risk.assets")), ["R1"]);

    desk.set("m", "measure", text("A key for each person."));
    for (form, table) in [("dpia", "additional_measures"), ("rar", "treatment")] {
        let form = desk.form(form);
        assert_eq!(cell(&form, table, "m", "measure")["value"]["value"], "A key for each person.");
    }
}

#[test]
fn one_risk_has_a_score_for_each_side() {
    let mut desk = filled();
    for (field, score) in
        [("ds_likelihood", 1), ("ds_severity", 4), ("org_likelihood", 3), ("org_severity", 2)]
    {
        desk.set("r", field, level(score));
    }
    let dpia = desk.form("dpia");
    let rar = desk.form("rar");
    assert_eq!(cell(&dpia, "inherent", "r", "ds_severity")["level"]["label"], "Very serious");
    assert_eq!(cell(&rar, "scores", "r", "org_severity")["level"]["label"], "Noticeable");
    assert!(cell(&dpia, "inherent", "r", "subjects_inherent")["level"].is_object());
    desk.set("r", "concerns", choices(&["organisation"]));
    let dpia = desk.form("dpia");
    assert_eq!(numbers(&dpia, "inherent"), [pair("R2", "s")], "its number stays its number");
    assert_eq!(cell(&desk.form("rar"), "scores", "r", "org_severity")["level"]["level"], 2);
}

#[test]
fn numbers_follow_the_order_and_references_follow_the_row() {
    let mut desk = filled();
    desk.set("m", "risks", refs(&["r", "s"]));
    desk.ok("move_row", json!({"project": "p", "row": "s"}));
    let dpia = desk.form("dpia");
    assert_eq!(numbers(&dpia, "inherent"), [pair("R1", "s"), pair("R2", "r")]);
    assert_eq!(referred(cell(&dpia, "additional_measures", "m", "risks")), ["R2", "R1"]);
    desk.ok("add_row", json!({"project": "p", "register": "risk", "id": "t", "after": "s"}));
    assert_eq!(
        numbers(&desk.form("dpia"), "inherent"),
        [pair("R1", "s"), pair("R2", "t"), pair("R3", "r")]
    );
    desk.ok("move_row", json!({"project": "p", "row": "s", "after": "r"}));
    assert_eq!(
        numbers(&desk.form("dpia"), "inherent"),
        [pair("R1", "t"), pair("R2", "r"), pair("R3", "s")]
    );
    desk.refused(
        "move_row",
        json!({"project": "p", "row": "s", "after": "a"}),
        ErrorCode::WrongValue,
    );
}

#[test]
fn a_row_in_the_trash_is_out_of_sight_and_comes_back_with_all_that_named_it() {
    let mut desk = filled();
    desk.set("m", "risks", refs(&["r", "s"]));
    let before = desk.form("dpia");
    desk.ok("trash_row", json!({"project": "p", "row": "r"}));
    let dpia = desk.form("dpia");
    assert_eq!(numbers(&dpia, "inherent"), [pair("R1", "s")]);
    assert_eq!(referred(cell(&dpia, "additional_measures", "m", "risks")), ["R1"]);
    let trash = desk.ok("trash", json!({"project": "p"}));
    assert_eq!(
        (&trash["rows"][0]["row"], &trash["rows"][0]["label"]),
        (&json!("r"), &json!("Lab account stolen"))
    );
    assert_eq!(trash["rows"][0]["one"], "risk");
    let write = json!({"project": "p", "row": "r", "field": "title", "value": line("x")});
    desk.refused("set_value", write, ErrorCode::NotFound);
    let name_it =
        |row| json!({"project": "p", "row": row, "field": "risks", "value": refs(&["r", "s"])});
    // A reference that the answer had before is no new one: another tick in the list must not drop it.
    desk.ok("set_value", name_it("m"));
    desk.add("measure", "other", json!({"measure": text("Another lock")}));
    desk.refused("set_value", name_it("other"), ErrorCode::NotFound);
    desk.ok("undo", json!({"project": "p"}));
    desk.ok("restore_row", json!({"project": "p", "row": "r"}));
    assert_eq!(desk.form("dpia"), before);
    assert_eq!(desk.ok("trash", json!({"project": "p"}))["rows"], json!([]));
}

#[test]
fn tables_that_follow_from_others_are_the_same_rows() {
    let mut desk = Desk::with_project();
    for id in ["d1", "d2"] {
        desk.add("data_item", id, json!({"name": line(id)}));
    }
    desk.set("d2", "retention", line("Until 2041, then deleted"));
    let dpia = desk.form("dpia");
    for id in ["item_need", "item_retention", "item_quality"] {
        assert_eq!(numbers(&dpia, id), [pair("D1", "d1"), pair("D2", "d2")], "{id}");
    }
    let retention = cell(&dpia, "item_retention", "d2", "retention");
    assert_eq!(retention["value"]["value"], "Until 2041, then deleted");
    assert_eq!(cell(&dpia, "item_retention", "d1", "retention")["missing"], true);
    let gaps = desk.ok("section", json!({"project": "p", "form": "dpia", "section": "2"}));
    let gaps = gaps["progress"]["gaps"].as_array().unwrap();
    let retention = gaps.iter().find(|g| g["label"] == "Retention period").unwrap();
    assert_eq!((&retention["missing"], &retention["of"]), (&json!(1), &json!(2)));
}

#[test]
fn rows_that_cannot_be_are_refused() {
    let mut desk = filled();
    let before = desk.state("p");
    let row = |more: Json| {
        let mut row = json!({"project": "p", "register": "risk"});
        row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        row
    };
    for (arguments, code) in [
        (row(json!({"id": "r"})), ErrorCode::Taken),
        (row(json!({"id": "method"})), ErrorCode::Taken),
        (row(json!({"id": "No good"})), ErrorCode::BadArguments),
        (row(json!({"register": "dragon"})), ErrorCode::NotFound),
        (row(json!({"register": "method"})), ErrorCode::WrongValue),
        (row(json!({"after": "a"})), ErrorCode::WrongValue),
        (row(json!({"after": "nobody"})), ErrorCode::NotFound),
        (row(json!({"values": {"colour": line("red")}})), ErrorCode::NotFound),
        (row(json!({"values": {"title": text("not a line")}})), ErrorCode::WrongValue),
        (row(json!({"project": "q"})), ErrorCode::NotFound),
    ] {
        desk.refused("add_row", arguments, code);
    }
    desk.refused("trash_row", json!({"project": "p", "row": "nobody"}), ErrorCode::NotFound);
    desk.refused("restore_row", json!({"project": "p", "row": "nobody"}), ErrorCode::NotFound);
    assert_eq!(desk.state("p"), before, "what is refused leaves no trace");
    assert_eq!(rows(&desk.form("rar"), "scenarios").len(), 1);
}

#[test]
fn the_row_of_a_form_or_of_the_method_stays() {
    let mut desk = Desk::with_project();
    for (register, field) in
        [("method", "priority"), ("edpb-dpia", "scope"), ("rar", "main_findings")]
    {
        let value = if register == "method" { line("None") } else { text("Words.") };
        let answer = json!({"project": "p", "register": register, "field": field, "value": value});
        desk.ok("set_value", answer.clone());
        let trash = json!({"project": "p", "row": register});
        let error = desk.refused("trash_row", trash, ErrorCode::WrongValue);
        assert!(error.message.contains("has exactly one row"), "{error}");
        desk.ok("set_value", answer);
        let both = json!({"project": "p", "register": register, "row": register, "field": field});
        let error = desk.refused("set_value", both, ErrorCode::BadArguments);
        assert!(error.message.contains("both given"), "{error}");
    }
}

#[test]
fn a_field_of_a_single_register_names_its_row_before_and_after_the_first_answer() {
    let mut desk = Desk::with_project();
    let row = |desk: &mut Desk| {
        let form = desk.form("rar");
        crate::desk::field(&form, "main_findings").unwrap()["row"].clone()
    };
    let before = row(&mut desk);
    let set =
        json!({"project": "p", "row": before, "field": "main_findings", "value": text("Fine.")});
    desk.ok("set_value", set);
    assert_eq!(row(&mut desk), before, "the window's place stays the same");
    let set = json!({"project": "p", "register": "rar", "field": "main_findings", "value": text("Not so.")});
    desk.ok("set_value", set);
    assert_eq!(row(&mut desk), before, "and is the one that the register's name leads to");
}

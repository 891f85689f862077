//! What a form has besides the rows of its tables: why a table has no rows, a row for each option, and who accepts. And
//! what the authority gets in a prior consultation.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, cell, choice, choices, level, line, refs, rows, table, text};

fn group<'a>(form: &'a Json, id: &str, subject: &str) -> &'a Json {
    let groups = table(form, id)["groups"].as_array().unwrap();
    groups.iter().find(|group| group["id"] == subject).unwrap()
}

fn note(desk: &mut Desk, of: &str, subject: &str, reason: Option<&str>) -> Json {
    let mut note = json!({"project": "p", "table": of, "subject": subject});
    if let Some(reason) = reason {
        note["reason"] = json!(reason);
    }
    desk.ok("note_subject", note)
}

#[test]
fn a_subject_with_a_reason_owes_no_row() {
    let mut desk = Desk::with_project();
    let owed = |desk: &mut Desk| {
        group(&desk.form("dpia"), "other_requirements", "consent")["required"].clone()
    };
    assert_eq!(owed(&mut desk), true);
    for words in ["", "TODO", "to be recorded"] {
        note(&mut desk, "other_requirements", "consent", Some(words));
        assert_eq!(owed(&mut desk), true, "\"{words}\" is no reason");
    }
    let changed =
        note(&mut desk, "other_requirements", "consent", Some("consent is no basis here"));
    assert_eq!(owed(&mut desk), false);
    assert_eq!(changed["undo"]["undo"], "note on what does not apply");
    let dpia = desk.form("dpia");
    let reason = &group(&dpia, "other_requirements", "consent")["note"];
    assert_eq!(reason["cell"]["value"], line("consent is no basis here"));
    assert_eq!(
        group(&dpia, "other_requirements", "transfers")["required"],
        true,
        "each subject has its own reason"
    );
    // The reason is a row that keeps its id, and it can be written like an ordinary answer.
    let row = reason["row"].as_str().unwrap().to_owned();
    desk.set(&row, "reason", line("research rests on a public task"));
    assert_eq!(owed(&mut desk), false);
    desk.ok("undo", json!({"project": "p"}));
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(owed(&mut desk), true);
    desk.ok("redo", json!({"project": "p"}));
    note(&mut desk, "other_requirements", "consent", None);
    assert_eq!(owed(&mut desk), true, "the reason was taken back");
    let again = desk.form("dpia");
    assert_eq!(group(&again, "other_requirements", "consent")["note"]["row"], json!(row));
}

#[test]
fn an_absence_is_an_answer_and_is_printed() {
    let mut desk = Desk::with_project();
    let gaps = |desk: &mut Desk| {
        let form = desk.form("dpia");
        let sections = form["sections"].as_array().unwrap().clone();
        let gaps = sections.iter().flat_map(|s| s["progress"]["gaps"].as_array().unwrap().clone());
        gaps.filter(|gap| gap["part"] == "1.4").count()
    };
    assert_eq!(gaps(&mut desk), 1, "codes, or why there are none");
    note(&mut desk, "codes", "", Some("no code of conduct is approved for this field"));
    assert_eq!(gaps(&mut desk), 0);
    let out = desk.path("dpia.pdf");
    desk.ok("export", json!({"project": "p", "form": "dpia", "out": out}));
    let printed = crate::printed::words(&out);
    assert!(printed.contains("no code of conduct is approved for this field"));
    let json = desk.dump().to_string();
    assert!(json.contains("codes:") && json.contains("no code of conduct is approved"));
    let found = desk.ok("search", json!({"query": "approved for this field", "project": "p"}));
    let found = found.to_string();
    assert!(found.contains("\"section\":\"1\""), "the search leads to the table: {found}");
}

#[test]
fn a_reason_is_taken_only_where_rows_could_be_owed() {
    let mut desk = Desk::with_project();
    for (of, subject) in
        [("phases", ""), ("principles", "no-such"), ("no-such", ""), ("principles", "")]
    {
        let note = json!({"project": "p", "table": of, "subject": subject, "reason": "x"});
        desk.refused("note_subject", note, ErrorCode::NotFound);
    }
    let long = json!({"project": "p", "table": "codes", "reason": "a\nb"});
    desk.refused("note_subject", long, ErrorCode::WrongValue);
}

#[test]
fn a_row_for_each_number_of_annex_a_is_added_once() {
    let mut desk = Desk::with_project();
    desk.add("annex_control", "n-1", json!({"number": choice("a.8.13")}));
    let missing =
        |desk: &mut Desk| table(&desk.form("rar"), "annex_controls")["each"]["missing"].clone();
    assert_eq!(missing(&mut desk), 92);
    let each = json!({"project": "p", "register": "annex_control", "field": "number"});
    let added = desk.ok("add_row_for_each", each.clone());
    assert_eq!(added["rows"].as_array().unwrap().len(), 92);
    assert_eq!(rows(&desk.form("rar"), "annex_controls").len(), 93);
    assert_eq!(missing(&mut desk), 0);
    assert_eq!(desk.ok("add_row_for_each", each)["rows"], json!([]));
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(missing(&mut desk), 92, "one step");
    let wrong = json!({"project": "p", "register": "annex_control", "field": "remark"});
    desk.refused("add_row_for_each", wrong, ErrorCode::WrongValue);
}

#[test]
fn whoever_accepts_is_offered_from_the_roles_and_the_method() {
    let mut desk = Desk::with_project();
    let risk = json!({"kind": "scale", "value": [
        {"label": "Low", "meaning": "Stays.", "acceptable": true, "accepted_by": "Risk owner"},
        {"label": "High", "meaning": "Stops.", "acceptable": false, "accepted_by": "Director"}]});
    desk.ok(
        "set_value",
        json!({"project": "p", "register": "method", "field": "risk", "value": risk}),
    );
    desk.add(
        "role",
        "o-1",
        json!({"role": choice("risk-owner"), "name": line("Åse Dahl, director")}),
    );
    desk.add("role", "o-2", json!({"role": choice("official"), "name": line("TBD")}));
    desk.add(
        "risk",
        "r-1",
        json!({"title": line("Loss"), "concerns": choices(&["organisation"]),
        "org_likelihood": level(1), "org_severity": level(1)}),
    );
    let rar = desk.form("rar");
    let columns = table(&rar, "acceptance")["columns"].as_array().unwrap();
    let offered = &columns.iter().find(|c| c["id"] == "acceptance").unwrap()["acceptors"];
    let people = json!([{"name": "Åse Dahl, director", "role": "Risk owner"}]);
    assert_eq!(offered, &json!({"roles": ["Risk owner", "Director"], "people": people}));
    assert_eq!(cell(&rar, "acceptance", "r-1", "acceptance")["may_accept"], "Risk owner");
    desk.set("r-1", "org_likelihood", level(4));
    desk.set("r-1", "org_severity", level(4));
    let rar = desk.form("rar");
    assert_eq!(cell(&rar, "acceptance", "r-1", "acceptance")["may_accept"], "Director");
}

#[test]
fn one_answer_can_hold_for_several_items() {
    let mut desk = Desk::with_project();
    let special = |same: Json| json!({"name": line("Item"), "special": choices(&["genetic"]), "art9_same_as": same});
    desk.add("data_item", "d-1", special(refs(&[])));
    desk.add("data_item", "d-2", special(refs(&["d-1"])));
    let dpia = desk.form("dpia");
    assert_eq!(cell(&dpia, "special_items", "d-1", "art9")["missing"], true);
    for field in ["art9", "art9_why"] {
        assert_eq!(cell(&dpia, "special_items", "d-2", field)["asked"], false, "{field}");
    }
    desk.ok("trash_row", json!({"project": "p", "row": "d-1"}));
    let dpia = desk.form("dpia");
    assert_eq!(
        cell(&dpia, "special_items", "d-2", "art9")["missing"],
        true,
        "what it leaned on is gone"
    );
    desk.add(
        "data_item",
        "d-3",
        json!({"name": line("Verdicts"),
        "special": {"kind": "choices", "value": [{"option": "criminal", "note": "under § 11"}]}}),
    );
    let dpia = desk.form("dpia");
    assert!(
        rows(&dpia, "special_items").iter().all(|row| row["id"] != "d-3"),
        "Article 10 is no Article 9"
    );
}

#[test]
fn an_excluded_use_is_asked_nothing_but_why() {
    let mut desk = Desk::with_project();
    desk.add("secondary_use", "u-1", json!({"use": text("Sale"), "position": choice("excluded")}));
    desk.add(
        "secondary_use",
        "u-2",
        json!({"use": text("A trial"), "position": choice("planned")}),
    );
    let dpia = desk.form("dpia");
    let missing = |of: &str, row: &str, field: &str| cell(&dpia, of, row, field)["missing"] == true;
    assert!(missing("secondary_uses", "u-1", "excluded_why"));
    assert!(
        !missing("secondary_uses", "u-1", "compatibility")
            && !missing("legal_bases", "u-1", "basis")
    );
    assert!(!missing("secondary_uses", "u-2", "excluded_why"));
    assert!(
        missing("secondary_uses", "u-2", "compatibility") && missing("legal_bases", "u-2", "basis")
    );
}

#[test]
fn a_measure_against_a_gap_needs_no_risk() {
    let mut desk = Desk::with_project();
    desk.add(
        "measure",
        "m-1",
        json!({"measure": text("A copy at home"), "serves": choice("additional")}),
    );
    let open = |desk: &mut Desk| {
        cell(&desk.form("dpia"), "additional_measures", "m-1", "risks")["missing"].clone()
    };
    assert_eq!(open(&mut desk), true);
    desk.set("m-1", "fills", choices(&["backup"]));
    assert_eq!(open(&mut desk), false);
    let unknown =
        json!({"project": "p", "row": "m-1", "field": "fills", "value": choices(&["weather"])});
    let error = desk.refused("set_value", unknown, ErrorCode::WrongValue);
    assert!(
        error.message.contains("weather") && error.message.contains("backup"),
        "{}",
        error.message
    );
}

#[test]
fn what_article_36_lists_goes_out_as_one_pdf() {
    let mut desk = Desk::with_project();
    let out = desk.path("consultation.pdf");
    let export = json!({"project": "p", "out": out, "date": "2026-11-27"});
    let done = desk.ok("export_consultation", export.clone());
    assert!(done["pages"].as_u64().unwrap() > 5);
    let first = std::fs::read(&out).unwrap();
    desk.ok("export_consultation", export);
    assert!(first == std::fs::read(&out).unwrap(), "the same project gives the same bytes");
    let rar = json!({"id": "q", "title": "Only a RAR", "controllers": [], "providers": [], "forms": ["rar"]});
    desk.ok("create_project", rar);
    let none = json!({"project": "q", "out": desk.path("none.pdf")});
    desk.refused("export_consultation", none, ErrorCode::WrongValue);
    assert!(!desk.path("none.pdf").exists());
}

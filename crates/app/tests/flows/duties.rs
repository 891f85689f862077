//! The list of duties, and the next steps.

use serde_json::{Value as Json, json};

use crate::desk::{Desk, choice, line, text};

fn date(day: &str) -> Json {
    json!({"kind": "date", "value": day})
}

fn add(desk: &mut Desk, project: &str, register: &str, id: &str, values: Json) {
    let row = json!({"project": project, "register": register, "id": id, "values": values});
    desk.ok("add_row", row);
}

fn told(desk: &mut Desk, of: Json) -> Vec<(String, String, String, bool)> {
    let answer = desk.ok("duties", of);
    let word = |duty: &Json, key: &str| duty[key].as_str().unwrap().to_owned();
    let duties = answer["duties"].as_array().unwrap().iter();
    duties
        .map(|d| (word(d, "day"), word(d, "about"), word(d, "whose"), d["overdue"] == true))
        .collect()
}

/// The clock of this test is in November 2026.
#[test]
fn duties_are_told_with_their_day_and_whose_they_are_overdue_first() {
    let mut desk = Desk::new();
    let project = json!({"id": "p", "title": "Kidneys", "forms": ["dpia", "rar"]});
    desk.ok("create_project", project);
    let measure = |status: &str, day: &str| {
        json!({"measure": text("Encrypt keys"), "serves": choice("additional"), "status": choice(status),
               "responsible": line("Ola"), "deadline": date(day)})
    };
    add(&mut desk, "p", "measure", "m-1", measure("planned", "2026-11-19"));
    add(&mut desk, "p", "measure", "m-2", measure("implemented", "2026-11-18"));
    add(&mut desk, "p", "measure", "m-3", measure("planned", "2027-05-01"));
    desk.ok("trash_row", json!({"project": "p", "row": "m-3"}));
    let activity = json!({"activity": text("Train people"), "responsible": line("Kari"),
                          "deadline": date("2026-11-20")});
    add(&mut desk, "p", "activity", "a-1", activity);
    for (form, field, day) in
        [("dpia", "review_date", "2027-11-30"), ("rar", "valid_until", "2027-06-30")]
    {
        let set = json!({"project": "p", "register": form, "field": field, "value": date(day)});
        desk.ok("set_value", set);
    }
    let due = |day: &str, about: &str, whose: &str, overdue| {
        (day.to_owned(), about.to_owned(), whose.to_owned(), overdue)
    };
    let of_p = [
        due("2026-11-19", "Encrypt keys", "Ola", true),
        due("2026-11-20", "Train people", "Kari", false),
        due("2027-06-30", "RAR", "", false),
        due("2027-11-30", "DPIA", "", false),
    ];
    assert_eq!(told(&mut desk, json!({"project": "p"})), of_p, "what is done or trashed is none");
    let first = &desk.ok("duties", json!({"project": "p"}))["duties"][0];
    assert_eq!(first["what"], "Deadline");
    let place = json!({"form": "edpb-dpia", "section": "4", "row": "m-1", "field": "deadline"});
    assert_eq!(first["place"], place);

    // For all projects: a project in the trash has no duties, and a change is visible.
    desk.ok("create_project", json!({"id": "o", "title": "Other", "forms": ["dpia"]}));
    let set = json!({"project": "o", "register": "dpia", "field": "review_date", "value": date("2026-12-24")});
    desk.ok("set_value", set);
    let all = told(&mut desk, json!({}));
    assert_eq!(all.len(), 5);
    assert_eq!(all[2], due("2026-12-24", "DPIA", "", false));
    let met =
        json!({"project": "p", "row": "m-1", "field": "status", "value": choice("implemented")});
    desk.ok("set_value", met);
    assert_eq!(told(&mut desk, json!({})).len(), 4);
    desk.ok("trash_project", json!({"project": "p"}));
    assert_eq!(told(&mut desk, json!({})).len(), 1);
}

#[test]
fn a_day_that_no_form_of_the_project_shows_is_no_duty() {
    let mut desk = Desk::new();
    desk.ok("create_project", json!({"id": "p", "title": "Kidneys", "forms": ["dpia", "rar"]}));
    let set = json!({"project": "p", "register": "rar", "field": "valid_until", "value": date("2027-06-30")});
    desk.ok("set_value", set);
    assert_eq!(told(&mut desk, json!({"project": "p"})).len(), 1);
    desk.ok("change_project", json!({"project": "p", "forms": ["dpia"]}));
    assert_eq!(told(&mut desk, json!({"project": "p"})), []);
}

fn steps(desk: &mut Desk) -> Vec<(String, String, Json)> {
    let overview = desk.ok("project", json!({"project": "p"}));
    let steps = overview["steps"].as_array().unwrap().iter();
    let word = |step: &Json, key: &str| step[key].as_str().unwrap().to_owned();
    steps.map(|s| (word(s, "stage"), word(s, "kind"), s["section"].clone())).collect()
}

#[test]
fn the_nearest_steps_lead_from_the_screening_to_the_decision() {
    let step =
        |stage: &str, kind: &str, section: Json| (stage.to_owned(), kind.to_owned(), section);
    let mut desk = Desk::new();
    desk.ok(
        "create_project",
        json!({"id": "p", "title": "Kidneys", "forms": ["screening", "dpia"]}),
    );
    assert_eq!(
        steps(&mut desk),
        [
            step("screening", "fill", json!("1")),
            step("screening", "fill", json!("2")),
            step("screening", "fill", json!("3")),
        ]
    );
    desk.ok("change_project", json!({"project": "p", "forms": ["dpia"]}));
    assert_eq!(
        steps(&mut desk),
        [
            step("facts", "fill", json!("0")),
            step("facts", "fill", json!("1")),
            step("facts", "fill", json!("2")),
        ]
    );
    desk.ok("change_project", json!({"project": "p", "forms": ["rar"]}));
    assert_eq!(
        steps(&mut desk)[..2],
        [step("facts", "fill", json!("2")), step("coverage", "choose_provider", Json::Null)]
    );
}

#[test]
fn a_step_leads_to_what_is_open_first_and_says_how_much_is() {
    let mut desk = Desk::new();
    desk.ok("create_project", json!({"id": "p", "title": "Kidneys", "forms": ["screening"]}));
    let first = |desk: &mut Desk| desk.ok("project", json!({"project": "p"}))["steps"][0].clone();
    let step = first(&mut desk);
    assert_eq!(
        (&step["open"], &step["field"], &step["form"]),
        (&json!(4), &json!("processing"), &json!("screening"))
    );
    let words = json!({"project": "p", "register": "screening", "field": "processing", "value": text("Genomes")});
    desk.ok("set_value", words);
    let step = first(&mut desk);
    assert_eq!((&step["open"], &step["field"]), (&json!(3), &json!("countries")));
}

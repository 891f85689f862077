//! Projects that are made from another one: as a copy, or with its facts only.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, choice, line, refs, text};

fn date(day: &str) -> Json {
    json!({"kind": "date", "value": day})
}

/// A project with facts, people, days, a decision, a request, a citation, and a row in the trash.
fn written() -> Desk {
    let mut desk = Desk::with_project();
    for (register, row, values) in [
        ("data_item", "d-1", json!({"name": line("Genomes")})),
        ("data_item", "d-2", json!({"name": line("Images")})),
        (
            "purpose",
            "p-1",
            json!({"purpose": text("Kidneys"), "data_items": refs(&["d-1", "d-2"])}),
        ),
        ("risk", "r-1", json!({"title": line("Names leak"), "owner": line("Kari")})),
        (
            "measure",
            "m-1",
            json!({"measure": text("Encrypt"), "serves": choice("additional"), "risks": refs(&["r-1"]),
                   "status": choice("implemented"), "responsible": line("Ola"), "deadline": date("2027-01-31")}),
        ),
        ("role", "o-1", json!({"role": choice("dpo"), "name": line("Aslaug")})),
        ("source", "s-1", json!({"title": line("Protocol 6.0"), "date": date("2026-01-02")})),
        ("request", "q-1", json!({"provider": line("HUNT Cloud"), "question": text("Where?")})),
    ] {
        let row = json!({"project": "p", "register": register, "id": row, "values": values});
        desk.ok("add_row", row);
    }
    desk.ok("trash_row", json!({"project": "p", "row": "d-2"}));
    desk.ok("cite", json!({"project": "p", "statement": "hunt-cloud/own-assessment", "id": "c-1"}));
    for (field, value) in [
        ("team", text("Kari, Ola")),
        ("nature", text("Analysed in the cloud [own](cite:c-1)")),
        ("decision", choice("approved")),
        ("review_date", date("2027-11-30")),
    ] {
        desk.ok(
            "set_value",
            json!({"project": "p", "register": "dpia", "field": field, "value": value}),
        );
    }
    desk
}

/// All rows of a project in a dump, by register and id, with their values.
fn dumped(desk: &mut Desk, project: &str) -> Vec<(String, String, Json)> {
    let out = desk.path("dump.json");
    desk.ok("dump", json!({"out": out}));
    let dump: Json = serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap();
    let projects = dump["projects"].as_array().unwrap();
    let found = projects.iter().find(|p| p["head"]["id"] == project).unwrap();
    let rows = found["rows"].as_array().unwrap().iter().map(|row| {
        let mut values = row["values"].clone();
        for answer in values.as_object_mut().unwrap().values_mut() {
            *answer = answer["value"].clone();
        }
        let word = |word: &Json| word.as_str().unwrap().to_owned();
        (word(&row["row"]["register"]), word(&row["id"]), values)
    });
    rows.collect()
}

fn values<'a>(rows: &'a [(String, String, Json)], id: &str) -> &'a Json {
    let row = rows.iter().find(|row| row.1 == id);
    &row.unwrap_or_else(|| panic!("no row {id} in {rows:?}")).2
}

#[test]
fn a_copy_says_what_the_project_says_without_its_trash_and_history() {
    let mut desk = written();
    let made = desk.ok("duplicate_project", json!({"project": "p", "title": " Second \n wave "}));
    let copy = made["project"].as_str().unwrap().to_owned();
    let overview = desk.ok("project", json!({"project": copy}));
    assert_eq!(overview["head"]["title"], "Second wave");
    assert_eq!(overview["undo"], json!({"undo": null, "redo": null}), "it has no history");
    let (was, is) = (dumped(&mut desk, "p"), dumped(&mut desk, &copy));
    let others: Vec<_> = was.iter().filter(|row| row.1 != "d-2").cloned().collect();
    assert_eq!(is, others);
    assert_eq!(desk.ok("trash", json!({"project": copy}))["rows"], json!([]));
    let cited = desk.ok("citations", json!({"project": copy}));
    assert!(cited["citations"]["c-1"].is_object(), "{cited}");
    // From now on, changes of one project do not reach the other.
    let set = json!({"project": copy, "register": "dpia", "field": "team", "value": text("Per")});
    desk.ok("set_value", set);
    assert_eq!(values(&dumped(&mut desk, "p"), "edpb-dpia")["team"]["value"], "Kari, Ola");
}

#[test]
fn a_project_like_another_one_has_its_facts_and_nothing_else() {
    let mut desk = written();
    let made = desk.ok("create_project", json!({"title": "Third wave", "like": "p"}));
    let like = made["project"].as_str().unwrap().to_owned();
    let rows = dumped(&mut desk, &like);
    let has = |register: &str| rows.iter().filter(|row| row.0 == register).count();
    assert_eq!((has("data_item"), has("purpose"), has("risk"), has("controller")), (1, 1, 1, 1));
    assert_eq!((has("role"), has("request")), (0, 0), "people and requests stay behind");
    assert_eq!(
        values(&rows, "p-1")["data_items"]["value"],
        json!(["d-1"]),
        "not what is in the trash"
    );
    assert_eq!(values(&rows, "r-1")["owner"], Json::Null);
    let measure = values(&rows, "m-1");
    assert_eq!(measure["measure"]["value"], "Encrypt");
    assert_eq!(measure["status"]["value"]["option"], "planned", "as a new measure begins");
    assert_eq!((&measure["responsible"], &measure["deadline"]), (&Json::Null, &Json::Null));
    assert_eq!(
        values(&rows, "s-1")["date"]["value"],
        "2026-01-02",
        "the day of a document is a fact"
    );
    let dpia = values(&rows, "edpb-dpia");
    assert!(dpia["nature"].is_object(), "{dpia}");
    for field in ["team", "decision", "review_date"] {
        assert_eq!(dpia[field], Json::Null, "{field}");
    }
    let overview = desk.ok("project", json!({"project": like}));
    assert_eq!(overview["head"]["providers"], json!(["hunt-cloud"]));
    let forms = overview["forms"].as_array().unwrap().iter().map(|f| f["form"].as_str().unwrap());
    assert_eq!(forms.collect::<Vec<_>>(), ["edpb-dpia", "rar"]);
}

#[test]
fn what_is_said_of_a_project_like_another_one_goes_before_what_the_other_says() {
    let mut desk = written();
    let new = json!({"title": "Danish arm", "like": "p", "id": "n", "controllers": ["Sundholm"],
                     "providers": ["hunt-cloud", "genomedk"], "forms": ["rar", "screening"], "language": "da"});
    desk.ok("create_project", new);
    let overview = desk.ok("project", json!({"project": "n"}));
    assert_eq!(overview["controllers"], json!(["Sundholm"]));
    assert_eq!(overview["head"]["language"], "da");
    let forms = overview["forms"].as_array().unwrap().iter().map(|f| f["form"].as_str().unwrap());
    assert_eq!(forms.collect::<Vec<_>>(), ["screening", "rar"], "the screening comes first");
    let processors: Vec<_> = dumped(&mut desk, "n")
        .into_iter()
        .filter(|row| row.0 == "processor")
        .map(|row| row.1)
        .collect();
    assert_eq!(processors, ["processor-hunt-cloud", "processor-genomedk"]);
}

#[test]
fn what_is_no_beginning_is_refused_and_leaves_nothing() {
    let mut desk = written();
    desk.refused("create_project", json!({"title": "T"}), ErrorCode::WrongValue);
    desk.refused("create_project", json!({"title": "T", "like": "x"}), ErrorCode::NotFound);
    desk.refused("duplicate_project", json!({"project": "x", "title": "T"}), ErrorCode::NotFound);
    desk.refused("duplicate_project", json!({"project": "p", "title": " "}), ErrorCode::WrongValue);
    let taken = json!({"project": "p", "title": "T", "id": "p"});
    desk.refused("duplicate_project", taken, ErrorCode::Taken);
    desk.ok("trash_project", json!({"project": "p"}));
    let in_trash = desk.app.call("duplicate_project", json!({"project": "p", "title": "T"}));
    assert!(in_trash.unwrap_err().message.contains("trash"));
    assert_eq!(desk.ok("projects", json!({})), json!([]));
}

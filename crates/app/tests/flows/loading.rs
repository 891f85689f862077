//! A dump is loaded as a whole when the program could have written it. Otherwise it is refused as a whole, and the
//! error names the place of the mistake.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value as Json, json};
use vurder_app::{App, AppError, OpenOptions};

use crate::desk::{Desk, level, line, refs, text};

/// A dump of a workspace that has an answer of each kind which these tests break.
fn dumped() -> (Desk, Json) {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({"title": line("One"), "ds_severity": level(4)}));
    desk.add("measure", "m", json!({"risks": refs(&["r"])}));
    desk.ok(
        "cite",
        json!({"project": "p", "statement": "hunt-cloud/iso-27001-certificate", "id": "c"}),
    );
    desk.set("r", "how", text("As [c](cite:c) says."));
    let scale: Vec<Json> = (1..=5).map(|n| json!({"label": format!("Level {n}")})).collect();
    let scale = json!({"kind": "scale", "value": scale});
    desk.ok(
        "set_value",
        json!({"project": "p", "register": "method", "field": "severity", "value": scale}),
    );
    let dump = desk.dump();
    (desk, dump)
}

/// The dump with another value for an answer, in the project and in the log.
fn with(dump: &Json, row: &str, field: &str, value: &Json) -> Json {
    let mut dump = dump.clone();
    for found in dump["projects"][0]["rows"].as_array_mut().unwrap() {
        if found["id"] == row {
            found["values"][field]["value"] = value.clone();
        }
    }
    for operation in dump["operations"].as_array_mut().unwrap() {
        for change in operation["changes"].as_array_mut().unwrap() {
            if change["table"] == "value" && change["row"] == row && change["field"] == field {
                change["after"]["value"] = value.clone();
            }
        }
    }
    dump
}

fn load(desk: &Desk, dump: &Json) -> Result<App, AppError> {
    let from = desk.path("given.json");
    std::fs::write(&from, dump.to_string()).unwrap();
    // Each dump is loaded into a separate workspace: not every system can remove an open one.
    static LOADED: AtomicUsize = AtomicUsize::new(0);
    let number = LOADED.fetch_add(1, Ordering::Relaxed);
    let file = desk.path(&format!("loaded-{number}.vurder"));
    let mut app = App::open(OpenOptions::new(&file)).unwrap();
    match app.call("load", json!({"from": from})) {
        Ok(_) => Ok(app),
        Err(error) => {
            assert_eq!(app.call("projects", json!({})).unwrap(), json!([]), "nothing is left");
            app.unmake().unwrap();
            assert!(!file.exists(), "not even an empty workspace");
            Err(error)
        }
    }
}

fn scale(levels: usize) -> Json {
    let levels: Vec<Json> = (1..=levels).map(|n| json!({"label": format!("Level {n}"), "meaning": "", "acceptable": false, "accepted_by": ""})).collect();
    json!({"kind": "scale", "value": levels})
}

#[test]
fn an_answer_that_does_not_fit_its_field_is_refused_with_its_place() {
    let (desk, dump) = dumped();
    load(&desk, &dump).unwrap();
    for (row, field, value, why) in [
        ("r", "title", text("A text"), "a rich text is given, \"A text\""),
        ("r", "how", text("See [x](cite:gone)."), "\"gone\" is not in the project"),
        ("r", "ds_severity", level(0), "outside any scale"),
        ("r", "ds_severity", level(200), "outside any scale"),
        ("m", "risks", refs(&["nobody"]), "\"nobody\" is not in the project"),
        ("m", "risks", refs(&["m"]), "another register"),
        ("method", "severity", scale(1), "a scale has"),
        ("method", "severity", scale(5000), "a scale has"),
    ] {
        let error = load(&desk, &with(&dump, row, field, &value)).map(|_| ()).unwrap_err();
        let place = format!("project \"p\", row \"{row}\", field \"{field}\": ");
        assert!(error.message.contains(&place), "{place}: {error}");
        assert!(error.message.contains(why), "{why}: {error}");
        assert!(error.help.starts_with("Nothing was loaded"), "{error}");
    }
}

#[test]
fn what_undo_and_the_history_would_bring_back_is_looked_at_too() {
    let (mut desk, _) = dumped();
    desk.set("r", "title", line("Two"));
    desk.ok("undo", json!({"project": "p"}));
    let mut dump = desk.dump();
    let changes = dump["operations"].as_array_mut().unwrap().last_mut().unwrap();
    changes["changes"][0]["after"]["value"] = level(7);
    let error = load(&desk, &dump).map(|_| ()).unwrap_err();
    assert!(error.message.contains("row \"r\", field \"title\""), "{error}");
}

#[test]
fn what_was_taken_earlier_is_still_loaded() {
    let (desk, dump) = dumped();
    for (row, field, value) in [
        ("method", "severity", scale(10)),
        ("r", "ds_severity", level(10)),
        ("r", "title", line("two\r\nlines")),
        ("r", "title", line("a\0b")),
        ("r", "how", text("a\0b\n\n[c\0](cite:c)")),
        ("method", "matrix", json!({"kind": "matrix", "value": vec![vec![1; 40]; 60]})),
        ("m", "deadline", json!({"kind": "date", "value": "0026-11-22"})),
        ("m", "colour", line("red")),
    ] {
        let mut given = dump.clone();
        if ["deadline", "colour", "matrix"].contains(&field) {
            given = added(&dump, row, field);
        }
        let given = with(&given, row, field, &value);
        let mut app = load(&desk, &given).unwrap_or_else(|e| panic!("{field}: {e}"));
        let form = app.call("form", json!({"project": "p", "form": "rar"}));
        assert!(form.is_ok(), "{field}: and can be shown");
        let out = desk.path("again.pdf");
        app.call("export", json!({"project": "p", "form": "rar", "out": out})).unwrap();
        app.call("search", json!({"query": "lines"})).unwrap();
        let out = desk.path("again.json");
        app.call("dump", json!({"out": out})).unwrap();
        let again: Json = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
        let filled = |dump: &Json| serde_json::from_value::<vurder_workspace::Dump>(dump.clone());
        assert_eq!(filled(&again).unwrap(), filled(&given).unwrap(), "{field}: as it was");
    }
    let mut given = dump.clone();
    let both = json!({"kind": "choices", "value": [{"option": "none"}, {"option": "genetic"}]});
    given = with(&added_row(&given), "d", "special", &both);
    load(&desk, &given).unwrap_or_else(|e| panic!("{e}"));
}

/// The dump with one more answer, written by the last operation.
fn added(dump: &Json, row: &str, field: &str) -> Json {
    let mut dump = dump.clone();
    let answer = json!({"value": null, "updated": "2026-11-22T10:00:00Z"});
    for found in dump["projects"][0]["rows"].as_array_mut().unwrap() {
        if found["id"] == row {
            found["values"][field] = answer.clone();
        }
    }
    let last = dump["operations"].as_array_mut().unwrap().last_mut().unwrap();
    let change = json!({"table": "value", "row": row, "field": field, "after": answer});
    last["changes"].as_array_mut().unwrap().push(change);
    dump
}

/// The dump with one more data item.
fn added_row(dump: &Json) -> Json {
    let mut dump = dump.clone();
    let row = json!({"register": "data_item", "position": 1.0});
    let found = json!({"id": "d", "row": row, "values": {}});
    dump["projects"][0]["rows"].as_array_mut().unwrap().push(found);
    let last = dump["operations"].as_array_mut().unwrap().last_mut().unwrap();
    let change = json!({"table": "row", "row": "d", "after": row});
    last["changes"].as_array_mut().unwrap().push(change);
    added(&dump, "d", "special")
}

#[test]
fn names_that_were_taken_earlier_are_kept_as_they_are() {
    let (desk, dump) = dumped();
    let earlier = dump
        .to_string()
        .replace("Fjordby", r"Fjord\nby\u0000")
        .replace("Kidneys", r"Kid\u0000neys");
    let earlier: Json = serde_json::from_str(&earlier).unwrap();
    assert_ne!(earlier, dump);
    let mut app = load(&desk, &earlier).unwrap_or_else(|e| panic!("{e}"));
    let out = desk.path("again.json");
    app.call("dump", json!({"out": out})).unwrap();
    let again: Json = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
    assert_eq!(again, earlier);
    for form in ["dpia", "rar"] {
        let out = desk.path("again.pdf");
        app.call("export", json!({"project": "p", "form": form, "out": out})).unwrap();
    }
    app.call("projects", json!({})).unwrap();
}

#[test]
fn a_dump_that_contradicts_itself_is_refused_in_the_words_of_a_message() {
    type Damage = fn(&mut Json);
    let (desk, dump) = dumped();
    let damages: [(Damage, &str); 4] = [
        (|d| d["version"] = json!(9), "it has version 9, and this program reads versions up to 5"),
        (
            |d| d["projects"][0]["rows"][0]["row"]["register"] = json!(""),
            "the name of a register has 1 to 80 characters, and \"\" has not",
        ),
        (
            |d| d["operations"].as_array_mut().unwrap().swap(2, 3),
            "operation 3 of the log stands after operation 4",
        ),
        (
            |d| d["projects"][0]["citations"] = json!([]),
            "the log of the project \"p\" holds records that the project does not have",
        ),
    ];
    for (damage, words) in damages {
        let mut damaged = dump.clone();
        damage(&mut damaged);
        let error = load(&desk, &damaged).map(|_| ()).unwrap_err();
        assert_eq!(error.message, format!("This dump can't be loaded: {words}."));
        assert!(error.help.starts_with("Nothing was loaded"), "{error}");
    }
}

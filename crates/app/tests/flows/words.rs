//! An error in a command names the field with the mistake in plain words. The words of the parser are the detail.

use serde_json::{Value as Json, json};
use vurder_app::{AppError, ErrorCode};

use crate::desk::{Desk, line, text};

/// Words of the parser that mean nothing to a person.
const RAW: [&str; 8] =
    ["expected ident", "invalid", "u8", "premature", "out of range", "struct", "variant", "EOF"];

fn plain(error: &AppError) {
    for raw in RAW {
        assert!(!error.message.contains(raw) && !error.help.contains(raw), "{raw}: {error}");
    }
}

#[test]
fn arguments_that_can_not_be_read_name_the_field_and_what_is_expected() {
    let mut desk = Desk::with_project();
    desk.add("measure", "m", json!({}));
    let set = |field: &str, value: Json| {
        ("set_value", json!({"project": "p", "row": "m", "field": field, "value": value}))
    };
    let date = |day: &str| json!({"kind": "date", "value": day});
    let level = |level: Json| json!({"kind": "level", "value": level});
    let export = |date: &str| ("preview", json!({"project": "p", "form": "rar", "date": date}));
    let day = "must be a day that exists, written YYYY-MM-DD, not";
    for ((command, arguments), expected) in [
        (set("deadline", date("2026-02-30")), &format!("\"deadline\" {day} \"2026-02-30\"")[..]),
        (set("deadline", date("")), &format!("\"deadline\" {day} \"\"")),
        (export("2026-02-30"), &format!("\"date\" {day} \"2026-02-30\"")),
        (export(""), &format!("\"date\" {day} \"\"")),
        (set("status", level(json!(-1))), "\"status\" must be a whole number from 1 to 10, not -1"),
        (
            set("status", level(json!(256))),
            "\"status\" must be a whole number from 1 to 10, not 256",
        ),
        (
            set("measure", json!({"kind": "poem"})),
            "\"measure\" must be an answer of one of the kinds \"text\", \"line\"",
        ),
        (set("measure", json!(7)), "\"measure\" must be an object with \"kind\" and \"value\""),
        (set("measure", json!({"kind": "text", "value": 7})), "\"measure\" must be a text, not 7"),
        (
            (
                "add_row",
                json!({"project": "p", "register": "risk", "values": {"title": {"kind": "line", "value": []}}}),
            ),
            "\"title\" must be a text, not []",
        ),
        (
            ("add_row", json!({"project": "p", "register": "risk", "id": "A B"})),
            "\"id\" must be an identity of 1 to 40 of a-z",
        ),
        (
            ("add_row", json!({"project": "p", "register": "risk", "surplus": 1})),
            "it has no field \"surplus\"",
        ),
        (("add_row", json!({"project": "p"})), "\"register\" is missing"),
        (
            ("create_project", json!({"title": 5, "forms": ["dpia"]})),
            "\"title\" must be a text, not 5",
        ),
        (
            ("create_project", json!({"title": "T", "forms": "dpia"})),
            "\"forms\" must be a list, not \"dpia\"",
        ),
        (
            ("create_project", json!({"title": "T", "forms": [1]})),
            "\"forms[0]\" must be a text, not 1",
        ),
        (
            ("preview", json!({"project": "p", "form": "rar", "empty": "hide"})),
            "\"empty\" must be one of \"leave_out\", \"say\", not \"hide\"",
        ),
        (("statements", json!({"judged": "yes"})), "\"judged\" must be true or false, not \"yes\""),
        (
            (
                "set_value",
                json!({"project": "p", "row": "m", "field": "measure", "doc": {"type": "doc", "content": [{"type": "song"}]}}),
            ),
            "\"measure\" must be a text as the editor writes it",
        ),
        (("undo", json!([])), "its fields are no JSON object"),
    ] {
        let error = desk.refused(command, arguments, ErrorCode::BadArguments);
        assert!(error.message.contains(expected), "{expected}: {error}");
        assert!(!error.detail.is_empty(), "the machine's words are kept for support: {error}");
        plain(&error);
    }
}

#[test]
fn the_next_step_fits_what_was_refused() {
    let mut desk = Desk::with_project();
    let unknown = [
        ("create_project", json!({"title": "T", "forms": ["tax"]}), "The form \"tax\""),
        (
            "create_project",
            json!({"title": "T", "forms": ["rar"], "providers": ["x"]}),
            "The provider \"x\"",
        ),
        ("form", json!({"project": "p", "form": "tax"}), "The form \"tax\""),
        (
            "set_value",
            json!({"project": "p", "row": "controller-1", "field": "colour"}),
            "The field \"controller.colour\"",
        ),
        ("cite", json!({"project": "p", "statement": "x/y"}), "The statement \"x/y\""),
        ("statements", json!({"provider": "x"}), "The provider \"x\""),
        ("statements", json!({"theme": "x"}), "The theme \"x\""),
        ("statements", json!({"topics": ["x"]}), "The topic \"x\""),
        ("projects", json!({}), ""),
    ];
    for (command, arguments, what) in unknown.into_iter().filter(|(_, _, what)| !what.is_empty()) {
        let error = desk.refused(command, arguments, ErrorCode::NotFound);
        assert!(error.message.starts_with(what), "{error}");
        assert!(!error.help.contains("trash"), "what the program does not know is no row: {error}");
    }
    let made = json!({"title": " ", "forms": ["dpia"]});
    let error = desk.refused("create_project", made, ErrorCode::WrongValue);
    assert!(!error.help.contains("earlier answer"), "there was none: {error}");
    let answer =
        json!({"project": "p", "row": "controller-1", "field": "name", "value": text("x")});
    let error = desk.refused("set_value", answer, ErrorCode::WrongValue);
    assert!(error.help.contains("The earlier answer still stands"), "{error}");
    desk.add("risk", "r", json!({}));
    desk.ok("trash_row", json!({"project": "p", "row": "r"}));
    let answer = json!({"project": "p", "row": "r", "field": "title", "value": line("x")});
    let error = desk.refused("set_value", answer, ErrorCode::NotFound);
    assert!(error.help.contains("out of the trash"), "{error}");
}

#[test]
fn what_no_page_can_show_is_refused_at_the_door() {
    let mut desk = Desk::with_project();
    let before = desk.state("p");
    let at = |field: &str, value: Json| json!({"project": "p", "row": "controller-1", "field": field, "value": value});
    let doc = json!({"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "a\0b"}]}]});
    for (command, arguments) in [
        ("set_value", at("name", line("a\0b"))),
        ("set_value", at("units", text("a\0b"))),
        ("set_value", json!({"project": "p", "row": "controller-1", "field": "units", "doc": doc})),
        ("change_project", json!({"project": "p", "title": "a\0b"})),
        ("create_project", json!({"title": "T", "controllers": ["a\0b"], "forms": ["dpia"]})),
        (
            "judge",
            json!({"project": "p", "statement": "hunt-cloud/iso-27001-certificate", "note": "a\0b"}),
        ),
    ] {
        let error = desk.refused(command, arguments, ErrorCode::WrongValue);
        assert!(error.message.contains("NUL"), "{error}");
    }
    let two = json!({"title": "T", "controllers": ["a\nb"], "forms": ["dpia"]});
    desk.refused("create_project", two, ErrorCode::WrongValue);
    assert_eq!(desk.state("p"), before);
}

#[test]
fn a_day_out_of_reach_is_taken_for_a_slip() {
    let mut desk = Desk::with_project();
    desk.add("measure", "m", json!({}));
    desk.add("risk", "r", json!({}));
    let accepted = |day: &str| json!({"kind": "acceptance", "value": {"accepted": true, "name": "A", "role": "B", "date": day}});
    for day in ["0000-01-01", "0026-11-22", "1899-12-31", "2200-01-01"] {
        for (row, field, value) in [
            ("m", "deadline", json!({"kind": "date", "value": day})),
            ("r", "acceptance", accepted(day)),
        ] {
            let answer = json!({"project": "p", "row": row, "field": field, "value": value});
            let error = desk.refused("set_value", answer, ErrorCode::WrongValue);
            assert!(error.message.contains("between the years 1900 and 2199"), "{error}");
        }
        let report = json!({"project": "p", "form": "rar", "date": day});
        desk.refused("preview", report, ErrorCode::WrongValue);
    }
    desk.set("m", "deadline", json!({"kind": "date", "value": "1900-01-01"}));
    desk.set("r", "acceptance", accepted("2199-12-31"));
}

#[test]
fn an_answer_of_another_kind_or_option_is_named_with_what_the_field_takes() {
    let mut desk = Desk::with_project();
    desk.add("measure", "m", json!({}));
    let set = |field: &str, value: Json| json!({"project": "p", "row": "m", "field": field, "value": value});
    let option = |option: &str| json!({"kind": "choice", "value": {"option": option}});
    for (arguments, expected) in [
        (
            set("deadline", line("soon")),
            "one line of text is given, \"soon\", and the field takes a day.",
        ),
        (
            set("status", option("finished")),
            "\"finished\" is none of its options, which are \"planned\", ",
        ),
        (
            set("risks", json!({"kind": "refs", "value": ["m"]})),
            "the row \"m\" is of another register (\"measure\"); the field takes rows of \"risk\"",
        ),
    ] {
        let error = desk.refused("set_value", arguments, ErrorCode::WrongValue);
        assert!(error.message.contains(expected), "{expected}: {error}");
    }
    for (arguments, expected) in [
        (
            json!({"title": "T", "forms": ["tax"]}),
            "There are: \"edpb-dpia\", \"rar\", \"screening\".",
        ),
        (
            json!({"title": "T", "forms": ["rar"], "providers": ["x"]}),
            "There are: \"genomedk\", \"hunt-cloud\".",
        ),
    ] {
        let error = desk.refused("create_project", arguments, ErrorCode::NotFound);
        assert!(error.message.contains(expected), "{expected}: {error}");
    }
}

#[test]
fn a_form_is_named_by_its_id_or_short_name_wherever_it_is_named() {
    let mut desk = Desk::with_project();
    for (id, name, register, field) in [
        ("q-1", "dpia", "edpb-dpia", "team"),
        ("q-2", "DPIA", "edpb-dpia", "team"),
        ("q-3", "RAR", "rar", "main_findings"),
    ] {
        desk.ok("create_project", json!({"id": id, "title": "Q", "forms": [name]}));
        desk.ok("form", json!({"project": id, "form": name}));
        let answer =
            json!({"project": id, "register": name, "field": field, "value": text("Words.")});
        desk.ok("set_value", answer);
        let rows = desk.state(id)["rows"].clone();
        let row = rows.as_array().unwrap().iter().find(|row| row["id"] == register).unwrap();
        assert_eq!(
            row["values"][field]["value"],
            text("Words."),
            "{name} leads to {register}: {rows}"
        );
        let row = json!({"project": id, "register": name});
        desk.refused("add_row", row, ErrorCode::WrongValue);
    }
}

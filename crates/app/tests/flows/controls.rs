//! Published controls: cited, judged, and written into the forms.

use chrono::TimeDelta;
use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, cell, choice, line, rows, text};

const REPORT: &str = "hunt-cloud/audit-report-on-request";
const CERTIFICATE: &str = "hunt-cloud/iso-27001-certificate";

fn words(desk: &mut Desk, statement: &str) -> String {
    let all = desk.ok("statements", json!({"provider": "hunt-cloud"}));
    let all = all.as_array().unwrap();
    let found = all.iter().find(|s| s["statement"]["id"] == statement).unwrap();
    found["statement"]["words"].as_str().unwrap().to_owned()
}

#[test]
fn statements_become_measures_with_their_citation_in_one_step() {
    let mut desk = Desk::with_project();
    let before = desk.state("p");
    let (report, certificate) = (words(&mut desk, REPORT), words(&mut desk, CERTIFICATE));
    let made = desk.ok(
        "use_statements",
        json!({"project": "p", "statements": [REPORT, CERTIFICATE], "serves": "accountability"}),
    );
    let made: Vec<&str> =
        made["rows"].as_array().unwrap().iter().map(|r| r.as_str().unwrap()).collect();
    assert_eq!(made.len(), 2);
    let dpia = desk.form("dpia");
    let citations = desk.ok("citations", json!({"project": "p"}))["citations"].clone();
    for (row, expected) in made.iter().zip([report, certificate]) {
        let measure = cell(&dpia, "principles", row, "measure");
        let markdown = measure["value"]["value"].as_str().unwrap();
        assert!(markdown.starts_with(&expected), "{markdown}");
        let evidence =
            cell(&dpia, "principles", row, "evidence")["value"]["value"][0].as_str().unwrap();
        assert!(markdown.contains(&format!("(cite:{evidence})")), "the text cites what it says");
        assert_eq!(citations[evidence]["citation"]["words"], expected);
        assert_eq!(citations[evidence]["current"], true);
        assert!(dpia["cited"].as_array().unwrap().contains(&json!(evidence)));
        desk.set(row, "measure", text("Now in our own words."));
    }
    for _ in 0..3 {
        desk.ok("undo", json!({"project": "p"}));
    }
    assert_eq!(desk.state("p"), before, "the step is undone as one");
}

#[test]
fn statements_are_added_to_existing_controls_below_what_is_there() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({"title": line("Account stolen"), "existing_controls": text("We *review* accounts.")}));
    let place = json!({"project": "p", "statements": [REPORT, CERTIFICATE], "row": "r", "field": "existing_controls"});
    assert_eq!(desk.ok("use_statements", place.clone())["rows"], json!([]));
    let controls = |desk: &mut Desk| {
        let rar = desk.form("rar");
        cell(&rar, "controls", "r", "existing_controls")["value"]["value"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let once = controls(&mut desk);
    assert!(once.starts_with("We *review* accounts."), "{once}");
    assert_eq!(once.matches("](cite:").count(), 2, "{once}");
    desk.ok("use_statements", place);
    let twice = controls(&mut desk);
    assert_eq!(twice.matches("](cite:").count(), 4);
    let pinned =
        desk.ok("citations", json!({"project": "p"}))["citations"].as_object().unwrap().len();
    assert_eq!(pinned, 2, "the same words cited again are one source");
}

#[test]
fn a_use_that_says_not_where_is_refused() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({}));
    let before = desk.state("p");
    let used = |more: Json| {
        let mut used = json!({"project": "p", "statements": [REPORT]});
        used.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        used
    };
    for (arguments, code) in [
        (used(json!({})), ErrorCode::BadArguments),
        (
            used(json!({"serves": "accountability", "row": "r", "field": "how"})),
            ErrorCode::BadArguments,
        ),
        (used(json!({"serves": "world-peace"})), ErrorCode::WrongValue),
        (used(json!({"row": "r", "field": "title"})), ErrorCode::NotFound),
        (used(json!({"row": "nobody", "field": "how"})), ErrorCode::NotFound),
        (used(json!({"serves": "accountability", "statements": []})), ErrorCode::WrongValue),
        (
            used(json!({"serves": "accountability", "statements": ["hunt-cloud/nothing"]})),
            ErrorCode::NotFound,
        ),
    ] {
        desk.refused("use_statements", arguments, code);
    }
    assert_eq!(desk.state("p"), before);
}

#[test]
fn judgement_and_note_stand_beside_the_statement_everywhere() {
    let mut desk = Desk::with_project();
    let judged = json!({"project": "p", "statement": REPORT, "judgement": "partly", "note": "We **must** ask each year."});
    let row = desk.ok("judge", judged)["row"].clone();
    desk.ok("judge", json!({"project": "p", "statement": REPORT, "judgement": "sufficient"}));
    desk.ok("judge", json!({"project": "p", "statement": CERTIFICATE, "note": "Read the scope."}));
    let of = |desk: &mut Desk, more: Json| {
        let mut asked = json!({"project": "p"});
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.ok("statements", asked).as_array().unwrap().clone()
    };
    let seen = of(&mut desk, json!({"judged": true}));
    assert_eq!(seen.len(), 1, "a note alone is no judgement");
    assert_eq!(seen[0]["judgement"], "sufficient");
    assert_eq!(seen[0]["note_row"], row, "one row for each statement");
    assert!(
        seen[0]["note"].to_string().contains("ask each year"),
        "the note stays when the judgement changes"
    );
    let all = of(&mut desk, json!({})).len();
    assert_eq!(of(&mut desk, json!({"judged": false})).len(), all - 1);
    let library = desk.ok("library", json!({"project": "p"}));
    assert_eq!(library["providers"][0]["judged"], 1);
    let page = desk.ok(
        "page",
        json!({"project": "p", "provider": "hunt-cloud", "page": "hunt-cloud/certificates"}),
    );
    assert_eq!(page["statements"][REPORT]["judgement"], "sufficient");
    let rar = desk.form("rar").to_string();
    assert!(rar.contains("ask each year") && rar.contains("Read the scope."), "8.2 shows notes");
    desk.ok("judge", json!({"project": "p", "statement": REPORT, "judgement": ""}));
    assert_eq!(of(&mut desk, json!({"judged": true})).len(), 0, "a judgement can be taken back");
    desk.refused(
        "judge",
        json!({"project": "p", "statement": REPORT, "judgement": "meh"}),
        ErrorCode::WrongValue,
    );
    desk.refused(
        "judge",
        json!({"project": "p", "statement": "x/y", "judgement": "partly"}),
        ErrorCode::NotFound,
    );
}

#[test]
fn a_citation_pins_words_and_place_and_stays_when_the_rest_changes() {
    let mut desk = Desk::with_project();
    let id =
        desk.ok("cite", json!({"project": "p", "statement": REPORT, "id": "report"}))["citation"]
            .clone();
    assert_eq!(id, "report");
    let pinned =
        desk.ok("citations", json!({"project": "p"}))["citations"]["report"]["citation"].clone();
    assert_eq!(pinned["provider_name"], "HUNT Cloud");
    assert!(pinned["sources"][0]["address"].as_str().unwrap().starts_with("https://"));
    for part in ["page", "heading", "revision", "captured"] {
        assert!(!pinned["sources"][0][part].as_str().unwrap().is_empty(), "{part} is pinned");
    }
    desk.ok("cite", json!({"project": "p", "statement": REPORT, "id": "report"}));
    assert_eq!(desk.ok("cite", json!({"project": "p", "statement": REPORT}))["citation"], "report");
    let other = json!({"project": "p", "statement": CERTIFICATE, "id": "report"});
    desk.refused("cite", other, ErrorCode::Taken);
    desk.refused(
        "cite",
        json!({"project": "p", "statement": "hunt-cloud/nothing"}),
        ErrorCode::NotFound,
    );
    desk.add("risk", "r", json!({"existing_controls": text("Ask for it [H1](cite:report).")}));
    desk.ok("judge", json!({"project": "p", "statement": REPORT, "judgement": "partly"}));
    desk.ok("change_project", json!({"project": "p", "providers": [], "title": "Other"}));
    let mut desk = desk.reopened();
    let after = desk.ok("citations", json!({"project": "p"}))["citations"].clone();
    assert_eq!(after["report"]["citation"], pinned, "not even a provider that goes changes it");
    assert_eq!(after.as_object().unwrap().len(), 1, "judging used the citation that was there");
    assert_eq!(desk.form("rar")["cited"], json!(["report"]));
    desk.refused(
        "set_value",
        json!({"project": "p", "row": "r", "field": "existing_controls", "value": text("See [x](cite:nowhere).")}),
        ErrorCode::NotFound,
    );
}

/// The forms write "sub-processor", pages write "subcontractor", and people use either word.
#[test]
fn statements_are_found_by_other_words_for_their_topics() {
    let mut desk = Desk::with_project();
    for words in ["sub-proc", "subprocessor", "underleverandør"] {
        let found = desk.ok("statements", json!({"project": "p", "query": words}));
        let on_topic = found.as_array().unwrap().iter().filter(|one| {
            let topics = one["statement"]["topics"].as_array().unwrap();
            topics.contains(&json!("subcontractors"))
        });
        assert!(on_topic.count() > 0, "{words} finds {found}");
        let hits = desk.ok("search", json!({"project": "p", "query": words}));
        assert!(hits["hits"].to_string().contains("\"statement\""), "{words} finds {hits}");
    }
    let none = desk.ok("statements", json!({"project": "p", "query": "quantum"}));
    assert_eq!(none, json!([]), "no synonym stands for everything");
}

/// Measures are made from the first statements of the list, so these must be about the subject.
#[test]
fn statements_mainly_about_the_first_topic_come_first() {
    let mut desk = Desk::with_project();
    let asked = ["access-control", "perimeter", "user-data"];
    let told = desk.ok("statements", json!({"project": "p", "topics": asked}));
    let topics_of = |one: &Json| -> Vec<String> {
        serde_json::from_value(one["statement"]["topics"].clone()).unwrap()
    };
    let told: Vec<Vec<String>> = told.as_array().unwrap().iter().map(topics_of).collect();
    let mainly = |topic: &str| told.iter().filter(|own| own[0] == topic).count();
    let (first, second) = (mainly(asked[0]), mainly(asked[1]));
    assert!(first > 1 && second > 1, "{told:?}");
    assert!(told[..first].iter().all(|own| own[0] == asked[0]), "{told:?}");
    assert!(told[first..first + second].iter().all(|own| own[0] == asked[1]), "{told:?}");
    let last = told.last().unwrap();
    assert!(!asked.contains(&last[0].as_str()), "what is beside the point comes last: {told:?}");
}

#[test]
fn citations_are_counted_where_they_stand_and_searched_by_topic() {
    let mut desk = Desk::with_project();
    desk.ok("cite", json!({"project": "p", "statement": REPORT, "id": "report"}));
    let cited = |desk: &mut Desk| {
        let all = desk.ok("statements", json!({"project": "p", "topics": ["certification"]}));
        let all = all.as_array().unwrap().clone();
        assert!(all.iter().all(|s| {
            s["statement"]["topics"].as_array().unwrap().contains(&json!("certification"))
        }));
        all.iter().find(|s| s["statement"]["id"] == REPORT).unwrap()["cited"].clone()
    };
    assert_eq!(cited(&mut desk), 0, "pinned but used nowhere");
    desk.add(
        "measure",
        "m",
        json!({"measure": text("Ask [1](cite:report)."), "serves": choice("accountability"),
                                   "evidence": {"kind": "citations", "value": ["report"]}}),
    );
    assert_eq!(cited(&mut desk), 2);
    desk.ok("trash_row", json!({"project": "p", "row": "m"}));
    assert_eq!(cited(&mut desk), 0, "what lies in the trash cites nothing");
    let topics = desk.ok("topics", json!({"project": "p"}));
    assert!(topics["coverage"].to_string().contains("not_stated"), "silence is said");
    assert_eq!(rows(&desk.form("dpia"), "principles").len(), 0);
}

#[test]
fn a_statement_cited_in_a_text_is_undone_in_one_step() {
    let mut desk = Desk::at_pace(TimeDelta::seconds(1));
    desk.make_project();
    desk.add("data_item", "d", json!({"need": text("Kept")}));
    let before = desk.state("p");
    let cited =
        desk.ok("cite", json!({"project": "p", "statement": "hunt-cloud/audit-report-on-request"}));
    let id = cited["citation"].as_str().unwrap();
    let value = text(&format!("Kept [H01](cite:{id})"));
    let set = json!({"project": "p", "row": "d", "field": "need", "value": value});
    let done = desk.ok("set_value", set);
    let undo = done["undo"]["undo"].as_str().unwrap();
    assert!(undo.starts_with("change of an answer ("), "named with its place: {undo}");
    let after = desk.state("p");
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.state("p"), before);
    desk.ok("redo", json!({"project": "p"}));
    assert_eq!(desk.state("p"), after);
}

#[test]
fn a_statement_named_twice_is_used_once() {
    let mut desk = Desk::with_project();
    let twice = json!({"project": "p", "statements": [REPORT, CERTIFICATE, REPORT], "serves": "accountability"});
    let made = desk.ok("use_statements", twice)["rows"].as_array().unwrap().len();
    assert_eq!(made, 2, "a measure for each statement");
    desk.add("risk", "r", json!({"title": line("Account stolen")}));
    let twice = json!({"project": "p", "statements": [REPORT, REPORT], "row": "r", "field": "existing_controls"});
    desk.ok("use_statements", twice);
    let rar = desk.form("rar");
    let controls = &cell(&rar, "controls", "r", "existing_controls")["value"]["value"];
    assert_eq!(controls.as_str().unwrap().matches("](cite:").count(), 1, "{controls}");
}

#[test]
fn an_offer_noted_again_is_the_same_request_as_long_as_that_is_open() {
    let mut desk = Desk::with_project();
    let page = desk.ok(
        "page",
        json!({"provider": "hunt-cloud", "page": "hunt-cloud/compliance", "project": "p"}),
    );
    let (action, offer) = page["actions"].as_object().unwrap().iter().next().unwrap();
    let of = json!({"project": "p", "provider": "hunt-cloud", "action": action});
    let draft = desk.ok("request_for", of.clone());
    assert_eq!(draft["row"], Json::Null);
    let value = |field: &str| {
        let values = draft["values"].as_array().unwrap();
        values.iter().find(|v| v["field"] == field).unwrap()["value"]["value"].clone()
    };
    assert_eq!(value("action"), offer["title"]);
    assert_eq!(value("question"), offer["words"], "the question is there from the start");

    let values: serde_json::Map<String, Json> = draft["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| (v["field"].as_str().unwrap().to_owned(), v["value"].clone()))
        .collect();
    desk.add("request", "q", Json::Object(values));
    let again = desk.ok("request_for", of.clone());
    assert_eq!(again["row"], "q");
    assert_eq!((&again["form"], &again["section"]), (&json!("rar"), &json!("9")));

    // An answered request is closed: asking again makes another request.
    desk.set("q", "status", choice("answered"));
    assert_eq!(desk.ok("request_for", of)["row"], Json::Null);
    let neither = json!({"project": "p", "provider": "hunt-cloud"});
    desk.refused("request_for", neither, ErrorCode::BadArguments);
}

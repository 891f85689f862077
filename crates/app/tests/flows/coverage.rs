//! The coverage of a project: statements, judgements, and what fills a gap.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, choice, choices, line, text};
use crate::printed::words_in_file_order;

/// A topic on which the provider states nothing, and one on which it states something.
struct Topics {
    silent: String,
    title: String,
    stated: String,
    statement: String,
}

fn coverage(desk: &mut Desk) -> Json {
    desk.ok("coverage", json!({"project": "p"}))
}

fn topics(desk: &mut Desk) -> Topics {
    let told = coverage(desk);
    let all = told["coverage"]["topics"].as_array().unwrap();
    let of = |status: &str| {
        let found = all.iter().find(|t| t["providers"][0]["covered"]["status"] == status);
        found.unwrap_or_else(|| panic!("no topic is {status}"))
    };
    let word = |v: &Json| v.as_str().unwrap().to_owned();
    let (silent, stated) = (of("not_stated"), of("stated"));
    Topics {
        silent: word(&silent["topic"]["id"]),
        title: word(&silent["topic"]["title"]),
        stated: word(&stated["topic"]["id"]),
        statement: word(&stated["providers"][0]["covered"]["provided"][0]),
    }
}

/// A topic in the answer of the command `coverage`.
fn topic(desk: &mut Desk, id: &str) -> Json {
    let told = coverage(desk);
    let all = told["coverage"]["topics"].as_array().unwrap();
    all.iter().find(|t| t["topic"]["id"] == id).unwrap().clone()
}

fn gap(desk: &mut Desk, id: &str) -> Json {
    topic(desk, id)["providers"][0]["gap"].clone()
}

/// Whether a finding of the rule names the topic.
fn named(desk: &mut Desk, rule: &str, title: &str) -> bool {
    let told = desk.ok("findings", json!({"project": "p"}));
    let findings = told["findings"].as_array().unwrap();
    let mut of_rule = findings.iter().filter(|f| f["rule"] == rule);
    of_rule.any(|f| f["text"].as_str().unwrap().contains(title))
}

#[test]
fn a_gap_is_filled_by_a_measure_of_ones_own_in_one_step() {
    let mut desk = Desk::with_project();
    let Topics { silent, title, .. } = topics(&mut desk);
    assert_eq!(gap(&mut desk, &silent), json!({"cause": "not_stated", "state": "open"}));
    let before = desk.state("p");
    assert!(named(&mut desk, "topic-not-stated-and-silent", &title), "{title}");
    let made = desk.ok("fill_gap", json!({"project": "p", "topic": silent, "id": "m"}));
    assert_eq!(
        (&made["row"], &made["undo"]["undo"]),
        (&json!("m"), &json!("measure against a gap"))
    );
    let told = topic(&mut desk, &silent);
    assert_eq!(told["providers"][0]["gap"]["state"], "filled");
    assert_eq!(told["measures"][0]["number"], "M1");
    assert_eq!(coverage(&mut desk)["places"]["m"], json!({"form": "edpb-dpia", "section": "4"}));
    assert!(!named(&mut desk, "topic-not-stated-and-silent", &title), "it is told no more");
    // The RAR shows the gap as filled, too.
    let rar = desk.form("rar").to_string();
    assert!(rar.contains("\"filled\""), "section 8 of the report knows it");
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.state("p"), before, "one step");
}

#[test]
fn a_measure_that_exists_is_linked_and_keeps_what_it_fills() {
    let mut desk = Desk::with_project();
    let Topics { silent, stated, .. } = topics(&mut desk);
    desk.add(
        "measure",
        "m",
        json!({"measure": text("A copy at home"), "serves": choice("accuracy"), "fills": choices(&[&stated])}),
    );
    let link = json!({"project": "p", "topic": silent, "measure": "m"});
    assert_eq!(desk.ok("fill_gap", link.clone())["row"], "m");
    assert_eq!(gap(&mut desk, &silent)["state"], "filled");
    assert_eq!(topic(&mut desk, &stated)["measures"][0]["number"], "M1", "and the other as before");
    desk.refused("fill_gap", link.clone(), ErrorCode::WrongValue);
    desk.ok("trash_row", json!({"project": "p", "row": "m"}));
    assert_eq!(gap(&mut desk, &silent)["state"], "open", "a measure in the trash fills nothing");
    desk.refused("fill_gap", link, ErrorCode::NotFound);
    desk.ok("undo", json!({"project": "p"}));
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(gap(&mut desk, &silent)["state"], "open");
    assert_eq!(topic(&mut desk, &stated)["measures"][0]["number"], "M1");
}

#[test]
fn the_worst_judgement_on_a_topic_makes_a_gap_or_none() {
    let mut desk = Desk::with_project();
    let Topics { stated, statement, .. } = topics(&mut desk);
    let of = topic(&mut desk, &stated);
    let title = of["topic"]["title"].as_str().unwrap().to_owned();
    assert_eq!(of["providers"][0]["judgement"], Json::Null);
    assert_eq!(of["providers"][0]["gap"], Json::Null, "what nobody judged is no gap");
    let judge = |desk: &mut Desk, judgement: &str| {
        desk.ok("judge", json!({"project": "p", "statement": statement, "judgement": judgement}))
    };
    for (judgement, cause) in [
        ("sufficient", Json::Null),
        ("partly", json!("partly")),
        ("insufficient", json!("insufficient")),
        ("not-relevant", Json::Null),
    ] {
        judge(&mut desk, judgement);
        let told = topic(&mut desk, &stated);
        let one = &told["providers"][0];
        assert_eq!(one["judgement"]["judgement"], judgement);
        assert_eq!(one["judgement"]["statements"], json!([statement]));
        assert_eq!(one["judgement"]["judged"], 1);
        assert_eq!(one["gap"]["cause"], cause, "{judgement}");
        for told in ["partly", "insufficient"] {
            let rule = format!("topic-judged-{told}");
            assert_eq!(named(&mut desk, &rule, &title), judgement == told, "{rule}");
        }
    }
    let others = of["providers"][0]["covered"]["provided"].as_array().unwrap();
    if let Some(other) = others.iter().find(|id| **id != json!(statement)) {
        judge(&mut desk, "sufficient");
        let worse = json!({"project": "p", "statement": other, "judgement": "insufficient"});
        desk.ok("judge", worse);
        let told = topic(&mut desk, &stated);
        assert_eq!(told["providers"][0]["judgement"]["judgement"], "insufficient", "the worst");
        assert_eq!(told["providers"][0]["judgement"]["judged"], 2);
    }
    let told = coverage(&mut desk);
    let words = told["statements"].as_object().unwrap();
    assert!(words.values().all(|w| !w["words"].as_str().unwrap().is_empty()));
}

#[test]
fn a_gap_that_is_asked_shows_its_request_until_it_is_declined() {
    let mut desk = Desk::with_project();
    let Topics { silent, title, .. } = topics(&mut desk);
    let draft =
        desk.ok("request_for", json!({"project": "p", "provider": "hunt-cloud", "topic": silent}));
    let values: serde_json::Map<String, Json> = draft["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| (v["field"].as_str().unwrap().to_owned(), v["value"].clone()))
        .collect();
    desk.add("request", "q", Json::Object(values));
    let asked = topic(&mut desk, &silent);
    assert_eq!(asked["providers"][0]["gap"]["state"], "asked");
    // A request that names the topic asks about it, whatever its words are about.
    desk.set("q", "action", line("Page 3: Our disks"));
    assert_eq!(gap(&mut desk, &silent)["state"], "asked");
    desk.set("q", "asked_topics", Json::Null);
    assert_eq!(gap(&mut desk, &silent)["state"], "open");
    let topics = json!({"kind": "choices", "value": [{"option": silent}]});
    desk.set("q", "asked_topics", topics);
    assert_eq!(asked["providers"][0]["request"]["number"], "Q1");
    assert!(!named(&mut desk, "topic-not-stated-and-silent", &title));
    desk.set("q", "status", choice("answered"));
    assert_eq!(gap(&mut desk, &silent)["state"], "answered");
    desk.set("q", "status", choice("declined"));
    assert_eq!(gap(&mut desk, &silent)["state"], "open", "declined, the gap is open again");
    assert_eq!(topic(&mut desk, &silent)["providers"][0]["request"], Json::Null);
    desk.set("q", "status", choice("sent"));
    desk.set("q", "provider", line("Another Cloud"));
    assert_eq!(gap(&mut desk, &silent)["state"], "open", "another provider was asked");
    // A measure has precedence over a request.
    desk.set("q", "provider", line("HUNT Cloud"));
    desk.ok("fill_gap", json!({"project": "p", "topic": silent}));
    assert_eq!(gap(&mut desk, &silent)["state"], "filled");
}

#[test]
fn what_is_no_topic_and_no_measure_is_refused() {
    let mut desk = Desk::with_project();
    let Topics { silent, .. } = topics(&mut desk);
    desk.add("risk", "r", json!({"title": line("Account stolen")}));
    let before = desk.state("p");
    let fill = |more: Json| {
        let mut arguments = json!({"project": "p"});
        arguments.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        arguments
    };
    for (arguments, code) in [
        (fill(json!({"topic": "weather"})), ErrorCode::NotFound),
        (fill(json!({"topic": silent, "measure": "r"})), ErrorCode::WrongValue),
        (fill(json!({"topic": silent, "measure": "nobody"})), ErrorCode::NotFound),
        (fill(json!({"topic": silent, "id": "r"})), ErrorCode::Taken),
        // The single row of the RAR has this id, also before it has any answer.
        (fill(json!({"topic": silent, "id": "rar"})), ErrorCode::Taken),
        (fill(json!({"topic": silent, "measure": "r", "id": "m"})), ErrorCode::BadArguments),
    ] {
        desk.refused("fill_gap", arguments, code);
    }
    assert_eq!(desk.state("p"), before);
}

#[test]
fn coverage_goes_through_dump_and_load_and_into_the_report() {
    let mut desk = Desk::with_project();
    let Topics { silent, stated, statement, .. } = topics(&mut desk);
    desk.ok("judge", json!({"project": "p", "statement": statement, "judgement": "insufficient"}));
    desk.ok("fill_gap", json!({"project": "p", "topic": silent, "id": "m"}));
    desk.set("m", "measure", text("Seals of our own"));
    let told = coverage(&mut desk)["coverage"].clone();
    let out = desk.path("dump.json");
    desk.ok("dump", json!({"out": out}));
    let report = desk.path("rar.pdf");
    desk.ok("export", json!({"project": "p", "form": "rar", "out": report}));
    let words = words_in_file_order(&report);
    for word in ["Judgement", "Measure, request", "Insufficient", "nothing done yet", "M1"] {
        assert!(words.contains(word), "{word}");
    }
    let mut other = Desk::new();
    other.ok("load", json!({"from": out}));
    assert_eq!(coverage(&mut other)["coverage"], told);
    assert_eq!(gap(&mut other, &stated)["cause"], "insufficient");
}

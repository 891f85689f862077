//! The register of risks: scenarios, scores of one or several risks, both sides, measures, scales.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, choice, choices, level, line, refs, text};

fn register(desk: &mut Desk) -> Json {
    desk.ok("risks", json!({"project": "p"}))["register"].clone()
}

/// A risk in the answer of the command `risks`.
fn risk(desk: &mut Desk, row: &str) -> Json {
    let register = register(desk);
    let risks = register["risks"].as_array().unwrap();
    risks.iter().find(|r| r["risk"]["row"] == row).unwrap_or_else(|| panic!("no {row}")).clone()
}

fn open(risk: &Json) -> Vec<&str> {
    risk["open"].as_array().unwrap().iter().map(|gap| gap["what"].as_str().unwrap()).collect()
}

fn undo(desk: &mut Desk) {
    desk.ok("undo", json!({"project": "p"}));
}

fn of_both(desk: &mut Desk, row: &str) {
    let both = choices(&["subjects", "organisation"]);
    desk.add("risk", row, json!({"title": line(row), "concerns": both}));
}

#[test]
fn a_scenario_becomes_a_risk_in_one_step() {
    let mut desk = Desk::with_project();
    let before = desk.state("p");
    let picked = desk.ok(
        "pick_scenario",
        json!({"project": "p", "scenario": "access-not-withdrawn", "id": "r"}),
    );
    assert_eq!(picked["row"], "r");
    let told = risk(&mut desk, "r");
    assert_eq!(told["risk"]["label"], "Somebody who has left still has access");
    assert_eq!(told["concerns"], json!(["subjects", "organisation"]));
    assert_eq!(
        (&told["origin"], &told["environment"]),
        (&json!("access"), &json!("organisational"))
    );
    assert_eq!(told["scenario"], "access-not-withdrawn");
    assert!(!open(&told).contains(&"verdict") || open(&told).contains(&"score_before"));

    let scenarios = desk.ok("scenarios", json!({"project": "p"}));
    let entry = scenarios["scenarios"].as_array().unwrap().iter();
    let entry = entry.clone().find(|s| s["scenario"]["id"] == "access-not-withdrawn").unwrap();
    assert_eq!(entry["risks"][0]["number"], "R1", "the catalogue tells what was begun with it");

    let found = |desk: &mut Desk, words: &str| {
        let hits = desk.ok("search", json!({"query": words, "project": "p"}))["hits"].clone();
        hits.as_array().unwrap().iter().filter(|hit| hit["kind"] == "answer").count()
    };
    assert_eq!(found(&mut desk, "Somebody who has left"), 1, "its words are found");
    assert_eq!(found(&mut desk, "withdrawn"), 0, "the id of the scenario is none of them");

    undo(&mut desk);
    assert_eq!(desk.state("p")["rows"], before["rows"]);
    let unknown = json!({"project": "p", "scenario": "meteorite"});
    desk.refused("pick_scenario", unknown, ErrorCode::NotFound);
}

#[test]
fn the_catalogue_tells_what_a_projects_providers_state_on_each_scenario() {
    let mut desk = Desk::with_project();
    let told = desk.ok("scenarios", json!({"project": "p"}));
    let topics = told["topics"].as_array().unwrap();
    let of = |id: &str| topics.iter().find(|t| t["topic"]["id"] == id).unwrap();
    let access = of("access-control")["providers"].as_array().unwrap();
    assert_eq!(access.len(), 1);
    assert_eq!(access[0]["provider"], "hunt-cloud");
    let statement = access[0]["provided"][0].as_str().unwrap();
    assert!(told["statements"][statement].as_str().is_some_and(|words| !words.is_empty()));
    // Only topics that a scenario names are listed, and a topic without a statement is named as not stated.
    for scenario in told["scenarios"].as_array().unwrap() {
        for topic in scenario["not_stated"].as_array().unwrap() {
            let providers = of(topic.as_str().unwrap())["providers"].as_array().unwrap();
            let silent = ["not_stated", "not_looked_at"];
            assert!(providers.iter().any(|p| silent.contains(&p["status"].as_str().unwrap())));
        }
    }
    desk.ok("change_project", json!({"project": "p", "providers": []}));
    let none = desk.ok("scenarios", json!({"project": "p"}));
    assert_eq!(none["statements"], json!({}), "a project without a provider has no statement");
}

#[test]
fn a_scenario_is_found_by_words_that_it_does_not_use_in_three_languages() {
    let mut desk = Desk::with_project();
    let told = desk.ok("scenarios", json!({}));
    let entries = told["scenarios"].as_array().unwrap();
    for (id, sought) in [
        ("recognised-by-linkage", "re-identification"),
        ("account-taken-over", "phishing"),
        ("provider-becomes-insolvent", "konkurs"),
        ("subcontractor-changes", "underdatabehandler"),
        ("identifiers-in-job-logs", "cpr-nummer"),
        ("ransomware", "malware"),
    ] {
        let found = |entry: &&Json| entry["found_by"].as_str().unwrap().contains(sought);
        let ids: Vec<&Json> = entries.iter().filter(found).map(|e| &e["scenario"]["id"]).collect();
        assert!(ids.contains(&&json!(id)), "{sought} finds {ids:?}");
        assert!(ids.len() < 4, "{sought} finds {ids:?}");
    }
}

#[test]
fn several_risks_are_scored_in_one_step() {
    let mut desk = Desk::with_project();
    for row in ["a", "b", "c"] {
        of_both(&mut desk, row);
    }
    let score = json!({"project": "p", "rows": ["a", "b"], "side": "subjects", "when": "before",
        "likelihood": 3, "severity": 4, "reason": "It happened here."});
    desk.ok("score", score);
    let told = risk(&mut desk, "b");
    assert_eq!(told["sides"][0]["before"]["level"]["label"], "High");
    assert_eq!(told["sides"][0]["before"]["reason"], "It happened here.");
    assert_eq!(told["sides"][1]["before"]["likelihood"], json!(null), "the other side is another");
    assert!(open(&told).contains(&"measure"), "what may not stay needs a measure: {told}");
    assert_eq!(risk(&mut desk, "c")["sides"][0]["before"]["likelihood"], json!(null));
    undo(&mut desk);
    assert_eq!(risk(&mut desk, "a")["sides"][0]["before"]["likelihood"], json!(null));
    assert_eq!(risk(&mut desk, "b")["sides"][0]["before"]["reason"], "");
}

#[test]
fn a_reason_stands_with_the_score_that_it_explains() {
    let mut desk = Desk::with_project();
    of_both(&mut desk, "a");
    let score = |more: Json| {
        let mut arguments =
            json!({"project": "p", "rows": ["a"], "side": "organisation", "when": "before"});
        arguments.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        arguments
    };
    desk.ok("score", score(json!({"likelihood": 2, "reason": "Seldom."})));
    desk.ok("score", score(json!({"severity": 3, "reason": "Costly."})));
    let form = desk.form("rar");
    let cell = |column| crate::desk::cell(&form, "scores", "a", column)["value"]["value"].clone();
    assert_eq!(cell("org_likelihood_why"), "Seldom.");
    assert_eq!(cell("org_severity_why"), "Costly.");
    assert_eq!(risk(&mut desk, "a")["sides"][1]["before"]["reason"], "Seldom.\nCostly.");

    // For data subjects after measures, a reason belongs to a verdict. A score with a reason makes no verdict.
    let after = |more: Json| {
        let mut arguments = score(more);
        (arguments["side"], arguments["when"]) = (json!("subjects"), json!("after"));
        arguments
    };
    let refused = after(json!({"reason": "Two factors."}));
    desk.refused("score", refused.clone(), ErrorCode::WrongValue);
    let verdict = json!({"kind": "yes_no", "value": {"answer": true, "reason": ""}});
    desk.set("a", "ds_residual_acceptable", verdict);
    desk.ok("score", refused);
    assert_eq!(risk(&mut desk, "a")["sides"][0]["after"]["reason"], "Two factors.");
}

#[test]
fn whoever_accepts_a_risk_to_people_that_is_not_acceptable_is_named() {
    let mut desk = Desk::with_project();
    let subjects = choices(&["subjects"]);
    desk.add("risk", "a", json!({"title": line("Seen"), "concerns": subjects}));
    let score = |when: &str, both: u8| {
        json!({"project": "p", "rows": ["a"], "side": "subjects", "when": when,
            "likelihood": both, "severity": both})
    };
    desk.ok("score", score("before", 4));
    let verdict =
        |answer: bool| json!({"kind": "yes_no", "value": {"answer": answer, "reason": "Why"}});
    let asked = |desk: &mut Desk| {
        let form = desk.form("dpia");
        crate::desk::cell(&form, "residual", "a", "ds_acceptance").clone()
    };
    desk.set("a", "ds_residual_acceptable", verdict(true));
    assert_eq!(asked(&mut desk)["asked"], false, "section 6 decides on what is acceptable");
    assert!(!open(&risk(&mut desk, "a")).contains(&"acceptance"));

    desk.set("a", "ds_residual_acceptable", verdict(false));
    let cell = asked(&mut desk);
    // Article 36(1) asks to lower such a risk, or to consult: nobody has to accept it.
    assert_eq!((&cell["asked"], &cell["missing"]), (&json!(true), &json!(false)));
    assert!(!open(&risk(&mut desk, "a")).contains(&"acceptance"));
    let levels = json!([{"label": "Low", "meaning": "", "acceptable": true, "accepted_by": "Project leader"},
        {"label": "High", "meaning": "", "acceptable": false, "accepted_by": "Director"}]);
    for (field, value) in [
        ("risk", json!({"kind": "scale", "value": levels})),
        ("matrix", json!({"kind": "matrix", "value": vec![vec![2; 4]; 4]})),
    ] {
        let method = json!({"project": "p", "register": "method", "field": field, "value": value});
        desk.ok("set_value", method);
    }
    assert_eq!(asked(&mut desk)["may_accept"], "Director", "by the level that remains for people");
}

#[test]
fn the_highest_risks_are_those_of_which_most_remains() {
    let mut desk = Desk::with_project();
    for row in ["low", "treated", "worst", "unscored"] {
        of_both(&mut desk, row);
    }
    let mut score = |rows: &[&str], side: &str, when: &str, both: u8| {
        let score = json!({"project": "p", "rows": rows, "side": side, "when": when,
            "likelihood": both, "severity": both});
        desk.ok("score", score);
    };
    score(&["low"], "subjects", "before", 1);
    score(&["treated", "worst"], "subjects", "before", 4);
    score(&["treated"], "subjects", "after", 1);
    // No measure treats this risk: its scores after measures do not count.
    score(&["worst"], "subjects", "after", 1);
    let additional = crate::desk::choice("additional");
    desk.add("measure", "m", json!({"serves": additional, "risks": refs(&["treated"])}));
    // A measure that serves something else is asked for no risk: what it says of one is left over.
    desk.add("measure", "other", json!({"risks": refs(&["worst"])}));
    let told = desk.ok("highest_risks", json!({"project": "p"}))["risks"].clone();
    let told: Vec<(&str, u64, u64)> = told
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let row = one["risk"]["row"].as_str().unwrap();
            let level = |when: &str| one[when]["level"].as_u64().unwrap();
            (row, level("before"), level("after"))
        })
        .collect();
    let (highest, lowest) = (told[0].1, told[2].1);
    assert_eq!(
        told,
        [("worst", highest, highest), ("treated", highest, lowest), ("low", lowest, lowest)]
    );
    assert!(highest > lowest);
}

#[test]
fn what_cannot_be_scored_is_refused_and_nothing_changes() {
    let mut desk = Desk::with_project();
    of_both(&mut desk, "a");
    desk.add("risk", "b", json!({"title": line("b"), "concerns": choices(&["subjects"])}));
    desk.add("measure", "m", json!({"measure": text("Train")}));
    let before = desk.state("p");
    let score = |rows: &[&str], side: &str, likelihood: u8| json!({"project": "p", "rows": rows, "side": side, "when": "before", "likelihood": likelihood});
    let refused =
        desk.refused("score", score(&["a", "b"], "organisation", 2), ErrorCode::WrongValue);
    assert!(refused.message.starts_with("R2 does not concern"), "{}", refused.message);
    desk.refused("score", score(&["a"], "subjects", 5), ErrorCode::WrongValue);
    desk.refused("score", score(&["a"], "subjects", 0), ErrorCode::WrongValue);
    desk.refused("score", score(&["m"], "subjects", 1), ErrorCode::WrongValue);
    desk.refused("score", score(&["nobody"], "subjects", 1), ErrorCode::NotFound);
    desk.refused("score", score(&[], "subjects", 1), ErrorCode::BadArguments);
    let nothing = json!({"project": "p", "rows": ["a"], "side": "subjects", "when": "before"});
    desk.refused("score", nothing, ErrorCode::BadArguments);
    assert_eq!(desk.state("p"), before);
}

#[test]
fn the_dpias_risks_are_taken_over_for_the_organisation_in_one_step() {
    let mut desk = Desk::with_project();
    desk.add(
        "risk",
        "a",
        json!({"title": line("Leak"), "concerns": choices(&["subjects"]), "how": text("By mail."),
               "ds_likelihood": level(2), "ds_severity": level(3),
               "ds_residual_likelihood": level(1), "ds_residual_severity": level(3)}),
    );
    desk.add("risk", "b", json!({"title": line("Mine"), "concerns": choices(&["subjects"]),
        "org_likelihood": level(4), "org_likelihood_why": text("Ours."), "ds_likelihood": level(1)}));
    let levels = |desk: &mut Desk| {
        let form = desk.form("rar");
        crate::desk::rows(&form, "scenarios").len()
    };
    assert_eq!(levels(&mut desk), 0, "the organisation's report knows none of them");
    assert_eq!(risk(&mut desk, "a")["can_take_over"], json!(true));
    desk.ok("take_over_risks", json!({"project": "p"}));
    assert_eq!(levels(&mut desk), 2);
    let taken = risk(&mut desk, "a");
    assert_eq!(taken["can_take_over"], json!(false), "it is taken over");
    let organisation = &taken["sides"][1];
    assert_eq!(
        (&organisation["before"]["likelihood"], &organisation["before"]["severity"]),
        (&json!(2), &json!(3))
    );
    assert_eq!(
        (&organisation["after"]["likelihood"], &organisation["after"]["severity"]),
        (&json!(1), &json!(3))
    );
    assert_eq!(organisation["before"]["reason"], "Same as for data subjects.");
    let form = desk.form("rar");
    assert_eq!(
        crate::desk::cell(&form, "scenarios", "a", "scenario")["value"]["value"],
        "By mail."
    );
    let own = risk(&mut desk, "b")["sides"][1].clone();
    assert_eq!(own["before"]["likelihood"], 4, "an answer that was there stays");
    assert_eq!(own["before"]["reason"], "Ours.");
    desk.refused("take_over_risks", json!({"project": "p"}), ErrorCode::WrongValue);
    undo(&mut desk);
    assert_eq!(levels(&mut desk), 0);
}

#[test]
fn what_no_measure_treats_scores_as_before() {
    let mut desk = Desk::with_project();
    for row in ["a", "b"] {
        of_both(&mut desk, row);
    }
    for side in ["subjects", "organisation"] {
        desk.ok(
            "score",
            json!({"project": "p", "rows": ["a", "b"], "side": side, "when": "before",
            "likelihood": 3, "severity": 2}),
        );
    }
    desk.add(
        "measure",
        "m",
        json!({"measure": text("Train"), "serves": choice("additional"), "risks": refs(&["b"])}),
    );
    let can = |desk: &mut Desk, row: &str| risk(desk, row)["can_score_as_before"].clone();
    assert_eq!((can(&mut desk, "a"), can(&mut desk, "b")), (json!(true), json!(false)));
    desk.ok("as_before", json!({"project": "p", "rows": ["a", "b"]}));
    assert_eq!(can(&mut desk, "a"), json!(false), "it is done");
    let a = risk(&mut desk, "a");
    for side in 0..2 {
        assert_eq!(a["sides"][side]["after"]["likelihood"], 3);
        assert_eq!(a["sides"][side]["after"]["level"], a["sides"][side]["before"]["level"]);
    }
    let b = risk(&mut desk, "b");
    assert_eq!(b["sides"][0]["after"]["likelihood"], json!(null), "a measure acts on it");
    assert_eq!(b["measures"][0]["measure"]["number"], "M1");
    assert!(open(&b).contains(&"measure_plan"), "nobody sees to the measure: {b}");
    desk.refused("as_before", json!({"project": "p", "rows": ["b"]}), ErrorCode::WrongValue);
    // To keep a risk knowingly is no treatment.
    desk.set("m", "option", choice("retain"));
    desk.ok("as_before", json!({"project": "p", "rows": ["b"]}));
    assert_eq!(risk(&mut desk, "b")["sides"][0]["after"]["likelihood"], 3);
}

#[test]
fn a_risk_is_told_with_its_measures_answer_by_answer() {
    let mut desk = Desk::with_project();
    of_both(&mut desk, "a");
    desk.add(
        "measure",
        "m",
        json!({"measure": text("Train"), "serves": choice("additional"), "risks": refs(&["a"])}),
    );
    desk.add("measure", "n", json!({"measure": text("Other"), "serves": choice("additional")}));
    let told = desk.ok("risk", json!({"project": "p", "row": "a"}))["detail"].clone();
    let ids = |fields: &Json| -> Vec<String> {
        let fields = fields.as_array().unwrap().iter();
        fields.map(|view| view["field"]["id"].as_str().unwrap().to_owned()).collect()
    };
    let fields = ids(&told["fields"]);
    assert!(fields.contains(&"impact".to_owned()) && fields.contains(&"owner".to_owned()));
    assert!(
        !fields.contains(&"catalogue".to_owned()),
        "what the program keeps for itself is not asked"
    );
    let measures = told["measures"].as_array().unwrap();
    assert_eq!(measures.len(), 1);
    assert!(ids(&measures[0]["fields"]).contains(&"deadline".to_owned()));
    desk.set("a", "concerns", choices(&["subjects"]));
    let told = desk.ok("risk", json!({"project": "p", "row": "a"}))["detail"].clone();
    assert!(
        !ids(&told["fields"]).contains(&"owner".to_owned()),
        "asked of the organisation's risks only"
    );
    desk.refused("risk", json!({"project": "p", "row": "m"}), ErrorCode::WrongValue);
}

#[test]
fn ready_made_scales_become_the_method_in_one_step() {
    let mut desk = Desk::with_project();
    desk.ok("use_scales", json!({"project": "p", "scales": "five"}));
    let method = register(&mut desk)["frame"]["method"].clone();
    assert_eq!(method["likelihood"].as_array().unwrap().len(), 5);
    assert_eq!(method["matrix"][4][4], 5);
    assert_eq!(method["risk"][0]["accepted_by"], "Project leader");
    undo(&mut desk);
    assert_eq!(register(&mut desk)["frame"]["method"]["likelihood"].as_array().unwrap().len(), 4);
    let error =
        desk.refused("use_scales", json!({"project": "p", "scales": "seven"}), ErrorCode::NotFound);
    assert!(error.message.contains("\"three\""), "{}", error.message);
}

#[test]
fn a_risk_that_measures_name_is_detached_and_undo_brings_both_back() {
    let mut desk = Desk::with_project();
    for row in ["a", "b"] {
        of_both(&mut desk, row);
    }
    let measure = |risks: &[&str]| json!({"measure": text("Train"), "serves": choice("additional"), "risks": refs(risks)});
    desk.add("measure", "m", measure(&["a", "b"]));
    desk.add("measure", "n", measure(&["a"]));
    let named = desk.ok("named_by", json!({"project": "p", "row": "a"}));
    let numbers: Vec<&str> =
        named["rows"].as_array().unwrap().iter().map(|r| r["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["M1", "M2"]);
    let before = desk.state("p");
    desk.ok("trash_row", json!({"project": "p", "row": "a", "detach": true}));
    let state = desk.state("p");
    let risks = |row: &str| {
        let rows = state["rows"].as_array().unwrap();
        rows.iter().find(|r| r["id"] == row).unwrap()["values"]["risks"]["value"].clone()
    };
    assert_eq!(risks("m"), refs(&["b"]));
    assert_eq!(risks("n"), json!(null));
    undo(&mut desk);
    assert_eq!(desk.state("p")["rows"], before["rows"]);
}

#[test]
fn a_change_tells_only_the_risks_that_are_other_than_before() {
    let mut desk = Desk::with_project();
    for n in 0..20 {
        of_both(&mut desk, &format!("r{n}"));
    }
    register(&mut desk);
    let scored = desk.ok(
        "score",
        json!({"project": "p", "rows": ["r3"], "side": "subjects", "when": "before",
        "likelihood": 1}),
    );
    let risks = scored["derived"]["risks"]["risks"].as_array().unwrap();
    assert_eq!(risks.len(), 1);
    assert_eq!(scored["derived"]["risks"]["order"], json!(null));
    assert_eq!(scored["derived"]["risks"]["frame"], json!(null));
    let other = desk.set("controller-1", "contact", line("Post"));
    assert_eq!(other["derived"]["risks"]["risks"], json!([]), "another register");
}

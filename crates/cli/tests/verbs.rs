//! Each command of the command line does its work.
#![allow(clippy::unwrap_used, clippy::panic)]

mod program;

use program::{Desk, error_output, run, text};
use serde_json::{Value as Json, json};

fn printed(arguments: &[&str]) -> Json {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", error_output(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_content_has_both_providers_with_everything_they_state() {
    let content = printed(&["content", "list", "--json"]);
    let of = |id: &str| {
        let all = content["providers"].as_array().unwrap();
        all.iter().find(|p| p["id"] == id).unwrap().clone()
    };
    let (hunt, genome) = (of("hunt-cloud"), of("genomedk"));
    // The newest revisions. Four of HUNT Cloud's 251 statements stand on two pages; each counts as one statement with
    // two sources.
    assert_eq!(hunt["statements"], 251 - 4);
    assert_eq!(genome["statements"], 150 + 40);
    assert_eq!(hunt["actions"].as_u64().unwrap() + genome["actions"].as_u64().unwrap(), 36 + 26);
    let not_stated = genome["topics_not_stated"].as_array().unwrap();
    assert!(not_stated.iter().any(|t| t == "Help with data subjects' requests"), "{not_stated:?}");
}

#[test]
fn content_check_names_file_and_line() {
    let fine = |arguments: &[&str]| {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let read = "2 providers, 437 statements, 32 topics, 5 forms: nothing wrong\n";
    assert_eq!(fine(&["content", "check"]), read);
    let desk = Desk::new();
    let copy = desk.path("content");
    copy_folder(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content")), &copy);
    assert_eq!(fine(&["content", "check", text(&copy)]), read);
    let topics = copy.join("topics.yaml");
    let broken =
        format!("{}\n- {{id: backup, surplus: 1}}\n", std::fs::read_to_string(&topics).unwrap());
    let last = broken.lines().count();
    std::fs::write(&topics, broken).unwrap();
    let output = run(&["content", "check", text(&copy)]);
    assert_eq!(output.status.code(), Some(1));
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(out.contains(&format!("topics.yaml:{last}: ")), "{out}");
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn commands_lists_every_command_with_its_fields() {
    let commands = printed(&["commands", "--json"]);
    let set = commands.as_array().unwrap().iter().find(|c| c["name"] == "set_value").unwrap();
    assert!(set["arguments"]["properties"]["field"].is_object());
    let plain = String::from_utf8(run(&["commands"]).stdout).unwrap();
    assert!(plain.contains("set_value"), "{plain}");
}

#[test]
fn undo_and_redo_survive_the_end_of_the_program() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    desk.done(&json!({"command": "create_project", "id": "p", "title": "P", "forms": ["dpia"]}));
    desk.done(&json!({"command": "add_row", "project": "p", "register": "data_item", "id": "d",
                      "values": {"name": {"kind": "line", "value": "Genotypes"}}}));
    let name = || {
        let form =
            printed(&["show", "--workspace", text(&workspace), "--project", "p", "--form", "dpia"]);
        form.to_string().contains("Genotypes")
    };
    assert!(name());
    let step = |verb: &str| run(&[verb, "--workspace", text(&workspace), "--project", "p"]);
    assert!(step("undo").status.success());
    assert!(!name(), "undone");
    assert_eq!(step("undo").status.code(), Some(1), "the making of a project is not undone");
    assert!(step("redo").status.success());
    assert!(name(), "redone");
}

#[test]
fn a_statement_fills_a_measure_with_its_citation() {
    let desk = Desk::new();
    desk.done(&json!({"command": "create_project", "id": "p", "title": "P", "forms": ["dpia"],
                      "providers": ["genomedk"]}));
    let found = desk.done(&json!({"command": "statements", "project": "p", "query": "two-factor"}));
    let statement = found[0]["statement"]["id"].as_str().unwrap().to_owned();
    let words = found[0]["statement"]["words"].as_str().unwrap().to_owned();
    let made = desk
        .done(&json!({"command": "use_statements", "project": "p", "serves": "confidentiality",
                                 "statements": [statement]}));
    let row = made["rows"][0].as_str().unwrap();
    let section =
        desk.done(&json!({"command": "section", "project": "p", "form": "dpia", "section": "2"}));
    let all = section.to_string();
    assert!(all.contains(row), "the measure stands in section 2");
    let citations = desk.done(&json!({"command": "citations", "project": "p"}));
    let citation = citations["citations"].as_object().unwrap().values().next().unwrap();
    assert_eq!(citation["citation"]["words"], words.as_str(), "pinned to its words");
    assert_eq!(citation["current"], true);
    let again = desk.done(&json!({"command": "cite", "project": "p", "statement": statement}));
    assert_eq!(again["citation"], citation["citation"]["id"], "the same words are one citation");
}

#[test]
fn search_finds_answers_notes_statements_and_projects() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    desk.done(&json!({"command": "create_project", "id": "p", "title": "Hjertekohorten", "forms": ["dpia"],
                      "providers": ["genomedk"]}));
    desk.done(
        &json!({"command": "set_value", "project": "p", "register": "edpb-dpia", "field": "scope",
                      "value": {"kind": "text", "value": "Blood samples from Ærø"}}),
    );
    let found =
        desk.done(&json!({"command": "statements", "project": "p", "query": "attack surface"}));
    assert!(found.as_array().is_some());
    let statement =
        desk.done(&json!({"command": "statements", "provider": "genomedk"}))[0]["statement"]["id"]
            .clone();
    desk.done(
        &json!({"command": "judge", "project": "p", "statement": statement, "judgement": "partly",
                      "note": "Ask for the zebra report"}),
    );
    let kinds = |query: &str| -> Vec<String> {
        let result = printed(&["search", "--workspace", text(&workspace), "--json", query]);
        let hits = result["hits"].as_array().unwrap();
        hits.iter().map(|h| h["kind"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(kinds("hjertek"), ["project"], "the beginning of a word is enough");
    assert_eq!(kinds("ærø"), ["answer"], "letters of the North are found in any case");
    assert_eq!(kinds("zebra"), ["note"]);
    assert!(kinds("confidentiality").contains(&"statement".to_owned()));
    assert!(kinds("\"(*:^").is_empty(), "signs are no syntax and no error");
}

#[test]
fn dump_and_load_are_identical() {
    let desk = Desk::new();
    desk.done(
        &json!({"command": "create_project", "id": "p", "title": "P", "forms": ["dpia", "rar"],
                      "providers": ["genomedk", "hunt-cloud"], "controllers": ["A"]}),
    );
    desk.done(&json!({"command": "add_row", "project": "p", "register": "risk", "id": "r"}));
    desk.done(&json!({"command": "trash_row", "project": "p", "row": "r"}));
    desk.done(&json!({"command": "undo", "project": "p"}));
    let dump = desk.dump();
    let other = Desk::new();
    let from = desk.path("dump.json");
    let output = run(&["load", "--workspace", text(&other.workspace()), text(&from)]);
    assert!(output.status.success(), "{}", error_output(&output));
    assert_eq!(other.dump(), dump, "history and trash with it");
    let again = run(&["load", "--workspace", text(&other.workspace()), text(&from)]);
    assert_eq!(again.status.code(), Some(1), "not into a workspace that holds something");
    assert_eq!(other.dump(), dump);
}

#[test]
fn the_schema_of_a_dump_can_be_had() {
    let schema = printed(&["dump", "--schema"]);
    let desk = Desk::new();
    desk.done(&json!({"command": "create_project", "id": "p", "title": "P", "forms": ["rar"]}));
    let dump: serde_json::Value = serde_json::from_str(&desk.dump()).unwrap();
    let described = schema["properties"].as_object().unwrap();
    for key in dump.as_object().unwrap().keys() {
        assert!(described.contains_key(key), "the schema says what \"{key}\" is");
    }
    assert_eq!(
        run(&["dump"]).status.code(),
        Some(2),
        "without it, a workspace and a file are asked for"
    );
    assert_eq!(run(&["dump", "--schema", "--workspace", "w.vurder"]).status.code(), Some(2));
}

#[test]
fn findings_are_told_and_fail_a_script_only_when_it_asks_for_that() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    let workspace = text(&workspace);
    desk.done(&json!({"command": "create_project", "id": "p", "title": "P", "forms": ["dpia"]}));
    let of_project = ["findings", "--workspace", workspace, "--project", "p"];
    let told = run(&of_project);
    assert!(told.status.success(), "findings are no failure");
    let words = String::from_utf8(told.stdout).unwrap();
    assert!(words.starts_with("Blocks a decision ("), "{words}");
    let json = printed(&[&of_project[..], &["--json"]].concat());
    let findings = json["findings"].as_array().unwrap();
    assert!(
        findings.iter().all(|finding| finding["law"].is_array() && finding["text"].is_string())
    );
    let failing = |weight: &str| {
        let run = run(&[&of_project[..], &["--fail-on", weight]].concat());
        run.status.code()
    };
    assert_eq!(failing("law"), Some(3));
    assert_eq!(failing("advice"), Some(3));
    let gone =
        run(&["findings", "--workspace", workspace, "--project", "gone", "--fail-on", "law"]);
    assert_eq!(gone.status.code(), Some(1), "a refusal is no finding");
    let wrong = run(&[&of_project[..], &["--fail-on", "nothing"]].concat());
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn the_content_lists_the_rules() {
    let rules = printed(&["content", "list", "--json"])["rules"].clone();
    let rules = rules.as_array().unwrap();
    assert!(rules.len() >= 70 + 6, "{}", rules.len());
    let rule = rules.iter().find(|rule| rule["id"] == "item-without-purpose").unwrap();
    assert_eq!(rule["severity"], "law");
    assert_eq!(rule["message"], "{ $row } ({ $name }) has no purpose");
    assert!(rules.iter().any(|rule| rule["id"] == "gap-cells" && rule["severity"].is_null()));
}

#[test]
fn a_returned_report_is_looked_at_and_read() {
    let desk = Desk::new();
    desk.done(&json!({"command": "create_project", "id": "p", "title": "P", "forms": ["dpia"]}));
    let (workspace, out) = (desk.workspace(), desk.path("dpia.docx"));
    let of = ["--workspace", text(&workspace), "--project", "p"];
    let form = ["--form", "dpia", "--format", "docx", "--out", text(&out)];
    assert!(run(&[&["export"][..], &of, &form].concat()).status.success());
    let remarks = [&["remarks"][..], &of].concat();
    let look = printed(&[&remarks[..], &[text(&out), "--look", "--json"]].concat());
    assert_eq!((&look["found"], &look["other_project"]), (&json!(0), &json!(false)), "{look}");
    assert_eq!(look["form"], "DPIA", "the file says what it is a report of: {look}");
    let read = printed(&[&remarks[..], &[text(&out), "--json"]].concat());
    assert_eq!(read["read"], json!([]), "nobody wrote into it");
    let unknown = run(&[&remarks[..], &[text(&out), "--round", "7"]].concat());
    assert!(error_output(&unknown).contains("no review round \"7\""), "{}", error_output(&unknown));

    let other = desk.path("letter.txt");
    std::fs::write(&other, "Dear colleagues").unwrap();
    let refused = run(&[&remarks[..], &[text(&other)]].concat());
    assert_eq!(refused.status.code(), Some(1));
    assert!(error_output(&refused).contains("letter.txt"), "{}", error_output(&refused));
}

#[test]
fn a_report_tells_what_changed_since_a_version() {
    let desk = Desk::new();
    desk.done(&json!({"command": "create_project", "id": "p", "title": "P", "forms": ["dpia"]}));
    let row = |id: &str, name: &str| {
        let name = json!({"kind": "line", "value": name});
        json!({
            "command": "add_row", "project": "p", "register": "data_item", "id": id,
            "values": {"name": name},
        })
    };
    desk.done(&row("a", "Pressure"));
    desk.done(
        &json!({"command": "freeze_version", "project": "p", "kind": "review", "by": "Kari"}),
    );
    desk.done(&row("b", "Weight"));
    let (workspace, out) = (desk.workspace(), desk.path("dpia.docx"));
    let export = ["export", "--workspace", text(&workspace), "--project", "p", "--form", "dpia"];
    let export = [&export[..], &["--out", text(&out)]].concat();
    let asked = ["--format", "docx", "--since", "1", "--redline"];
    let output = run(&[&export[..], &asked].concat());
    assert!(output.status.success(), "{}", error_output(&output));
    let remarks = ["remarks", "--workspace", text(&workspace), "--project", "p", text(&out)];
    let look = printed(&[&remarks[..], &["--look", "--json"]].concat());
    assert_eq!(look["found"], 0, "what the export marked is no remark: {look}");
    for (wrong, code) in [(&["--since", "2"][..], 1), (&["--redline"], 2)] {
        let output = run(&[&export[..], wrong].concat());
        assert_eq!(output.status.code(), Some(code), "{}", error_output(&output));
    }
}

//! Bad input gives a clear message that names the input and the next step, exit code 1, and loses nothing.
#![allow(clippy::unwrap_used, clippy::panic)]

mod program;

use program::{Desk, error_output, run, text};
use serde_json::json;

fn with_project() -> Desk {
    let desk = Desk::new();
    desk.done(&json!({"command": "create_project", "id": "p", "title": "Project", "forms": ["dpia", "rar"],
        "controllers": ["A", "B"], "providers": ["hunt-cloud"]}));
    desk
}

#[test]
fn what_an_argument_would_do_in_vain_is_refused() {
    let desk = with_project();
    let workspace = desk.workspace();
    let workspace = text(&workspace);
    let look = ["export", "--workspace", workspace, "--project", "p", "--form", "dpia", "--look"];
    let out = desk.path("r.pdf");
    for more in [
        &["--out", text(&out)][..],
        &["--final"],
        &["--format", "docx"],
        &["--date", "2026-01-01"],
        &["--since", "1"],
        &["--with-project"],
        &["--with-answers"],
        &["--empty", "say"],
    ] {
        let told = run(&[&look[..], more].concat());
        assert_eq!(told.status.code(), Some(2), "{more:?}");
        assert!(error_output(&told).contains(more[0]), "{more:?}: {}", error_output(&told));
    }
    assert!(!out.exists());
    assert_eq!(run(&[&look[..], &["--cut", "summary"]].concat()).status.code(), Some(0));
    let remarks = ["remarks", "--workspace", workspace, "--project", "p", "r.pdf", "--look"];
    assert_eq!(run(&[&remarks[..], &["--round", "1"]].concat()).status.code(), Some(2));
    let show = ["show", "--workspace", workspace, "--project", "p", "--form", "dpia", "--json"];
    assert_eq!(run(&show).status.code(), Some(2));
    let pack = desk.path("hunt.zip");
    let export = ["content", "export", "--workspace", workspace, "--provider", "hunt-cloud"];
    let of_project =
        run(&[&export[..], &["--format", "pack", "--project", "p", "--out", text(&pack)]].concat());
    assert_eq!(of_project.status.code(), Some(1));
    assert!(error_output(&of_project).contains("--project"), "{}", error_output(&of_project));
    assert!(!pack.exists());
}

#[test]
fn nothing_that_was_found_and_no_version_are_told_in_words() {
    let desk = with_project();
    let workspace = desk.workspace();
    let found = run(&["search", "--workspace", text(&workspace), "zebra"]);
    assert_eq!(String::from_utf8_lossy(&found.stdout), "Nothing found.\n");
    let out = desk.path("r.pdf");
    let since = |version: &str| {
        let report =
            ["export", "--workspace", text(&workspace), "--project", "p", "--form", "dpia"];
        let told = run(&[&report[..], &["--out", text(&out), "--since", version]].concat());
        assert_eq!(told.status.code(), Some(1));
        error_output(&told)
    };
    assert!(since("7").contains("no version 7. It has no version yet."), "{}", since("7"));
    for note in ["First.", "Second."] {
        desk.done(&json!({"command": "freeze_version", "project": "p", "kind": "review", "by": "Kari", "note": note}));
    }
    assert!(since("7").contains("no version 7. Its versions are 1, 2."), "{}", since("7"));
}

#[test]
fn a_line_that_can_not_be_done_is_refused_and_changes_nothing() {
    let desk = with_project();
    let before = desk.dump();
    let long = "x".repeat(10 * 1024 * 1024);
    let lines = [
        ("no json at all", "bad_arguments"),
        ("[1,2]", "bad_arguments"),
        (r#"{"project":"p"}"#, "bad_arguments"),
        (r#"{"command":"fly","project":"p"}"#, "unknown_command"),
        (r#"{"command":"set_value","project":"gone","row":"x","field":"name"}"#, "not_found"),
        (r#"{"command":"set_value","project":"p","row":"gone","field":"name"}"#, "not_found"),
        (
            r#"{"command":"set_value","project":"p","row":"controller-1","field":"gone"}"#,
            "not_found",
        ),
        (
            r#"{"command":"set_value","project":"p","row":"controller-1","field":"name","value":{"kind":"level","value":1}}"#,
            "wrong_value",
        ),
        (r#"{"command":"add_row","project":"p","register":"gone"}"#, "not_found"),
        (
            r#"{"command":"add_row","project":"p","register":"data_item","id":"Not An Id"}"#,
            "bad_arguments",
        ),
        (
            r#"{"command":"add_row","project":"p","register":"data_item","surplus":1}"#,
            "bad_arguments",
        ),
        (r#"{"command":"cite","project":"p","statement":"hunt-cloud/gone"}"#, "not_found"),
        (r#"{"command":"undo","project":"gone"}"#, "not_found"),
        (r#"{"command":"create_project","id":"p","title":"Again","forms":["dpia"]}"#, "taken"),
        (r#"{"command":"create_project","title":" ","forms":["dpia"]}"#, "wrong_value"),
        (r#"{"command":"create_project","title":"X","forms":["tax"]}"#, "not_found"),
    ];
    let mut input: String = lines.iter().map(|(line, _)| format!("{line}\n")).collect();
    input.push_str(
        &json!({"command": "set_value", "project": "p", "row": "controller-1", "field": "units",
                "value": {"kind": "text", "value": long}})
        .to_string(),
    );
    let (answers, code) = desk.apply(&input);
    assert_eq!(code, 1);
    assert_eq!(answers.len(), lines.len() + 1, "each line is answered");
    let expected = lines.iter().map(|(_, code)| *code).chain(["too_large"]);
    for (answer, expected) in answers.iter().zip(expected) {
        assert_eq!(answer["ok"], false, "{answer}");
        assert_eq!(answer["error"]["code"], expected, "{answer}");
        for part in ["message", "help"] {
            let words = answer["error"][part].as_str().unwrap();
            assert!(
                words.ends_with('.') && !words.contains("error-"),
                "{part} is no sentence: {words}"
            );
        }
    }
    assert_eq!(desk.dump(), before, "nothing was changed");
}

#[test]
fn a_line_beyond_all_measure_is_passed_over_and_the_next_one_is_done() {
    let desk = with_project();
    let mut input = "y".repeat(20 * 1024 * 1024);
    input.push('\n');
    input.push_str(r#"{"command":"add_row","project":"p","register":"data_item","id":"d"}"#);
    let (answers, code) = desk.apply(&input);
    assert_eq!(code, 1);
    assert_eq!(answers[0]["error"]["code"], "too_large");
    assert_eq!(answers[1]["result"]["row"], "d");
}

#[test]
fn a_citation_that_is_not_there_can_not_stand_in_a_text() {
    let desk = with_project();
    let (answers, _) = desk.apply(
        r#"{"command":"set_value","project":"p","row":"controller-1","field":"units","value":{"kind":"text","value":"see [x](cite:x)"}}"#,
    );
    assert_eq!(answers[0]["error"]["code"], "not_found");
    assert!(
        answers[0]["error"]["message"].as_str().unwrap().contains("\"x\""),
        "names the citation"
    );
}

#[test]
fn a_file_that_is_no_workspace_is_left_as_it_is() {
    let desk = Desk::new();
    let file = desk.path("letter.docx");
    std::fs::write(&file, "Dear data protection officer,".repeat(100)).unwrap();
    let before = std::fs::read(&file).unwrap();
    let output = run(&["projects", "--workspace", text(&file)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        error_output(&output).contains("letter.docx is not a Vurder workspace."),
        "{}",
        error_output(&output)
    );
    assert!(
        error_output(&output).contains("Choose another file"),
        "names the next step: {}",
        error_output(&output)
    );
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_truncated_workspace_is_refused_by_name() {
    let desk = with_project();
    let bytes = std::fs::read(desk.workspace()).unwrap();
    std::fs::write(desk.workspace(), &bytes[..bytes.len() / 2]).unwrap();
    let output = run(&["projects", "--workspace", text(&desk.workspace())]);
    assert_eq!(output.status.code(), Some(1));
    assert!(error_output(&output).contains("desk.vurder is damaged"), "{}", error_output(&output));
    assert_eq!(std::fs::read(desk.workspace()).unwrap().len(), bytes.len() / 2, "left as it was");
}

#[test]
fn a_workspace_that_is_open_elsewhere_is_refused_by_name() {
    let desk = with_project();
    let mut app = vurder_app::App::open(vurder_app::OpenOptions::new(desk.workspace())).unwrap();
    let output = run(&["projects", "--workspace", text(&desk.workspace())]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        error_output(&output).contains("is open in another window or program"),
        "{}",
        error_output(&output)
    );
    app.call("projects", json!({})).unwrap();
}

#[test]
fn an_export_to_a_folder_that_is_not_there_says_so() {
    let desk = with_project();
    let out = desk.path("nowhere/report.pdf");
    let output = desk.export(&out);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        error_output(&output).contains("nowhere/report.pdf can't be read or written"),
        "{}",
        error_output(&output)
    );
}

#[test]
fn an_export_leaves_nothing_half_written_beside_the_file() {
    let desk = with_project();
    let folder = desk.path("out");
    std::fs::create_dir(&folder).unwrap();
    // A folder with the file's name makes the rename fail, which is the last step.
    std::fs::create_dir(folder.join("report.pdf")).unwrap();
    let out = folder.join("report.pdf");
    let output = desk.export(&out);
    assert_eq!(output.status.code(), Some(1));
    let left: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left, ["report.pdf"], "no temporary file stays");
}

#[test]
fn a_character_no_font_has_is_reported_and_the_report_is_made() {
    let desk = with_project();
    desk.done(
        &json!({"command": "set_value", "project": "p", "row": "controller-1", "field": "units",
                      "value": {"kind": "text", "value": "a rune: \u{16A0}"}}),
    );
    let out = desk.path("report.pdf");
    let output = desk.export(&out);
    assert_eq!(output.status.code(), Some(0), "{}", error_output(&output));
    assert!(
        error_output(&output).contains('\u{16A0}'),
        "names the character: {}",
        error_output(&output)
    );
    assert!(out.exists());
}

#[test]
fn wrong_usage_is_told_apart_from_a_refusal() {
    for arguments in [&["fly"][..], &["export", "--workspace", "w"], &[]] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn what_is_wrong_with_a_command_line_is_told_with_the_next_step() {
    let export = ["export", "--project", "p", "--workspace", "w", "--form", "dpia", "--out", "o"];
    let cases: [(&[&str], &str, &str); 9] = [
        (&["fly"], "There is no command \"fly\".", "\"vurder-cli --help\" tells"),
        (&["exprt"], "There is no command \"exprt\".", "Did you mean \"export\"?"),
        (
            &["projects", "--workspce", "w"],
            "There is no argument \"--workspce\" here.",
            "Did you mean \"--workspace\"?",
        ),
        (
            &["content", "list", "--colour"],
            "There is no argument \"--colour\" here.",
            "\"vurder-cli content list --help\" tells",
        ),
        (
            &["projects", "--workspace"],
            "--workspace <WORKSPACE> needs a value.",
            "\"vurder-cli projects --help\" tells",
        ),
        (
            &["export", "--workspace", "w", "--out", "o"],
            "This is missing: --project <PROJECT>, --form <FORM>",
            "\"vurder-cli export --help\" tells",
        ),
        (
            &[&export[..], &["--empty", "perhaps"]].concat(),
            "\"perhaps\" does not fit --empty <WHAT>: it must be one of leave-out, say.",
            "\"vurder-cli export --help\" tells",
        ),
        (
            &["undo", "--workspace", "w", "--project", "p", "--project", "q"],
            "--project <PROJECT> is given twice.",
            "\"vurder-cli undo --help\" tells",
        ),
        (
            &["dump", "--schema", "--workspace", "w"],
            "--schema and --workspace <WORKSPACE> can't be given together.",
            "\"vurder-cli dump --help\" tells",
        ),
    ];
    for (arguments, wrong, next_step) in cases {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let errors = error_output(&output);
        assert_eq!(errors.lines().next(), Some(wrong), "{arguments:?}");
        let second = errors.lines().nth(1).unwrap_or_default();
        assert!(
            second.starts_with("Nothing was changed.") && second.contains(next_step),
            "{errors}"
        );
    }
}

#[test]
fn a_dump_that_is_damaged_is_not_loaded() {
    let desk = with_project();
    let whole = desk.dump();
    let new = Desk::new();
    for (name, damaged) in [
        ("cut.json", whole[..whole.len() / 2].to_owned()),
        ("other.json", "{}".to_owned()),
        ("renamed.json", whole.replacen("controller-1", "controller-9", 1)),
    ] {
        let from = new.path(name);
        std::fs::write(&from, damaged).unwrap();
        let output = run(&["load", "--workspace", text(&new.workspace()), text(&from)]);
        assert_eq!(output.status.code(), Some(1), "{name} was loaded");
        assert!(
            error_output(&output).contains("can't be loaded"),
            "{name}: {}",
            error_output(&output)
        );
        assert!(!new.workspace().exists(), "{name} left a workspace");
    }
}

#[test]
fn a_name_typed_wrongly_makes_no_new_workspace() {
    let desk = Desk::new();
    let output = run(&["projects", "--workspace", text(&desk.path("typo.vurder"))]);
    assert_eq!(output.status.code(), Some(1));
    assert!(error_output(&output).contains("typo.vurder"), "{}", error_output(&output));
    assert!(error_output(&output).contains("There is no file"), "{}", error_output(&output));
    assert!(!desk.path("typo.vurder").exists());
}

#[test]
fn the_workspace_is_never_read_as_commands() {
    let desk = with_project();
    let workspace = desk.workspace();
    let before = desk.dump();
    let mut names = vec![workspace.clone(), desk.path(".").join("desk.vurder")];
    let hard = desk.path("hard.jsonl");
    std::fs::hard_link(&workspace, &hard).unwrap();
    names.push(hard);
    #[cfg(unix)]
    {
        let link = desk.path("link.jsonl");
        std::os::unix::fs::symlink("desk.vurder", &link).unwrap();
        names.push(link);
    }
    for name in names {
        let output = run(&["apply", "--workspace", text(&workspace), text(&name)]);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            error_output(&output).contains("is the workspace itself"),
            "{}",
            error_output(&output)
        );
    }
    assert_eq!(desk.dump(), before);
}

#[cfg(unix)]
#[test]
fn a_name_of_a_file_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt as _;

    let desk = with_project();
    let name = std::ffi::OsStr::from_bytes(b"report-\xFF");
    let workspace = desk.workspace();
    for verb in [
        &["dump"][..],
        &["load"],
        &["backup"],
        &["import"],
        &["export", "--project", "p", "--form", "dpia", "--out"],
    ] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_vurder-cli"))
            .args(verb)
            .arg(name)
            .arg("--workspace")
            .arg(&workspace)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{verb:?}: {}", error_output(&output));
        assert!(
            error_output(&output).contains("Nothing was changed."),
            "{}",
            error_output(&output)
        );
    }
}

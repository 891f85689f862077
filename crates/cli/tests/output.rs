//! Answers go to standard output, refusals to standard error, and nothing panics if either takes no more.
#![allow(clippy::unwrap_used, clippy::panic)]

mod program;

use std::process::{Command, Stdio};

use program::{Desk, error_output, run, text};
use serde_json::json;

const PROJECT: &str = r#"{"command":"create_project","id":"p","title":"Project","forms":["dpia"]}"#;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vurder-cli"));
    command.args(arguments).stdin(Stdio::null()).stderr(Stdio::piped());
    command
}

/// Runs the program while nobody reads standard output. Gives the exit code and the error output.
fn unread(arguments: &[&str]) -> (i32, String) {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = command(arguments).stdout(writer).output().unwrap();
    (output.status.code().unwrap(), error_output(&output))
}

#[test]
fn a_reader_that_has_had_enough_is_no_error() {
    for arguments in
        [&["commands", "--json"][..], &["commands"], &["content", "list"], &["bindings"]]
    {
        assert_eq!(unread(arguments), (0, String::new()), "{arguments:?}");
    }
}

/// Standard output goes to the device that is always full. The device is written to, never replaced.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_told() {
    for arguments in
        [&["commands", "--json"][..], &["commands"], &["content", "list"], &["bindings"]]
    {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = command(arguments).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", error_output(&output));
        assert!(
            error_output(&output).starts_with("The answer can't be written"),
            "{}",
            error_output(&output)
        );
    }
}

#[test]
fn a_script_whose_answers_nobody_reads_stops_and_says_where() {
    let desk = Desk::new();
    let script = desk.path("script.jsonl");
    let second = PROJECT.replace("\"p\"", "\"q\"");
    std::fs::write(&script, format!("{PROJECT}\n{second}\n")).unwrap();
    let workspace = desk.workspace();
    let (code, words) = unread(&["apply", "--workspace", text(&workspace), text(&script)]);
    assert_eq!(code, 1);
    assert!(words.contains("line 1") && words.contains("after it were not done"), "{words}");
    let projects = run(&["projects", "--json", "--workspace", text(&workspace)]);
    let projects = String::from_utf8(projects.stdout).unwrap();
    assert!(projects.contains("\"p\"") && !projects.contains("\"q\""), "{projects}");
}

#[test]
fn each_refused_line_is_told_on_standard_error_with_its_number() {
    let desk = Desk::new();
    let script = desk.path("script.jsonl");
    std::fs::write(&script, format!("{PROJECT}\n\nno command\n{PROJECT}\n")).unwrap();
    let output = run(&["apply", "--workspace", text(&desk.workspace()), text(&script)]);
    assert_eq!(output.status.code(), Some(1));
    let errors = error_output(&output);
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!(lines.len(), 2, "{errors}");
    assert_eq!(lines[0], "line 3: This line is no command.");
    assert!(lines[1].starts_with("line 4: ") && lines[1].contains("taken"), "{errors}");
}

#[test]
fn a_script_of_which_nothing_is_done_leaves_no_workspace() {
    let desk = Desk::new();
    let (_, code) = desk.apply("no command\n{\"command\":\"fly\"}\n");
    assert_eq!(code, 1);
    assert_eq!(std::fs::read_dir(desk.folder.path()).unwrap().count(), 0, "nothing is left");
    let output = run(&["apply", "--workspace", text(&desk.workspace()), text(desk.folder.path())]);
    assert_eq!(output.status.code(), Some(1), "a folder is no script");
    assert!(error_output(&output).contains("can't be read"), "{}", error_output(&output));
    assert_eq!(std::fs::read_dir(desk.folder.path()).unwrap().count(), 0, "nothing is left");
    let (_, code) = desk.apply(&format!("no command\n{PROJECT}\n"));
    assert_eq!(code, 1);
    let (_, code) = desk.apply("no command\n");
    assert_eq!(code, 1);
    assert!(desk.dump().contains("Project"), "what was made before is not taken away");
    let other = Desk::new();
    assert_eq!(other.apply("").1, 0);
    assert!(other.workspace().exists(), "nothing to do is done");
}

#[test]
fn a_mark_before_the_first_line_or_a_dump_is_passed_over() {
    let desk = Desk::new();
    let (answers, code) = desk.apply(&format!("\u{feff}{PROJECT}\n\u{feff}{PROJECT}\n"));
    assert_eq!(answers[0]["ok"], json!(true), "{answers:?}");
    assert_eq!(answers[1]["error"]["message"], "This line is no command.", "only before the first");
    assert_eq!(code, 1);
    let from = desk.path("marked.json");
    std::fs::write(&from, format!("\u{feff}{}", desk.dump())).unwrap();
    let other = Desk::new();
    let output = run(&["load", "--workspace", text(&other.workspace()), text(&from)]);
    assert!(output.status.success(), "{}", error_output(&output));
    assert_eq!(other.dump(), desk.dump());
}

#[test]
fn a_day_that_is_none_is_told_in_plain_words() {
    let out = ["--workspace", "w", "--project", "p", "--form", "dpia", "--out", "o", "--date"];
    for day in ["2026-02-30", ""] {
        let output = run(&[&["export"][..], &out, &[day]].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(
            error_output(&output).contains("a day that exists, written YYYY-MM-DD"),
            "{}",
            error_output(&output)
        );
    }
}

#[test]
fn names_that_are_still_in_a_public_summary_are_told_beside_the_answer() {
    let desk = Desk::new();
    let script = desk.path("script.jsonl");
    let row = |register: &str, id: &str, values: serde_json::Value| {
        let row = json!({
            "command": "add_row", "project": "p", "register": register, "id": id, "values": values,
        });
        row.to_string()
    };
    let line = |words: &str| json!({"kind": "line", "value": words});
    let role = json!({"kind": "choice", "value": {"option": "assessor"}});
    let lines = [
        PROJECT.to_owned(),
        row("role", "k", json!({"role": role, "name": line("Kari Nordmann, adviser")})),
        row("data_item", "d", json!({"name": line("Samples that Kari Nordmann keeps")})),
    ];
    std::fs::write(&script, lines.join("\n")).unwrap();
    let workspace = desk.workspace();
    let made = run(&["apply", "--workspace", text(&workspace), text(&script)]);
    assert!(made.status.success(), "{}", error_output(&made));
    let out = desk.path("public.pdf");
    let export = |cut: &str| {
        run(&[
            "export",
            "--workspace",
            text(&workspace),
            "--project",
            "p",
            "--form",
            "dpia",
            "--cut",
            cut,
            "--out",
            text(&out),
        ])
    };
    let public = export("public");
    assert!(
        public.status.success() && error_output(&public).contains("Kari Nordmann"),
        "{}",
        error_output(&public)
    );
    assert!(!error_output(&export("owner")).contains("Kari"), "the risk owner may read names");
}

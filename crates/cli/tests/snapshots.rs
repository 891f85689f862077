//! Everything that the command line prints, word for word: help, answers and refusals. The files in `snapshots/` hold
//! it. When words change on purpose, `INSTA_UPDATE=always cargo test --package vurder-cli --test snapshots` writes the
//! files anew; read the change with `git diff`.
#![allow(clippy::unwrap_used, missing_docs, unused_crate_dependencies)]

mod program;

use std::fmt::Write as _;
use std::process::Output;

use insta::assert_snapshot;
use program::{Desk, error_output, run, text};
use serde_json::json;

/// Everything that a person sees of a run: the command, the exit code if it is not 0, and both outputs. The path of the
/// test's folder is replaced.
fn transcript(desk: &Desk, arguments: &[&str], output: &Output) -> String {
    let mut seen = format!("$ vurder-cli {}\n", arguments.join(" "));
    if let Some(code) = output.status.code().filter(|code| *code != 0) {
        let _ = writeln!(seen, "(exit code {code})");
    }
    let _ = writeln!(seen, "{}{}", String::from_utf8_lossy(&output.stdout), error_output(output));
    let seen = with_slashes(&seen.replace(text(desk.folder.path()), "FOLDER"));
    without_sizes(&without_words_of_the_system(&seen))
}

/// The same without what the operating system says of an error, in its own words.
fn without_words_of_the_system(seen: &str) -> String {
    let of_system = |line: &str| line.starts_with('(') && line.contains("(os error ");
    let lines = seen.split_inclusive('\n');
    lines.map(|line| if of_system(line) { "(WORDS OF THE SYSTEM)\n" } else { line }).collect()
}

/// The same with `/` in each path below the test's folder, also on Windows.
fn with_slashes(seen: &str) -> String {
    let words = seen.split_inclusive(char::is_whitespace);
    let path = |word: &str| word.contains("FOLDER").then(|| word.replace('\\', "/"));
    words.map(|word| path(word).unwrap_or_else(|| word.to_owned())).collect()
}

/// The same with `N bytes` in place of each size in bytes, since sizes change with every change of a report's layout.
fn without_sizes(seen: &str) -> String {
    let mut parts = seen.split(" bytes").peekable();
    let mut shown = String::new();
    while let Some(part) = parts.next() {
        if parts.peek().is_some() {
            shown.push_str(part.trim_end_matches(|c: char| c.is_ascii_digit()));
            shown.push_str("N bytes");
        } else {
            shown.push_str(part);
        }
    }
    shown
}

/// Compares `seen` with the file of this name in `snapshots/`.
fn same_as_file(name: &str, seen: &str) {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        assert_snapshot!(name, seen);
    });
}

fn transcripts(desk: &Desk, runs: &[&[&str]]) -> String {
    runs.iter().map(|arguments| transcript(desk, arguments, &run(arguments))).collect()
}

/// The arguments that export a form of the sample.
fn export<'a>(workspace: &'a str, form: &'a str, out: &'a str) -> [&'a str; 9] {
    ["export", "--workspace", workspace, "--project", "sample", "--form", form, "--out", out]
}

#[test]
fn help() {
    let desk = Desk::new();
    let verbs = [
        "content", "commands", "sample", "apply", "projects", "show", "search", "import", "drift",
        "undo", "redo", "export", "dump", "load", "backup",
    ];
    let of_verbs: Vec<[&str; 2]> = verbs.iter().map(|verb| [*verb, "--help"]).collect();
    let mut runs: Vec<&[&str]> = vec![&["--help"]];
    runs.extend(of_verbs.iter().map(|run| &run[..]));
    runs.extend([
        &["content", "list", "--help"][..],
        &["content", "export", "--help"],
        &["content", "check", "--help"],
    ]);
    same_as_file("help", &transcripts(&desk, &runs));
}

#[test]
fn list_of_commands() {
    same_as_file("commands", &transcripts(&Desk::new(), &[&["commands"]]));
}

#[test]
fn list_of_content() {
    same_as_file(
        "content",
        &transcripts(&Desk::new(), &[&["content", "list"], &["content", "check"]]),
    );
}

#[test]
fn answers_about_the_sample() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    let workspace = text(&workspace);
    let pdf = desk.path("dpia.pdf");
    same_as_file(
        "sample",
        &transcripts(
            &desk,
            &[
                &["projects", "--workspace", workspace],
                &["sample", "--workspace", workspace],
                &["projects", "--workspace", workspace],
                &["show", "--workspace", workspace],
                &["show", "--workspace", workspace, "--project", "sample"],
                &["search", "--workspace", workspace, "Helsinki"],
                &["search", "--workspace", workspace, "nowhere to be found"],
                &["undo", "--workspace", workspace, "--project", "sample"],
                &["redo", "--workspace", workspace, "--project", "sample"],
                &export(workspace, "dpia", text(&pdf)),
            ],
        ),
    );
}

/// A provider's own pages in two states, and a project that cites the first.
#[test]
fn imported_pages() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    let workspace = text(&workspace);
    let pages = desk.first_state();
    let pages = text(&pages);
    let import = ["import", "--workspace", workspace, "--title", "Nordlys"];
    let import = |more: &[&'static str]| [&import[..], more, &[pages]].concat();
    let mut seen = transcripts(
        &desk,
        &[
            &["import", "--workspace", workspace, "--look", pages],
            &["import", "--workspace", workspace, pages],
            &import(&["--dialect", "oscal"]),
            &import(&["--left-out", "notes"]),
            &import(&["--left-out", "notes", "--date", "2026-03-09"]),
        ],
    );
    desk.cite_a_passage();
    desk.second_state();
    seen += &transcripts(
        &desk,
        &[
            &import(&["--date", "2026-06-01"]),
            &["content", "list", "--workspace", workspace],
            &["drift", "--workspace", workspace],
            &["drift", "--workspace", workspace, "--project", "p"],
            &["drift", "--workspace", workspace, "--provider", "nordlys"],
            &["drift", "--workspace", workspace, "--provider", "nordlys", "--to", "2026-02-03"],
            &["drift", "--workspace", workspace, "--provider", "nordlys", "--from", "1"],
            &["drift", "--workspace", workspace, "--project", "nobody"],
        ],
    );
    same_as_file("imported-pages", &seen);
}

/// One command for each error code that a command alone can cause.
#[test]
fn refused_commands() {
    let desk = Desk::new();
    let project =
        json!({"command": "create_project", "id": "p", "title": "Project", "forms": ["dpia"]});
    let value = |field: &str, value: serde_json::Value| {
        let address = json!({"project": "p", "register": "edpb-dpia", "field": field});
        let mut command = address.clone();
        command["command"] = "set_value".into();
        command["value"] = value;
        command
    };
    let lines = [
        project.to_string(),
        "no JSON".to_owned(),
        json!({"command": "create_project", "title": 1}).to_string(),
        json!({"command": "fly"}).to_string(),
        json!({"command": "undo", "project": "nobody"}).to_string(),
        value("no_such_field", json!({"kind": "line", "value": "x"})).to_string(),
        value("internal_name", json!({"kind": "level", "value": 1})).to_string(),
        value("internal_name", json!({"kind": "line", "value": "x".repeat(2_000_000)})).to_string(),
        project.to_string(),
        json!({"command": "redo", "project": "p"}).to_string(),
    ];
    let mut seen = String::new();
    for line in lines {
        let (answers, code) = desk.apply(&line);
        let shown: String = line.chars().take(120).collect();
        let _ = writeln!(seen, "{shown}\n(exit code {code})");
        for answer in answers {
            let error = answer.get("error").cloned().unwrap_or_else(|| "done".into());
            let _ = writeln!(seen, "{error:#}");
        }
    }
    same_as_file("refused-commands", &seen);
}

/// Files of the wrong kind.
#[test]
fn refused_files() {
    let desk = Desk::new();
    let (letter, missing) = (desk.path("letter.vurder"), desk.path("folder/file.json"));
    std::fs::write(&letter, "Dear colleague, the data are attached.").unwrap();
    let workspace = desk.workspace();
    let (letter, missing, workspace) = (text(&letter), text(&missing), text(&workspace));
    same_as_file(
        "refused-files",
        &transcripts(
            &desk,
            &[
                &["projects", "--workspace", letter],
                &["sample", "--workspace", missing],
                &["load", "--workspace", workspace, missing],
                &["load", "--workspace", workspace, letter],
                &["sample", "--workspace", workspace],
                &["dump", "--workspace", workspace, missing],
                &["backup", "--workspace", workspace, missing],
                &["load", "--workspace", workspace, letter],
                &export(workspace, "dpia", missing),
                &export(workspace, "song", missing),
            ],
        ),
    );
}

//! A provider's own pages: imported, listed, compared from one state to the next.
#![allow(clippy::unwrap_used, clippy::panic)]

mod program;

use program::{Desk, error_output, run, text};
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use vurder_app::{ImportDone, ImportLook, ProjectDrift, ProviderDrift, RevisionView};

/// The output of a run that must succeed.
fn lines(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", error_output(&output));
    assert_eq!(error_output(&output), "", "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The JSON output of a run, which must have exactly the shape of the type.
fn printed<T: DeserializeOwned + serde::Serialize>(arguments: &[&str]) -> T {
    let printed: Json = serde_json::from_str(&lines(arguments)).unwrap();
    let typed: T = serde_json::from_value(printed.clone()).unwrap();
    assert_eq!(serde_json::to_value(&typed).unwrap(), printed, "nothing else is printed");
    typed
}

/// The error output of a run that must be refused.
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{arguments:?}");
    error_output(&output)
}

#[test]
fn for_programs_the_answers_of_the_commands_are_printed() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    let workspace = text(&workspace);
    let first = desk.first_state();
    let import = ["import", "--json", "--workspace", workspace];
    let look: ImportLook = printed(&[&import[..], &["--look", text(&first)]].concat());
    assert_eq!((look.format.id.as_str(), look.counts.pages), ("mkdocs", 3));
    assert_eq!(look.date.unwrap().to_string(), "2026-02-03", "the day of the newest file");
    let address = "https://pages.example/en/";
    let named = [&import[..], &["--title", "Nordlys", "--address", address]].concat();
    let done: ImportDone = printed(&[&named[..], &[text(&first)]].concat());
    assert_eq!((done.provider.as_str(), done.revision.as_str()), ("nordlys", "2026-02-03"));
    let problems: Vec<(&str, u32)> =
        done.problems.iter().map(|problem| (problem.file.as_str(), problem.line)).collect();
    assert_eq!(problems, [("docs/notes.md", 2), ("docs/picture.md", 0)]);
    let dead = &done.dead_links[0];
    assert_eq!(
        (dead.file.as_str(), dead.line, dead.target.as_str()),
        ("docs/backup.md", 9, "prices.md")
    );
    desk.cite_a_passage();
    let citations = desk.done(&json!({"command": "citations", "project": "p"}));
    let source = &citations["citations"]["c"]["citation"]["sources"][0];
    assert_eq!(source["address"], "https://pages.example/en/backup/");

    let second = desk.second_state();
    let of_provider = ["--provider", "nordlys", "--dialect", "mkdocs", "--date", "2026-06-01"];
    let done: ImportDone =
        printed(&[&import[..], &of_provider, &["--left-out", "keys", text(&second)]].concat());
    assert_eq!(done.follows.as_deref(), Some("2026-02-03"));
    assert_eq!((done.provider_name.as_str(), done.counts.pages), ("Nordlys", 2));
    assert_eq!(done.recognised, "You chose this format.");

    let drift = ["drift", "--json", "--workspace", workspace];
    let of_project: ProjectDrift = printed(&[&drift[..], &["--project", "p"]].concat());
    assert_eq!((of_project.open, of_project.items.len()), (1, 1));
    assert_eq!(of_project.items[0].before, "Copies are kept for 30 days.");
    desk.done(&json!({"command": "create_project", "id": "q", "title": "Q", "forms": ["rar"]}));
    let of_all: Vec<ProjectDrift> = printed(&drift);
    assert_eq!(of_all.iter().map(|of| of.open).sum::<usize>(), 1);
    assert!(of_all.len() == 2 && of_all.contains(&of_project), "the projects of the workspace");
    let of_provider: ProviderDrift = printed(&[&drift[..], &["--provider", "nordlys"]].concat());
    assert_eq!(of_provider.from.revision, "2026-02-03");
    assert_eq!(of_provider.drift.passages.len(), 2, "one reads otherwise, one is gone");
    let revisions = ["--from", "2026-02-03", "--to", "2026-06-01"];
    let named: ProviderDrift =
        printed(&[&drift[..], &["--provider", "nordlys"], &revisions].concat());
    assert_eq!(named, of_provider, "these are the two newest ones");
}

#[test]
fn content_of_a_workspace_lists_revisions_beside_the_providers() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    let pages = desk.first_state();
    let import = ["import", "--workspace", text(&workspace), "--title", "Nordlys", text(&pages)];
    lines(&import);
    let bundled: Json = serde_json::from_str(&lines(&["content", "list", "--json"])).unwrap();
    let listed: Json = serde_json::from_str(&lines(&[
        "content",
        "list",
        "--json",
        "--workspace",
        text(&workspace),
    ]))
    .unwrap();
    let providers = listed["providers"].as_array().unwrap();
    for provider in bundled["providers"].as_array().unwrap() {
        assert!(providers.contains(provider), "{} is told as before", provider["id"]);
    }
    assert_eq!(providers.len(), bundled["providers"].as_array().unwrap().len() + 1);
    let revisions: Vec<RevisionView> = serde_json::from_value(listed["revisions"].clone()).unwrap();
    let of = |provider: &str, revision: &str| {
        let found = revisions.iter().find(|of| of.provider == provider && of.revision == revision);
        let of = found.unwrap();
        ([of.pages, of.passages, of.statements], of.topics_not_stated)
    };
    assert_eq!(of("hunt-cloud", "2"), ([68, 0, 247], Some(1)));
    assert_eq!(of("nordlys", "2026-02-03"), ([3, 6, 0], None), "nobody can say what is not stated");
}

#[test]
fn content_is_written_as_a_pack_that_another_workspace_imports() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    let pages = desk.first_state();
    lines(&["import", "--workspace", text(&workspace), "--title", "Nordlys", text(&pages)]);
    let written = |format: &str, name: &str| {
        let out = desk.path(name);
        let to = ["--provider", "nordlys", "--format", format, "--out", text(&out)];
        lines(&[&["content", "export", "--workspace", text(&workspace)][..], &to].concat());
        out
    };
    let pack = written("pack", "nordlys.zip");
    let other = desk.path("other.vurder");
    let done = lines(&["import", "--json", "--workspace", text(&other), text(&pack)]);
    let done: Json = serde_json::from_str(&done).unwrap();
    assert_eq!((&done["provider"], &done["counts"]["passages"]), (&"nordlys".into(), &6.into()));
    let definition = std::fs::read(written("oscal", "nordlys.json")).unwrap();
    let definition: Json = serde_json::from_slice(&definition).unwrap();
    assert_eq!(definition["component-definition"]["components"][0]["title"], "Nordlys");
}

#[test]
fn what_is_refused_or_only_looked_at_leaves_no_workspace() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    let workspace = text(&workspace);
    let pages = desk.first_state();
    let pages = text(&pages);
    let missing = desk.path("missing");
    let import = ["import", "--workspace", workspace];
    lines(&[&import[..], &["--look", pages]].concat());
    let cases: [(&[&str], &str); 4] = [
        (&["--look", text(&missing)], "There is no file or folder"),
        (&["--title", "Nordlys", text(&missing)], "There is no file or folder"),
        (&[pages], "Whose pages are these?"),
        (&["--title", "Nordlys", "--dialect", "caiq", pages], "None of the files is in the format"),
    ];
    for (more, words) in cases {
        let told = refused(&[&import[..], more].concat());
        assert!(told.starts_with(words) && told.contains("Nothing was"), "{told}");
    }
    assert!(!desk.workspace().exists());
    lines(&[&import[..], &["--title", "Nordlys", pages]].concat());
    let before = desk.dump();
    lines(&[&import[..], &["--look", pages]].concat());
    let same = ["--title", "Nordlys", "--date", "2026-06-01", pages];
    let told = refused(&[&import[..], &same].concat());
    assert!(told.starts_with("These pages are here already, as revision 2026-02-03."), "{told}");
    assert_eq!(desk.dump(), before, "and a workspace that was there stays as it was");
}

#[test]
fn looking_for_changes_makes_no_workspace() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    for verb in [&["drift"][..], &["content", "list"]] {
        refused(&[verb, &["--workspace", text(&workspace)]].concat());
        assert!(!workspace.exists(), "{verb:?}");
    }
}

#[test]
fn a_wrong_command_line_is_no_import_and_no_drift() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    let cases: [&[&str]; 8] = [
        &["import"],
        &["import", "--date", "2026-02-30", "pages"],
        &["import", "--dialect", "docbook", "pages"],
        &["import", "--look", "--left-out", "notes", "pages"],
        &["import", "--look", "pages", "more pages"],
        &["drift", "--project", "p", "--provider", "nordlys"],
        &["drift", "--from", "1"],
        &["drift", "--project", "p", "--to", "1"],
    ];
    for arguments in cases {
        let output = run(&[arguments, &["--workspace", text(&workspace)]].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", error_output(&output));
    }
    assert!(!workspace.exists());
}

/// Only the content of the program has statements.
#[test]
fn what_became_of_statements_and_topics_is_told_in_plain_lines() {
    let desk = Desk::new();
    let workspace = desk.workspace();
    let line = |words: &str| json!({"kind": "line", "value": words});
    desk.done(
        &json!({"command": "create_project", "id": "p", "title": "Kidneys", "forms": ["rar"],
                "providers": ["genomedk"], "follows": {"genomedk": "1"}}),
    );
    desk.done(
        &json!({"command": "judge", "project": "p", "statement": "genomedk/user-data-not-shared",
                "judgement": "partly"}),
    );
    desk.done(&json!({"command": "add_row", "project": "p", "register": "request", "id": "q",
                      "values": {"provider": line("GenomeDK"), "action": line("Backup and restore")}}));
    let drift = ["drift", "--workspace", text(&workspace), "--project", "p"];
    let told: ProjectDrift = printed(&[&drift[..], &["--json"]].concat());
    let plain = lines(&drift);
    let mut seen = plain.lines();
    assert_eq!(seen.next(), Some("Kidneys: 2 to look at"));
    let follows = "  GenomeDK: the project follows revision 1, the newest is 2";
    assert_eq!(seen.next(), Some(follows));
    let narrowed = "  Judgement on genomedk/user-data-not-shared: promises less since 2025-05-15\n    before: ";
    assert!(plain.contains(narrowed), "{plain}");
    assert!(plain.contains("  Request about backup: new since revision 2\n    now: "), "{plain}");
    assert!(plain.contains("    in note on a control: Published control\n"), "{plain}");
    assert!(!told.topics.is_empty(), "there is something to print");
    for topic in &told.topics {
        let line = format!("  Topic {}: stated now by GenomeDK\n", topic.title);
        assert!(plain.contains(&line), "{line}{plain}");
    }
    assert!(plain.contains("    waits for it: "), "{plain}");
    let plain = lines(&["drift", "--workspace", text(&workspace), "--provider", "genomedk"]);
    assert!(plain.starts_with("GenomeDK: from revision 1 to revision 2\n"), "{plain}");
    assert!(plain.contains("\n  Topic Backup and restore"), "{plain}");
    let retitled = "\n  Page Security and compliance: another title\n    before: Security and compliance\n    now: Compliance\n";
    assert!(plain.contains(retitled), "{plain}");
}

//! Pages of a provider for tests: a folder with them, their import, their citations.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::desk::{Desk, line, text};

pub(crate) const BACKUP: &str = "# Backup\n\nHome folders are copied every night.\n\nCopies are kept for 30 days.\n\n\
    See [the price list](prices.md).\n";
pub(crate) const ACCESS: &str =
    "# Access\n\n- Everybody signs in with two factors.\n- Accounts end with the contract.\n";

/// A folder with these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

pub(crate) fn pages() -> TempDir {
    folder(&[
        ("mkdocs.yml", "site_name: Nordlys\nsite_url: https://nordlys.example/docs/\n"),
        ("docs/backup.md", BACKUP),
        ("docs/access.md", ACCESS),
    ])
}

pub(crate) fn path(of: &Path) -> &str {
    of.to_str().unwrap()
}

pub(crate) fn import(desk: &mut Desk, from: &Path, date: &str) -> Json {
    desk.ok(
        "import",
        json!({"path": path(from), "name": "Nordlys", "address": "https://nordlys.example/docs/", "date": date}),
    )
}

/// A project with the imported pages of Nordlys, and a risk `r`.
pub(crate) fn drafted(from: &Path) -> Desk {
    let mut desk = Desk::new();
    import(&mut desk, from, "2026-03-01");
    desk.ok(
        "create_project",
        json!({"id": "p", "title": "Kidneys", "providers": ["nordlys"], "forms": ["dpia", "rar"]}),
    );
    desk.add("risk", "r", json!({"title": line("Copies are lost")}));
    desk
}

/// The name of the passage with these words, found by the search for passages.
pub(crate) fn passage(desk: &mut Desk, words: &str) -> String {
    let found = desk.ok("passages", json!({"query": words, "project": "p"}));
    let names: Vec<&str> =
        found.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 1, "{words}: {found}");
    names[0].to_owned()
}

/// Cites the passage in the text of the risk.
pub(crate) fn cite(desk: &mut Desk, name: &str) -> String {
    let made = desk.ok("cite", json!({"project": "p", "statement": name}));
    let citation = made["citation"].as_str().unwrap().to_owned();
    let words = format!("A copy is at hand [source](cite:{citation}). It helps.");
    desk.ok(
        "set_value",
        json!({"project": "p", "row": "r", "field": "how", "value": text(&words)}),
    );
    citation
}

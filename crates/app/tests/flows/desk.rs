//! A workspace for tests, with functions that read its content.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value as Json, json};
use tempfile::TempDir;
use vurder_app::{App, AppError, ErrorCode, OpenOptions};
use vurder_report::SystemFonts;
use vurder_workspace::{SeededIds, StepClock};

/// The clock moves by a minute at each reading, so that two changes never count as typed without a pause.
const STEP: TimeDelta = TimeDelta::minutes(1);

/// The name of the workspace file.
pub(crate) const FILE: &str = "w.vurder";

pub(crate) struct Desk {
    pub(crate) app: App,
    folder: TempDir,
}

/// The first time that the clock gives.
pub(crate) fn start() -> DateTime<Utc> {
    "2026-11-20T09:00:00Z".parse().unwrap()
}

impl Desk {
    /// An empty workspace.
    pub(crate) fn new() -> Self {
        Self::at_pace(STEP)
    }

    /// An empty workspace whose clock moves by `step` at each reading.
    pub(crate) fn at_pace(step: TimeDelta) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = open(&folder, step);
        Self { app, folder }
    }

    /// An empty workspace on a computer that has the fonts of these folders.
    pub(crate) fn with_fonts(folders: Vec<std::path::PathBuf>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = open_with(&folder, STEP, SystemFonts::in_folders(folders));
        Self { app, folder }
    }

    /// A workspace with the project `p`, both forms, one controller and HUNT Cloud.
    pub(crate) fn with_project() -> Self {
        let mut desk = Self::new();
        desk.make_project();
        desk
    }

    pub(crate) fn make_project(&mut self) {
        self.ok(
            "create_project",
            json!({"id": "p", "title": "Kidneys", "controllers": ["Fjordby"], "providers": ["hunt-cloud"],
                   "forms": ["dpia", "rar"]}),
        );
    }

    /// Closes the workspace and opens it again, as at the next start of the program.
    pub(crate) fn reopened(self) -> Self {
        self.reopened_after(|_| ())
    }

    /// Closes the workspace, calls `happens` with the file, and opens it again.
    pub(crate) fn reopened_after(self, happens: impl FnOnce(&std::path::Path)) -> Self {
        let Self { app, folder } = self;
        drop(app);
        happens(&folder.path().join(FILE));
        let app = open(&folder, STEP);
        Self { app, folder }
    }

    /// Closes the workspace. Its folder exists as long as the returned value.
    pub(crate) fn close(self) -> TempDir {
        drop(self.app);
        self.folder
    }

    pub(crate) fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Calls a command that must succeed.
    pub(crate) fn ok(&mut self, name: &str, arguments: Json) -> Json {
        match self.app.call(name, arguments.clone()) {
            Ok(answer) => answer,
            Err(e) => panic!("{name} {arguments}: {:?}: {e} {}", e.code, e.detail),
        }
    }

    /// Calls a command that must be refused with this code and a message in words.
    pub(crate) fn refused(&mut self, name: &str, arguments: Json, code: ErrorCode) -> AppError {
        let error =
            self.app.call(name, arguments.clone()).expect_err(&format!("{name} {arguments}"));
        assert_eq!(error.code, code, "{name} {arguments}: {error} {}", error.detail);
        for words in [&error.message, &error.help] {
            assert!(!words.trim().is_empty() && !words.contains("error-"), "no words: {error:?}");
        }
        error
    }

    /// Writes an answer of the project `p`.
    pub(crate) fn set(&mut self, row: &str, field: &str, value: Json) -> Json {
        self.ok("set_value", json!({"project": "p", "row": row, "field": field, "value": value}))
    }

    /// Adds a row to the project `p`.
    pub(crate) fn add(&mut self, register: &str, id: &str, values: Json) -> Json {
        let row = json!({"project": "p", "register": register, "id": id, "values": values});
        self.ok("add_row", row)
    }

    /// The content of the workspace.
    pub(crate) fn dump(&mut self) -> Json {
        let out = self.path("dump.json");
        self.ok("dump", json!({"out": out}));
        serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap()
    }

    /// The content of a project: head, rows, answers and citations, without the log and the time of the last change.
    pub(crate) fn state(&mut self, project: &str) -> Json {
        let dump = self.dump();
        let projects = dump["projects"].as_array().unwrap();
        let mut found = projects.iter().find(|p| p["head"]["id"] == project).unwrap().clone();
        found.as_object_mut().unwrap().remove("changed");
        found
    }

    /// A form of the project `p`, without its revision.
    pub(crate) fn form(&mut self, form: &str) -> Json {
        let mut view = self.ok("form", json!({"project": "p", "form": form}));
        view.as_object_mut().unwrap().remove("revision");
        view
    }

    /// The labels of the next undo and the next redo.
    pub(crate) fn undo_state(&mut self) -> (Json, Json) {
        let undo = self.ok("project", json!({"project": "p"}))["undo"].clone();
        (undo["undo"].clone(), undo["redo"].clone())
    }
}

/// A workspace that an earlier program wrote.
pub(crate) fn desk_with(file: &[u8]) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(FILE), file).unwrap();
    let app = open(&folder, STEP);
    Desk { app, folder }
}

fn open(folder: &TempDir, step: TimeDelta) -> App {
    // Tests do not depend on the fonts of the computer that runs them.
    open_with(folder, step, SystemFonts::none())
}

fn open_with(folder: &TempDir, step: TimeDelta, fonts: SystemFonts) -> App {
    let path = folder.path().join(FILE);
    App::open(OpenOptions {
        clock: Some(Box::new(StepClock::new(start(), step))),
        ids: Some(Box::new(SeededIds::new(7))),
        fonts: Some(fonts),
        ..OpenOptions::new(path)
    })
    .unwrap()
}

pub(crate) fn text(markdown: &str) -> Json {
    json!({"kind": "text", "value": markdown})
}

pub(crate) fn line(words: &str) -> Json {
    json!({"kind": "line", "value": words})
}

pub(crate) fn choice(option: &str) -> Json {
    json!({"kind": "choice", "value": {"option": option}})
}

pub(crate) fn choices(options: &[&str]) -> Json {
    let options: Vec<Json> = options.iter().map(|o| json!({"option": o})).collect();
    json!({"kind": "choices", "value": options})
}

pub(crate) fn refs(rows: &[&str]) -> Json {
    json!({"kind": "refs", "value": rows})
}

pub(crate) fn level(level: u8) -> Json {
    json!({"kind": "level", "value": level})
}

/// All blocks of a form.
fn blocks(form: &Json) -> impl Iterator<Item = &Json> {
    let parts =
        form["sections"].as_array().unwrap().iter().flat_map(|s| s["parts"].as_array().unwrap());
    parts.flat_map(|p| p["blocks"].as_array().unwrap())
}

/// The table with this id in a form.
pub(crate) fn table<'a>(form: &'a Json, id: &str) -> &'a Json {
    blocks(form)
        .find(|b| b["type"] == "table" && b["id"] == id)
        .unwrap_or_else(|| panic!("no table {id}"))
}

/// The field with this id that stands outside tables in a form.
pub(crate) fn field<'a>(form: &'a Json, id: &str) -> Option<&'a Json> {
    blocks(form).find(|b| b["type"] == "field" && b["field"]["id"] == id)
}

/// The rows of a table, from all its groups.
pub(crate) fn rows<'a>(form: &'a Json, id: &str) -> Vec<&'a Json> {
    let groups = table(form, id)["groups"].as_array().unwrap();
    groups.iter().flat_map(|g| g["rows"].as_array().unwrap()).collect()
}

/// The ids and numbers of the rows, in the order of the table.
pub(crate) fn numbers(form: &Json, id: &str) -> Vec<(String, String)> {
    let word = |v: &Json| v.as_str().unwrap().to_owned();
    rows(form, id).into_iter().map(|r| (word(&r["number"]), word(&r["id"]))).collect()
}

/// The cell of a row and a column.
pub(crate) fn cell<'a>(form: &'a Json, id: &str, row: &str, column: &str) -> &'a Json {
    let columns = table(form, id)["columns"].as_array().unwrap();
    let at = columns
        .iter()
        .position(|c| c["id"] == column)
        .unwrap_or_else(|| panic!("{id} has no {column}"));
    let row = rows(form, id)
        .into_iter()
        .find(|r| r["id"] == row)
        .unwrap_or_else(|| panic!("{id} lacks {row}"));
    &row["cells"][at]
}

/// The labels of the options of a column.
pub(crate) fn choices_of<'a>(form: &'a Json, id: &str, column: &str) -> Vec<&'a str> {
    let columns = table(form, id)["columns"].as_array().unwrap();
    let column = columns.iter().find(|c| c["id"] == column);
    let column = column.unwrap_or_else(|| panic!("{id} has no such column"));
    column["options"].as_array().unwrap().iter().map(|o| o["label"].as_str().unwrap()).collect()
}

/// The numbers of the rows that a cell refers to.
pub(crate) fn referred(cell: &Json) -> Vec<&str> {
    cell["refs"].as_array().unwrap().iter().map(|r| r["number"].as_str().unwrap()).collect()
}

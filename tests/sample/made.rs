//! The sample project and its reports. They are made once for all tests, and are always the same.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use tempfile::TempDir;
use vurder_app::{App, OpenOptions};
use vurder_model::project::Project;
use vurder_workspace::{Dump, SeededIds, StepClock};

/// The day on the reports.
pub(crate) const DATE: &str = "2026-12-15";
/// The forms, each with the name of its report in these tests.
pub(crate) const FORMS: [(&str, &str); 3] =
    [("edpb-dpia", "dpia"), ("rar", "rar"), ("screening", "screening")];

/// The sample project with its reports.
pub(crate) struct Sample {
    folder: TempDir,
    /// The project in its present state.
    pub(crate) project: Project,
}

impl Sample {
    /// The path of a report.
    pub(crate) fn report(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.pdf"))
    }

    /// Writes the report of a form again.
    pub(crate) fn report_again(&self, form: &str) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder.path().join("again.vurder"));
        app.call("sample", json!({})).unwrap();
        let out = folder.path().join("again.pdf");
        export(&mut app, form, &out);
        std::fs::read(out).unwrap()
    }

    /// The pages of a report as text.
    pub(crate) fn pages(&self, name: &str, how: &str) -> Vec<String> {
        let text = read_with("pdftotext", &[how, "-enc", "UTF-8"], &self.report(name), &["-"]);
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        assert_eq!(pages.pop().as_deref(), Some(""), "each page ends with a form feed");
        pages
    }
}

/// The sample, made at the first call.
pub(crate) fn sample() -> &'static Sample {
    static SAMPLE: OnceLock<Sample> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder.path().join("sample.vurder"));
        app.call("sample", json!({})).unwrap();
        for (form, name) in FORMS {
            export(&mut app, form, &folder.path().join(format!("{name}.pdf")));
        }
        let out = folder.path().join("dump.json");
        app.call("dump", json!({"out": out})).unwrap();
        let project = project(Dump::from_json(&std::fs::read_to_string(out).unwrap()).unwrap());
        Sample { folder, project }
    })
}

/// An app on a new workspace. Its clock and ids are always the same.
pub(crate) fn open(path: &Path) -> App {
    let start: DateTime<Utc> = "2026-12-15T08:00:00Z".parse().unwrap();
    App::open(OpenOptions {
        clock: Some(Box::new(StepClock::new(start, TimeDelta::milliseconds(10)))),
        ids: Some(Box::new(SeededIds::new(1))),
        ..OpenOptions::new(path)
    })
    .unwrap()
}

fn export(app: &mut App, form: &str, out: &Path) {
    let asked = json!({"project": "sample", "form": form, "out": out, "date": DATE});
    let made = app.call("export", asked).unwrap();
    assert_eq!(made["missing_glyphs"], json!([]), "every letter of the sample can be drawn");
}

/// The only project of a dump, as a project of `vurder_model`.
fn project(dump: Dump) -> Project {
    let [project] = <[_; 1]>::try_from(dump.projects).unwrap();
    let rows = project.rows.into_iter().map(|row| vurder_model::project::Row {
        id: row.id,
        register: row.row.register,
        key: row.row.key,
        position: row.row.position,
        number: None,
        trashed: row.row.trashed,
        values: row.values.into_iter().map(|(field, answer)| (field, answer.value)).collect(),
    });
    Project { head: project.head, rows: rows.collect(), citations: project.citations }
}

/// The standard output of a program that reads a file.
pub(crate) fn read_with(program: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(program)
        .args(before)
        .arg(file)
        .args(after)
        .output()
        .unwrap_or_else(|e| panic!("{program} (packages poppler-utils and qpdf): {e}"));
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {}: {complaint}", file.display());
    String::from_utf8(output.stdout).unwrap()
}

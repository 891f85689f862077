//! What the tests begin with: a workspace in its own folder, with a clock and ids that repeat.
#![allow(dead_code, unreachable_pub, missing_docs)]

pub mod pages;

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;
use vurder_model::frozen::VersionKind;
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::{Citation, FormChoice, PinnedSource, ProjectHead};
use vurder_model::value::Value;
use vurder_workspace::{
    Committed, Error, NewReport, NewRow, NewVersion, Op, OpenOptions, Result, RowPosition,
    SeededIds, StepClock, Version, Workspace,
};

pub struct Desk {
    pub folder: TempDir,
    pub file: PathBuf,
    pub workspace: Workspace,
}

pub fn start() -> DateTime<Utc> {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

/// Options with a clock that moves by `step` seconds at each reading.
pub fn options(step: i64) -> OpenOptions {
    OpenOptions {
        clock: Box::new(StepClock::new(start(), TimeDelta::seconds(step))),
        ids: Box::new(SeededIds::new(1)),
        ..OpenOptions::default()
    }
}

/// A new workspace with the project `p`. Each change comes a minute after the last, so that no change counts as typed.
pub fn desk() -> Desk {
    desk_at_pace(60)
}

pub fn desk_at_pace(step: i64) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Study æøå.vurder");
    let mut workspace = Workspace::create(&file, options(step)).unwrap();
    make_project(&mut workspace, "p", "Blood and genes").unwrap();
    Desk { folder, file, workspace }
}

pub fn make_project(workspace: &mut Workspace, id: &str, title: &str) -> Result<Committed<()>> {
    let head = head(id, title);
    workspace.transact(None, Op::CreateProject, |tx| tx.create_project(head))
}

pub fn head(id: &str, title: &str) -> ProjectHead {
    ProjectHead {
        id: project(id),
        title: title.to_owned(),
        language: "en".to_owned(),
        version: "0.1".to_owned(),
        forms: vec![FormChoice { template: "edpb-dpia".into(), version: "1.0".into() }],
        providers: vec!["hunt-cloud".to_owned()],
        follows: Default::default(),
        created: start(),
        trashed: None,
    }
}

pub fn project(id: &str) -> ProjectId {
    ProjectId::new(id).unwrap()
}

pub fn row(id: &str) -> RowId {
    RowId::new(id).unwrap()
}

pub fn text(words: &str) -> Option<Value> {
    Some(Value::Text(words.to_owned()))
}

pub fn line(words: &str) -> Option<Value> {
    Some(Value::Line(words.to_owned()))
}

pub fn new_row(id: &str, register: &str, key: Option<&str>) -> NewRow {
    NewRow { id: row(id), register: register.to_owned(), key: key.map(str::to_owned) }
}

pub fn citation(id: &str) -> Citation {
    Citation {
        id: CitationId::new(id).unwrap(),
        provider: "hunt-cloud".to_owned(),
        provider_name: "HUNT Cloud".to_owned(),
        statement: "hunt-cloud/backup".to_owned(),
        words: "Backups are made each night.".to_owned(),
        hash: "c0ffee".to_owned(),
        sources: vec![PinnedSource {
            page: "Backup".to_owned(),
            heading: "When".to_owned(),
            address: "https://example.org/backup".to_owned(),
            revision: "2026-10".to_owned(),
            captured: Some(start().date_naive()),
        }],
        pinned: start(),
        revision: None,
        kept: None,
        renews: Vec::new(),
        answer: None,
    }
}

/// A version to freeze, with one report of these bytes.
pub fn new_version(by: &str, report: &[u8]) -> NewVersion {
    let report = NewReport {
        template: "edpb-dpia".to_owned(),
        pages: 1,
        bytes: report.to_vec(),
        since: None,
    };
    let by = by.to_owned();
    NewVersion {
        kind: VersionKind::Review,
        by,
        note: "Sent.".to_owned(),
        reports: vec![report],
        word_files: [("edpb-dpia".to_owned(), b"PK word".to_vec())].into(),
    }
}

/// Freezes a version of a project.
pub fn freeze(workspace: &mut Workspace, project: &ProjectId) -> Result<u32> {
    let frozen = workspace.transact(None, Op::FreezeVersion, |tx| {
        tx.begin_version(project)?;
        tx.freeze_version(new_version("Kari Nordmann", b"%PDF-1.7 report"))
    });
    Ok(frozen?.output.number)
}

/// The newest versions of an answer.
pub fn versions(
    workspace: &Workspace,
    project: &ProjectId,
    row: &RowId,
    field: &str,
) -> Vec<Version> {
    let (versions, _) = workspace.history(project, row, field, None).unwrap().unwrap();
    versions
}

impl Desk {
    pub fn p() -> ProjectId {
        project("p")
    }

    /// Adds a row at the end of its register.
    pub fn add(&mut self, id: &str, register: &str) {
        let row = new_row(id, register, None);
        let made = self
            .workspace
            .transact(Some(&Desk::p()), Op::AddRow, |tx| tx.add_row(row, &RowPosition::Last));
        assert!(made.unwrap().operation.is_some(), "adding a row is an operation");
    }

    pub fn try_set(
        &mut self,
        id: &str,
        field: &str,
        value: Option<Value>,
    ) -> Result<Committed<()>> {
        let id = row(id);
        self.workspace.transact::<_, Error>(Some(&Desk::p()), Op::SetValue, |tx| {
            tx.set_value(&id, field, value)
        })
    }

    pub fn set(&mut self, id: &str, field: &str, value: Option<Value>) -> Committed<()> {
        self.try_set(id, field, value).unwrap()
    }

    pub fn versions(&self, id: &str, field: &str) -> Vec<Version> {
        versions(&self.workspace, &Desk::p(), &row(id), field)
    }

    /// Restores a version of an answer. Returns whether that version exists.
    pub fn bring_back(&mut self, id: &str, field: &str, version: &str) -> bool {
        let done = self.workspace.transact(Some(&Desk::p()), Op::RestoreAnswer, |tx| {
            tx.restore_version(&row(id), field, version)
        });
        done.unwrap().output
    }

    pub fn get(&self, id: &str, field: &str) -> Option<Value> {
        let project = self.workspace.project(&Desk::p()).unwrap();
        project.row(&row(id))?.values.get(field).cloned()
    }

    /// Closes the workspace and opens it again, as if the program were started a day later.
    pub fn reopen(self) -> Desk {
        let Desk { folder, file, workspace } = self;
        drop(workspace);
        let clock = StepClock::new(start() + TimeDelta::days(1), TimeDelta::seconds(60));
        let options = OpenOptions {
            clock: Box::new(clock),
            ids: Box::new(SeededIds::new(99)),
            ..OpenOptions::default()
        };
        let workspace = Workspace::open(&file, options).unwrap();
        Desk { folder, file, workspace }
    }
}

/// The workspace, opened `days` days after it was made.
pub fn on_day(file: &Path, days: i64) -> Workspace {
    let clock = StepClock::new(start() + TimeDelta::days(days), TimeDelta::seconds(60));
    // No two files get the same ids.
    let ids = SeededIds::new(u64::try_from(days).unwrap() * 1000 + file.as_os_str().len() as u64);
    let options = OpenOptions { clock: Box::new(clock), ids: Box::new(ids), ..Default::default() };
    Workspace::open(file, options).unwrap()
}

pub fn name_it(workspace: &mut Workspace, name: &str) {
    workspace
        .transact::<_, Error>(Some(&Desk::p()), Op::SetValue, |tx| {
            tx.set_value(&row("d-1"), "name", line(name))
        })
        .unwrap();
}

/// A closed workspace with one row.
pub fn closed() -> Desk {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    desk
}

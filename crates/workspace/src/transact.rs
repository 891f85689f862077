//! Changes projects. A transaction writes the changed records and an entry of the log, or nothing.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::{Citation, Project, ProjectHead};
use vurder_model::value::Value;

use crate::change::{Address, Change, touched};
use crate::changed::Changed;
use crate::clock::Ids;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::grouping::Note;
use crate::kind::blob::Blob;
use crate::kind::citation::{self, CitationChange};
use crate::kind::operation::{Committed, Scope};
use crate::kind::project::{self, ProjectChange};
use crate::kind::value::{self, Answer, ValueChange};
use crate::op::Op;
use crate::read;
use crate::refusal::{Named, Subject};
use crate::workspace::Workspace;
use crate::writer::Writer;

impl Workspace {
    /// Makes a change in one transaction and notes it in the log.
    ///
    /// With a project, the change happens within it and can be undone. Without one, `change` makes a project (and may
    /// fill it), or moves one to the trash or out of it; undo does not reach such a change. `op` names the operation.
    /// If `change` fails, nothing of it remains. If it changes nothing, no entry is written.
    ///
    /// When this function returns, the change is on the disk.
    pub fn transact<T, E: From<Error>>(
        &mut self,
        project: Option<&ProjectId>,
        op: Op,
        change: impl FnOnce(&mut Tx<'_, '_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        let now = self.clock.now();
        let pace = self.pace;
        let making = self.making;
        self.write(|writer, ids| {
            let scope = match project {
                Some(id) => {
                    open_project(writer.db, id)?;
                    Scope::Project
                }
                None => Scope::Workspace,
            };
            let mut tx = Tx {
                writer,
                ids,
                now,
                scope,
                project: project.cloned(),
                made: false,
                changes: Vec::new(),
                known: BTreeMap::new(),
                new_blobs: Vec::new(),
            };
            let output = change(&mut tx)?;
            let about = project;
            let (project, changes) = tx.finish()?;
            let (Some(project), false) = (project, changes.is_empty()) else {
                writer.written = false;
                let revision = match about {
                    Some(id) => project::existing(writer.db, id)?.revision.unsigned_abs(),
                    None => 0,
                };
                let changed = Changed::default();
                return Ok(Committed { output, revision, operation: None, changed });
            };
            let changed = touched(&project, &changes);
            let scope = if making { Scope::Workspace } else { scope };
            let note = Note { project: &project, scope, op, at: now, pace };
            let operation = writer.note(&note, changes, ids)?;
            let revision = writer.revise(&project, now)?;
            Ok(Committed { output, revision, operation: Some(operation.head()), changed })
        })
    }
}

/// The project, if it exists and is not in the trash.
pub(crate) fn open_project(db: &Db, id: &ProjectId) -> Result<ProjectHead> {
    let found = project::existing(db, id)?;
    match found.head.trashed {
        None => Ok(found.head),
        Some(_) => Err(Error::InTrash(Subject::Project(id.clone()))),
    }
}

/// The functions of a change while its transaction is open.
pub struct Tx<'w, 'a> {
    pub(crate) writer: &'w mut Writer<'a>,
    ids: &'w mut dyn Ids,
    now: DateTime<Utc>,
    scope: Scope,
    project: Option<ProjectId>,
    /// Whether the project was made in this transaction.
    made: bool,
    changes: Vec<Change>,
    known: BTreeMap<Address, usize>,
    /// The bytes that this transaction added, by their hash.
    pub(crate) new_blobs: Vec<String>,
}

impl Tx<'_, '_> {
    /// The time of this change. It is the same for everything in the change.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// A new identity for a project, a row, a citation or an attachment. Nothing of these kinds has it yet.
    pub fn new_id(&mut self) -> Result<String> {
        let project = self.project.as_ref().map(ProjectId::as_str);
        loop {
            let id = self.ids.next();
            let taken = self.writer.db.one(
                "SELECT 1 FROM project WHERE id = ?1
                 UNION ALL SELECT 1 FROM row WHERE project = ?2 AND id = ?1
                 UNION ALL SELECT 1 FROM citation WHERE project = ?2 AND id = ?1
                 UNION ALL SELECT 1 FROM attachment WHERE project = ?2 AND id = ?1",
                rusqlite::params![id, project],
                |_| Ok(()),
            )?;
            if taken.is_none() {
                return Ok(id);
            }
        }
    }

    /// The project that is changed.
    pub(crate) fn project(&self) -> Result<&ProjectId> {
        self.project.as_ref().ok_or_else(|| {
            Error::Misuse("a change of rows needs a project to happen in".to_owned())
        })
    }

    /// The project, if its rows may be changed here.
    pub(crate) fn inside(&self) -> Result<ProjectId> {
        if self.scope == Scope::Workspace && !self.made {
            return Err(Error::Misuse("rows are changed within their project".to_owned()));
        }
        self.project().cloned()
    }

    /// Makes a project. Only allowed in a change without a project. The rest of the change happens within the new
    /// project.
    pub fn create_project(&mut self, head: ProjectHead) -> Result<()> {
        if self.scope == Scope::Project || self.project.is_some() {
            return Err(Error::Misuse("one change makes one project".to_owned()));
        }
        if project::find(self.writer.db, &head.id)?.is_some() {
            return Err(Error::Taken(Subject::Project(head.id)));
        }
        self.project = Some(head.id.clone());
        self.made = true;
        self.record(Change::Project(ProjectChange { before: None, after: Some(head) }))
    }

    /// Changes title, language, version, forms or providers. When the project was made, and whether it is in the trash,
    /// is not changed.
    pub fn set_head(&mut self, head: ProjectHead) -> Result<()> {
        let project = self.inside()?;
        let before = open_project(self.writer.db, &project)?;
        let after = ProjectHead { id: project, created: before.created, trashed: None, ..head };
        self.record(Change::Project(ProjectChange { before: Some(before), after: Some(after) }))
    }

    /// Moves a project to the trash. Only allowed in a change without a project.
    pub fn trash_project(&mut self, id: &ProjectId) -> Result<()> {
        self.whole_project(id, Some(self.now))
    }

    /// Takes a project out of the trash, with its content and its history. Only allowed in a change without a project.
    pub fn restore_project(&mut self, id: &ProjectId) -> Result<()> {
        self.whole_project(id, None)
    }

    fn whole_project(&mut self, id: &ProjectId, trashed: Option<DateTime<Utc>>) -> Result<()> {
        self.about_whole(id)?;
        let before = project::existing(self.writer.db, id)?.head;
        if before.trashed.is_some() == trashed.is_some() {
            return Ok(());
        }
        let after = ProjectHead { trashed, ..before.clone() };
        self.record(Change::Project(ProjectChange { before: Some(before), after: Some(after) }))
    }

    /// Makes this change one of a whole project, so that undo does not reach it.
    pub(crate) fn about_whole(&mut self, id: &ProjectId) -> Result<()> {
        if self.scope == Scope::Project || self.project.as_ref().is_some_and(|other| other != id) {
            return Err(Error::Misuse("this is no change within a project".to_owned()));
        }
        self.project = Some(id.clone());
        Ok(())
    }

    /// The project in its present state within this transaction.
    pub fn whole(&self) -> Result<Project> {
        read::whole(self.writer.db, self.project()?)
    }

    /// The answer at a field in its present state within this transaction.
    pub fn value(&self, row: &RowId, field: &str) -> Result<Option<Value>> {
        let found = value::find(self.writer.db, self.project()?, row, field)?;
        Ok(found.map(|answer| answer.value))
    }

    /// Sets the answer at a field of a row, or empties the field. Setting the same answer again changes nothing.
    pub fn set_value(&mut self, row: &RowId, field: &str, value: Option<Value>) -> Result<()> {
        let project = self.inside()?;
        self.open_row(row)?;
        Named::Field.check_length(field, str::len)?;
        let before = value::find(self.writer.db, &project, row, field)?;
        if before.as_ref().map(|answer| &answer.value) == value.as_ref() {
            return Ok(());
        }
        let after = value.map(|value| Answer { value, updated: self.now });
        let (row, field) = (row.clone(), field.to_owned());
        self.record(Change::Value(ValueChange { row, field, before, after, steps: Vec::new() }))
    }

    /// Pins a citation, or replaces it.
    pub fn put_citation(&mut self, citation: Citation) -> Result<()> {
        let project = self.inside()?;
        let before = citation::find(self.writer.db, &project, &citation.id)?;
        let id = citation.id.clone();
        self.record(Change::Citation(CitationChange {
            citation: id,
            before: before.map(Box::new),
            after: Some(Box::new(citation)),
        }))
    }

    /// A citation of the project.
    pub fn citation(&self, id: &CitationId) -> Result<Citation> {
        let project = self.project()?;
        let found = citation::find(self.writer.db, project, id)?;
        found.ok_or_else(|| Error::NoCitation { project: project.clone(), citation: id.clone() })
    }

    /// Writes one record and remembers its earlier state. A transaction changes records only in this way.
    pub(crate) fn record(&mut self, change: Change) -> Result<()> {
        if change.is_nothing() {
            return Ok(());
        }
        let project = self.project()?.clone();
        self.writer.put(&project, &change)?;
        match self.known.entry(change.address()) {
            std::collections::btree_map::Entry::Occupied(at) => {
                if let Some(earlier) = self.changes.get_mut(*at.get()) {
                    earlier.merge_later(change);
                }
            }
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(self.changes.len());
                self.changes.push(change);
            }
        }
        Ok(())
    }

    /// The changes of the transaction in the end. A record that has its earlier content again is fully restored.
    fn finish(self) -> Result<(Option<ProjectId>, Vec<Change>)> {
        let Some(project) = self.project else { return Ok((None, Vec::new())) };
        let mut changes = Vec::with_capacity(self.changes.len());
        for change in self.changes {
            if change.is_nothing() {
                self.writer.put(&project, &change.reversed())?;
            } else {
                changes.push(change);
            }
        }
        for hash in &self.new_blobs {
            // The bytes were attached and removed within one change. No entry of the log will name them.
            if !changes.iter().any(|change| change.blobs().contains(&hash.as_str())) {
                let sum = self.writer.db.record::<Blob>(&[hash])?.map(|(_, sum)| sum);
                self.writer.replace::<Blob>(&[hash], None, sum)?;
            }
        }
        Ok((Some(project), changes))
    }
}

//! Loads a dump into a new workspace, completely or not at all.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use vurder_model::id::{ProjectId, RowId};

use crate::change::{Address, Change};
use crate::dump::{DUMP_FORMAT, Dump, DumpedProject, DumpedRevision, PLAIN, WITH_OWN_WORDS};
use crate::error::{Error, Result};
use crate::files::sync_folder;
use crate::kind::attachment::LARGEST_ATTACHMENT;
use crate::kind::blob::Blob;
use crate::kind::citation::CitationChange;
use crate::kind::operation::{Operation, OperationState, Scope};
use crate::kind::project::ProjectChange;
use crate::kind::row::RowChange;
use crate::kind::value::{Answer, ValueChange};
use crate::own_words::{check_own_word, store_new};
use crate::refusal::{DumpFault, Named};
use crate::revisions::check_statement;
use crate::workspace::Workspace;
use crate::writer::Writer;

impl Workspace {
    /// Loads a dump into this workspace. The workspace must be empty, except for words of the person's own dictionary,
    /// which stay. If the dump contradicts itself, it is refused with the place of the contradiction, and nothing is
    /// loaded.
    pub fn load(&mut self, dump: &Dump) -> Result<()> {
        check(dump)?;
        let blobs = blobs(dump)?;
        let path = self.db.path.clone();
        self.write(|writer, _| {
            let records: Option<i64> = writer.db.one(
                "SELECT (SELECT count(*) FROM project) + (SELECT count(*) FROM operation)
                   + (SELECT count(*) FROM revision) + (SELECT count(*) FROM own_statement)",
                [],
                |row| row.get(0),
            )?;
            if records != Some(0) {
                return Err(Error::NotEmpty { path });
            }
            for blob in &blobs {
                writer.store(blob, None)?;
            }
            for project in &dump.projects {
                let id = &project.head.id;
                for change in as_changes(project) {
                    writer.put(id, &change)?;
                }
                if let Some(changed) = project.changed {
                    writer.revise(id, changed)?;
                }
            }
            for operation in &dump.operations {
                writer.store(operation, None)?;
            }
            for statement in &dump.statements {
                writer.store(statement, None)?;
            }
            store_new(writer, &dump.words)?;
            load_revisions(writer, &dump.revisions)
        })
    }
}

fn load_revisions(writer: &mut Writer<'_>, revisions: &[DumpedRevision]) -> Result<()> {
    for dumped in revisions {
        let names = (dumped.provider.as_str(), dumped.revision.as_str());
        let stored =
            writer.store_revision(names, dumped.head.clone(), dumped.imported, &dumped.pages);
        stored.map_err(|error| match error {
            Error::Refused(refusal) => DumpFault::Record(refusal).into(),
            Error::SameState { provider, revision } => DumpFault::RevisionTwice {
                provider,
                revision: dumped.revision.clone(),
                there: revision,
            }
            .into(),
            other => other,
        })?;
    }
    Ok(())
}

impl Workspace {
    /// Closes the workspace. Removes the file if this opening created it and nothing was ever written into it.
    ///
    /// # Errors
    /// Any error while the file is closed or removed.
    pub fn unmake(self) -> Result<()> {
        let fresh = self.made_now && self.tally.is_empty();
        let path = self.db.path.clone();
        self.db.close()?;
        if fresh {
            std::fs::remove_file(&path).map_err(|e| Error::io(&path, &e))?;
            sync_folder(&path);
        }
        Ok(())
    }
}

/// The project as changes from nothing.
pub(crate) fn as_changes(project: &DumpedProject) -> Vec<Change> {
    let head = ProjectChange { before: None, after: Some(project.head.clone()) };
    let mut changes = vec![Change::Project(head)];
    changes.extend(project.rows.iter().map(|row| {
        let after = Some(row.row.clone());
        Change::Row(RowChange { row: row.id.clone(), before: None, after })
    }));
    // The oldest come first, so that the newest stand last in the search index.
    let mut answers: Vec<(&RowId, &String, &Answer)> = project
        .rows
        .iter()
        .flat_map(|row| row.values.iter().map(move |(field, answer)| (&row.id, field, answer)))
        .collect();
    answers.sort_by_key(|(_, _, answer)| answer.updated);
    changes.extend(answers.into_iter().map(|(row, field, answer)| {
        Change::Value(ValueChange {
            row: row.clone(),
            field: field.clone(),
            before: None,
            after: Some(answer.clone()),
            steps: Vec::new(),
        })
    }));
    changes.extend(project.citations.iter().map(|citation| {
        let after = Some(Box::new(citation.clone()));
        Change::Citation(CitationChange { citation: citation.id.clone(), before: None, after })
    }));
    changes.extend(project.records.iter().cloned());
    changes
}

/// The bytes in the dump. They must be exactly those that the dump names.
pub(crate) fn blobs(dump: &Dump) -> Result<Vec<Blob>> {
    let state = dump.projects.iter().flat_map(|project| &project.records);
    let log = dump.operations.iter().flat_map(|operation| &operation.changes);
    let mut named: BTreeSet<&str> = state.chain(log).flat_map(Change::blobs).collect();
    let mut blobs = Vec::with_capacity(dump.blobs.len());
    for dumped in &dump.blobs {
        let Ok(bytes) = STANDARD.decode(&dumped.bytes) else {
            return Err(DumpFault::BytesEncoding(dumped.hash.clone()).into());
        };
        if bytes.len() > LARGEST_ATTACHMENT {
            return Err(DumpFault::BytesTooLarge(dumped.hash.clone()).into());
        }
        let blob = Blob::of(bytes);
        if blob.hash != dumped.hash {
            return Err(DumpFault::BytesAltered(dumped.hash.clone()).into());
        }
        if !named.remove(blob.hash.as_str()) {
            return Err(DumpFault::BytesUnused(dumped.hash.clone()).into());
        }
        blobs.push(blob);
    }
    match named.first() {
        None => Ok(blobs),
        Some(&hash) => Err(DumpFault::BytesMissing(hash.to_owned()).into()),
    }
}

fn named(of: Named, name: &str) -> Result<(), DumpFault> {
    Ok(of.check_length(name, |name| name.chars().count())?)
}

/// Finds what contradicts itself in the dump.
pub(crate) fn check(dump: &Dump) -> Result<(), DumpFault> {
    if dump.format != DUMP_FORMAT {
        return Err(DumpFault::Format(dump.format.clone()));
    }
    if !(PLAIN..=WITH_OWN_WORDS).contains(&dump.version) {
        return Err(DumpFault::Version { found: dump.version, newest: WITH_OWN_WORDS });
    }
    let mut projects = BTreeSet::new();
    for project in &dump.projects {
        if !projects.insert(&project.head.id) {
            return Err(DumpFault::ProjectTwice(project.head.id.clone()));
        }
        check_project(project)?;
    }
    let mut revisions = BTreeSet::new();
    for DumpedRevision { provider, revision, .. } in &dump.revisions {
        if !revisions.insert((provider, revision)) {
            let (provider, revision) = (provider.clone(), revision.clone());
            return Err(DumpFault::RevisionTwice { provider, there: revision.clone(), revision });
        }
    }
    let mut statements = BTreeSet::new();
    for statement in &dump.statements {
        check_statement(statement)?;
        if !statements.insert(&statement.id) {
            return Err(DumpFault::StatementTwice(statement.id.clone()));
        }
    }
    let mut words = BTreeSet::new();
    for word in &dump.words {
        check_own_word(&word.word)?;
        if !words.insert(word.word.to_lowercase()) {
            return Err(DumpFault::WordTwice(word.word.clone()));
        }
    }
    check_log(dump)
}

fn check_project(project: &DumpedProject) -> Result<(), DumpFault> {
    let id = &project.head.id;
    let in_project = || id.clone();
    if project.changed.is_none() {
        return Err(DumpFault::NoTimeOfChange(in_project()));
    }
    let (mut rows, mut keys, mut citations) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for row in &project.rows {
        if !rows.insert(&row.id) {
            return Err(DumpFault::RowTwice { project: in_project(), row: row.id.clone() });
        }
        named(Named::Register, &row.row.register)?;
        if !row.row.position.is_finite() || row.row.position.abs() > 1e15 {
            return Err(DumpFault::Position { project: in_project(), row: row.id.clone() });
        }
        if let Some(key) = &row.row.key {
            named(Named::RowKey, key)?;
            if row.row.trashed.is_none() && !keys.insert((&row.row.register, key)) {
                let (register, key) = (row.row.register.clone(), key.clone());
                return Err(DumpFault::KeyTwice { project: in_project(), register, key });
            }
        }
        for field in row.values.keys() {
            named(Named::Field, field)?;
        }
    }
    for citation in &project.citations {
        if !citations.insert(&citation.id) {
            let citation = citation.id.clone();
            return Err(DumpFault::CitationTwice { project: in_project(), citation });
        }
    }
    let mut records = BTreeSet::new();
    for record in &project.records {
        if record.there() != (false, true)
            || !record.is_listed()
            || !records.insert(record.address())
        {
            let record = record.address().to_string();
            return Err(DumpFault::NotARecord { project: in_project(), record });
        }
        record.check()?;
    }
    Ok(())
}

/// A project as the log makes it: for each record, the last change of it.
#[derive(Default)]
struct Replayed<'d>(BTreeMap<Address, &'d Change>);

impl<'d> Replayed<'d> {
    /// Applies one change, if the record is as the change says it was before.
    fn take(&mut self, change: &'d Change) -> bool {
        let address = change.address();
        let fits = change.follows(self.0.get(&address).copied());
        match change.there() {
            (_, true) => self.0.insert(address, change),
            (_, false) => self.0.remove(&address),
        };
        fits
    }
}

/// Checks that the log leads to the content of the projects, and that the undone operations fit after it.
fn check_log(dump: &Dump) -> Result<(), DumpFault> {
    let mut replayed: BTreeMap<&ProjectId, Replayed> =
        dump.projects.iter().map(|p| (&p.head.id, Replayed::default())).collect();
    let (mut seq, mut ids, mut undone) = (0, BTreeSet::new(), BTreeSet::new());
    for operation in &dump.operations {
        let at = operation.seq;
        if at <= seq {
            return Err(DumpFault::OperationOrder { operation: at, previous: seq });
        }
        seq = at;
        named(Named::OperationLabel, &operation.label)?;
        for change in &operation.changes {
            change.check()?;
        }
        if RowId::new(&operation.id).is_err() || !ids.insert(&operation.id) {
            return Err(DumpFault::OperationIdentity(at));
        }
        if operation.scope == Scope::Project && !operation.changes.iter().all(Change::is_undoable) {
            return Err(DumpFault::NotUndoable(at));
        }
        match (operation.state, operation.scope) {
            (OperationState::Done, Scope::Project) if undone.contains(&operation.project) => {
                return Err(DumpFault::DoneAfterUndone(at));
            }
            (OperationState::Undone, Scope::Project) => {
                undone.insert(&operation.project);
            }
            (OperationState::Undone | OperationState::Abandoned, Scope::Workspace) => {
                return Err(DumpFault::NotUndoable(at));
            }
            _ => {}
        }
        let Some(project) = replayed.get_mut(&operation.project) else {
            return Err(DumpFault::OperationProject(at));
        };
        if operation.state == OperationState::Done {
            take(project, operation)?;
        }
    }
    for project in &dump.projects {
        let Some(made) = replayed.get(&project.head.id) else { continue };
        compare(project, made)?;
    }
    for operation in dump.operations.iter().filter(|o| o.state == OperationState::Undone) {
        if let Some(project) = replayed.get_mut(&operation.project) {
            take(project, operation)?;
        }
    }
    Ok(())
}

fn take<'d>(project: &mut Replayed<'d>, operation: &'d Operation) -> Result<(), DumpFault> {
    for change in &operation.changes {
        if !project.take(change) {
            let record = change.address().to_string();
            return Err(DumpFault::OperationMismatch { operation: operation.seq, record });
        }
    }
    Ok(())
}

/// Checks that the log leads to the content of the project: every record is the same, and there are no other records.
fn compare(project: &DumpedProject, made: &Replayed<'_>) -> Result<(), DumpFault> {
    let id = &project.head.id;
    let there = as_changes(project);
    for record in &there {
        let address = record.address();
        let led_to = made.0.get(&address);
        if !led_to.is_some_and(|made| made.leads_to_the_same(record)) {
            return Err(DumpFault::LogDiffers { project: id.clone(), record: address.to_string() });
        }
    }
    if made.0.len() != there.len() {
        return Err(DumpFault::RecordsMissing(id.clone()));
    }
    Ok(())
}

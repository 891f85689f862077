//! Taking a dump into a new workspace, whole or not at all.

use std::collections::{BTreeMap, BTreeSet};

use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::{Citation, ProjectHead};

use crate::change::{Answer, Change, Operation, OperationState, RowRecord, Scope};
use crate::dump::{DUMP_FORMAT, DUMP_VERSION, Dump, DumpedProject};
use crate::error::{Error, Result};
use crate::integrity::Tally;
use crate::open::{Workspace, close};

impl Workspace {
    /// Takes a dump into this workspace, which must hold nothing yet. A dump that contradicts itself is refused with
    /// the place where it does, and nothing is taken over.
    pub fn load(&mut self, dump: &Dump) -> Result<()> {
        check(dump)?;
        let path = self.db.path.clone();
        self.write(|writer, _| {
            let held: Option<i64> = writer.db.one(
                "SELECT (SELECT count(*) FROM project) + (SELECT count(*) FROM operation)",
                [],
                |row| row.get(0),
            )?;
            if held != Some(0) {
                return Err(Error::NotEmpty { path });
            }
            for project in &dump.projects {
                let id = &project.head.id;
                for change in as_changes(project) {
                    writer.put(id, &change)?;
                }
                if let Some(changed) = project.changed {
                    writer.touch(id, changed)?;
                }
            }
            for operation in &dump.operations {
                writer.put_operation(operation, None)?;
            }
            Ok(())
        })
    }
}

impl Workspace {
    /// Closes the workspace, and takes the file away where it was made by this opening and nothing ever stood in it.
    ///
    /// # Errors
    /// What kept the file from being closed or removed.
    pub fn unmake(self) -> Result<()> {
        let fresh = self.made_now && self.tally == Tally::default();
        let path = self.db.path.clone();
        close(self.db)?;
        if fresh {
            std::fs::remove_file(&path).map_err(|e| Error::io(&path, &e))?;
            crate::backup::sync_folder(&path);
        }
        Ok(())
    }
}

/// The project as changes from nothing.
fn as_changes(project: &DumpedProject) -> Vec<Change> {
    let mut changes = vec![Change::Project { before: None, after: Some(project.head.clone()) }];
    for row in &project.rows {
        let id = row.id.clone();
        changes.push(Change::Row { row: id, before: None, after: Some(row.row.clone()) });
    }
    // Oldest first, so that the search index has the newest last.
    let mut answers: Vec<(&RowId, &String, &Answer)> = project
        .rows
        .iter()
        .flat_map(|row| row.values.iter().map(move |(field, answer)| (&row.id, field, answer)))
        .collect();
    answers.sort_by_key(|(_, _, answer)| answer.updated);
    changes.extend(answers.into_iter().map(|(row, field, answer)| Change::Value {
        row: row.clone(),
        field: field.clone(),
        before: None,
        after: Some(answer.clone()),
        steps: Vec::new(),
    }));
    changes.extend(project.citations.iter().map(|citation| Change::Citation {
        citation: citation.id.clone(),
        before: None,
        after: Some(Box::new(citation.clone())),
    }));
    changes
}

fn bad<T>(what: impl Into<String>) -> Result<T> {
    Err(Error::BadDump(what.into()))
}

fn named(what: &str, name: &str, longest: usize) -> Result<()> {
    if name.is_empty() || name.chars().count() > longest {
        return bad(format!("\"{name}\" is no name of a {what}"));
    }
    Ok(())
}

fn check(dump: &Dump) -> Result<()> {
    if dump.format != DUMP_FORMAT {
        return bad(format!("its format is \"{}\", not \"{DUMP_FORMAT}\"", dump.format));
    }
    if dump.version != DUMP_VERSION {
        return bad(format!(
            "it has version {}, this program reads version {DUMP_VERSION}",
            dump.version
        ));
    }
    let mut projects = BTreeSet::new();
    for project in &dump.projects {
        if !projects.insert(&project.head.id) {
            return bad(format!("project \"{}\" stands in it twice", project.head.id));
        }
        check_project(project)?;
    }
    check_log(dump)
}

fn check_project(project: &DumpedProject) -> Result<()> {
    let id = &project.head.id;
    if project.changed.is_none() {
        return bad(format!("project \"{id}\" does not say when it changed"));
    }
    let (mut rows, mut keys, mut citations) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for row in &project.rows {
        if !rows.insert(&row.id) {
            return bad(format!("row \"{}\" of project \"{id}\" stands in it twice", row.id));
        }
        named("register", &row.row.register, 80)?;
        if !row.row.position.is_finite() || row.row.position.abs() > 1e15 {
            return bad(format!("row \"{}\" of project \"{id}\" has no position", row.id));
        }
        if let Some(key) = &row.row.key {
            named("row", key, 200)?;
            if row.row.trashed.is_none() && !keys.insert((&row.row.register, key)) {
                let register = &row.row.register;
                return bad(format!("register \"{register}\" of \"{id}\" has \"{key}\" twice"));
            }
        }
        for field in row.values.keys() {
            named("field", field, 80)?;
        }
    }
    for citation in &project.citations {
        if !citations.insert(&citation.id) {
            return bad(format!("citation \"{}\" of \"{id}\" stands in it twice", citation.id));
        }
    }
    Ok(())
}

/// A project as the log makes it.
#[derive(Default)]
struct Replayed {
    head: Option<ProjectHead>,
    rows: BTreeMap<RowId, RowRecord>,
    values: BTreeMap<(RowId, String), Answer>,
    citations: BTreeMap<CitationId, Citation>,
}

impl Replayed {
    /// Makes one change, if what was there is what the change says was there.
    fn take(&mut self, change: &Change) -> bool {
        fn swap<K: Ord, V: PartialEq>(
            held: &mut BTreeMap<K, V>,
            key: K,
            before: Option<&V>,
            after: Option<V>,
        ) -> bool {
            let fits = held.get(&key) == before;
            match after {
                Some(after) => held.insert(key, after),
                None => held.remove(&key),
            };
            fits
        }
        match change {
            Change::Project { before, after } => {
                let fits = self.head == *before && after.is_some();
                self.head.clone_from(after);
                fits
            }
            Change::Row { row, before, after } => {
                swap(&mut self.rows, row.clone(), before.as_ref(), after.clone())
            }
            Change::Value { row, field, before, after, .. } => {
                let key = (row.clone(), field.clone());
                swap(&mut self.values, key, before.as_ref(), after.clone())
            }
            Change::Citation { citation, before, after } => {
                let after = after.as_deref().cloned();
                swap(&mut self.citations, citation.clone(), before.as_deref(), after)
            }
        }
    }
}

/// The log must lead to what stands there, and what was undone must fit on top of it.
fn check_log(dump: &Dump) -> Result<()> {
    let mut replayed: BTreeMap<&ProjectId, Replayed> =
        dump.projects.iter().map(|p| (&p.head.id, Replayed::default())).collect();
    let (mut seq, mut ids, mut undone) = (0, BTreeSet::new(), BTreeSet::new());
    for operation in &dump.operations {
        let at = operation.seq;
        if at <= seq {
            return bad(format!("operation {at} comes after operation {seq}"));
        }
        seq = at;
        named("operation", &operation.label, 80)?;
        if RowId::new(&operation.id).is_err() || !ids.insert(&operation.id) {
            return bad(format!("operation {at} has no identity of its own"));
        }
        match (operation.state, operation.scope) {
            (OperationState::Done, Scope::Project) if undone.contains(&operation.project) => {
                return bad(format!("operation {at} is done after one that is undone"));
            }
            (OperationState::Undone, Scope::Project) => {
                undone.insert(&operation.project);
            }
            (OperationState::Undone | OperationState::Abandoned, Scope::Workspace) => {
                return bad(format!("operation {at} cannot be undone"));
            }
            _ => {}
        }
        let Some(project) = replayed.get_mut(&operation.project) else {
            return bad(format!("operation {at} is about no project of the dump"));
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

fn take(project: &mut Replayed, operation: &Operation) -> Result<()> {
    for change in &operation.changes {
        if !project.take(change) {
            let address = change.address();
            return bad(format!("operation {} does not fit at {address:?}", operation.seq));
        }
    }
    Ok(())
}

fn compare(project: &DumpedProject, made: &Replayed) -> Result<()> {
    let id = &project.head.id;
    let differs =
        |what: String| bad(format!("the log of project \"{id}\" does not lead to {what}"));
    if made.head.as_ref() != Some(&project.head) {
        return differs("its title, forms and providers".to_owned());
    }
    let answers: usize = project.rows.iter().map(|row| row.values.len()).sum();
    for row in &project.rows {
        if made.rows.get(&row.id) != Some(&row.row) {
            return differs(format!("row \"{}\"", row.id));
        }
        for (field, answer) in &row.values {
            if made.values.get(&(row.id.clone(), field.clone())) != Some(answer) {
                return differs(format!("the answer at \"{field}\" of row \"{}\"", row.id));
            }
        }
    }
    for citation in &project.citations {
        if made.citations.get(&citation.id) != Some(citation) {
            return differs(format!("citation \"{}\"", citation.id));
        }
    }
    if (made.rows.len(), made.values.len(), made.citations.len())
        != (project.rows.len(), answers, project.citations.len())
    {
        return differs("what stands in it: rows, answers or citations are missing".to_owned());
    }
    Ok(())
}

//! Makes a dump of one project in its present state, for a report that carries its project.

use std::collections::{BTreeMap, BTreeSet};

use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::{Project, Row};
use vurder_model::value::Value;

use crate::change::Change;
use crate::db::Db;
use crate::dump::{DUMP_FORMAT, Dump, DumpedProject, PLAIN, WITH_VERSIONS, state};
use crate::error::Result;
use crate::kind::number::{FrozenNumber, NumberChange};
use crate::kind::operation::{Operation, OperationState, Scope};
use crate::kind::project;
use crate::load::as_changes;
use crate::op::Op;
use crate::workspace::Workspace;

impl Workspace {
    /// A dump of one project in its present state, which another workspace can load.
    ///
    /// It has the rows with their answers, the citations that are used, and frozen numbers. It does not have what the
    /// reader of a report does not see: the history (the log says that the project was made in this state), the trash,
    /// versions, and attachments with their bytes. If an answer still refers to a row in the trash, that row is in the
    /// dump without its answers.
    ///
    /// If `shown` is given, a part of the project, the dump only has its rows, answers and citations. Its rows keep the
    /// numbers that they have there. Rows of the registers in `without` are left out.
    pub fn project_dump(
        &self,
        id: &ProjectId,
        shown: Option<&Project>,
        without: &[&str],
    ) -> Result<Dump> {
        dump(&self.db, id, shown, without)
    }
}

fn dump(db: &Db, id: &ProjectId, shown: Option<&Project>, without: &[&str]) -> Result<Dump> {
    let record = project::existing(db, id)?;
    let changed = record.changed;
    let mut project = state(db, record)?;
    project.changed = Some(changed);
    project.rows.retain(|row| !without.contains(&row.row.register.as_str()));
    reduce(&mut project);
    if let Some(shown) = shown {
        keep(&mut project, shown);
    }
    let numbered = !project.records.is_empty();
    let operation = Operation {
        seq: 1,
        id: id.to_string(),
        project: id.clone(),
        scope: Scope::Workspace,
        at: changed,
        until: changed,
        label: Op::CreateProject.as_str().to_owned(),
        state: OperationState::Done,
        changes: as_changes(&project),
    };
    Ok(Dump {
        format: DUMP_FORMAT.to_owned(),
        version: if numbered { WITH_VERSIONS } else { PLAIN },
        projects: vec![project],
        operations: vec![operation],
        blobs: Vec::new(),
        revisions: Vec::new(),
        statements: Vec::new(),
        words: Vec::new(),
    })
}

/// Removes what `shown` does not have.
fn keep(project: &mut DumpedProject, shown: &Project) {
    let of: BTreeMap<&RowId, &Row> = shown.rows.iter().map(|row| (&row.id, row)).collect();
    project.rows.retain(|row| of.contains_key(&row.id));
    for row in &mut project.rows {
        let Some(kept) = of.get(&row.id) else { continue };
        row.values.retain(|field, _| kept.values.contains_key(field));
        for (field, answer) in &mut row.values {
            // A row that is not shown is not referred to, either.
            if let (Value::Refs(named), Some(Value::Refs(kept))) =
                (&mut answer.value, kept.values.get(field))
            {
                named.clone_from(kept);
            }
        }
    }
    project.citations = shown.citations.clone();
    project.records.clear();
    for row in shown.rows.iter().filter(|row| row.trashed.is_none()) {
        let Some(number) = row.number else { continue };
        let after = Some(FrozenNumber { register: row.register.clone(), number });
        let change = NumberChange { row: row.id.clone(), before: None, after };
        project.records.push(Change::Number(change));
    }
}

/// Removes the trash, except the rows to which answers refer, and citations that are not used.
fn reduce(project: &mut DumpedProject) {
    let there = |row: &crate::DumpedRow| row.row.trashed.is_none();
    let standing = project.rows.iter().filter(|row| there(row));
    let values = standing.flat_map(|row| row.values.values()).map(|answer| &answer.value);
    let (mut named, mut cited) = (BTreeSet::<RowId>::new(), BTreeSet::<CitationId>::new());
    for value in values {
        cited.extend(value.citations());
        if let Value::Refs(rows) = value {
            named.extend(rows.iter().cloned());
        }
    }
    project.rows.retain(|row| there(row) || named.contains(&row.id));
    for row in &mut project.rows {
        if !there(row) {
            row.values = BTreeMap::new();
        }
    }
    project.citations.retain(|citation| cited.contains(&citation.id));
    let rows: BTreeSet<&RowId> = project.rows.iter().map(|row| &row.id).collect();
    project.records.retain(|record| match record {
        Change::Number(number) => rows.contains(&number.row),
        _ => false,
    });
}

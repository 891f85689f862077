//! Makes a dump of one project in its present state, for a report that carries its project.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::{Project, Row};
use vurder_model::value::Value;

use crate::change::Change;
use crate::db::Db;
use crate::dump::{
    DUMP_FORMAT, Dump, DumpedBlob, DumpedProject, DumpedRevision, DumpedRow, PLAIN, WITH_BLOBS,
    WITH_REVISIONS, WITH_VERSIONS, state,
};
use crate::error::Result;
use crate::kind::attachment::{self, Attachment, AttachmentChange};
use crate::kind::blob::Blob;
use crate::kind::number::{FrozenNumber, NumberChange};
use crate::kind::operation::{Operation, OperationState, Scope};
use crate::kind::own_statement::OwnStatement;
use crate::kind::project;
use crate::kind::revision::RevisionEntry;
use crate::load::as_changes;
use crate::op::Op;
use crate::revisions;
use crate::workspace::Workspace;

/// What of a project its dump holds.
#[derive(Default, Clone, Copy)]
pub struct DumpOf<'a> {
    /// A part of the project as it stands: only the rows, answers and citations that are in it are in the dump, and its
    /// rows keep the numbers that they bear there. The whole project when there is none.
    pub shown: Option<&'a Project>,
    /// Registers whose rows are not in it.
    pub without: &'a [&'a str],
    /// A register whose rows bring the files along that are attached to them.
    pub files: Option<FilesOf<'a>>,
    /// Whether the imported revisions that the project follows are in it, with the statements that people made from
    /// pages of these providers.
    pub pages: bool,
}

/// The files of rows that a dump holds.
#[derive(Clone, Copy)]
pub struct FilesOf<'a> {
    /// The register of the rows.
    pub register: &'a str,
    /// The bytes that go along in place of those of a file; nothing where the file stays behind.
    pub bytes: &'a dyn Fn(Vec<u8>) -> Option<Vec<u8>>,
}

impl Workspace {
    /// A dump of one project in its present state, which another workspace can load.
    ///
    /// It holds the rows with their answers, the citations that are used, and frozen numbers. It does not hold what
    /// the reader of a report is not shown: the history (the log says that the project was made as it stands), the
    /// trash, versions, and attachments that `of` does not ask for. A row in the trash to which an answer still points
    /// is there without its answers.
    pub fn project_dump(&self, id: &ProjectId, of: DumpOf<'_>) -> Result<Dump> {
        dump(&self.db, id, of)
    }
}

fn dump(db: &Db, id: &ProjectId, of: DumpOf<'_>) -> Result<Dump> {
    let record = project::existing(db, id)?;
    let changed = record.changed;
    let mut project = state(db, record)?;
    project.changed = Some(changed);
    project.rows.retain(|row| !of.without.contains(&row.row.register.as_str()));
    reduce(&mut project);
    if let Some(shown) = of.shown {
        keep(&mut project, shown);
    }
    let numbered = !project.records.is_empty();
    let blobs = match of.files {
        Some(files) => add_files(db, &mut project, files)?,
        None => Vec::new(),
    };
    let (revisions, statements) = if of.pages { pages(db, &project)? } else { Default::default() };
    let version = if numbered {
        WITH_VERSIONS
    } else if !revisions.is_empty() || !statements.is_empty() {
        WITH_REVISIONS
    } else if !blobs.is_empty() {
        WITH_BLOBS
    } else {
        PLAIN
    };
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
        version,
        projects: vec![project],
        operations: vec![operation],
        blobs,
        revisions,
        statements,
        words: Vec::new(),
    })
}

/// Adds the files of rows that are in the dump, and gives their bytes.
fn add_files(db: &Db, project: &mut DumpedProject, of: FilesOf<'_>) -> Result<Vec<DumpedBlob>> {
    let standing = |row: &&DumpedRow| row.row.register == of.register && row.row.trashed.is_none();
    let rows: BTreeSet<&RowId> = project.rows.iter().filter(standing).map(|row| &row.id).collect();
    let mut blobs: BTreeMap<String, String> = BTreeMap::new();
    let mut records = Vec::new();
    for file in attachment::all(db, &project.head.id)? {
        if file.trashed.is_some() || !file.row.as_ref().is_some_and(|row| rows.contains(row)) {
            continue;
        }
        let Some(bytes) = attachment::bytes(db, &file.blob)?.and_then(of.bytes) else { continue };
        let size = bytes.len() as u64;
        let blob = Blob::of(bytes);
        blobs.insert(blob.hash.clone(), STANDARD.encode(blob.bytes));
        let file = Attachment { size, blob: blob.hash, ..file };
        let (attachment, after) = (file.id.clone(), Some(file));
        records.push(Change::Attachment(AttachmentChange { attachment, before: None, after }));
    }
    project.records.append(&mut records);
    Ok(blobs.into_iter().map(|(hash, bytes)| DumpedBlob { hash, bytes }).collect())
}

/// The imported revisions that the project follows, and the statements that people made from pages of its providers.
fn pages(db: &Db, project: &DumpedProject) -> Result<(Vec<DumpedRevision>, Vec<OwnStatement>)> {
    let head = &project.head;
    let mut revisions = Vec::new();
    for entry in revisions::all(db)? {
        if head.follows.get(&entry.provider) == Some(&entry.revision) {
            let pages = revisions::whole_pages(db, &entry)?;
            let RevisionEntry { provider, revision, imported, head, .. } = entry;
            revisions.push(DumpedRevision { provider, revision, imported, head, pages });
        }
    }
    let mut statements = revisions::own_statements(db)?;
    statements.retain(|statement| head.providers.contains(&statement.provider));
    Ok((revisions, statements))
}

/// Leaves what is shown of the project.
fn keep(project: &mut DumpedProject, shown: &Project) {
    project.head.clone_from(&shown.head);
    let of: BTreeMap<&RowId, &Row> = shown.rows.iter().map(|row| (&row.id, row)).collect();
    project.rows.retain(|row| of.contains_key(&row.id));
    for row in &mut project.rows {
        let Some(shown_row) = of.get(&row.id) else { continue };
        row.values.retain(|field, _| shown_row.values.contains_key(field));
        for (field, answer) in &mut row.values {
            // A row that is not shown is not referred to, either.
            if let (Value::Refs(named), Some(Value::Refs(shown_refs))) =
                (&mut answer.value, shown_row.values.get(field))
            {
                named.clone_from(shown_refs);
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

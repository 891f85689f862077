//! The whole workspace as JSON, for other programs, for support, and so that the data can be read without this program.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::{Citation, ProjectHead};
use vurder_model::provider::Page;

use crate::change::Change;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::kind::blob::Blob;
use crate::kind::citation;
use crate::kind::operation::Operation;
use crate::kind::own_statement::OwnStatement;
use crate::kind::own_word::OwnWord;
use crate::kind::project::{self, ProjectRecord};
use crate::kind::revision::{RevisionEntry, RevisionHead};
use crate::kind::row::RowRecord;
use crate::kind::value::Answer;
use crate::log;
use crate::own_words::own_words;
use crate::read::answered_rows;
use crate::refusal::DumpFault;
use crate::revisions;
use crate::workspace::Workspace;

/// The name of the format in a dump.
pub(crate) const DUMP_FORMAT: &str = "vurder-workspace";
/// The version of a dump without attachments. Programs for format 1 read it, too.
pub(crate) const PLAIN: u32 = 1;
/// The version of a dump with attachments. Programs for format 2 read it, too.
pub(crate) const WITH_BLOBS: u32 = 2;
/// The version of a dump with imported pages, or with statements that were made from them.
pub(crate) const WITH_REVISIONS: u32 = 3;
/// The version of a dump with versions of projects.
pub(crate) const WITH_VERSIONS: u32 = 4;
/// The version of a dump with words of the person's own dictionary.
pub(crate) const WITH_OWN_WORDS: u32 = 5;

/// The whole content of a workspace.
///
/// The operations are the whole log, in order. Applied one after the other (those that are done), they make the
/// projects as they are. A dump for which this is not true is refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dump {
    /// Always `vurder-workspace`.
    pub format: String,
    /// Version of this shape: 1; 2 if a file was ever attached; 3 if pages are imported; 4 if a version of a project is
    /// frozen; 5 if the person's own dictionary has words.
    pub version: u32,
    /// The projects in the order in which they were made, including those in the trash.
    pub projects: Vec<DumpedProject>,
    /// The log.
    pub operations: Vec<Operation>,
    /// The bytes that attachments and versions name, including those that only the log names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blobs: Vec<DumpedBlob>,
    /// The imported revisions. Those of the same provider stand together, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<DumpedRevision>,
    /// The statements that people made from passages, in the order in which they were made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<OwnStatement>,
    /// The words of the person's own dictionary, in the order in which they were added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<OwnWord>,
}

/// An imported revision with its pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DumpedRevision {
    /// Id of the provider.
    pub provider: String,
    /// The name that identifies it among the provider's revisions.
    pub revision: String,
    /// When it was imported.
    pub imported: DateTime<Utc>,
    /// The other facts about it.
    pub head: RevisionHead,
    /// Its pages in their order.
    pub pages: Vec<Page>,
}

/// Bytes: those of an attached file, or the content of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DumpedBlob {
    /// SHA-256 of the bytes, in small hexadecimal letters.
    pub hash: String,
    /// The bytes in base64.
    pub bytes: String,
}

/// A project with its whole content except its log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DumpedProject {
    /// Title, forms, providers.
    pub head: ProjectHead,
    /// When anything in it was last changed, also by undo. Missing in [`Workspace::state_dump`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<DateTime<Utc>>,
    /// The rows by register and position, including those in the trash.
    pub rows: Vec<DumpedRow>,
    /// The pinned citations.
    pub citations: Vec<Citation>,
    /// Its other records, such as attachments. Each is written as the change that makes it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<Change>,
}

/// A row with its answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DumpedRow {
    /// Identity within the project.
    pub id: RowId,
    /// Register, key, position, trash.
    pub row: RowRecord,
    /// Answers by field.
    #[serde(default)]
    pub values: BTreeMap<String, Answer>,
}

/// The JSON schema of a [`Dump`].
pub fn dump_schema() -> serde_json::Value {
    schemars::schema_for!(Dump).to_value()
}

impl Dump {
    /// The dump as JSON text, indented by two spaces.
    pub fn to_json(&self) -> Result<String> {
        serde_json::to_string_pretty(self)
            .map(|mut text| {
                text.push('\n');
                text
            })
            .map_err(|e| Error::Misuse(e.to_string()))
    }

    /// Reads a dump from JSON text.
    ///
    /// # Errors
    /// [`DumpFault::Json`] with the line where the text is not a dump.
    pub fn from_json(text: &str) -> Result<Dump> {
        serde_json::from_str(text)
            .map_err(|e| DumpFault::Json { line: e.line(), detail: e.to_string() }.into())
    }
}

impl Workspace {
    /// The whole content of the workspace.
    pub fn dump(&self) -> Result<Dump> {
        let mut dumped = Vec::new();
        for project in project::all(&self.db)? {
            let changed = project.changed;
            let mut project = state(&self.db, project)?;
            project.changed = Some(changed);
            dumped.push(project);
        }
        let operations = log::operations(&self.db, "ORDER BY seq", [])?;
        let blobs = self.db.records::<Blob>("ORDER BY hash", [])?;
        let blobs = blobs
            .into_iter()
            .map(|(blob, _)| DumpedBlob { hash: blob.hash, bytes: STANDARD.encode(blob.bytes) });
        let blobs: Vec<DumpedBlob> = blobs.collect();
        let revisions = revisions::all(&self.db)?.into_iter().map(|entry| {
            let pages = revisions::whole_pages(&self.db, &entry)?;
            let RevisionEntry { provider, revision, imported, head, .. } = entry;
            Ok(DumpedRevision { provider, revision, imported, head, pages })
        });
        let revisions: Vec<DumpedRevision> = revisions.collect::<Result<_>>()?;
        let statements = revisions::own_statements(&self.db)?;
        let words = own_words(&self.db)?;
        let frozen = |record: &Change| matches!(record, Change::Version(_));
        let version = if !words.is_empty() {
            WITH_OWN_WORDS
        } else if dumped.iter().flat_map(|p: &DumpedProject| &p.records).any(frozen) {
            WITH_VERSIONS
        } else if !revisions.is_empty() || !statements.is_empty() {
            WITH_REVISIONS
        } else if !blobs.is_empty() {
            WITH_BLOBS
        } else {
            PLAIN
        };
        Ok(Dump {
            format: DUMP_FORMAT.to_owned(),
            version,
            projects: dumped,
            operations: operations.into_iter().map(|(operation, _)| operation).collect(),
            blobs,
            revisions,
            statements,
            words,
        })
    }

    /// The content of a project without its log. Undo and redo bring back exactly this content.
    pub fn state_dump(&self, id: &ProjectId) -> Result<DumpedProject> {
        state(&self.db, project::existing(&self.db, id)?)
    }
}

pub(crate) fn state(db: &Db, project: ProjectRecord) -> Result<DumpedProject> {
    let id = project.head.id.clone();
    let rows = answered_rows(db, &id)?.into_iter().map(|(row, values)| DumpedRow {
        id: row.id,
        row: RowRecord {
            register: row.register,
            key: row.key,
            position: row.position,
            trashed: row.trashed,
        },
        values,
    });
    let rows = rows.collect();
    Ok(DumpedProject {
        head: project.head,
        changed: None,
        rows,
        citations: citation::all(db, &id)?,
        records: Change::listed(db, &id)?,
    })
}

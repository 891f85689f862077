//! Attachments: files that belong to a project, or to one of its rows. Their bytes are a [`Blob`].

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{AttachmentId, ProjectId, RowId};

use crate::changed::Changed;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::integrity::Table;
use crate::kind::blob::Blob;
use crate::logged::{RecordChange, before_and_after};
use crate::record::{Columns, Record, maybe_text, stamp, text};
use crate::refusal::Refusal;
use crate::writer::Writer;

/// The greatest number of bytes of one attachment. Opening a workspace reads and checks all of them.
pub const LARGEST_ATTACHMENT: usize = 20 << 20;

/// The greatest number of characters in the name of an attachment.
const LONGEST_NAME: usize = 255;

/// A file that belongs to a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Identity within the project.
    pub id: AttachmentId,
    /// The name of the file, without a folder.
    pub name: String,
    /// Its media type, for example `application/pdf`.
    pub media_type: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// SHA-256 of its bytes, in small hexadecimal letters.
    pub blob: String,
    /// The row to which it belongs; none if it belongs to the project as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub row: Option<RowId>,
    /// When it was added.
    #[ts(as = "String")]
    pub added: DateTime<Utc>,
    /// When it was moved to the trash; none if it is not in the trash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, as = "Option<String>")]
    pub trashed: Option<DateTime<Utc>>,
}

impl Attachment {
    /// Checks that name, media type and hash are valid.
    ///
    /// # Errors
    /// Which of them is not valid.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let name = &self.name;
        if name.trim().is_empty() || name.chars().count() > LONGEST_NAME {
            return Err(Refusal::AttachmentNameLength { longest: LONGEST_NAME });
        }
        if name.contains(['/', '\\']) || name.chars().any(char::is_control) {
            return Err(Refusal::AttachmentName(name.clone()));
        }
        let kind = &self.media_type;
        if kind.len() > 127 || !kind.contains('/') || !kind.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(Refusal::MediaType(kind.clone()));
        }
        check_hash(&self.blob)
    }
}

/// Checks that the text is a SHA-256 in small hexadecimal letters.
///
/// # Errors
/// If it is not.
pub(crate) fn check_hash(hash: &str) -> Result<(), Refusal> {
    let bytes = hash.as_bytes();
    if bytes.len() != 64 || !bytes.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(Refusal::Hash(hash.to_owned()));
    }
    Ok(())
}

/// An attachment in the form in which its table has it.
pub(crate) struct StoredAttachment {
    pub(crate) project: ProjectId,
    pub(crate) attachment: Attachment,
}

impl Record for StoredAttachment {
    const TABLE: Table = Table {
        name: "attachment",
        keys: &["project", "id"],
        rest: &["name", "media_type", "size", "blob", "row", "added", "trashed"],
        order: "project, id",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        let file = &self.attachment;
        let size = i64::try_from(file.size).map_err(|e| Error::Misuse(e.to_string()))?;
        Ok(vec![
            text(self.project.as_str()),
            text(file.id.as_str()),
            text(&file.name),
            text(&file.media_type),
            Value::Integer(size),
            text(&file.blob),
            maybe_text(file.row.as_ref().map(ToString::to_string)),
            Value::Text(stamp(file.added)),
            maybe_text(file.trashed.map(stamp)),
        ])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        let project = columns.named(ProjectId::new)?;
        let attachment = Attachment {
            id: columns.named(AttachmentId::new)?,
            name: columns.text()?,
            media_type: columns.text()?,
            size: columns.int()?.unsigned_abs(),
            blob: columns.text()?,
            row: match columns.maybe_text()? {
                Some(row) => Some(RowId::new(row).map_err(|e| columns.damaged(e))?),
                None => None,
            },
            added: columns.moment()?,
            trashed: columns.maybe_moment()?,
        };
        Ok(Self { project, attachment })
    }
}

/// An attachment before and after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachmentChange {
    /// The attachment.
    pub attachment: AttachmentId,
    /// Its earlier state; missing if it was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Attachment>,
    /// Its new state; missing if it was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Attachment>,
}

impl RecordChange for AttachmentChange {
    type State = Attachment;
    const TABLE: &'static Table = &StoredAttachment::TABLE;
    const LISTED: bool = true;
    before_and_after!();

    fn key(&self) -> Vec<String> {
        vec![self.attachment.to_string()]
    }

    fn reversed(self) -> Self {
        Self { attachment: self.attachment, before: self.after, after: self.before }
    }

    fn stored(&self, db: &Db, project: &ProjectId) -> Result<Option<Attachment>> {
        find(db, project, &self.attachment)
    }

    fn put(&self, writer: &mut Writer<'_>, project: &ProjectId) -> Result<()> {
        let key = [project.as_str(), self.attachment.as_str()];
        let old = writer.db.record::<StoredAttachment>(&key)?.map(|(_, sum)| sum);
        let new = self
            .after
            .clone()
            .map(|attachment| StoredAttachment { project: project.clone(), attachment });
        writer.replace(&key, new.as_ref(), old)
    }

    fn listed(db: &Db, project: &ProjectId) -> Result<Vec<Self>> {
        let all = all(db, project)?.into_iter();
        Ok(all
            .map(|file| Self { attachment: file.id.clone(), before: None, after: Some(file) })
            .collect())
    }

    fn check(&self) -> Result<(), Refusal> {
        for file in self.before.iter().chain(&self.after) {
            file.check()?;
            if file.id != self.attachment {
                return Err(Refusal::OtherAttachment {
                    attachment: self.attachment.clone(),
                    holds: file.id.clone(),
                });
            }
        }
        Ok(())
    }

    fn blobs(&self) -> Vec<&str> {
        self.before.iter().chain(&self.after).map(|file| file.blob.as_str()).collect()
    }

    fn tell(&self, changed: &mut Changed) {
        changed.attachments.push(self.attachment.clone());
    }
}

/// One attachment, whether or not it is in the trash.
pub(crate) fn find(db: &Db, project: &ProjectId, id: &AttachmentId) -> Result<Option<Attachment>> {
    let found = db.record::<StoredAttachment>(&[project.as_str(), id.as_str()])?;
    Ok(found.map(|(found, _)| found.attachment))
}

/// The attachments of a project in the order in which they were added, including those in the trash.
pub(crate) fn all(db: &Db, project: &ProjectId) -> Result<Vec<Attachment>> {
    let found = db.records::<StoredAttachment>("WHERE project = ?1", [project.as_str()])?;
    let mut found: Vec<Attachment> = found.into_iter().map(|(found, _)| found.attachment).collect();
    found.sort_by(|a, b| (a.added, &a.id).cmp(&(b.added, &b.id)));
    Ok(found)
}

/// The bytes with this hash.
pub(crate) fn bytes(db: &Db, hash: &str) -> Result<Option<Vec<u8>>> {
    Ok(db.record::<Blob>(&[hash])?.map(|(found, _)| found.bytes))
}

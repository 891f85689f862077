//! The attachments of a project: adding, reading, moving to the trash.

use vurder_model::id::{AttachmentId, ProjectId, RowId};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::kind::attachment::{self, Attachment, AttachmentChange, LARGEST_ATTACHMENT};
use crate::kind::blob::Blob;
use crate::kind::project;
use crate::refusal::Subject;
use crate::transact::Tx;
use crate::workspace::Workspace;

/// A file that is to be attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttachment {
    /// Its identity; see [`Tx::new_id`].
    pub id: AttachmentId,
    /// The name of the file, without a folder.
    pub name: String,
    /// Its media type, for example `application/pdf`.
    pub media_type: String,
    /// The row to which it belongs; `None` if it belongs to the project as a whole.
    pub row: Option<RowId>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Tx<'_, '_> {
    /// Attaches a file. An identity is never used again. A workspace keeps the same bytes only once.
    ///
    /// # Errors
    /// [`Error::TooLarge`] above [`LARGEST_ATTACHMENT`], [`Error::Refused`] for a malformed name or media type,
    /// [`Error::NoRow`] or [`Error::InTrash`] for its row, [`Error::Taken`] for an identity in use.
    pub fn attach(&mut self, new: NewAttachment) -> Result<Attachment> {
        let project = self.inside()?;
        let size = new.bytes.len();
        if size > LARGEST_ATTACHMENT {
            return Err(Error::TooLarge { name: new.name, size, most: LARGEST_ATTACHMENT });
        }
        if attachment::find(self.writer.db, &project, &new.id)?.is_some() {
            return Err(Error::Taken(Subject::Attachment(new.id)));
        }
        if let Some(row) = &new.row {
            self.open_row(row)?;
        }
        let attached = Attachment {
            id: new.id,
            name: new.name,
            media_type: new.media_type,
            size: size as u64,
            blob: self.keep_blob(new.bytes)?,
            row: new.row,
            added: self.now(),
            trashed: None,
        };
        attached.check()?;
        self.record(Change::Attachment(AttachmentChange {
            attachment: attached.id.clone(),
            before: None,
            after: Some(attached.clone()),
        }))?;
        Ok(attached)
    }

    /// Keeps bytes, once in the workspace, and returns their hash. If no change of the transaction names them in the
    /// end, they are removed again.
    pub(crate) fn keep_blob(&mut self, bytes: Vec<u8>) -> Result<String> {
        let blob = Blob::of(bytes);
        if self.writer.db.record::<Blob>(&[&blob.hash])?.is_none() {
            self.writer.store(&blob, None)?;
            self.new_blobs.push(blob.hash.clone());
        }
        Ok(blob.hash)
    }

    /// Moves an attachment to the trash. Its bytes stay.
    pub fn trash_attachment(&mut self, id: &AttachmentId) -> Result<()> {
        let trashed = Some(self.now());
        self.move_attachment(id, |before| before.trashed.is_none().then_some(trashed))
    }

    /// Takes an attachment out of the trash.
    pub fn restore_attachment(&mut self, id: &AttachmentId) -> Result<()> {
        self.move_attachment(id, |before| before.trashed.is_some().then_some(None))
    }

    fn move_attachment(
        &mut self,
        id: &AttachmentId,
        to: impl FnOnce(&Attachment) -> Option<Option<chrono::DateTime<chrono::Utc>>>,
    ) -> Result<()> {
        let project = self.inside()?;
        let before = attachment::find(self.writer.db, &project, id)?;
        let before = before.ok_or_else(|| Error::NoAttachment {
            project: project.clone(),
            attachment: id.clone(),
        })?;
        let Some(trashed) = to(&before) else { return Ok(()) };
        let after = Attachment { trashed, ..before.clone() };
        self.record(Change::Attachment(AttachmentChange {
            attachment: id.clone(),
            before: Some(before),
            after: Some(after),
        }))
    }
}

impl Workspace {
    /// The attachments of a project in the order in which they were added, including those in the trash.
    pub fn attachments(&self, project: &ProjectId) -> Result<Vec<Attachment>> {
        project::existing(&self.db, project)?;
        attachment::all(&self.db, project)
    }

    /// The attachments of one project or of all, oldest first, without those in the trash and those of projects in the
    /// trash. The search looks through their names. They have no index, because there are few of them.
    pub fn attachments_in_use(
        &self,
        project: Option<&ProjectId>,
    ) -> Result<Vec<(ProjectId, Attachment)>> {
        let clause = "WHERE trashed IS NULL AND (?1 IS NULL OR project = ?1)
                        AND project IN (SELECT id FROM project WHERE trashed IS NULL)
                      ORDER BY added, id";
        let found = self
            .db
            .records::<attachment::StoredAttachment>(clause, [project.map(ProjectId::as_str)])?;
        Ok(found.into_iter().map(|(found, _)| (found.project, found.attachment)).collect())
    }

    /// The bytes of an attachment, whether or not it is in the trash.
    pub fn attachment_bytes(&self, project: &ProjectId, id: &AttachmentId) -> Result<Vec<u8>> {
        let missing = || Error::NoAttachment { project: project.clone(), attachment: id.clone() };
        let found = attachment::find(&self.db, project, id)?.ok_or_else(missing)?;
        attachment::bytes(&self.db, &found.blob)?
            .ok_or_else(|| self.db.damaged(format!("the bytes of attachment {id} are missing")))
    }
}

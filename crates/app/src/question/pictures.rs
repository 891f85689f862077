//! The question for the file of a picture.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::app::App;
use crate::error::Outcome;
use crate::picture_arguments::PictureFile;
use crate::version_arguments::OfAttachment;

/// The bytes of a picture.
pub(crate) fn picture(app: &mut App, of: OfAttachment) -> Outcome<PictureFile> {
    let all = app.workspace.attachments(&of.project)?;
    let bytes = app.workspace.attachment_bytes(&of.project, &of.attachment)?;
    let found = all.into_iter().find(|file| file.id == of.attachment);
    Ok(PictureFile {
        media_type: found.map(|file| file.media_type).unwrap_or_default(),
        base64: STANDARD.encode(bytes),
    })
}

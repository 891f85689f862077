//! Files attached to a project or to one of its rows. Nothing in them is run or interpreted.

use std::path::Path;

use vurder_content::msg;
use vurder_model::id::AttachmentId;
use vurder_workspace::{NewAttachment, Op};

use crate::app::App;
use crate::changed::Changed;
use crate::chosen_file::bytes_of;
use crate::error::{Fault, Outcome};
use crate::version_arguments::{Attach, OfAttachment};

/// Media types by the ending of a file's name. The program knows nothing about files with other endings.
const MEDIA_TYPES: [(&str, &str); 21] = [
    ("csv", "text/csv"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("eml", "message/rfc822"),
    ("gif", "image/gif"),
    ("htm", "text/html"),
    ("html", "text/html"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("json", "application/json"),
    ("md", "text/markdown"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("rtf", "application/rtf"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml"),
    ("zip", "application/zip"),
];

/// Attaches a file: its bytes are copied into the workspace.
pub(crate) fn attach(app: &mut App, of: Attach) -> Outcome<Changed> {
    let (name, bytes) = match (of.path, of.text) {
        (Some(path), None) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (of.name.unwrap_or(name), bytes_of(&path)?)
        }
        (None, Some(text)) => match of.name {
            Some(name) => (name, text.into_bytes()),
            None => return Err(Fault::bad_arguments(msg::error_attach_path_or_text())),
        },
        _ => return Err(Fault::bad_arguments(msg::error_attach_path_or_text())),
    };
    if bytes.is_empty() {
        return Err(Fault::wrong_value(msg::error_attachment_empty(&name))
            .with_help(msg::error_attachment_empty_help()));
    }
    if let Some(row) = &of.row {
        app.facts(&of.project)?.row_in_use(row)?;
    }
    let media_type = media_type(&name).to_owned();
    let done = app.workspace.transact(Some(&of.project), Op::Attach, |tx| {
        let id = AttachmentId::new(tx.new_id()?).map_err(Fault::internal)?;
        Ok::<_, Fault>(tx.attach(NewAttachment { id, name, media_type, row: of.row, bytes })?)
    })?;
    app.changed(&of.project, &done)
}

/// Moves an attachment to the trash. Its bytes stay, and so do the versions that name it.
pub(crate) fn trash_attachment(app: &mut App, of: OfAttachment) -> Outcome<Changed> {
    let done = app.workspace.transact(Some(&of.project), Op::TrashAttachment, |tx| {
        tx.trash_attachment(&of.attachment)
    })?;
    app.changed(&of.project, &done)
}

/// Takes an attachment out of the trash.
pub(crate) fn restore_attachment(app: &mut App, of: OfAttachment) -> Outcome<Changed> {
    let done = app.workspace.transact(Some(&of.project), Op::RestoreAttachment, |tx| {
        tx.restore_attachment(&of.attachment)
    })?;
    app.changed(&of.project, &done)
}

/// The media type of a file by its name.
pub(crate) fn media_type(name: &str) -> &'static str {
    let ending = Path::new(name).extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    let known = MEDIA_TYPES.iter().find(|(known, _)| ending.as_deref() == Some(known));
    known.map_or("application/octet-stream", |(_, media_type)| media_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_tells_the_type_in_any_case() {
        assert_eq!(media_type("Plan.PDF"), "application/pdf");
        assert_eq!(media_type("plan"), "application/octet-stream");
        assert_eq!(media_type("setup.exe"), "application/octet-stream");
        assert!(MEDIA_TYPES.is_sorted(), "easy to look through");
    }
}

//! Writes files that the workspace stores to the disk, byte for byte: reports of versions, and attachments.

use crate::answers::Written;
use crate::app::App;
use crate::error::Outcome;
use crate::version_arguments::{ExportAttachment, ExportVersion};
use crate::written_file::{outside, written};

/// Writes a report of a version, byte for byte as it was when the version was frozen.
pub(crate) fn export_version(app: &mut App, of: ExportVersion) -> Outcome<Written> {
    let state = app.workspace.version_state(&of.project, of.version)?;
    let template = app.library.followed(&state.project.head, &of.form)?.id.clone();
    let pdf = app.workspace.version_report(&of.project, of.version, &template, of.changes)?;
    app.workspace.write_file(&of.out, &pdf).map_err(|e| outside(&of.out, e))?;
    written(&of.out)
}

/// Writes an attachment as it was attached.
pub(crate) fn export_attachment(app: &mut App, of: ExportAttachment) -> Outcome<Written> {
    let bytes = app.workspace.attachment_bytes(&of.project, &of.attachment)?;
    app.workspace.write_file(&of.out, &bytes).map_err(|e| outside(&of.out, e))?;
    written(&of.out)
}

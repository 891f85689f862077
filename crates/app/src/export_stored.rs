//! Writes files that the workspace stores to the disk, byte for byte: reports of versions, and attachments. Versions
//! that earlier programs froze have no Word file. It is made when somebody asks for it, from what stood in the version.

use vurder_content::msg;
use vurder_report::Empty;

use crate::answers::Written;
use crate::app::App;
use crate::cutting::CutChoice;
use crate::error::{Fault, Outcome};
use crate::report_arguments::ReportFormat;
use crate::report_source::{ReportSource, pictures_of, report};
use crate::version_arguments::{ExportAttachment, ExportVersion};
use crate::versions_and_files::VersionsAndFiles;
use crate::written_file::{outside, written};

/// Writes a report of a version: the PDF byte for byte as it was when the version was frozen, or a Word file of it.
pub(crate) fn export_version(app: &mut App, of: ExportVersion) -> Outcome<Written> {
    let bytes = match of.format {
        ReportFormat::Pdf => {
            let state = app.workspace.version_state(&of.project, of.version)?;
            let template = app.library.followed(&state.project.head, &of.form)?.id.clone();
            app.workspace.version_report(&of.project, of.version, &template, of.changes)?
        }
        ReportFormat::Docx if of.changes => {
            return Err(Fault::wrong_value(msg::error_version_docx_changes()));
        }
        ReportFormat::Docx => docx_of_version(app, &of)?,
    };
    app.workspace.write_file(&of.out, &bytes).map_err(|e| outside(&of.out, e))?;
    written(&of.out)
}

/// The Word file of a version, as it was when the version was frozen. If the version has none, it is made from the
/// answers, versions and files that the version has. It then tells nothing of what was found or published since.
fn docx_of_version(app: &App, of: &ExportVersion) -> Outcome<Vec<u8>> {
    let state = app.version_state(&of.project, of.version)?;
    let template = app.library.followed(&state.project.head, &of.form)?.id.clone();
    if let Some(kept) = state.word_file(&template) {
        return Ok(kept);
    }
    let files = VersionsAndFiles::of_version(&app.workspace, &of.project, of.version, &state)?;
    let line = files.versions.last().filter(|line| line.number == of.version).cloned();
    let line =
        line.ok_or_else(|| Fault::not_found(msg::error_no_frozen_version(of.version.to_string())))?;
    let project = state.project;
    app.library.read_cited_pages(&app.workspace, &project.citations)?;
    let pictures = pictures_of(&app.workspace, &app.library, &project, &files)?;
    let source = ReportSource {
        library: &app.library,
        fonts: &app.fonts,
        project: &project,
        told: None,
        files: &files,
        pictures: &pictures,
        form: &of.form,
        date: line.on,
        empty: Empty::LeaveOut,
        issued: Some(&line),
        finished: false,
        compose: vurder_report::compose,
        cut: Some(&CutChoice::default()),
        earlier: None,
        of_past: true,
    };
    vurder_report::to_docx(&source.document()?, Some(&source.origin()?)).map_err(report)
}

/// Writes an attachment as it was attached.
pub(crate) fn export_attachment(app: &mut App, of: ExportAttachment) -> Outcome<Written> {
    let bytes = app.workspace.attachment_bytes(&of.project, &of.attachment)?;
    app.workspace.write_file(&of.out, &bytes).map_err(|e| outside(&of.out, e))?;
    written(&of.out)
}

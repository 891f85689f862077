//! What the file of a report carries beside its pages: what it was made from.

use std::path::Path;

use vurder_content::{Messages, msg};
use vurder_report::{PdfOptions, SourceFile, source_of};
use vurder_workspace::Dump;

use crate::error::{Fault, Outcome};

/// A file that carries its project, as [`Workspace::project_dump`](vurder_workspace::Workspace::project_dump) gives it:
/// no history, no trash, no other project, no versions, and no attachments, whose bytes would make the file large and
/// which the report's reader is told of, not given.
///
/// `language` is the report's; with `archival` the file is for keeping.
pub(crate) fn with_its_project(dump: &Dump, language: &str, archival: bool) -> Outcome<PdfOptions> {
    let bytes = serde_json::to_vec(dump).map_err(Fault::internal)?;
    let source = SourceFile {
        name: "project.json".to_owned(),
        description: Messages::for_language(language).format(&msg::report_source_file()),
        media_type: "application/json".to_owned(),
        bytes,
    };
    Ok(PdfOptions { archival, source: Some(source) })
}

/// The dump that a file is or carries: a report as PDF carries its project.
pub(crate) fn dump_in(file: Vec<u8>, path: &Path) -> Outcome<Vec<u8>> {
    // Some programs write a few bytes before the head of a PDF.
    let head = file.get(..file.len().min(1024)).unwrap_or_default();
    if !head.windows(5).any(|window| window == b"%PDF-") {
        return Ok(file);
    }
    let path = path.display().to_string();
    let found = source_of(&file).map_err(|error| {
        Fault::bad_dump(msg::error_dump_damaged_pdf(path.as_str())).with_detail(error)
    })?;
    found.ok_or_else(|| Fault::bad_dump(msg::error_dump_bare_pdf(path.as_str())))
}

//! The project that the file of a report may carry.

use std::path::Path;

use vurder_content::{Messages, msg};
use vurder_report::{SourceFile, source_of};
use vurder_workspace::Dump;

use crate::error::{Fault, Outcome};

/// A project as a file within its report, made from what
/// [`Workspace::project_dump`](vurder_workspace::Workspace::project_dump) gives: without history, trash, other projects
/// and versions. Of attachments it holds the pictures that the report prints; other files would make it large. It holds
/// the answers of all forms, so a report carries it only when a person asks for it.
///
/// `language` is the language of the report.
pub(crate) fn project_as_source(dump: &Dump, language: &str) -> Outcome<SourceFile> {
    let bytes = serde_json::to_vec(dump).map_err(Fault::internal)?;
    Ok(SourceFile {
        name: "project.json".to_owned(),
        description: Messages::for_language(language).format(&msg::report_source_file()),
        media_type: "application/json".to_owned(),
        bytes,
    })
}

/// The dump in a file: the file itself, or the project that a PDF report carries.
pub(crate) fn dump_in(file: Vec<u8>, path: &Path) -> Outcome<Vec<u8>> {
    // Some programs write a few bytes before the head of a PDF.
    let head = file.get(..file.len().min(1024)).unwrap_or_default();
    if !head.windows(5).any(|window| window == b"%PDF-") {
        return Ok(file);
    }
    let path = path.display().to_string();
    vurder_remarks::check_pdf(&path, &file).map_err(|why| {
        Fault::bad_dump(msg::error_dump_damaged_pdf(path.as_str())).with_detail(why)
    })?;
    let found = source_of(&file).map_err(|error| {
        Fault::bad_dump(msg::error_dump_damaged_pdf(path.as_str())).with_detail(error)
    })?;
    found.ok_or_else(|| Fault::bad_dump(msg::error_dump_bare_pdf(path.as_str())))
}

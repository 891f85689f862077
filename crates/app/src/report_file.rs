//! What the file of a report carries beside its pages: what it was made from.

use vurder_content::{Messages, msg};
use vurder_report::{PdfOptions, SourceFile};
use vurder_workspace::Dump;

use crate::error::{Fault, Outcome};

/// A file that carries its project, as [`Workspace::project_dump`](vurder_workspace::Workspace::project_dump) gives it:
/// no history, no trash, no other project, and no attachments, whose bytes would make the file large.
///
/// `language` is the report's; with `archival` the file is for keeping.
pub(crate) fn with_its_project(
    dump: &Dump,
    language: &str,
    archival: bool,
) -> Outcome<PdfOptions> {
    let bytes = serde_json::to_vec(dump).map_err(Fault::internal)?;
    let source = SourceFile {
        name: "project.json".to_owned(),
        description: Messages::for_language(language).format(&msg::report_source_file()),
        media_type: "application/json".to_owned(),
        bytes,
    };
    Ok(PdfOptions { archival, source: Some(source) })
}

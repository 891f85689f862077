//! The records that a change touched.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{AttachmentId, CitationId, ProjectId, RowId};

/// The records that a change touched, so that a copy of the project in memory can be updated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Changed {
    /// The project, if anything changed.
    pub project: Option<ProjectId>,
    /// Whether title, forms, providers or trash of the project changed.
    pub head: bool,
    /// Rows that were added, removed or moved.
    pub rows: Vec<RowId>,
    /// Registers of these rows.
    pub registers: Vec<String>,
    /// Answers that changed, as row and field.
    pub fields: Vec<(RowId, String)>,
    /// Citations that were pinned, changed or removed.
    pub citations: Vec<CitationId>,
    /// Registers in which a row was moved, so that the order of their rows is different.
    pub order: Vec<String>,
    /// Attachments that were added, removed or changed.
    pub attachments: Vec<AttachmentId>,
    /// Numbers of the versions that were frozen.
    pub versions: Vec<u32>,
}

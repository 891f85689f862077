//! What a change touched.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{AttachmentId, CitationId, ProjectId, RowId};

/// What a change touched, so that whoever holds the project in memory can bring it up to date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Changed {
    /// The project, if anything changed.
    pub project: Option<ProjectId>,
    /// Title, forms, providers or trash of the project changed.
    pub head: bool,
    /// Rows that came, went or moved.
    pub rows: Vec<RowId>,
    /// Registers these rows belong to.
    pub registers: Vec<String>,
    /// Answers that changed, as row and field.
    pub fields: Vec<(RowId, String)>,
    /// Citations that were pinned, changed or went.
    pub citations: Vec<CitationId>,
    /// Registers in which a row was moved, so that their rows stand in another order.
    pub order: Vec<String>,
    /// Attachments that came, went or changed.
    pub attachments: Vec<AttachmentId>,
    /// Numbers of the versions that were frozen.
    pub versions: Vec<u32>,
}

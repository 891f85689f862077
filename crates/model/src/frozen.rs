//! What a form shows of a project besides its rows: the versions that were frozen, and the files attached to it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{AttachmentId, RowId};

/// What the number of an attachment begins with: E1 is the first enclosure.
const ATTACHMENT_PREFIX: char = 'E';

/// Why a version was frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum VersionKind {
    /// It was sent for review.
    Review,
    /// It was approved.
    Approved,
}

/// A frozen version of a project, as the version log names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct VersionLine {
    /// Its number within the project, counted from 1.
    pub number: u32,
    /// Why it was frozen.
    pub kind: VersionKind,
    /// The day on which it was frozen.
    #[ts(as = "String")]
    pub on: NaiveDate,
    /// Who sent or approved it.
    pub by: String,
    /// What that person wrote about it; perhaps nothing.
    pub note: String,
}

/// A file attached to a project, as forms and reports name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AttachmentLine {
    /// Identity within the project.
    pub id: AttachmentId,
    /// The number people see: `E1`. It stays when others go into the trash.
    pub number: String,
    /// What the file is called.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// How many bytes it has.
    #[ts(type = "number")]
    pub size: u64,
    /// SHA-256 of its bytes, in small hexadecimal letters.
    pub sha256: String,
    /// The row that it belongs to; none where it belongs to the project as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub row: Option<RowId>,
}

/// The number of an attachment by its place among all that were ever attached to the project, counted from 1.
#[must_use]
pub fn attachment_number(place: usize) -> String {
    format!("{ATTACHMENT_PREFIX}{place}")
}

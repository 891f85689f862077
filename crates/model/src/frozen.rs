//! The facts about a project that forms show besides its rows: its frozen versions and its attached files.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{AttachmentId, RowId};

/// The letter before the number of an attachment. It stands for "enclosure".
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
    /// What that person wrote about the version; may be empty.
    pub note: String,
}

/// A file attached to a project, as forms and reports name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AttachmentLine {
    /// Identity within the project.
    pub id: AttachmentId,
    /// The number that people see: `E1`. It stays the same when other files go into the trash.
    pub number: String,
    /// The name of the file.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// SHA-256 of its bytes, in small hexadecimal letters.
    pub sha256: String,
    /// The row to which it belongs; none if it belongs to the project as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub row: Option<RowId>,
}

/// The number of an attachment. `place` is its place among all files that were ever attached to the project, counted
/// from 1.
#[must_use]
pub fn attachment_number(place: usize) -> String {
    format!("{ATTACHMENT_PREFIX}{place}")
}

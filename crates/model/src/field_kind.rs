//! The kinds of value that fields take.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of value a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// Rich text.
    Text,
    /// One line.
    Line,
    /// A day.
    Date,
    /// One of the options.
    Choice,
    /// Any of the options.
    Choices,
    /// Yes or no, with a reason.
    YesNo,
    /// Rows of one or more registers.
    Refs,
    /// A level of the scale that the field names.
    Level,
    /// The levels of a scale itself.
    Scale,
    /// The matrix: which level of risk follows from likelihood and severity.
    Matrix,
    /// Statements attached as evidence.
    Citations,
    /// The acceptance of a residual risk.
    Acceptance,
}

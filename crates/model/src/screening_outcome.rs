//! The outcomes of a screening.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The outcome of a screening, from the weakest to the strongest.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum ScreeningOutcome {
    /// No DPIA is needed. The screening documents that.
    NotRequired,
    /// A DPIA is advisable. The reason is written down, whether or not one is made.
    Recommended,
    /// A DPIA is needed unless somebody writes down a reason against it.
    RequiredUnlessReason,
    /// A DPIA is needed.
    Required,
}

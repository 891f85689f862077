//! What a screening can come to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a screening comes to, from the weakest to the strongest.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum ScreeningOutcome {
    /// No DPIA is needed; the screening is the record of it.
    NotRequired,
    /// A DPIA is advisable; the reason is written down either way.
    Recommended,
    /// A DPIA is needed unless a reason against it is written down.
    RequiredUnlessReason,
    /// A DPIA is needed.
    Required,
}

//! What a revision of a pack says about the revision before it, and about what its pages leave open.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a pack comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackOrigin {
    /// It came with the program.
    #[default]
    Bundled,
    /// A person imported it into the workspace.
    Imported,
}

/// What became of a statement of the revision before this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Became {
    /// Its id.
    pub statement: String,
    /// What changed.
    pub change: Change,
    /// Ids of the statements that now stand in its place: its own id if the fact is the same; empty if no statement
    /// does.
    pub now: Vec<String>,
    /// What changed, in words of the pack's own; may be empty if nothing changed.
    #[serde(default)]
    pub note: String,
    /// Day of the change; none if it is not known, or if nothing changed.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub since: Option<NaiveDate>,
}

/// How a statement changed from one revision to the next.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It says the same, at the same place.
    Unchanged,
    /// It says the same in other words, or with more detail.
    Reworded,
    /// It promises less, or has exceptions.
    Narrowed,
    /// It promises more.
    Widened,
    /// It says the same at another place.
    Moved,
    /// It says the same, and has other evidence.
    Relinked,
    /// It is no longer published.
    Removed,
}

/// What a provider's pages leave open on a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NotStated {
    /// Id of the topic.
    pub topic: String,
    /// What is missing, in words of the pack's own.
    pub what: String,
}

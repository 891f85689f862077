//! Filters of rows, by the options that a row's choices hold.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::project::Row;

/// A condition on a row. A row passes when its field holds one of `is`, or, with `is_not`, something else than those.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// The choice or choices looked at.
    pub field: String,
    /// Passes with any of these options.
    #[serde(default)]
    pub is: Vec<String>,
    /// Passes with an option other than these.
    #[serde(default)]
    pub is_not: Vec<String>,
}

impl Filter {
    /// Whether the row passes.
    pub fn passes(&self, row: &Row) -> bool {
        let chosen = row.chosen(&self.field);
        let is = self.is.is_empty() || chosen.iter().any(|c| self.is.iter().any(|i| i == c));
        let is_not =
            self.is_not.is_empty() || chosen.iter().any(|c| self.is_not.iter().all(|i| i != c));
        is && is_not
    }
}

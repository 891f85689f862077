//! Filters of rows by the options that are chosen in them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::project::Row;

/// A condition on a row. The row passes if its field holds one of `is`, or, with `is_not`, an option that is not in
/// that list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// The choice whose options are compared.
    pub field: String,
    /// The row passes with any of these options.
    #[serde(default)]
    pub is: Vec<String>,
    /// The row passes with an option that is not in this list.
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

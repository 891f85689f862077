//! The answers of the commands on citations.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::project::Citation;

use crate::command_types::answers;

answers! {
    /// The citations of a project, by id.
    Citations {
        /// The revision of the project that this answer is of.
        revision: u64,
        /// The citations, each with its words as pinned.
        citations: BTreeMap<String, CitationView>,
    }

    /// A citation, and whether the revision that the project follows still has its words.
    CitationView {
        /// The citation as it was pinned.
        citation: Citation,
        /// Whether the statement still has these words; none if the revision that the project follows has no such
        /// statement.
        current: Option<bool>,
    }
}

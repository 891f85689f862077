//! The results of a search.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use super::snippet::SnippetPart;

/// The place of a hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HitTarget {
    /// The title of a project.
    Project {
        /// The project.
        project: ProjectId,
    },
    /// An answer or a note.
    Answer {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// The register of the row.
        register: String,
        /// The row's key; for a note, the id of its statement.
        key: Option<String>,
        /// The field.
        field: String,
    },
    /// A statement of a provider.
    Statement {
        /// Its id.
        statement: String,
    },
}

/// A result of a search.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Hit {
    /// Where it is.
    pub place: HitTarget,
    /// Title of the project, or of the statement.
    pub title: String,
    /// The words around the hit.
    pub snippet: Vec<SnippetPart>,
    /// A measure of how well it fits. It can be compared only with other hits of the same search.
    pub score: f64,
}

/// Sorts the hits, the best first, and removes those beyond `limit`.
pub(super) fn rank(hits: &mut Vec<Hit>, limit: usize) {
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    hits.truncate(limit);
}

//! What a search finds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use super::snippet::SnippetPart;

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HitTarget {
    /// The title of a project.
    Project {
        /// Which project.
        project: ProjectId,
    },
    /// An answer or a note.
    Answer {
        /// In which project.
        project: ProjectId,
        /// In which row.
        row: RowId,
        /// The register of the row.
        register: String,
        /// The row's key: for a note, the statement it is on.
        key: Option<String>,
        /// At which field.
        field: String,
    },
    /// A statement of a provider.
    Statement {
        /// Its id.
        statement: String,
    },
}

/// Something that answers a query.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Hit {
    /// Where it is.
    pub place: HitTarget,
    /// Title of the project, or of the statement.
    pub title: String,
    /// The words around what was found.
    pub snippet: Vec<SnippetPart>,
    /// How well it answers; only to be compared within one answer.
    pub score: f64,
}

/// Puts the best hits first and drops those beyond `limit`.
pub(super) fn rank(hits: &mut Vec<Hit>, limit: usize) {
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    hits.truncate(limit);
}

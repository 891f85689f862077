//! The arguments of the commands on citations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{CitationId, ProjectId};

use crate::command_types::arguments;

arguments! {
    /// A statement, a passage or an answer to cite.
    Cite {
        /// The project.
        project: ProjectId,
        /// Id of the statement, name of the passage, or name of the answer as `answers` gives it.
        statement: String,
        /// The id of the citation; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<CitationId>,
    }

    /// How to settle citations whose words the provider has changed.
    Settle {
        /// The project.
        project: ProjectId,
        /// The citations, all settled in one step.
        citations: Vec<CitationId>,
        /// The way in which they are settled.
        how: Settlement,
        /// Only for one citation and with `still_true`: the statement or passage of the newest revision that is cited
        /// from now on. When left out, this is the one in which the old one goes on.
        #[serde(default)] #[ts(optional)]
        statement: Option<String>,
        /// The reason.
        reason: String,
    }
}

/// How a citation is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// What the project says is still true: the newest words are cited in place of the cited words.
    StillTrue,
    /// The project keeps the words that it cited, for a reason that the report prints.
    KeepOldWords,
}

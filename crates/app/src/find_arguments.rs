//! The arguments of the commands that search, and that find and replace words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::arguments;

arguments! {
    /// Words to look for.
    Search {
        /// The words. The last word may be incomplete.
        query: String,
        /// Look only in this project and in the content of the providers.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
        /// Look only in the project: not in statements and passages of providers.
        #[serde(default)] #[ts(optional, as = "Option<bool>")]
        within_project: bool,
    }

    /// Words to look for in the answers of a project.
    Find {
        /// The project.
        project: ProjectId,
        /// The words, in one line.
        words: String,
        /// Whether upper and lower case must match.
        #[serde(default)] #[ts(optional, as = "Option<bool>")]
        case: bool,
        /// Whether only whole words count.
        #[serde(default)] #[ts(optional, as = "Option<bool>")]
        whole: bool,
    }

    /// Words to replace.
    Replace {
        /// The project.
        project: ProjectId,
        /// The words that were looked for.
        words: String,
        /// Whether upper and lower case must match.
        #[serde(default)] #[ts(optional, as = "Option<bool>")]
        case: bool,
        /// Whether only whole words count.
        #[serde(default)] #[ts(optional, as = "Option<bool>")]
        whole: bool,
        /// The new words, in one line; empty to delete the words.
        with: String,
        /// The revision of the project in which the places were found.
        revision: u64,
        /// The places in which to replace the words.
        places: Vec<PlaceToReplace>,
    }

    /// A place that was found.
    PlaceToReplace {
        /// The row.
        row: RowId,
        /// The field.
        field: String,
        /// Place of the words in this answer, counted from 0.
        nth: usize,
    }
}

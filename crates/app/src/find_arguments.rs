//! What the commands take that find and replace words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::arguments;

arguments! {
    /// Words looked for in the answers of a project.
    Find {
        /// The project.
        project: ProjectId,
        /// The words, in one line.
        words: String,
        /// Whether capitals and small letters differ.
        #[serde(default)] #[ts(optional, as = "Option<bool>")]
        case: bool,
        /// Whether only whole words count.
        #[serde(default)] #[ts(optional, as = "Option<bool>")]
        whole: bool,
    }

    /// Words put in place of others.
    Replace {
        /// The project.
        project: ProjectId,
        /// The words that were looked for.
        words: String,
        /// Whether capitals and small letters differ.
        #[serde(default)] #[ts(optional, as = "Option<bool>")]
        case: bool,
        /// Whether only whole words count.
        #[serde(default)] #[ts(optional, as = "Option<bool>")]
        whole: bool,
        /// What stands there from now on, in one line; nothing takes the words out.
        with: String,
        /// The revision of the project in which the places were found.
        revision: u64,
        /// Where to replace.
        places: Vec<PlaceToReplace>,
    }

    /// A place that was found.
    PlaceToReplace {
        /// The row.
        row: RowId,
        /// The field.
        field: String,
        /// Which of the places in this answer it is, counted from 0.
        nth: usize,
    }
}

//! The arguments of the commands on gaps of the coverage.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::arguments;

arguments! {
    /// A measure that fills the gap of a topic.
    FillGap {
        /// The project.
        project: ProjectId,
        /// Id of the topic.
        topic: String,
        /// The measure that fills it; a new one when left out.
        #[serde(default)] #[ts(optional)]
        measure: Option<RowId>,
        /// The id of the new measure; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<RowId>,
    }
}

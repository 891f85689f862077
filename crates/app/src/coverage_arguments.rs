//! What the commands on gaps in the coverage take.

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
        /// Identity of the new measure; drawn when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<RowId>,
    }
}

//! The arguments of the command that copies a project.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;

arguments! {
    /// A copy of a project.
    DuplicateProject {
        /// The project to copy.
        project: ProjectId,
        /// The name of the copy.
        title: String,
        /// The id of the copy; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<ProjectId>,
    }
}

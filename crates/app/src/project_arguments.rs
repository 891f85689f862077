//! What the commands take that make a project of another one, and that ask for its duties.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;

arguments! {
    /// A copy of a project.
    DuplicateProject {
        /// The project that is copied.
        project: ProjectId,
        /// The name of the copy.
        title: String,
        /// The identity of the copy; drawn when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<ProjectId>,
    }
}

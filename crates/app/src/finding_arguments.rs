//! What the commands on findings take.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;

arguments! {
    /// A finding that may stand.
    Waive {
        /// The project.
        project: ProjectId,
        /// The finding's key, as `findings` tells it.
        finding: String,
        /// Why it may stand. The report prints it.
        reason: String,
    }

    /// A waiver that is taken back.
    Unwaive {
        /// The project.
        project: ProjectId,
        /// The finding's key.
        finding: String,
    }
}

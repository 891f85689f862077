//! The arguments of the commands on findings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;

arguments! {
    /// A finding to waive.
    Waive {
        /// The project.
        project: ProjectId,
        /// The key of the finding, as `findings` gives it.
        finding: String,
        /// The reason of the waiver. The report prints it.
        reason: String,
    }

    /// A waiver to take back.
    Unwaive {
        /// The project.
        project: ProjectId,
        /// The key of the finding.
        finding: String,
    }
}

//! What the commands take that concern cuts of a report.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::cut::Cut;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;

arguments! {
    /// A cut of a report, to be told what it leaves out.
    OfCut {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
        /// Which cut; the whole report when left out.
        #[serde(default)] #[ts(as = "Option<Cut>", optional)]
        cut: Cut,
        /// Of the whole report, the sections by their numbers; all when left out.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        sections: Vec<String>,
        /// Whether the summary in front is left out.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        without_summary: bool,
        /// Id of the provider whose copy it is; what concerns all of them when left out.
        #[serde(default)] #[ts(optional)]
        provider: Option<String>,
    }
}

//! The arguments of the commands on cuts of a report.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::cut::Cut;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;

arguments! {
    /// A cut of a report, to ask what it leaves out.
    OfCut {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
        /// The cut; the whole report when left out.
        #[serde(default)] #[ts(as = "Option<Cut>", optional)]
        cut: Cut,
        /// Numbers of the sections of the whole report to keep; all sections when left out. An empty list is refused.
        #[serde(default)] #[ts(optional)]
        sections: Option<Vec<String>>,
        /// Whether the summary in front of a whole report is left out.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        without_summary: bool,
        /// Whether the summary of the whole project stands in front of chosen sections. Without it, the sections stand
        /// alone.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        with_summary: bool,
        /// Id of the provider that the report is for. It can be left out if the project has only one provider.
        #[serde(default)] #[ts(optional)]
        provider: Option<String>,
    }
}

//! What the question takes that is asked for the pages beside the form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;

arguments! {
    /// The pages of a form's whole report, as an export of today would write them.
    OfReportPages {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
        /// The pages to be drawn, counted from 1. Those that are not there are left out.
        #[serde(default)] #[ts(as = "Option<Vec<usize>>", optional)]
        wanted: Vec<usize>,
        /// The place to be found, and others in its stead: the first of them that the report has. Each is an answer
        /// (`ROW/FIELD`), a row, a part (`part:1.2`) or a section (`section:1`). The page of it is drawn, and the next.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        at: Vec<String>,
        /// The fingerprints of pages whose drawings are known; they are not drawn again.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        known: Vec<String>,
    }
}

//! The arguments of the command `report_pages`.

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
        /// The pages to draw, counted from 1. Numbers without a page are left out.
        #[serde(default)] #[ts(as = "Option<Vec<usize>>", optional)]
        wanted: Vec<usize>,
        /// Places to find; the report's first match counts. Each is an answer (`ROW/FIELD`), a row, a part (`part:1.2`)
        /// or a section (`section:1`). The page of the place is drawn, and the page after it.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        at: Vec<String>,
        /// Fingerprints of pages that the window has. They are not drawn again.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        known: Vec<String>,
    }
}

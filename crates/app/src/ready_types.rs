//! What the commands take that say that a section is ready for review, and what is told of that.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::command_types::{answers, arguments};

arguments! {
    /// A section that somebody says is ready for review.
    MarkReady {
        /// The project.
        project: ProjectId,
        /// The form, by its id or short name.
        form: String,
        /// The section.
        section: String,
        /// Who says so; whoever leads the assessment when left out.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
        /// The day; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        on: Option<NaiveDate>,
    }

    /// A section of which that is taken back.
    UnmarkReady {
        /// The project.
        project: ProjectId,
        /// The form, by its id or short name.
        form: String,
        /// The section.
        section: String,
    }
}

answers! {
    /// A section that somebody called ready for review.
    ReadySection {
        /// Id of the form.
        form: String,
        /// Id of the section.
        section: String,
        /// Who said so.
        by: String,
        /// The day on which it was said.
        #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
        /// Whether an answer of the section is other than on that day: the mark counts no more.
        changed: bool,
    }
}

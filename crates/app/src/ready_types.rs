//! The arguments and answers of the commands that mark sections as ready for review.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::command_types::{answers, arguments};

arguments! {
    /// A section to mark as ready for review.
    MarkReady {
        /// The project.
        project: ProjectId,
        /// The form, by its id or short name.
        form: String,
        /// The section.
        section: String,
        /// Who marks it; when left out, the person who leads the assessment.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
        /// The day; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        on: Option<NaiveDate>,
    }

    /// A section whose mark is removed.
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
    /// A section that is marked as ready for review.
    ReadySection {
        /// Id of the form.
        form: String,
        /// Id of the section.
        section: String,
        /// Who marked it.
        by: String,
        /// The day of the mark.
        #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
        /// Whether an answer of the section has changed since that day, so that the mark no longer counts.
        changed: bool,
    }
}

//! The arguments of the commands that show what providers state side by side.

use std::path::PathBuf;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;
use crate::report_arguments::ReportFormat;

arguments! {
    /// A state of a provider's pages.
    OfState {
        /// Id of the provider.
        provider: String,
        /// The revision; when left out, the one that the project follows, or the newest.
        #[serde(default)] #[ts(optional)]
        revision: Option<String>,
    }

    /// Two states to be compared: of two providers, or two revisions of one.
    Compare {
        /// The state on the left.
        left: OfState,
        /// The state on the right.
        right: OfState,
        /// The project whose judgements are shown.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
    }

    /// A topic.
    OfTopic {
        /// Id of the topic.
        topic: String,
        /// The project whose judgements are shown, and whose revisions of the providers are read.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
    }

    /// A comparison to be written.
    ExportComparison {
        /// The state on the left.
        left: OfState,
        /// The state on the right.
        right: OfState,
        /// The project whose judgements are printed.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
        /// Language of headings and messages, as BCP 47 tag; when left out, that of the project, or else that of the
        /// program.
        #[serde(default)] #[ts(optional)]
        language: Option<String>,
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
        /// The day on the report; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
        /// The kind of file; a PDF when left out.
        #[serde(default)] #[ts(as = "Option<ReportFormat>", optional)]
        format: ReportFormat,
    }
}

//! The arguments of the commands that show and write reports.

use std::path::PathBuf;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::cut::Cut;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;

arguments! {
    /// A report to be looked at or written.
    OfReport {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
        /// The day on the report; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
        /// What happens to empty optional parts.
        #[serde(default)] #[ts(as = "Option<EmptyParts>", optional)]
        empty: EmptyParts,
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
        /// Whether the report has an appendix with the answers to the remarks of the last review round. A report never
        /// holds anything else that reviewers sent back.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        with_answers: bool,
        /// Number of an earlier version. The report lists what changed since that version.
        #[serde(default)] #[ts(optional)]
        since: Option<u32>,
        /// Whether the report also marks in its text what changed since that version.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        redline: bool,
        /// The page to draw, counted from 1; the first page when left out.
        #[serde(default)] #[ts(optional)]
        page: Option<usize>,
    }

    /// A report to be written.
    Export {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
        /// The day on the report; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
        /// What happens to empty optional parts.
        #[serde(default)] #[ts(as = "Option<EmptyParts>", optional)]
        empty: EmptyParts,
        /// What the file is: a PDF when left out.
        #[serde(default)] #[ts(as = "Option<ReportFormat>", optional)]
        format: ReportFormat,
        /// Whether the file is for keeping (PDF/A-3a). Programs open such a file read-only, so a draft for comments
        /// must not be one.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        archival: bool,
        /// Whether the file carries the project, so that `load` can read the project from the PDF. A whole report
        /// carries all answers of the project, also those of its other forms. A cut carries what it shows.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        with_project: bool,
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
        /// Whether the report has an appendix with the answers to the remarks of the last review round. A report never
        /// holds anything else that reviewers sent back.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        with_answers: bool,
        /// Number of an earlier version. The report lists what changed since that version.
        #[serde(default)] #[ts(optional)]
        since: Option<u32>,
        /// Whether the report also marks in its text what changed since that version.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        redline: bool,
    }
}

/// What kind of file a report is written as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// Pages that look the same everywhere.
    #[default]
    Pdf,
    /// A Word file (Office Open XML), in which others can write.
    Docx,
}

/// What happens to optional parts in which nothing is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum EmptyParts {
    /// They are left out of the report.
    #[default]
    LeaveOut,
    /// They stand in it with the words "Not filled in".
    Say,
}

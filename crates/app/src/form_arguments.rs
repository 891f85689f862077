//! What the commands take that concern versions of forms, and what stands beside the rows of their tables.

use std::path::PathBuf;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::arguments::{EmptyParts, ReportFormat};
use crate::command_types::arguments;

arguments! {
    /// A project's form is to follow another version.
    MoveForm {
        /// The project.
        project: ProjectId,
        /// Id or short name of the form.
        form: String,
        /// The version; the newest when left out.
        #[serde(default)] #[ts(optional)]
        version: Option<String>,
    }

    /// Why nothing is owed under a prescribed subject of a table, or in a table.
    NoteSubject {
        /// The project.
        project: ProjectId,
        /// Id of the table.
        table: String,
        /// Id of the subject; left out where the whole table is meant.
        #[serde(default)]
        subject: String,
        /// The reason; when left out or empty, something is owed again.
        #[serde(default)] #[ts(optional)]
        reason: Option<String>,
    }

    /// A row is to be added for each option of a choice that has none.
    AddRowForEach {
        /// The project.
        project: ProjectId,
        /// The register of the rows.
        register: String,
        /// The choice.
        field: String,
    }

    /// What the authority is given in a prior consultation is to be written.
    ExportConsultation {
        /// The project.
        project: ProjectId,
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
        /// The day on it; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
        /// What happens to empty optional parts.
        #[serde(default)] #[ts(as = "Option<EmptyParts>", optional)]
        empty: EmptyParts,
        /// What the file is: a PDF when left out.
        #[serde(default)] #[ts(as = "Option<ReportFormat>", optional)]
        format: ReportFormat,
    }
}

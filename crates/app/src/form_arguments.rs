//! The arguments of the commands on forms and their versions, on the subjects of tables, and on the prior consultation.

use std::path::PathBuf;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;
use crate::report_arguments::{EmptyParts, ReportFormat};

arguments! {
    /// A form of a project.
    OfForm {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
    }

    /// A section of a form.
    OfSection {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
        /// Number of the section.
        section: String,
    }

    /// Move a project to another version of a form.
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
        /// Id of the subject; left out if the reason is for the whole table.
        #[serde(default)]
        subject: String,
        /// The reason. When left out or empty, rows are owed again.
        #[serde(default)] #[ts(optional)]
        reason: Option<String>,
    }

    /// Add a row for each option of a choice that no row has.
    AddRowForEach {
        /// The project.
        project: ProjectId,
        /// The register of the rows.
        register: String,
        /// The field of the choice.
        field: String,
    }

    /// Write the file for a prior consultation, which Article 36(3) asks for.
    ExportConsultation {
        /// The project.
        project: ProjectId,
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
        /// The day on the file; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
        /// What happens to empty optional parts.
        #[serde(default)] #[ts(as = "Option<EmptyParts>", optional)]
        empty: EmptyParts,
        /// The kind of file; a PDF when left out.
        #[serde(default)] #[ts(as = "Option<ReportFormat>", optional)]
        format: ReportFormat,
        /// Whether the file is final and for keeping (PDF/A-3a). Without it, every page says that it is a draft.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        archival: bool,
    }
}

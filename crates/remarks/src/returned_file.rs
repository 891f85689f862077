//! The content of a returned file.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::remark::ReturnedRemark;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedFile {
    /// Its format.
    pub kind: FileKind,
    /// The report that the file is a copy of, as the export wrote it into the file. `None` if another program made the
    /// file, or if the reviewer's program did not keep the entry.
    pub of: Option<ReportIdentity>,
    /// The remarks, in the order of their places. A reply stands after the remark that it answers.
    pub remarks: Vec<ReturnedRemark>,
    /// Of a Word document: the tags of the content controls that are still there.
    pub answers: Vec<String>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// The format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// A Word document.
    Docx,
}

/// The report that a file is a copy of. A text that the file does not hold is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReportIdentity {
    /// The project's id.
    pub project: String,
    /// The form's id.
    pub form: String,
    /// The version of the form.
    pub form_version: String,
    /// The version of the report.
    pub report_version: String,
    /// The number of the frozen version that the report is of; `None` for a draft, and where the file does not say.
    pub frozen: Option<u32>,
    /// Whether the file says that the report is of a draft. Files of earlier versions of the program do not say it.
    pub draft: bool,
    /// The day on the report.
    pub day: Option<NaiveDate>,
}

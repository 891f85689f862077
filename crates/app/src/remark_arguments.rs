//! What the commands on remarks of reviewers and on review rounds take.

use std::path::PathBuf;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::arguments;
use crate::remark_state::RemarkState;

arguments! {
    /// A file that a reviewer returned.
    LookAtRemarks {
        /// The project.
        project: ProjectId,
        /// The file: a PDF or a Word document.
        #[ts(as = "String")]
        path: PathBuf,
        /// The password that opens the file, where it needs one.
        #[serde(default)] #[ts(optional)]
        password: Option<String>,
    }

    /// A returned file whose remarks are to be read.
    ReadRemarks {
        /// The project.
        project: ProjectId,
        /// The file: a PDF or a Word document.
        #[ts(as = "String")]
        path: PathBuf,
        /// The password that opens the file, where it needs one.
        #[serde(default)] #[ts(optional)]
        password: Option<String>,
        /// Who sent it back; whoever wrote the most remarks when left out.
        #[serde(default)] #[ts(optional)]
        from: Option<String>,
        /// Whether a file is read that says that it is a report of another project.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        other_project: bool,
    }

    /// Remarks to be listed.
    OfRemarks {
        /// The project.
        project: ProjectId,
        /// Their state; any when left out.
        #[serde(default)] #[ts(optional)]
        state: Option<RemarkState>,
        /// Who wrote them; anybody when left out.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
        /// The number of the review round; any when left out.
        #[serde(default)] #[ts(optional)]
        round: Option<u32>,
        /// Whether only those without a place are wanted.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        without_place: bool,
    }

    /// A remark whose proposed change is made.
    AcceptRemark {
        /// The project.
        project: ProjectId,
        /// The remark.
        remark: RowId,
        /// Who decides; whoever leads the assessment when left out.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
    }

    /// A remark that is answered.
    AnswerRemark {
        /// The project.
        project: ProjectId,
        /// The remark.
        remark: RowId,
        /// The answer, as plain text.
        answer: String,
        /// Who answers; whoever leads the assessment when left out.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
    }

    /// A remark that is not followed.
    DeclineRemark {
        /// The project.
        project: ProjectId,
        /// The remark.
        remark: RowId,
        /// Why not, as plain text.
        reason: String,
        /// Who decides; whoever leads the assessment when left out.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
    }

    /// Remarks that are done, or opened again, in one step.
    SettleRemarks {
        /// The project.
        project: ProjectId,
        /// The remarks.
        remarks: Vec<RowId>,
        /// Who decides; whoever leads the assessment when left out.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
    }

    /// A place for a remark: an answer, a row, or a section.
    PlaceRemark {
        /// The project.
        project: ProjectId,
        /// The remark.
        remark: RowId,
        /// The row.
        #[serde(default)] #[ts(optional)]
        row: Option<RowId>,
        /// The field of the row; the row as a whole when left out.
        #[serde(default)] #[ts(optional)]
        field: Option<String>,
        /// The form of a section, in place of a row.
        #[serde(default)] #[ts(optional)]
        form: Option<String>,
        /// The section.
        #[serde(default)] #[ts(optional)]
        section: Option<String>,
    }

    /// A remark for which a place is sought.
    FindRemarkPlaces {
        /// The project.
        project: ProjectId,
        /// The remark.
        remark: RowId,
        /// Words of the name of the place; without any, the places that are likely.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        query: String,
    }

    /// A review round that gets other recipients, or ends.
    SetRound {
        /// The project.
        project: ProjectId,
        /// The round.
        round: RowId,
        /// Who is asked to review; as it was when left out.
        #[serde(default)] #[ts(optional)]
        recipients: Option<Vec<String>>,
        /// Whether it has ended; as it was when left out.
        #[serde(default)] #[ts(optional)]
        closed: Option<bool>,
        /// The day on which it ended; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        on: Option<NaiveDate>,
    }
}

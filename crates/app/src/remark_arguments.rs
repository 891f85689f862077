//! The arguments of the commands on remarks and review rounds.

use std::path::PathBuf;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::arguments;
use crate::remark_state::RemarkState;

arguments! {
    /// A returned file to look at.
    LookAtRemarks {
        /// The project.
        project: ProjectId,
        /// The file: a PDF or a Word document.
        #[ts(as = "String")]
        path: PathBuf,
        /// The password of the file, if it needs one.
        #[serde(default)] #[ts(optional)]
        password: Option<String>,
    }

    /// A returned file whose remarks are read.
    ReadRemarks {
        /// The project.
        project: ProjectId,
        /// The file: a PDF or a Word document.
        #[ts(as = "String")]
        path: PathBuf,
        /// The password of the file, if it needs one.
        #[serde(default)] #[ts(optional)]
        password: Option<String>,
        /// Who sent the file back; when left out, the person who wrote the most remarks.
        #[serde(default)] #[ts(optional)]
        from: Option<String>,
        /// Whether to read a file that says that it is a report of another project.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        other_project: bool,
        /// The number of the review round that the file belongs to; when left out, the round of its version.
        #[serde(default)] #[ts(optional)]
        round: Option<u32>,
    }

    /// Remarks to list.
    OfRemarks {
        /// The project.
        project: ProjectId,
        /// The state of the remarks; any when left out.
        #[serde(default)] #[ts(optional)]
        state: Option<RemarkState>,
        /// The author of the remarks; anybody when left out.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
        /// The number of the review round; any when left out.
        #[serde(default)] #[ts(optional)]
        round: Option<u32>,
        /// Whether to list only remarks without a place.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        without_place: bool,
    }

    /// A remark whose proposed change is to be made.
    AcceptRemark {
        /// The project.
        project: ProjectId,
        /// The remark.
        remark: RowId,
        /// Who decides; when left out, the person who leads the assessment.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
    }

    /// An answer to a remark.
    AnswerRemark {
        /// The project.
        project: ProjectId,
        /// The remark.
        remark: RowId,
        /// The answer, as plain text.
        answer: String,
        /// Who answers; when left out, the person who leads the assessment.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
    }

    /// A remark to decline.
    DeclineRemark {
        /// The project.
        project: ProjectId,
        /// The remark.
        remark: RowId,
        /// The reason, as plain text.
        reason: String,
        /// Who decides; when left out, the person who leads the assessment.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
    }

    /// Remarks to mark as done, or to open again, in one step.
    SettleRemarks {
        /// The project.
        project: ProjectId,
        /// The remarks.
        remarks: Vec<RowId>,
        /// Who decides; when left out, the person who leads the assessment.
        #[serde(default)] #[ts(optional)]
        by: Option<String>,
    }

    /// A new place for a remark: an answer, a row, or a section.
    PlaceRemark {
        /// The project.
        project: ProjectId,
        /// The remark.
        remark: RowId,
        /// The row.
        #[serde(default)] #[ts(optional)]
        row: Option<RowId>,
        /// The field of the row; the whole row when left out.
        #[serde(default)] #[ts(optional)]
        field: Option<String>,
        /// The form of a section, in place of a row.
        #[serde(default)] #[ts(optional)]
        form: Option<String>,
        /// The section.
        #[serde(default)] #[ts(optional)]
        section: Option<String>,
    }

    /// A remark to find a place for.
    FindRemarkPlaces {
        /// The project.
        project: ProjectId,
        /// The remark.
        remark: RowId,
        /// Words in the name of the place; when left out, likely places are given.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        query: String,
    }

    /// Changes to a review round.
    SetRound {
        /// The project.
        project: ProjectId,
        /// The round.
        round: RowId,
        /// The people who are asked to review; unchanged when left out.
        #[serde(default)] #[ts(optional)]
        recipients: Option<Vec<String>>,
        /// Whether the round has ended; unchanged when left out.
        #[serde(default)] #[ts(optional)]
        closed: Option<bool>,
        /// The day on which the round ended; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        on: Option<NaiveDate>,
    }
}

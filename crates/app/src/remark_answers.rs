//! The answers of the commands on remarks, returned files and review rounds.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::drift::ChangedWords;
use vurder_model::id::{AttachmentId, RowId};

use crate::command_types::answers;
use crate::remark_state::{RemarkKind, RemarkState};

answers! {
    /// What a returned file would bring. Nothing is stored.
    RemarksLook {
        /// The name of the file.
        name: String,
        /// Whether it is a PDF; a Word document otherwise.
        pdf: bool,
        /// Whether the file says that it is a report of another project.
        other_project: bool,
        /// Title of the project that the file names, or its id if the workspace does not have the project; none if the
        /// file names no project.
        #[ts(optional)]
        project: Option<String>,
        /// Short name of the form of the report.
        #[ts(optional)]
        form: Option<String>,
        /// The version of the report; none if the report is of a draft, or the file does not say.
        #[ts(optional)]
        version: Option<u32>,
        /// The day on the report.
        #[ts(as = "Option<String>", optional)]
        day: Option<NaiveDate>,
        /// The review round of that version.
        #[ts(optional)]
        round: Option<u32>,
        /// The numbers of the review rounds among which a person can choose, if the file does not tell its round.
        rounds: Vec<u32>,
        /// Whether the project has a returned file with the same bytes.
        kept: bool,
        /// What a person should know before reading the file, in words.
        warnings: Vec<String>,
        /// What could not be read, in words.
        problems: Vec<String>,
        /// The authors of remarks, those with the most remarks first.
        people: Vec<String>,
        /// Number of remarks in the file.
        found: usize,
        /// Number of remarks that the project does not have.
        new: usize,
        /// Number of remarks that the project has in other words.
        edited: usize,
        /// Number of new remarks that propose a change of words.
        proposals: usize,
        /// Number of open remarks that a reviewer marked as done. To read the file closes them.
        closes: usize,
        /// Number of new remarks without a place.
        without_place: usize,
        /// The new remarks and those with other words, in the order of the file.
        remarks: Vec<RemarkFound>,
    }

    /// A remark in a file that is looked at.
    RemarkFound {
        /// Whether the project has the remark in other words.
        edited: bool,
        /// Who wrote the remark.
        by: String,
        /// How the reviewer made the remark.
        kind: RemarkKind,
        /// The words of the remark.
        words: String,
        /// The words of the report that the remark covers.
        quoted: String,
        /// The words that the remark proposes.
        #[ts(optional)]
        new_words: Option<String>,
        /// The place of the remark in words; none if there is no place.
        #[ts(optional)]
        place: Option<String>,
        /// The page, counted from 1.
        #[ts(optional)]
        page: Option<u32>,
    }

    /// The remarks of a project.
    Remarks {
        /// The revision of the project that this answer is of.
        revision: u64,
        /// The remarks that were asked for, in the order in which they were read.
        remarks: Vec<RemarkView>,
        /// Number of all remarks of the project.
        all: usize,
        /// Everybody who wrote remarks.
        people: Vec<String>,
        /// The review rounds, oldest first.
        rounds: Vec<RoundView>,
        /// The returned files, in the order in which they were read.
        files: Vec<ReturnedFileView>,
        /// Numbers of open remarks.
        counts: RemarkCounts,
    }

    /// Numbers of open remarks.
    RemarkCounts {
        /// Open remarks. A reply to an open remark does not count.
        open: usize,
        /// Open remarks without a place.
        without_place: usize,
    }

    /// The part of the overview about reviews.
    ReviewSummary {
        /// Number of remarks that came back, open or not.
        remarks: usize,
        /// Numbers of open remarks.
        counts: RemarkCounts,
        /// The number of the last round that has not ended.
        #[ts(optional)]
        round: Option<u32>,
        /// Who has sent no file back in this round.
        waiting_for: Vec<String>,
    }

    /// A remark of a reviewer.
    RemarkView {
        /// The row.
        row: RowId,
        /// Who wrote the remark; may be empty.
        by: String,
        /// The day on which it was written.
        #[ts(as = "Option<String>")]
        date: Option<NaiveDate>,
        /// How the reviewer made the remark.
        kind: RemarkKind,
        /// The state of the remark.
        state: RemarkState,
        /// The words of the remark, as plain text.
        words: String,
        /// What the remark does besides its words, in words; empty if it does nothing else.
        told: String,
        /// Earlier words of the remark, as plain text, if its reviewer changed them.
        earlier: String,
        /// The day on which the remark came back in other words.
        #[ts(as = "Option<String>", optional)]
        edited: Option<NaiveDate>,
        /// The words of the report that the remark covers.
        quoted: String,
        /// The words that the remark proposes; empty if it proposes none or proposes to delete words.
        new_words: String,
        /// Whether the remark proposes a change of words.
        proposes: bool,
        /// The proposed change, applied to the answer as it stands now. None if the remark proposes nothing, is not
        /// open, or its words are not found. A change that cannot be made is also in here where the file tells the
        /// whole answer; then `hindrance` says why.
        #[ts(optional)]
        change: Option<Vec<ChangedWords>>,
        /// The reason why the proposed change cannot be made, in words.
        #[ts(optional)]
        hindrance: Option<String>,
        /// The row that the remark stands beside.
        #[ts(optional)]
        at_row: Option<RowId>,
        /// The field that the remark stands beside.
        #[ts(optional)]
        at_field: Option<String>,
        /// The place of the remark in words; none if the remark has no place.
        #[ts(optional)]
        place: Option<String>,
        /// Id of the form that shows the place.
        #[ts(optional)]
        form: Option<String>,
        /// Number of the section that shows it.
        #[ts(optional)]
        section: Option<String>,
        /// The page of the file, counted from 1.
        #[ts(optional)]
        page: Option<u32>,
        /// The answer, or the reason why the remark was declined, as plain text.
        answer: String,
        /// Who decided.
        answered_by: String,
        /// The day on which somebody decided.
        #[ts(as = "Option<String>")]
        answered: Option<NaiveDate>,
        /// The remark that this one replies to.
        #[ts(optional)]
        reply_to: Option<RowId>,
        /// The returned file that has the remark.
        #[ts(optional)]
        file: Option<RowId>,
        /// The number of the review round.
        #[ts(optional)]
        round: Option<u32>,
    }

    /// Places that a remark can have.
    RemarkPlaces {
        /// The first places that fit: rows and answers that a form shows, and sections.
        places: Vec<PlaceOfRemark>,
    }

    /// A place that a remark can have.
    PlaceOfRemark {
        /// The name of the place: the section, or the row and the label of its field.
        name: String,
        /// Id of the form that shows the place.
        form: String,
        /// Number of the section.
        section: String,
        /// Short name of the form, number and title of the section.
        section_name: String,
        /// The row; none for a whole section.
        #[ts(optional)]
        row: Option<RowId>,
        /// The field; none for a whole row.
        #[ts(optional)]
        field: Option<String>,
        /// Whether this answer holds the words that the remark covers.
        holds_words: bool,
    }

    /// A review round.
    RoundView {
        /// The row.
        row: RowId,
        /// Number of the round, counted from 1.
        number: u32,
        /// The day on which it began.
        #[ts(as = "Option<String>")]
        date: Option<NaiveDate>,
        /// The version that was sent.
        #[ts(optional)]
        version: Option<u32>,
        /// The people who were asked to review, and whether a file came back from them.
        recipients: Vec<RecipientView>,
        /// Number of files that came back.
        files: usize,
        /// Number of open remarks of the round.
        open: usize,
        /// Number of remarks that came back.
        remarks: usize,
        /// The day on which it ended.
        #[ts(as = "Option<String>")]
        closed: Option<NaiveDate>,
    }

    /// Somebody who was asked to review.
    RecipientView {
        /// The name.
        name: String,
        /// Whether a file came back from them.
        answered: bool,
    }

    /// A file that came back.
    ReturnedFileView {
        /// The row.
        row: RowId,
        /// Name of the file.
        name: String,
        /// Who sent it.
        from: String,
        /// The day on which it was read.
        #[ts(as = "Option<String>")]
        date: Option<NaiveDate>,
        /// The version of the report.
        #[ts(optional)]
        version: Option<u32>,
        /// The number of the review round.
        #[ts(optional)]
        round: Option<u32>,
        /// The attachment that holds the file.
        #[ts(optional)]
        attachment: Option<AttachmentId>,
        /// The number of the attachment, such as "E3".
        #[ts(optional)]
        number: Option<String>,
    }
}

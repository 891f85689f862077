//! What is told of remarks of reviewers, of returned files and of review rounds.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::drift::ChangedWords;
use vurder_model::id::{AttachmentId, RowId};

use crate::command_types::answers;
use crate::remark_state::{RemarkKind, RemarkState};

answers! {
    /// What a returned file would bring; nothing is kept.
    RemarksLook {
        /// The name of the file.
        name: String,
        /// Whether it is a PDF; a Word document otherwise.
        pdf: bool,
        /// Whether the file says that it is a report of another project.
        other_project: bool,
        /// Title of the project that the file says it is a report of, or its id where the workspace does not have it;
        /// none where the file does not say.
        #[ts(optional)]
        project: Option<String>,
        /// Short name of the form that it is a report of.
        #[ts(optional)]
        form: Option<String>,
        /// The version that it is a report of; none where it is of a draft, or does not say.
        #[ts(optional)]
        version: Option<u32>,
        /// The day on the report.
        #[ts(as = "Option<String>", optional)]
        day: Option<NaiveDate>,
        /// The review round that it belongs to.
        #[ts(optional)]
        round: Option<u32>,
        /// What a person should know before it is read, in words.
        warnings: Vec<String>,
        /// What of it could not be read, in words.
        problems: Vec<String>,
        /// Who wrote remarks, those with the most first.
        people: Vec<String>,
        /// How many remarks there are.
        found: usize,
        /// How many of them the project does not have yet.
        new: usize,
        /// How many the project has in other words.
        edited: usize,
        /// How many of the new ones propose a change of words.
        proposals: usize,
        /// How many of the new ones find no place.
        without_place: usize,
        /// The new ones and those in other words, in the order of the file.
        remarks: Vec<RemarkFound>,
    }

    /// A remark in a file that is looked at.
    RemarkFound {
        /// Whether the project has it in other words.
        edited: bool,
        /// Who wrote it.
        by: String,
        /// How it was made.
        kind: RemarkKind,
        /// What was written.
        words: String,
        /// The words that it covers.
        quoted: String,
        /// The words that it proposes.
        #[ts(optional)]
        new_words: Option<String>,
        /// Where it would stand, in words; none where it finds no place.
        #[ts(optional)]
        place: Option<String>,
        /// The page, from 1.
        #[ts(optional)]
        page: Option<u32>,
    }

    /// The remarks of a project.
    Remarks {
        /// The project's revision that this is of.
        revision: u64,
        /// The remarks that were asked for, in the order in which they were read.
        remarks: Vec<RemarkView>,
        /// How many remarks the project has.
        all: usize,
        /// Everybody who wrote remarks.
        people: Vec<String>,
        /// The review rounds, oldest first.
        rounds: Vec<RoundView>,
        /// The returned files, in the order in which they were read.
        files: Vec<ReturnedFileView>,
        /// How many stand where.
        counts: RemarkCounts,
    }

    /// How many remarks are to be looked at.
    RemarkCounts {
        /// Open ones; a reply to an open one does not count besides it.
        open: usize,
        /// Open ones without a place.
        without_place: usize,
    }

    /// What the overview tells of reviews.
    ReviewSummary {
        /// How many remarks came back, decided or not.
        remarks: usize,
        /// How many remarks are open.
        counts: RemarkCounts,
        /// The number of the last round that has not ended.
        #[ts(optional)]
        round: Option<u32>,
        /// Who has sent nothing back in it.
        waiting_for: Vec<String>,
    }

    /// A remark of a reviewer.
    RemarkView {
        /// The row.
        row: RowId,
        /// Who wrote it; may be empty.
        by: String,
        /// The day on which it was written.
        #[ts(as = "Option<String>")]
        date: Option<NaiveDate>,
        /// How it was made.
        kind: RemarkKind,
        /// What became of it.
        state: RemarkState,
        /// What was written, as plain text.
        words: String,
        /// What it said before its reviewer wrote other words, as plain text.
        earlier: String,
        /// The day on which it came back in other words.
        #[ts(as = "Option<String>", optional)]
        edited: Option<NaiveDate>,
        /// The words that it covers.
        quoted: String,
        /// The words that it proposes; empty where it proposes that words go, or none.
        new_words: String,
        /// Whether it proposes a change of words.
        proposes: bool,
        /// The change that it proposes, in the answer as it stands now; none where nothing is proposed, the remark is
        /// not open, or the change cannot be made.
        #[ts(optional)]
        change: Option<Vec<ChangedWords>>,
        /// Why the proposed change cannot be made, in words.
        #[ts(optional)]
        hindrance: Option<String>,
        /// The row that it stands beside.
        #[ts(optional)]
        at_row: Option<RowId>,
        /// The field that it stands beside.
        #[ts(optional)]
        at_field: Option<String>,
        /// Where it stands, in words; none where it has no place.
        #[ts(optional)]
        place: Option<String>,
        /// Id of the form that shows the place.
        #[ts(optional)]
        form: Option<String>,
        /// Number of the section that shows it.
        #[ts(optional)]
        section: Option<String>,
        /// The page of the file, from 1.
        #[ts(optional)]
        page: Option<u32>,
        /// The answer, or the reason for which it is declined, as plain text.
        answer: String,
        /// Who decided.
        answered_by: String,
        /// The day on which somebody decided.
        #[ts(as = "Option<String>")]
        answered: Option<NaiveDate>,
        /// The remark to which this is a reply.
        #[ts(optional)]
        reply_to: Option<RowId>,
        /// The file in which it came back.
        #[ts(optional)]
        file: Option<RowId>,
        /// The number of the review round.
        #[ts(optional)]
        round: Option<u32>,
    }

    /// Places at which a remark can stand.
    RemarkPlaces {
        /// The first that fit: rows and answers that a form shows, and sections.
        places: Vec<PlaceOfRemark>,
    }

    /// A place at which a remark can stand.
    PlaceOfRemark {
        /// What it is called: the section, or the row with what its field asks.
        name: String,
        /// Id of the form that shows it.
        form: String,
        /// Number of the section.
        section: String,
        /// Short name of the form, number and title of the section.
        section_name: String,
        /// The row; none for a section as a whole.
        #[ts(optional)]
        row: Option<RowId>,
        /// The field; none for a row as a whole.
        #[ts(optional)]
        field: Option<String>,
        /// Whether the words that the remark covers stand in this answer.
        holds_words: bool,
    }

    /// A review round.
    RoundView {
        /// The row.
        row: RowId,
        /// Its number, counted from 1.
        number: u32,
        /// The day on which it began.
        #[ts(as = "Option<String>")]
        date: Option<NaiveDate>,
        /// The version that was sent.
        #[ts(optional)]
        version: Option<u32>,
        /// Who was asked, and whether a file came back from them.
        recipients: Vec<RecipientView>,
        /// How many files came back.
        files: usize,
        /// How many of its remarks are open.
        open: usize,
        /// How many remarks came back.
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
        /// What it is called.
        name: String,
        /// Who sent it.
        from: String,
        /// The day on which it was read.
        #[ts(as = "Option<String>")]
        date: Option<NaiveDate>,
        /// The version that it is a report of.
        #[ts(optional)]
        version: Option<u32>,
        /// The number of the review round.
        #[ts(optional)]
        round: Option<u32>,
        /// The file as it is attached.
        #[ts(optional)]
        attachment: Option<AttachmentId>,
        /// The number of the attachment, such as "E3".
        #[ts(optional)]
        number: Option<String>,
    }
}

//! The arguments and answers of the commands on own notes.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::richtext::RichText;

use crate::command_types::{answers, arguments};

arguments! {
    /// An own note beside an answer, a row or a section.
    AddOwnNote {
        /// The project.
        project: ProjectId,
        /// The id of the note; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<RowId>,
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
        /// The words, as plain text; empty when left out.
        #[serde(default)] #[ts(optional)]
        words: Option<String>,
    }
}

answers! {
    /// The own notes of a project.
    OwnNotes {
        /// The revision of the project that this answer is of.
        revision: u64,
        /// The notes in the order in which they were made.
        notes: Vec<OwnNoteView>,
    }

    /// An own note.
    OwnNoteView {
        /// The row of the note.
        row: RowId,
        /// The field of that row which holds the words.
        field: String,
        /// The row that the note stands beside; none if the note stands in a section or the row is gone.
        #[ts(optional)]
        at_row: Option<RowId>,
        /// The field of that row; none if the note stands beside the whole row.
        #[ts(optional)]
        at_field: Option<String>,
        /// The form that shows the place; none if no form of the project shows it.
        #[ts(optional)]
        form: Option<String>,
        /// The section of the form.
        #[ts(optional)]
        section: Option<String>,
        /// The place in words; empty if the place is gone.
        place: String,
        /// The words as a tree.
        #[ts(type = "unknown")]
        doc: RichText,
        /// The words as plain text.
        words: String,
        /// The day on which the note was made.
        #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
    }
}

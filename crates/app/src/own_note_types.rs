//! What the command on own notes takes, and what is told of them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::richtext::RichText;

use crate::command_types::{answers, arguments};

arguments! {
    /// A note of a person to themselves beside an answer, a row or a section.
    AddOwnNote {
        /// The project.
        project: ProjectId,
        /// Identity of the note; drawn when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<RowId>,
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
        /// The words, as plain text; none yet when left out.
        #[serde(default)] #[ts(optional)]
        words: Option<String>,
    }
}

answers! {
    /// The own notes of a project.
    OwnNotes {
        /// The project's revision that they are of.
        revision: u64,
        /// The notes in the order in which they were begun.
        notes: Vec<OwnNoteView>,
    }

    /// A note of a person to themselves.
    OwnNoteView {
        /// The row of the note.
        row: RowId,
        /// The field of that row which holds the words.
        field: String,
        /// The row that it stands beside; none where it stands in a section, or where the row is gone.
        #[ts(optional)]
        at_row: Option<RowId>,
        /// The field of that row; none where it stands beside the row as a whole.
        #[ts(optional)]
        at_field: Option<String>,
        /// The form that shows the place; none where no form of the project does.
        #[ts(optional)]
        form: Option<String>,
        /// The section of the form.
        #[ts(optional)]
        section: Option<String>,
        /// The place in words; empty where it is gone.
        place: String,
        /// The words as a tree.
        #[ts(type = "unknown")]
        doc: RichText,
        /// The words as plain text.
        words: String,
        /// The day on which it was begun.
        #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
    }
}

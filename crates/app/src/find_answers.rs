//! The answer of the command `find`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::RowId;

use crate::command_types::answers;

answers! {
    /// The places of a project in which the words stand.
    FoundPlaces {
        /// The revision of the project in which the places were found; `replace` needs it.
        revision: u64,
        /// Number of places.
        count: usize,
        /// The places in the order of the forms, up to a fixed number.
        places: Vec<FoundPlace>,
    }

    /// A place where the words stand.
    FoundPlace {
        /// The row.
        row: RowId,
        /// The field.
        field: String,
        /// Place of the words in this answer, counted from 0.
        nth: usize,
        /// Number and name of the row; empty for the row of a single register.
        name: String,
        /// The field's label.
        label: String,
        /// The form that shows the answer.
        #[ts(optional)]
        form: Option<String>,
        /// The section of that form.
        #[ts(optional)]
        section: Option<String>,
        /// The text before the words.
        before: String,
        /// The words as they are written there.
        words: String,
        /// The text after the words.
        after: String,
    }
}

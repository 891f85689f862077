//! What finding words in a project gives.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::RowId;

use crate::command_types::answers;

answers! {
    /// The places of a project where words stand.
    FoundPlaces {
        /// The revision of the project that was looked through; replacing asks for it.
        revision: u64,
        /// How many places there are.
        count: usize,
        /// The places in the order of the forms; the first ones where there are very many.
        places: Vec<FoundPlace>,
    }

    /// A place where the words stand.
    FoundPlace {
        /// The row.
        row: RowId,
        /// The field.
        field: String,
        /// Which of the places in this answer it is, counted from 0.
        nth: usize,
        /// Number and name of the row; empty where the register has one row.
        name: String,
        /// The field's label.
        label: String,
        /// The form that shows the answer.
        #[ts(optional)]
        form: Option<String>,
        /// The section of it.
        #[ts(optional)]
        section: Option<String>,
        /// What stands before.
        before: String,
        /// The words as they are written there.
        words: String,
        /// What stands behind.
        after: String,
    }
}

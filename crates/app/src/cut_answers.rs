//! The answers of the commands on cuts of a report.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::cut::Cut;

use crate::command_types::answers;

answers! {
    /// What a cut of a report leaves out, in words.
    CutContents {
        /// The cuts of this form's report, the whole report first.
        cuts: Vec<Cut>,
        /// The sections of the form, in order.
        sections: Vec<CutSection>,
        /// In words: which sections are left out, whole or in part.
        left_out_sections: Vec<String>,
        /// In words: how many rows of which registers are left out.
        left_out_rows: Vec<String>,
        /// The questions whose answers are left out in rows that are shown.
        left_out_answers: Vec<String>,
        /// In words: what else is left out.
        left_out_besides: Vec<String>,
        /// In words: what the file holds besides the sections and parts that are shown.
        goes_along: Vec<String>,
        /// Names of people that are in the shown text although the cut withholds names.
        names: Vec<String>,
    }

    /// A section that can be chosen.
    CutSection {
        /// Its number.
        id: String,
        /// Its heading.
        title: String,
    }
}

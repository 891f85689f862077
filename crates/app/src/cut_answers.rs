//! What the questions about cuts of a report give back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::cut::Cut;

use crate::command_types::answers;

answers! {
    /// What a cut of a report leaves out, in words.
    CutContents {
        /// The cuts that the report of this form has, the whole report first.
        cuts: Vec<Cut>,
        /// The sections of the form, in order.
        sections: Vec<CutSection>,
        /// What is left out of which sections.
        left_out_sections: Vec<String>,
        /// How many rows of which registers are left out.
        left_out_rows: Vec<String>,
        /// The questions whose answers are left out of rows that are shown.
        left_out_answers: Vec<String>,
        /// What else is left out.
        left_out_besides: Vec<String>,
        /// Names of people that stand in what is shown although the cut withholds names.
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

//! The answers of the commands on versions of forms.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command_types::answers;

answers! {
    /// What the move means for the answers of the project.
    FormMove {
        /// Id of the form.
        form: String,
        /// Short name of the form.
        short: String,
        /// The version before the move.
        from: String,
        /// The version after the move.
        to: String,
        /// Questions that only the new version asks.
        new: Vec<MovedQuestion>,
        /// Questions that only the old version asks. Their answers stay visible.
        gone: Vec<MovedQuestion>,
        /// Questions that both versions ask, but differently. Answers that still fit stay.
        changed: Vec<MovedQuestion>,
        /// Number of answers to questions that both versions ask.
        carried: usize,
        /// Number of gaps before the move.
        open_before: usize,
        /// Number of gaps after the move.
        open_after: usize,
    }

    /// A question of a form.
    MovedQuestion {
        /// The part in which it stands.
        part: String,
        /// Title of the part.
        title: String,
        /// The question.
        label: String,
        /// Number of answers that the project has to it.
        answers: usize,
    }
}

//! What is told of moving a project to another version of a form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command_types::answers;

answers! {
    /// What moving a project to another version of a form means for its answers.
    FormMove {
        /// Id of the form.
        form: String,
        /// Its short name.
        short: String,
        /// The version that is followed before.
        from: String,
        /// The version that is followed afterwards.
        to: String,
        /// Questions that only the version afterwards asks.
        new: Vec<MovedQuestion>,
        /// Questions that only the version before asks; their answers stay in sight.
        gone: Vec<MovedQuestion>,
        /// Questions that both ask, in another way: answers that still fit carry over.
        changed: Vec<MovedQuestion>,
        /// How many answers stand at questions that both ask.
        carried: usize,
        /// How many things are open before.
        open_before: usize,
        /// How many things are open afterwards.
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
        /// How many answers the project has to it.
        answers: usize,
    }
}

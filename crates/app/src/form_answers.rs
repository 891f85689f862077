//! The answers of the commands on forms and their versions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::view::{FormView, SectionView};

use crate::command_types::answers;

answers! {
    /// A form that a project can fill in.
    TemplateSummary {
        /// Id of the template.
        id: String,
        /// Version.
        version: String,
        /// Full title.
        title: String,
        /// Short name.
        short: String,
        /// The published document that the form follows.
        source: String,
    }

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

/// A form of a project, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FormAnswer {
    /// The revision of the project that the view is of.
    pub revision: u64,
    /// The view.
    #[serde(flatten)]
    pub view: FormView,
}

/// A section of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SectionAnswer {
    /// The revision of the project that the view is of.
    pub revision: u64,
    /// The view.
    #[serde(flatten)]
    pub view: SectionView,
}

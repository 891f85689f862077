//! What is told of a topic by all providers. Two states side by side are a [`Comparison`] of the model.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
pub use vurder_model::comparison::Comparison;
use vurder_model::comparison::{ComparedCoverage, ComparedState, ComparedStatement};
use vurder_model::provider::Topic;

use crate::command_types::answers;
use crate::drift_answers::RevisionSummary;

answers! {
    /// All that is stated on a topic.
    TopicView {
        /// The topic.
        topic: Topic,
        /// The providers: those of the project first, then the others by name.
        providers: Vec<TopicOfProvider>,
    }

    /// What one provider states on a topic.
    TopicOfProvider {
        /// The state of its pages: the one that the project follows, or the newest.
        state: ComparedState,
        /// Whether the project has chosen it.
        chosen: bool,
        /// What it states.
        coverage: ComparedCoverage,
        /// What it stated in its other revisions and does not state like that in this one, the newest revision first.
        otherwise: Vec<StatedOtherwise>,
    }

    /// A statement of another revision.
    StatedOtherwise {
        /// The revision that has it.
        of: RevisionSummary,
        /// The statement, with how it differs from what is stated.
        statement: ComparedStatement,
    }
}

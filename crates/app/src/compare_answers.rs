//! The answer of the command `topic`. The answer of `compare` is a [`Comparison`] of the model.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
pub use vurder_model::comparison::Comparison;
use vurder_model::comparison::{ComparedCoverage, ComparedState, ComparedStatement};
use vurder_model::provider::Topic;

use crate::command_types::answers;
use crate::drift_answers::RevisionSummary;

answers! {
    /// All that the providers state on a topic.
    TopicView {
        /// The topic.
        topic: Topic,
        /// The providers: those of the project first, then the others by name.
        providers: Vec<TopicOfProvider>,
    }

    /// What one provider states on a topic.
    TopicOfProvider {
        /// The state of the provider's pages: the revision that the project follows, or the newest one.
        state: ComparedState,
        /// Whether the project has chosen the provider.
        chosen: bool,
        /// What the provider states.
        coverage: ComparedCoverage,
        /// Statements of its other revisions that this revision does not have or has in other words, the newest
        /// revision first.
        otherwise: Vec<StatedOtherwise>,
    }

    /// A statement of another revision.
    StatedOtherwise {
        /// The revision that has it.
        of: RevisionSummary,
        /// The statement, and how it differs from the statements of this revision.
        statement: ComparedStatement,
    }
}

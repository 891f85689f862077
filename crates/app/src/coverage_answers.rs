//! The answer of the command `coverage`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::view::{AssessedCoverage, RefView};

use crate::command_types::answers;

answers! {
    /// What the providers of a project state on each topic, and the project's judgements, gaps, measures and requests.
    ProjectCoverage {
        /// The project's revision.
        revision: u64,
        /// By topic: statements, judgement, gap, measures and request.
        coverage: AssessedCoverage,
        /// The words of the statements that have the worst judgement on a topic, by id.
        statements: BTreeMap<String, JudgedWords>,
        /// All measures of the project, which could fill a gap.
        measures: Vec<RefView>,
        /// The place in a form of each measure and request, by id.
        places: BTreeMap<String, RowPlace>,
    }

    /// The words of a statement, and the page that they stand on.
    JudgedWords {
        /// The words.
        words: String,
        /// Id of the page.
        page: String,
    }

    /// The section of a form in which a row is shown.
    RowPlace {
        /// Id of the form.
        form: String,
        /// The section.
        section: String,
    }
}

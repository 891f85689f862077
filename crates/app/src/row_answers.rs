//! The answers of the commands on earlier versions of answers, and on examples.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::richtext::RichText;
use vurder_model::value::Value;

use crate::command_types::answers;

answers! {
    /// An example of an answer.
    AnswerExample {
        /// What the sample project answers to the same question; none if the sample has no words there.
        words: Option<String>,
    }

    /// Versions of an answer.
    Versions {
        /// The versions, newest first, up to a fixed number.
        versions: Vec<Version>,
        /// Whether there are older versions. `history` gives them when it gets the last of these versions as `before`.
        older: bool,
    }

    /// A version of an answer.
    Version {
        /// The name by which `restore_answer` takes this version.
        version: String,
        /// When it was written.
        #[ts(as = "String")]
        at: DateTime<Utc>,
        /// The answer; none if the field was emptied.
        value: Option<Value>,
        /// The answer as a tree, if it is rich text.
        #[ts(type = "unknown")]
        doc: Option<RichText>,
        /// Whether this version is the present answer.
        current: bool,
    }
}

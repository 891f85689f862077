//! The arguments of the commands on the pages and statements of providers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::richtext::RichText;

use crate::command_types::arguments;

arguments! {
    /// Two revisions of a provider.
    DriftOf {
        /// Id of the provider.
        provider: String,
        /// The earlier revision; the one before the later revision when left out.
        #[serde(default)] #[ts(optional)]
        from: Option<String>,
        /// The later revision; the newest when left out.
        #[serde(default)] #[ts(optional)]
        to: Option<String>,
    }

    /// The controller's judgement and note on a statement. What is left out stays as it is.
    Judge {
        /// The project.
        project: ProjectId,
        /// Id of the statement.
        statement: String,
        /// `sufficient`, `partly`, `insufficient`, `not-relevant`; an empty string takes the judgement back.
        #[serde(default)] #[ts(optional)]
        judgement: Option<String>,
        /// The note, as Markdown.
        #[serde(default)] #[ts(optional)]
        note: Option<String>,
        /// The note as a tree, in place of Markdown.
        #[serde(default)] #[ts(optional, type = "unknown")]
        note_doc: Option<RichText>,
    }

    /// Statements to be written into the form, each with its citation.
    UseStatements {
        /// The project.
        project: ProjectId,
        /// Ids of the statements.
        statements: Vec<String>,
        /// The subject for which they become measures, such as `confidentiality` or `additional`.
        #[serde(default)] #[ts(optional)]
        serves: Option<String>,
        /// In place of `serves`: the row of the text to which the statements are added.
        #[serde(default)] #[ts(optional)]
        row: Option<RowId>,
        /// With `row`: the field of that text.
        #[serde(default)] #[ts(optional)]
        field: Option<String>,
    }

    /// A provider's page.
    OfPage {
        /// Id of the provider.
        provider: String,
        /// Id of the page.
        page: String,
        /// The project whose judgements and notes are shown.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
    }

    /// Which statements to list. What is left out does not narrow the list.
    OfStatements {
        /// The project whose judgements and notes are shown. Without `provider`, only statements of its providers are
        /// listed.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
        /// Id of a provider.
        #[serde(default)] #[ts(optional)]
        provider: Option<String>,
        /// Ids of topics, the most important first; a statement is listed if it has one of them. Those that are mainly
        /// about the first topic come first.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        topics: Vec<String>,
        /// `organisational`, `people`, `physical`, `technological`.
        #[serde(default)] #[ts(optional)]
        theme: Option<String>,
        /// Only those with a judgement, or only those without.
        #[serde(default)] #[ts(optional)]
        judged: Option<bool>,
        /// Words to look for.
        #[serde(default)] #[ts(optional)]
        query: Option<String>,
    }
}

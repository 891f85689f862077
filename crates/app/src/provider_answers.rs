//! The answers of the commands on providers, their pages and statements.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::RowId;
use vurder_model::provider::{Action, PackOrigin, Page, Statement, Topic, TopicCoverage};
use vurder_model::richtext::RichText;

use crate::command_types::answers;
use crate::import_answers::{GonePassage, PassageFacts};

answers! {
    /// A provider with the numbers of its pages, statements and actions.
    ProviderSummary {
        /// Id.
        id: String,
        /// Name.
        name: String,
        /// Country as ISO 3166 code.
        country: String,
        /// Web site.
        website: String,
        /// Revision of the pack.
        revision: String,
        /// Where the pack comes from.
        origin: PackOrigin,
        /// The newest day among the states of its pages, YYYY-MM-DD; none if no page has a day.
        captured: Option<String>,
        /// The pages in order.
        pages: Vec<PageSummary>,
        /// Number of passages; only imported pages have some.
        passages: usize,
        /// Number of statements.
        statements: usize,
        /// Number of actions.
        actions: usize,
        /// Number of topics on which a statement says that the provider provides something.
        topics_stated: usize,
        /// Titles of the topics on which nothing is stated.
        topics_not_stated: Vec<String>,
        /// Titles of the topics on which the provider states something and leaves something else open.
        topics_left_open: Vec<String>,
        /// Number of this provider's statements that the project has judged.
        judged: usize,
    }

    /// A page in a list.
    PageSummary {
        /// Id.
        id: String,
        /// Title.
        title: String,
        /// Statements on it.
        statements: usize,
    }

    /// The providers with their numbers, and all topics.
    Library {
        /// The providers: those of the project, or all.
        providers: Vec<ProviderSummary>,
        /// All topics in order.
        topics: Vec<Topic>,
    }

    /// Topics and what the providers state on them.
    Topics {
        /// All topics in order.
        topics: Vec<Topic>,
        /// What the providers state on each topic.
        coverage: Vec<TopicCoverage>,
    }

    /// A statement with the project's judgement, note and citations of it.
    StatementView {
        /// The statement.
        statement: Statement,
        /// Id of the provider.
        provider: String,
        /// Name of the provider.
        provider_name: String,
        /// Id of the option that is the judgement.
        judgement: Option<String>,
        /// The note as a tree.
        #[ts(type = "unknown")]
        note: Option<RichText>,
        /// The row that holds judgement and note, if there is one.
        note_row: Option<RowId>,
        /// How often the project cites it.
        cited: usize,
    }

    /// A page with its passages, statements and actions.
    PageView {
        /// The page.
        page: Page,
        /// The revision of the provider's content that the page is of.
        revision: String,
        /// Where the pack comes from.
        origin: PackOrigin,
        /// Facts about passages, by the number of the passage. A passage without facts is left out.
        passages: BTreeMap<u32, PassageFacts>,
        /// Passages that stood on the page in the revision before and stand on no page now.
        gone: Vec<GonePassage>,
        /// Its statements, by id.
        statements: BTreeMap<String, StatementView>,
        /// The provider's actions, by id.
        actions: BTreeMap<String, Action>,
    }
}

//! The answers of the commands on drift.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::drift::{ChangedWords, Drift, StatementChange};
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::KeepDecision;

use crate::command_types::answers;

answers! {
    /// What changed from one revision of a provider's content to another.
    ProviderDrift {
        /// The provider and the earlier revision.
        from: RevisionSummary,
        /// The same provider and the later revision.
        to: RevisionSummary,
        /// What changed.
        drift: Drift,
    }

    /// A revision of a provider's content.
    RevisionSummary {
        /// Id of the provider.
        provider: String,
        /// Name of the provider.
        provider_name: String,
        /// The revision.
        revision: String,
        /// Day of its newest page; none if the day is not known.
        #[ts(as = "Option<String>")]
        day: Option<NaiveDate>,
    }

    /// Citations, judgements and requests of a project whose source changed.
    ProjectDrift {
        /// The project.
        project: ProjectId,
        /// The revision of the project that this answer is of.
        revision: u64,
        /// The chosen providers whose newest revision is not the one that the project follows.
        providers: Vec<FollowedProvider>,
        /// What changed under the project, by provider. Settled items stand last.
        items: Vec<DriftItem>,
        /// Number of items that are not settled.
        open: usize,
        /// Topics on which a provider now states something that it did not state before.
        topics: Vec<NewlyStated>,
        /// Documents that are no longer valid, or will soon end.
        documents: Vec<EndingDocument>,
    }

    /// A provider of which the project follows an earlier revision.
    FollowedProvider {
        /// The revision that the project follows.
        follows: RevisionSummary,
        /// The newest revision.
        newest: RevisionSummary,
    }

    /// A citation, judgement or request of the project, and what became of its source.
    DriftItem {
        /// What it is: a citation, a judgement or a request.
        kind: DriftItemKind,
        /// Whether somebody still has to look at the item.
        open: bool,
        /// The citation that can be settled; none for a request.
        citation: Option<CitationId>,
        /// The row of the judgement or of the request. None for a citation, which may stand in several rows.
        row: Option<RowId>,
        /// Id of the statement, action or topic, or name of the passage, that the item rests on.
        statement: String,
        /// Where the project uses the item.
        places: Vec<DriftPlace>,
        /// The revision that the item was taken from.
        from: RevisionSummary,
        /// The newest revision.
        newest: RevisionSummary,
        /// What changed.
        change: StatementChange,
        /// The words that the item rests on.
        before: String,
        /// The words that are published in their place now; empty if they are gone.
        now: Vec<PublishedWords>,
        /// The words that were removed and added, if the source goes on in one statement.
        words: Vec<ChangedWords>,
        /// What the maintainers of the provider's pack say about the change; empty if they say nothing.
        note: String,
        /// Day of the change, if it is known.
        #[ts(as = "Option<String>")]
        since: Option<NaiveDate>,
        /// The revision that has the first change; none if nothing changed.
        since_revision: Option<RevisionSummary>,
        /// Why the project keeps the old words, if it does.
        kept: Option<KeepDecision>,
    }

    /// A statement or passage as it is published.
    PublishedWords {
        /// Id of the statement or name of the passage.
        statement: String,
        /// The words.
        words: String,
        /// Title of the first page on which it stands.
        page: String,
        /// Address of that page.
        address: String,
    }

    /// A place of the project.
    DriftPlace {
        /// The row.
        row: RowId,
        /// The register of the row.
        register: String,
        /// The name for one row of the register.
        one: String,
        /// The number by which people call the row; empty if the row has none.
        number: String,
        /// The row in one line; empty for the answers of a form.
        label: String,
        /// The field.
        field: String,
        /// The field's label.
        field_label: String,
        /// The form that shows it.
        form: Option<String>,
        /// The section of the form.
        section: Option<String>,
        /// The sentences with the citation; empty where it stands in a list of evidence.
        sentences: Vec<String>,
    }

    /// A topic on which a provider now states something that the revision the project follows does not state.
    NewlyStated {
        /// Id of the topic.
        topic: String,
        /// Its name.
        title: String,
        /// The newest revision.
        newest: RevisionSummary,
        /// What is stated now.
        statements: Vec<PublishedWords>,
        /// Requests, judgements, measures and risks of the project that wait for such a statement.
        waiting: Vec<DriftPlace>,
    }

    /// A document that is no longer valid, or will soon end.
    EndingDocument {
        /// Id of the document.
        document: String,
        /// Title of the document.
        title: String,
        /// Address of the document.
        address: String,
        /// Name of the provider.
        provider_name: String,
        /// The last day on which it is valid.
        #[ts(as = "String")]
        valid_until: NaiveDate,
        /// Whether that day is over.
        ended: bool,
    }
}

/// The kinds of [`DriftItem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum DriftItemKind {
    /// A citation in a text or a list of evidence.
    Citation,
    /// A judgement on a statement.
    Judgement,
    /// A request that is open.
    Request,
}

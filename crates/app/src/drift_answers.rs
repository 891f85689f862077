//! What is told of changes since something was cited.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::drift::{ChangedWords, Drift, StatementChange};
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::Kept;

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
        /// Day of its newest page; none where it is not known.
        #[ts(as = "Option<String>")]
        day: Option<NaiveDate>,
    }

    /// What of a project no longer stands on what is published.
    ProjectDrift {
        /// The project.
        project: ProjectId,
        /// The project's revision that this is of.
        revision: u64,
        /// The chosen providers whose newest revision is not the one that the project follows.
        providers: Vec<FollowedProvider>,
        /// What changed under the project, by provider; those that are settled stand last.
        items: Vec<DriftItem>,
        /// How many of the items are not settled.
        open: usize,
        /// Topics on which a provider states now what it did not state before.
        topics: Vec<NewlyStated>,
        /// Documents that are no longer valid, or not for long.
        documents: Vec<EndingDocument>,
    }

    /// A provider that a project reads at an earlier revision.
    FollowedProvider {
        /// The revision that the project follows.
        follows: RevisionSummary,
        /// The newest revision.
        newest: RevisionSummary,
    }

    /// Something of the project, and what became of what it stands on.
    DriftItem {
        /// What of the project it is.
        kind: DriftItemKind,
        /// Whether somebody still has to look at it.
        open: bool,
        /// The citation that can be settled; none for a request.
        citation: Option<CitationId>,
        /// The row of the judgement or of the request; none for a citation, which may stand in several.
        row: Option<RowId>,
        /// Id of the statement, action or topic, or name of the passage, that it stands on.
        statement: String,
        /// Where the project uses it.
        places: Vec<DriftPlace>,
        /// The revision that it was taken from.
        from: RevisionSummary,
        /// The newest revision.
        newest: RevisionSummary,
        /// What changed.
        change: StatementChange,
        /// The words that it stands on.
        before: String,
        /// What is published in their place now; nothing where they are gone.
        now: Vec<PublishedWords>,
        /// The words that went and came, where they stand in one statement now.
        words: Vec<ChangedWords>,
        /// What changed, in the words of those who keep the provider's pack; empty where they say nothing.
        note: String,
        /// Day of the change, where it is known.
        #[ts(as = "Option<String>")]
        since: Option<NaiveDate>,
        /// The revision that has the first change; none where nothing changed.
        since_revision: Option<RevisionSummary>,
        /// Why the project keeps the words, where it does.
        kept: Option<Kept>,
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
        /// What one row of the register is called.
        one: String,
        /// The number by which people speak of the row; empty where it has none.
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

    /// A topic on which a provider states now what it did not state in the revision that the project follows.
    NewlyStated {
        /// Id of the topic.
        topic: String,
        /// Its name.
        title: String,
        /// The newest revision.
        newest: RevisionSummary,
        /// What is stated now.
        statements: Vec<PublishedWords>,
        /// Requests, judgements, measures and risks of the project that wait for it.
        waiting: Vec<DriftPlace>,
    }

    /// A document that is no longer valid, or not for long.
    EndingDocument {
        /// Id of the document.
        document: String,
        /// What it is called.
        title: String,
        /// Where it is.
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

/// What of a project stands on what is published.
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

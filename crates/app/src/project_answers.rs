//! The answers of the commands on projects.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::next_step::NextStep;
use vurder_model::project::ProjectHead;
use vurder_model::view::Progress;

use crate::answers::UndoState;
use crate::command_types::answers;
use crate::finding_answers::FindingCounts;
use crate::own_note_types::OwnNoteView;
use crate::provider_answers::ProviderSummary;
use crate::ready_types::ReadySection;
use crate::remark_answers::ReviewSummary;

answers! {
    /// A project in the list.
    ProjectSummary {
        /// Title, forms, providers.
        head: ProjectHead,
        /// Names of the controllers.
        controllers: Vec<String>,
        /// The progress of each form.
        forms: Vec<FormSummary>,
        /// When it was last changed.
        #[ts(as = "String")]
        changed: DateTime<Utc>,
    }

    /// A form with its progress.
    FormSummary {
        /// Id of the template.
        form: String,
        /// Short name.
        short: String,
        /// Full title.
        title: String,
        /// The version that the project follows.
        version: String,
        /// The newest version, if the project follows an older one.
        #[serde(default, skip_serializing_if = "Option::is_none")] #[ts(optional)]
        newer: Option<String>,
        /// The progress of the form. Lists of projects leave the gaps out.
        progress: Progress,
        /// The sections. Lists of projects leave them out.
        sections: Vec<SectionSummary>,
    }

    /// A section with its progress.
    SectionSummary {
        /// Number.
        id: String,
        /// Heading.
        title: String,
        /// The progress of the section.
        progress: Progress,
    }

    /// The overview of a project.
    ProjectOverview {
        /// The revision of the project that this answer is of.
        revision: u64,
        /// Title, forms, providers.
        head: ProjectHead,
        /// Names of the controllers.
        controllers: Vec<String>,
        /// The forms with their sections.
        forms: Vec<FormSummary>,
        /// A summary of each chosen provider.
        providers: Vec<ProviderSummary>,
        /// Number of citations, judgements and open requests whose source changed and which nobody has settled.
        drifted: usize,
        /// How many findings there are.
        findings: FindingCounts,
        /// The state of the reviews; none if nothing was sent for review and no file came back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        review: Option<ReviewSummary>,
        /// The own notes, each with its place.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[ts(optional, as = "Option<Vec<OwnNoteView>>")]
        own_notes: Vec<OwnNoteView>,
        /// The sections that somebody marked as ready for review.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[ts(optional, as = "Option<Vec<ReadySection>>")]
        ready: Vec<ReadySection>,
        /// The people who have a role in the assessment.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[ts(optional, as = "Option<Vec<String>>")]
        people: Vec<String>,
        /// The next steps, in the order in which a person can do them; empty when all is done.
        steps: Vec<NextStep>,
        /// Id of the form that can take over the result of the screening; none if the form already agrees with the
        /// result.
        carry_over: Option<String>,
        /// The changes that `undo` and `redo` would act on.
        undo: UndoState,
        /// When it was last changed.
        #[ts(as = "String")]
        changed: DateTime<Utc>,
    }
}

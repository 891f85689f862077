//! What each command gives back, except a change: its answer has a module of its own, `changed`.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::next_step::NextStep;
use vurder_model::project::{Citation, ProjectHead};
use vurder_model::provider::{Action, PackOrigin, Page, Statement, Topic, TopicCoverage};
use vurder_model::richtext::RichText;
use vurder_model::template::Preset;
use vurder_model::value::Value;
use vurder_model::view::{FormView, Progress, SectionView};
use vurder_workspace::SnippetPart;

use crate::command_types::answers;
use crate::finding_answers::FindingCounts;
use crate::import_answers::{GonePassage, PassageFacts};
use crate::own_note_types::OwnNoteView;
use crate::ready_types::ReadySection;
use crate::remark_answers::ReviewSummary;

answers! {
    /// What could be undone and redone.
    UndoState {
        /// Label of the change that would be undone.
        undo: Option<String>,
        /// Label of the change that would be redone.
        redo: Option<String>,
    }

    /// The program and its workspace.
    Status {
        /// Version of the program.
        version: String,
        /// Path of the workspace.
        workspace: String,
        /// Whether there is no project yet, in the trash or not.
        first_start: bool,
        /// Languages of forms, headings and messages, as BCP 47: those that are complete.
        languages: Vec<String>,
        /// Languages in which answers can be written, as BCP 47: those in which the PDF can divide words.
        text_languages: Vec<String>,
        /// What to know of the workspace: nothing on most days.
        notices: Vec<Notice>,
        /// The copies that are made of the workspace by itself.
        backups: Backups,
    }

    /// The copies that are made of the workspace by itself, at most one a day.
    Backups {
        /// The folder they stand in; there once there is one.
        folder: String,
        /// The day of the newest one, YYYY-MM-DD.
        last: Option<String>,
    }

    /// Something to know though nothing was refused.
    Notice {
        /// What happened, for people.
        message: String,
        /// The next step, for people.
        help: String,
        /// What the machine said, for support.
        detail: String,
    }

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
        /// What it follows.
        source: String,
    }

    /// A project in the list.
    ProjectSummary {
        /// Title, forms, providers.
        head: ProjectHead,
        /// Names of the controllers.
        controllers: Vec<String>,
        /// How far each form is.
        forms: Vec<FormSummary>,
        /// When it was last changed.
        #[ts(as = "String")]
        changed: DateTime<Utc>,
    }

    /// A form with its state.
    FormSummary {
        /// Id of the template.
        form: String,
        /// Short name.
        short: String,
        /// Full title.
        title: String,
        /// Version followed.
        version: String,
        /// The newest version, where the project follows an older one.
        #[serde(default, skip_serializing_if = "Option::is_none")] #[ts(optional)]
        newer: Option<String>,
        /// How far the form is; gaps are left out in lists.
        progress: Progress,
        /// The sections; left out in lists.
        sections: Vec<SectionSummary>,
    }

    /// A section with its state.
    SectionSummary {
        /// Number.
        id: String,
        /// Heading.
        title: String,
        /// How far it is.
        progress: Progress,
    }

    /// A project at a glance.
    ProjectOverview {
        /// The project's revision that this is of.
        revision: u64,
        /// Title, forms, providers.
        head: ProjectHead,
        /// Names of the controllers.
        controllers: Vec<String>,
        /// The forms with their sections.
        forms: Vec<FormSummary>,
        /// What each chosen provider covers.
        providers: Vec<ProviderSummary>,
        /// How many citations, judgements and open requests stand on what is not published as it was, and are not
        /// settled.
        drifted: usize,
        /// How many findings there are.
        findings: FindingCounts,
        /// How reviews stand; none where nothing was sent to anybody and nothing came back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        review: Option<ReviewSummary>,
        /// The notes of a person to themselves, each with its place.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[ts(optional, as = "Option<Vec<OwnNoteView>>")]
        own_notes: Vec<OwnNoteView>,
        /// The sections that somebody called ready for review.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[ts(optional, as = "Option<Vec<ReadySection>>")]
        ready: Vec<ReadySection>,
        /// The people who have a role in the assessment.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[ts(optional, as = "Option<Vec<String>>")]
        people: Vec<String>,
        /// The nearest steps, in the order in which a person can work; none when all is done.
        steps: Vec<NextStep>,
        /// Id of the form into which the result of the screening can be taken over, as long as it says otherwise.
        carry_over: Option<String>,
        /// What could be undone and redone.
        undo: UndoState,
        /// When it was last changed.
        #[ts(as = "String")]
        changed: DateTime<Utc>,
    }

    /// A provider in numbers.
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
        /// Day of the newest state among its pages, YYYY-MM-DD; none where no page bears a day.
        captured: Option<String>,
        /// Pages: id and title in order.
        pages: Vec<PageSummary>,
        /// Number of passages; only imported pages have some.
        passages: usize,
        /// Number of statements.
        statements: usize,
        /// Number of actions.
        actions: usize,
        /// Topics with a statement of something provided.
        topics_stated: usize,
        /// Titles of the topics on which nothing is stated.
        topics_not_stated: Vec<String>,
        /// Titles of the topics on which something is stated and something else left open.
        topics_left_open: Vec<String>,
        /// Statements of this provider that the project has judged.
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

    /// What providers publish, in numbers.
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
        /// Per topic.
        coverage: Vec<TopicCoverage>,
    }

    /// A statement with what the project says of it.
    StatementView {
        /// The statement.
        statement: Statement,
        /// Id of the provider.
        provider: String,
        /// Name of the provider.
        provider_name: String,
        /// The judgement, as an option's id.
        judgement: Option<String>,
        /// The note as a tree.
        #[ts(type = "unknown")]
        note: Option<RichText>,
        /// The row of judgement and note, once there is one.
        note_row: Option<RowId>,
        /// How often the project cites it.
        cited: usize,
    }

    /// A page as it is read.
    PageView {
        /// The page.
        page: Page,
        /// The revision of the provider's content that the page is of.
        revision: String,
        /// Where it comes from.
        origin: PackOrigin,
        /// The passages of which something is known, by their numbers.
        passages: BTreeMap<u32, PassageFacts>,
        /// What stood on the page in the revision before, and stands nowhere now.
        gone: Vec<GonePassage>,
        /// Its statements, by id.
        statements: BTreeMap<String, StatementView>,
        /// The provider's actions, by id.
        actions: BTreeMap<String, Action>,
    }

    /// A request to a provider: the one that is open on a matter, and what a new one begins with.
    RequestDraft {
        /// The open request; none when a new one is to be made.
        row: Option<RowId>,
        /// Id of the form that shows it.
        form: Option<String>,
        /// Id of the section that shows it.
        section: Option<String>,
        /// First values of a new request.
        values: Vec<Preset>,
    }

    /// Versions of an answer.
    Versions {
        /// Newest first; as many as can be looked at.
        versions: Vec<Version>,
        /// Whether there are older ones; `history` tells them, asked for what was before the last of these.
        older: bool,
    }

    /// A version of an answer.
    Version {
        /// Names it for `restore_answer`.
        version: String,
        /// When it was written.
        #[ts(as = "String")]
        at: DateTime<Utc>,
        /// The answer; nothing where the field was emptied.
        value: Option<Value>,
        /// Rich text as a tree.
        #[ts(type = "unknown")]
        doc: Option<RichText>,
        /// Whether it is what stands there now.
        current: bool,
    }

    /// The trash.
    Trash {
        /// Projects in it.
        projects: Vec<ProjectHead>,
        /// Rows in it.
        rows: Vec<TrashedRow>,
    }

    /// A row in the trash.
    TrashedRow {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// One of its register, as people say it.
        one: String,
        /// The row in one line.
        label: String,
        /// When it was deleted.
        #[ts(as = "String")]
        trashed: DateTime<Utc>,
    }

    /// The citations of a project, by id.
    Citations {
        /// The project's revision that this is of.
        revision: u64,
        /// With the words as pinned.
        citations: BTreeMap<String, CitationView>,
    }

    /// A citation and how it stands to the pack of today.
    CitationView {
        /// As pinned.
        citation: Citation,
        /// Whether the provider's pack still says the same; nothing where the pack is not there.
        current: Option<bool>,
    }

    /// Places where the words stand.
    SearchResult {
        /// Best first.
        hits: Vec<Hit>,
    }

    /// A place.
    Hit {
        /// What it is.
        kind: HitKind,
        /// The project, for all but statements.
        project: Option<ProjectId>,
        /// Name of the project, or of the provider.
        context: String,
        /// The thing in one line.
        title: String,
        /// The words around, in pieces.
        snippet: Vec<SnippetPart>,
        /// The form in which the answer stands.
        form: Option<String>,
        /// The section in which it stands.
        section: Option<String>,
        /// The row.
        row: Option<RowId>,
        /// The field.
        field: Option<String>,
        /// The provider.
        provider: Option<String>,
        /// The page on which the statement stands first.
        page: Option<String>,
        /// The statement.
        statement: Option<String>,
    }

    /// A report before it is written.
    Preview {
        /// The page as SVG.
        svg: String,
        /// Number of pages.
        pages: usize,
        /// Characters no font has.
        missing_glyphs: Vec<MissingCharacter>,
        /// Fonts of this computer in which characters are set that the bundled ones lack.
        fonts: Vec<String>,
    }

    /// A character that no font has: a box stands in its place.
    MissingCharacter {
        /// The character.
        character: String,
        /// Its number in Unicode: "U+6F22".
        code: String,
        /// The pages on which it stands.
        pages: Vec<usize>,
    }

    /// A report that was written.
    Exported {
        /// The file.
        path: String,
        /// Number of pages; 0 for a file that has none of its own.
        pages: usize,
        /// Size in bytes.
        bytes: usize,
        /// Characters no font has; they are drawn as boxes.
        missing_glyphs: Vec<MissingCharacter>,
        /// Fonts of this computer in which characters are set that the bundled ones lack.
        fonts: Vec<String>,
    }

    /// A file that was written.
    Written {
        /// The file.
        path: String,
        /// Size in bytes.
        bytes: u32,
    }
}

/// What a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// A project by its name.
    Project,
    /// An answer in a form.
    Answer,
    /// A note of a person to themselves.
    OwnNote,
    /// A note on a statement.
    Note,
    /// A statement of a provider.
    Statement,
    /// A passage of a provider's imported page.
    Passage,
    /// A file attached to a project, by its name.
    Attachment,
    /// What a reviewer wrote, or the answer to it.
    Remark,
}

/// A form of a project, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FormAnswer {
    /// The project's revision that the view is of.
    pub revision: u64,
    /// The view.
    #[serde(flatten)]
    pub view: FormView,
}

/// A section of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SectionAnswer {
    /// The project's revision that the view is of.
    pub revision: u64,
    /// The view.
    #[serde(flatten)]
    pub view: SectionView,
}

//! The answers of commands. Some answers have a module of their own; the answer of a change is in `changed`.

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
    /// The changes that `undo` and `redo` would act on.
    UndoState {
        /// Name of the change that `undo` would take back.
        undo: Option<String>,
        /// Name of the change that `redo` would make again.
        redo: Option<String>,
    }

    /// The program and its workspace.
    Status {
        /// Version of the program.
        version: String,
        /// Path of the workspace.
        workspace: String,
        /// Whether the workspace has no project, not even one in the trash.
        first_start: bool,
        /// The languages in which forms, headings and messages are complete, as BCP 47 tags.
        languages: Vec<String>,
        /// Languages in which answers can be written, as BCP 47 tags: those whose words the PDF can divide, and the
        /// complete languages.
        text_languages: Vec<String>,
        /// Notices about the workspace; usually none.
        notices: Vec<Notice>,
        /// The backups that the program makes by itself.
        backups: Backups,
    }

    /// The backups that the program makes by itself, at most one a day.
    Backups {
        /// The folder of the backups. It exists only after the first backup.
        folder: String,
        /// The day of the newest backup, YYYY-MM-DD.
        last: Option<String>,
    }

    /// A message that a person should read although no command failed.
    Notice {
        /// What happened, for people.
        message: String,
        /// The next step, for people.
        help: String,
        /// The technical cause, for support.
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
        /// The published document that the form follows.
        source: String,
    }

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

    /// The open request to a provider on a matter, and the first values of a new request.
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

    /// The trash.
    Trash {
        /// Projects in the trash.
        projects: Vec<ProjectHead>,
        /// Rows in the trash.
        rows: Vec<TrashedRow>,
    }

    /// A row in the trash.
    TrashedRow {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// What people call one row of the register.
        one: String,
        /// The row in one line.
        label: String,
        /// When it was deleted.
        #[ts(as = "String")]
        trashed: DateTime<Utc>,
    }

    /// The citations of a project, by id.
    Citations {
        /// The revision of the project that this answer is of.
        revision: u64,
        /// The citations, each with its words as pinned.
        citations: BTreeMap<String, CitationView>,
    }

    /// A citation, and whether the revision that the project follows still has its words.
    CitationView {
        /// The citation as it was pinned.
        citation: Citation,
        /// Whether the statement still has these words; none if the revision that the project follows has no such
        /// statement.
        current: Option<bool>,
    }

    /// The places in which a search found the words.
    SearchResult {
        /// Best first.
        hits: Vec<Hit>,
    }

    /// A place in which a search found the words.
    Hit {
        /// The kind of place.
        kind: HitKind,
        /// The project, for all but statements.
        project: Option<ProjectId>,
        /// Name of the project, or of the provider.
        context: String,
        /// Title of the place, in one line.
        title: String,
        /// The text around the words, in pieces.
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
        /// Characters that no font has.
        missing_glyphs: Vec<MissingCharacter>,
        /// Fonts of this computer that the report uses for characters that the bundled fonts lack.
        fonts: Vec<String>,
    }

    /// A character that no font has. The report shows a box in its place.
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
        /// Number of pages; 0 for a file without fixed pages, such as a Word file.
        pages: usize,
        /// Size in bytes.
        bytes: usize,
        /// Characters that no font has. The file shows boxes in their place.
        missing_glyphs: Vec<MissingCharacter>,
        /// Fonts of this computer that the file uses for characters that the bundled fonts lack.
        fonts: Vec<String>,
        /// Names of people that the program knows and that are in the file although its cut withholds names.
        names: Vec<String>,
    }

    /// A file that was written.
    Written {
        /// The file.
        path: String,
        /// Size in bytes.
        bytes: u32,
    }
}

/// The kind of place that a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// A project by its name.
    Project,
    /// An answer in a form.
    Answer,
    /// An own note.
    OwnNote,
    /// The note of a judgement on a statement.
    Note,
    /// A statement of a provider.
    Statement,
    /// A passage of a provider's imported page.
    Passage,
    /// A file attached to a project, by its name.
    Attachment,
    /// The words of a remark, or its answer.
    Remark,
}

/// A form of a project, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FormAnswer {
    /// The revision of the project that the view is of.
    pub revision: u64,
    /// The view.
    #[serde(flatten)]
    pub view: FormView,
}

/// A section of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SectionAnswer {
    /// The revision of the project that the view is of.
    pub revision: u64,
    /// The view.
    #[serde(flatten)]
    pub view: SectionView,
}

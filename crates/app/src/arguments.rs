//! The arguments of commands. `vurder-cli commands --json` prints the comments of the fields.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::cut::Cut;
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::richtext::RichText;
use vurder_model::value::Value;

use crate::command_types::arguments;

arguments! {
    /// Nothing.
    Nothing {}

    /// A new project.
    CreateProject {
        /// The id of the project; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<ProjectId>,
        /// Its name.
        title: String,
        /// Names of the controllers.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        controllers: Vec<String>,
        /// Ids of the chosen providers.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        providers: Vec<String>,
        /// The revision to follow, by provider; the newest one when left out.
        #[serde(default)] #[ts(as = "Option<std::collections::BTreeMap<String, String>>", optional)]
        follows: std::collections::BTreeMap<String, String>,
        /// Ids of the forms' templates; may be left out with `like`.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        forms: Vec<String>,
        /// Language in which answers are written: `en`, `nb`, `nn`, `da`.
        #[serde(default)] #[ts(optional)]
        language: Option<String>,
        /// A project whose facts the new project takes over. Arguments above that are left out come from that project,
        /// too.
        #[serde(default)] #[ts(optional)]
        like: Option<ProjectId>,
    }

    /// Changes to the head of a project. What is left out stays as it is.
    ChangeProject {
        /// The project.
        project: ProjectId,
        /// A new name.
        #[serde(default)] #[ts(optional)]
        title: Option<String>,
        /// Another language in which answers are written.
        #[serde(default)] #[ts(optional)]
        language: Option<String>,
        /// Version of the report, as people count it.
        #[serde(default)] #[ts(optional)]
        version: Option<String>,
        /// All chosen providers.
        #[serde(default)] #[ts(optional)]
        providers: Option<Vec<String>>,
        /// The revision to follow, by provider. Other providers keep theirs.
        #[serde(default)] #[ts(as = "Option<std::collections::BTreeMap<String, String>>", optional)]
        follows: std::collections::BTreeMap<String, String>,
        /// All forms of the project. Answers of a form that is left out stay in the file.
        #[serde(default)] #[ts(optional)]
        forms: Option<Vec<String>>,
    }

    /// A project.
    OfProject {
        /// The project.
        project: ProjectId,
    }

    /// A project, or the whole workspace.
    OfProjectOrAll {
        /// The project; all when left out.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
    }

    /// An answer to write.
    SetValue {
        /// The project.
        project: ProjectId,
        /// The row; may be left out for a single register.
        #[serde(default)] #[ts(optional)]
        row: Option<RowId>,
        /// The single register, such as `method`, or a form's id or short name.
        #[serde(default)] #[ts(optional)]
        register: Option<String>,
        /// The field.
        field: String,
        /// The answer; the field is emptied when left out.
        #[serde(default)] #[ts(optional)]
        value: Option<Value>,
        /// Rich text as a tree, in place of the Markdown of a text or of the reason of a yes or no.
        #[serde(default)] #[ts(optional, type = "unknown")]
        doc: Option<RichText>,
    }

    /// A new row.
    AddRow {
        /// The project.
        project: ProjectId,
        /// The register.
        register: String,
        /// The id of the row; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<RowId>,
        /// The row it comes after; at the end when left out.
        #[serde(default)] #[ts(optional)]
        after: Option<RowId>,
        /// First answers by field.
        #[serde(default)] #[ts(as = "Option<BTreeMap<String, Value>>", optional)]
        values: BTreeMap<String, Value>,
    }

    /// Another place for a row.
    MoveRow {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// The row it comes after; first of its register when left out.
        #[serde(default)] #[ts(optional)]
        after: Option<RowId>,
    }

    /// A row.
    OfRow {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
    }

    /// An answer whose versions are asked for.
    OfVersions {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// The field.
        field: String,
        /// Only versions older than this one; the newest when left out.
        #[serde(default)] #[ts(optional)]
        before: Option<String>,
    }

    /// An earlier version of an answer.
    RestoreAnswer {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// The field.
        field: String,
        /// The version, as `history` names it.
        version: String,
    }

    /// A statement, a passage or an answer to cite.
    Cite {
        /// The project.
        project: ProjectId,
        /// Id of the statement, name of the passage, or name of the answer as `answers` gives it.
        statement: String,
        /// The id of the citation; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<CitationId>,
    }

    /// How to settle citations whose words the provider has changed.
    Settle {
        /// The project.
        project: ProjectId,
        /// The citations, all settled in one step.
        citations: Vec<CitationId>,
        /// The way in which they are settled.
        how: Settlement,
        /// Only for one citation and with `still_true`: the statement or passage of the newest revision that is cited
        /// from now on. When left out, this is the one in which the old one goes on.
        #[serde(default)] #[ts(optional)]
        statement: Option<String>,
        /// The reason.
        reason: String,
    }

    /// The revision of a provider that a project follows.
    FollowRevision {
        /// The project.
        project: ProjectId,
        /// Id of the provider.
        provider: String,
        /// The revision.
        revision: String,
    }

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

    /// A form of a project.
    OfForm {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
    }

    /// A section of a form.
    OfSection {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
        /// Number of the section.
        section: String,
    }

    /// Words to look for.
    Search {
        /// The words. The last word may be incomplete.
        query: String,
        /// Look only in this project and in the content of the providers.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
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

    /// The matter of a request to a provider: exactly one of `action`, `topic`, `statement` and `about`.
    RequestFor {
        /// The project.
        project: ProjectId,
        /// Id of the provider.
        provider: String,
        /// Id of the action that it offers.
        #[serde(default)] #[ts(optional)]
        action: Option<String>,
        /// Id of the topic.
        #[serde(default)] #[ts(optional)]
        topic: Option<String>,
        /// Id of a statement, or name of a passage, that is to be confirmed or corrected.
        #[serde(default)] #[ts(optional)]
        statement: Option<String>,
        /// Anything else in a few words, such as a finding; empty for a question that is yet to be written.
        #[serde(default)] #[ts(optional)]
        about: Option<String>,
        /// Words that a person looked for in vain among the provider's statements.
        #[serde(default)] #[ts(optional)]
        sought: Option<String>,
        /// Ids of further topics that the request is about.
        #[serde(default)] #[ts(optional, as = "Option<Vec<String>>")]
        topics: Vec<String>,
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

    /// A report to be looked at or written.
    OfReport {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
        /// The day on the report; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
        /// What happens to empty optional parts.
        #[serde(default)] #[ts(as = "Option<EmptyParts>", optional)]
        empty: EmptyParts,
        /// The cut; the whole report when left out.
        #[serde(default)] #[ts(as = "Option<Cut>", optional)]
        cut: Cut,
        /// Numbers of the sections of the whole report to keep; all sections when left out. An empty list is refused.
        #[serde(default)] #[ts(optional)]
        sections: Option<Vec<String>>,
        /// Whether the summary in front of a whole report is left out.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        without_summary: bool,
        /// Id of the provider that the report is for. When left out, the report shows what concerns all providers.
        #[serde(default)] #[ts(optional)]
        provider: Option<String>,
        /// Whether the report has an appendix with the answers to the remarks of the last review round. A report never
        /// holds anything else that reviewers sent back.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        with_answers: bool,
        /// Number of an earlier version. The report lists what changed since that version.
        #[serde(default)] #[ts(optional)]
        since: Option<u32>,
        /// Whether the report also marks in its text what changed since that version.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        redline: bool,
        /// The page to draw, counted from 1; the first page when left out.
        #[serde(default)] #[ts(optional)]
        page: Option<usize>,
    }

    /// A report to be written.
    Export {
        /// The project.
        project: ProjectId,
        /// `dpia`, `rar`, or a template's id.
        form: String,
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
        /// The day on the report; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
        /// What happens to empty optional parts.
        #[serde(default)] #[ts(as = "Option<EmptyParts>", optional)]
        empty: EmptyParts,
        /// What the file is: a PDF when left out.
        #[serde(default)] #[ts(as = "Option<ReportFormat>", optional)]
        format: ReportFormat,
        /// Whether the file is for keeping (PDF/A-3a). Programs open such a file read-only, so a draft for comments
        /// must not be one.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        archival: bool,
        /// Whether the file carries the project, so that `load` can read the project from the PDF. A whole report
        /// carries all answers of the project, also those of its other forms. A cut carries what it shows.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        with_project: bool,
        /// The cut; the whole report when left out.
        #[serde(default)] #[ts(as = "Option<Cut>", optional)]
        cut: Cut,
        /// Numbers of the sections of the whole report to keep; all sections when left out. An empty list is refused.
        #[serde(default)] #[ts(optional)]
        sections: Option<Vec<String>>,
        /// Whether the summary in front of a whole report is left out.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        without_summary: bool,
        /// Id of the provider that the report is for. When left out, the report shows what concerns all providers.
        #[serde(default)] #[ts(optional)]
        provider: Option<String>,
        /// Whether the report has an appendix with the answers to the remarks of the last review round. A report never
        /// holds anything else that reviewers sent back.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        with_answers: bool,
        /// Number of an earlier version. The report lists what changed since that version.
        #[serde(default)] #[ts(optional)]
        since: Option<u32>,
        /// Whether the report also marks in its text what changed since that version.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        redline: bool,
    }

    /// A file to be written.
    ToFile {
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
    }

    /// A file to be read.
    FromFile {
        /// The file.
        #[ts(as = "String")]
        from: PathBuf,
    }
}

/// How a citation is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// What the project says is still true: the newest words are cited in place of the cited words.
    StillTrue,
    /// The project keeps the words that it cited, for a reason that the report prints.
    KeepOldWords,
}

/// What kind of file a report is written as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// Pages that look the same everywhere.
    #[default]
    Pdf,
    /// A Word file (Office Open XML), in which others can write.
    Docx,
}

/// What happens to optional parts in which nothing is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum EmptyParts {
    /// They are left out of the report.
    #[default]
    LeaveOut,
    /// They stand in it with the words "Not filled in".
    Say,
}

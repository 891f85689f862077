//! The answers of the commands on versions and attachments.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::drift::ChangedWords;
use vurder_model::frozen::{AttachmentLine, VersionLine};
use vurder_model::id::RowId;
use vurder_model::project::ProjectHead;
use vurder_model::view::FormView;

use crate::citation_answers::CitationView;
use crate::command_types::answers;

answers! {
    /// The versions of a project.
    ProjectVersions {
        /// The versions, oldest first.
        versions: Vec<VersionSummary>,
    }

    /// A version without its content.
    VersionSummary {
        /// Number, day, person and reason of the version.
        line: VersionLine,
        /// When it was frozen, to the second.
        #[ts(as = "String")]
        frozen: DateTime<Utc>,
        /// The reports of the version.
        reports: Vec<VersionReport>,
    }

    /// A report of a version.
    VersionReport {
        /// Id of the form.
        form: String,
        /// Short name of the form.
        short: String,
        /// Number of pages.
        pages: u32,
        /// Number of bytes.
        #[ts(type = "number")]
        bytes: u64,
        /// SHA-256 of the file, in lower-case hexadecimal. With it, anybody who has a file can tell whether it is this
        /// report.
        sha256: String,
        /// Number of the earlier version, if the report tells what changed since that version.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        since: Option<u32>,
    }

    /// A form as it was when the version was frozen.
    VersionView {
        /// The version.
        version: VersionSummary,
        /// The head of the project as it was: title, language, forms, providers.
        head: ProjectHead,
        /// The form.
        view: FormView,
        /// The citations as they were, by id.
        citations: BTreeMap<String, CitationView>,
        /// The attachments as they were.
        attachments: Vec<AttachmentLine>,
    }

    /// How two states of a project differ, answer by answer.
    VersionComparison {
        /// The earlier version.
        from: VersionLine,
        /// The later version; none for the draft.
        to: Option<VersionLine>,
        /// Number of answers that only the later state has.
        added: usize,
        /// Number of answers that only the earlier state has.
        removed: usize,
        /// Number of answers that both states have and that differ.
        changed: usize,
        /// Registers and forms in which something differs, in order.
        registers: Vec<RegisterComparison>,
        /// Attachments that were added or removed.
        attachments: Vec<AttachmentComparison>,
    }

    /// The differences in a register, or in the answers of a form that stand in no table.
    RegisterComparison {
        /// Id of the register or form.
        register: String,
        /// Title of the register or form.
        title: String,
        /// The rows that differ, by number.
        rows: Vec<RowComparison>,
    }

    /// A row that differs.
    RowComparison {
        /// Whether the row was added, removed or changed.
        change: AnswerChange,
        /// The row.
        row: RowId,
        /// Number of the row; none for the row of a single register.
        number: Option<String>,
        /// Number of the row in the earlier state, if the number was another one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        number_before: Option<String>,
        /// The row in one line.
        label: String,
        /// The form that shows the row.
        form: Option<String>,
        /// The section that shows the row.
        section: Option<String>,
        /// The answers that differ.
        answers: Vec<AnswerComparison>,
    }

    /// An answer that differs.
    AnswerComparison {
        /// Whether the answer was added, removed or changed.
        change: AnswerChange,
        /// The field.
        field: String,
        /// The label of the field.
        label: String,
        /// The words of both answers, with removed and added words marked. If both have the same words, they differ in
        /// something that is no words: a citation, or how the text is set.
        words: Vec<ChangedWords>,
    }

    /// An attachment that was added or removed.
    AttachmentComparison {
        /// Whether the attachment was added or removed.
        change: AnswerChange,
        /// The attachment.
        attachment: AttachmentLine,
    }

    /// The attachments of a project.
    Attachments {
        /// The attachments, in the order in which they were attached.
        attachments: Vec<AttachmentView>,
        /// The attachments in the trash.
        trashed: Vec<AttachmentView>,
        /// The most bytes that an attachment can have.
        most: usize,
    }

    /// An attachment.
    AttachmentView {
        /// Number, name, type, size, hash.
        #[serde(flatten)]
        line: AttachmentLine,
        /// When it was attached.
        #[ts(as = "String")]
        added: DateTime<Utc>,
        /// The number of the row that the file is attached to; none if it is attached to the project, or the row is in
        /// the trash.
        row_number: Option<String>,
        /// That row in one line.
        row_label: Option<String>,
    }
}

/// The change of a row, an answer or an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerChange {
    /// Only the later state has it.
    Added,
    /// Only the earlier state has it.
    Removed,
    /// Both states have it, and it differs.
    Changed,
}

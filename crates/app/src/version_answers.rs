//! What the commands on versions and attachments give.

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

use crate::answers::CitationView;
use crate::command_types::answers;

answers! {
    /// The versions of a project.
    ProjectVersions {
        /// Oldest first.
        versions: Vec<VersionSummary>,
    }

    /// A version without what stood in it.
    VersionSummary {
        /// Number, day, by whom, why.
        line: VersionLine,
        /// When it was frozen, to the second.
        #[ts(as = "String")]
        frozen: DateTime<Utc>,
        /// Its reports.
        reports: Vec<VersionReport>,
    }

    /// A report of a version.
    VersionReport {
        /// Id of the form.
        form: String,
        /// Its short name.
        short: String,
        /// Number of pages.
        pages: u32,
        /// Number of bytes.
        #[ts(type = "number")]
        bytes: u64,
        /// SHA-256 of the file, in small hexadecimal letters: whoever has the file can tell that it is this one.
        sha256: String,
        /// Of a report that tells what changed, the version since which it does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        since: Option<u32>,
    }

    /// A form as it was when the version was frozen.
    VersionView {
        /// The version.
        version: VersionSummary,
        /// Title, language, forms, providers as they were.
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
        /// Answers that are there later and not earlier.
        added: usize,
        /// Answers that are there earlier and not later.
        removed: usize,
        /// Answers that are there in both, and differ.
        changed: usize,
        /// Registers and forms in which something differs, in their order.
        registers: Vec<RegisterComparison>,
        /// Attachments that came or went.
        attachments: Vec<AttachmentComparison>,
    }

    /// What differs in a register, or in the answers of a form that stand in no table.
    RegisterComparison {
        /// Id of the register or form.
        register: String,
        /// What people call it.
        title: String,
        /// The rows that differ, by number.
        rows: Vec<RowComparison>,
    }

    /// A row that differs.
    RowComparison {
        /// Whether the row came, went or changed.
        change: AnswerChange,
        /// The row.
        row: RowId,
        /// Its number; none where the register has one row only.
        number: Option<String>,
        /// Its number in the earlier state, where that was another one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        number_before: Option<String>,
        /// The row in one line.
        label: String,
        /// The form and section in which it is shown, to go there.
        form: Option<String>,
        /// The section.
        section: Option<String>,
        /// The answers that differ.
        answers: Vec<AnswerComparison>,
    }

    /// An answer that differs.
    AnswerComparison {
        /// Whether the answer came, went or changed.
        change: AnswerChange,
        /// The field.
        field: String,
        /// What is asked.
        label: String,
        /// The words of both, with what went and what came. Where all are in both, only what cannot be read as words
        /// differs: a citation, or how the text is set.
        words: Vec<ChangedWords>,
    }

    /// An attachment that came or went.
    AttachmentComparison {
        /// Whether it came or went.
        change: AnswerChange,
        /// The attachment.
        attachment: AttachmentLine,
    }

    /// The attachments of a project.
    Attachments {
        /// In the order in which they were attached.
        attachments: Vec<AttachmentView>,
        /// Those in the trash.
        trashed: Vec<AttachmentView>,
        /// How many bytes an attachment may have.
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
        /// The number of the row that it belongs to; none where it belongs to the project, or the row is in the trash.
        row_number: Option<String>,
        /// That row in one line.
        row_label: Option<String>,
    }
}

/// What became of a row, an answer or an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerChange {
    /// It is there later and not earlier.
    Added,
    /// It is there earlier and not later.
    Removed,
    /// It is there in both, and differs.
    Changed,
}

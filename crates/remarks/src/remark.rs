//! A remark in a returned file.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// One remark of a reviewer: words about a place, or a change of the words of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedRemark {
    /// Its key in the file, which is the same each time the file is read: the name of the annotation; for an annotation
    /// without a name and in a Word document, a hash of its kind, author, time, words and place.
    pub key: String,
    /// A hash that stays the same when the reviewer changes the words, so that the remark is recognised. It is made
    /// from the name and the page of an annotation, the author and the time of a comment, or the author and the place
    /// of a change. `None` if the file holds none of these. Several remarks of a file can have the same value.
    pub identity: Option<String>,
    /// The key of the remark that this one answers.
    pub reply_to: Option<String>,
    /// What the remark does.
    pub kind: RemarkKind,
    /// The last state that a reviewer set.
    pub state: Option<RemarkState>,
    /// The author, as the reviewer's program names them.
    pub author: Option<String>,
    /// The time of the last change. A time without a time zone is taken as universal time (UTC).
    pub at: Option<DateTime<FixedOffset>>,
    /// What the reviewer wrote; empty for a highlight without words.
    pub words: String,
    /// The words that it covers; empty for a remark at a point.
    pub quoted: String,
    /// Up to 40 characters before the covered words, or before its point. Of a change in a Word document, a space at
    /// the end belongs to them.
    pub before: String,
    /// Up to 40 characters after the covered words, or after its point. Of a change in a Word document, a space at
    /// the beginning belongs to them.
    pub after: String,
    /// The words to put in: of an insertion or a replacement. Paragraphs end with line ends.
    pub new_words: Option<String>,
    /// What the change does to paragraphs besides.
    pub paragraphs: Option<ParagraphChange>,
    /// The place that the export named: the anchor of a named destination or the tag of a content control; failing
    /// that, the name of the nearest bookmark before it.
    pub place: Option<String>,
    /// The page, from 1; `None` in a Word document.
    pub page: Option<u32>,
    /// Of an answer that was changed without tracking: the hashes of the words with which it was exported.
    pub exported: Option<String>,
    /// What it changes, if that is not the words of an answer. Then nothing can be made of it in the answer.
    pub changes: Option<ChangedPart>,
}

/// What a remark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// A note at a place, or a reply to another remark.
    Comment,
    /// Words are marked.
    Highlight,
    /// Words are underlined, straight or wavy.
    Underline,
    /// Words are struck out by a mark, which means that they should be deleted.
    StrikeOut,
    /// Words should be inserted here: `new_words`.
    Insertion,
    /// Words should be deleted: `quoted`.
    Deletion,
    /// Words should be replaced: `quoted` by `new_words`.
    Replacement,
    /// Words written on the page.
    FreeText,
    /// A reviewer says what has become of the remark that this one answers: `state`. Its words are often none.
    State,
    /// The words of an answer were changed without tracking; the remark's words are what stands there now.
    Untracked,
}

/// A part of a Word document that a reviewer changed, and that is not the words of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangedPart {
    /// The note of a source that the answer cites.
    Note,
    /// A row of a table that came in.
    RowAdded,
    /// A row of a table that goes.
    RowRemoved,
    /// An answer that the export wrote, and that is not in the file any more.
    AnswerGone,
}

/// What a tracked change does to paragraphs, where its words do not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParagraphChange {
    /// A paragraph is divided, or an empty one is put in.
    Split,
    /// Paragraphs are joined.
    Joined,
}

/// What a reviewer says has become of a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkState {
    /// Accepted.
    Accepted,
    /// Rejected.
    Rejected,
    /// Done; in a Word document "resolved".
    Completed,
    /// Withdrawn.
    Cancelled,
    /// Ticked off.
    Marked,
    /// What was said before is taken back.
    TakenBack,
}

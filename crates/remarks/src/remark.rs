//! A remark as the file holds it.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// One remark of a reviewer: words about a place, or a change of its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedRemark {
    /// Its key in the file, the same whenever the same remark is read: the annotation's name, the comment's paragraph
    /// id, else a hash of kind, author, time and words.
    pub key: String,
    /// What stays of it when its reviewer writes other words, so that it is known again: of an annotation its name on
    /// its page, of a comment its author and time, of a change its author and place. `None` where the file holds
    /// nothing such. Several remarks of a file can have the same.
    pub identity: Option<String>,
    /// The key of the remark that this one answers.
    pub reply_to: Option<String>,
    /// What it does.
    pub kind: RemarkKind,
    /// The last state that a reviewer set.
    pub state: Option<RemarkState>,
    /// Who wrote it, as the reviewer's program names them.
    pub author: Option<String>,
    /// When it was last changed. A program that names no time zone is taken to mean universal time.
    pub at: Option<DateTime<FixedOffset>>,
    /// What the reviewer wrote; empty for a highlight without words.
    pub words: String,
    /// The words that it covers; empty for a remark at a point.
    pub quoted: String,
    /// Some 40 characters that stand before what it covers, or before its point.
    pub before: String,
    /// Some 40 characters that stand after.
    pub after: String,
    /// The words to put in: of an insertion or a replacement. Paragraphs end with line ends.
    pub new_words: Option<String>,
    /// What the change does to paragraphs besides.
    pub paragraphs: Option<ParagraphChange>,
    /// The place that the export named: the anchor of a named destination or the tag of a content control; failing
    /// that, the name of the nearest bookmark before it.
    pub place: Option<String>,
    /// The page, from 1; a Word document has none.
    pub page: Option<u32>,
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
    /// Words are struck out by a mark, which says that they should go.
    StrikeOut,
    /// Words should stand here: `new_words`.
    Insertion,
    /// Words should go: `quoted`.
    Deletion,
    /// Words should go and others stand in their place.
    Replacement,
    /// Words written on the page.
    FreeText,
    /// A reviewer says what has become of the remark that this one answers: `state`. Its words are often none.
    State,
    /// The words of an answer were changed without tracking; the remark's words are what stands there now.
    Untracked,
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

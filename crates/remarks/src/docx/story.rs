//! What is read of a story (body, footnotes or endnotes): its text with its tracked changes, and the places of comments
//! and controls.

use std::collections::HashMap;

use super::change::Change;
use super::marks::Marks;

/// Where a comment stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Anchor {
    /// The byte at which it begins in the text before the changes; `end` is where it ends.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The same two places in the text with all changes made.
    pub(super) start_now: usize,
    pub(super) end_now: usize,
    pub(super) place: Option<String>,
}

/// A content control whose words somebody changed without tracking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Untracked {
    /// Its tag.
    pub(super) place: String,
    /// The byte at which it begins in the text before the changes.
    pub(super) start: usize,
    /// Its words, before the changes that are tracked; some more than are read of a remark.
    pub(super) words: String,
    /// The hashes of the words that the export wrote.
    pub(super) exported: String,
}

/// The place at which the text refers to a footnote or an endnote, by the kind and the number of the note.
pub(super) type NotePlaces = HashMap<(&'static str, String), Option<String>>;

/// A story that was read.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// The text before the tracked changes.
    pub(super) was: String,
    /// The text with all tracked changes made.
    pub(super) now: String,
    pub(super) changes: Vec<Change>,
    /// The places of comments, by the number of the comment.
    pub(super) anchors: HashMap<String, Anchor>,
    /// The content controls whose words are others than the export wrote, with no change tracked.
    pub(super) untracked: Vec<Untracked>,
    /// The places at which this story refers to notes.
    pub(super) notes: NotePlaces,
    /// The tags of its content controls that hold answers.
    pub(super) answers: Vec<String>,
    /// Whether it is the text of a Word document.
    pub(super) is_document: bool,
    /// What reviewers did to it besides its words.
    pub(super) marks: Marks,
    /// The text before the tracked changes that stands in no answer and in no field, such as the contents.
    pub(super) outside: String,
}

impl Story {
    /// How many remarks are in it besides comments; changes that are one count twice.
    pub(super) fn remarks(&self) -> usize {
        self.changes.len() + self.untracked.len()
    }

    /// Whether it tells nothing of a reviewer.
    pub(super) fn is_untouched(&self) -> bool {
        self.remarks() == 0 && self.anchors.is_empty() && self.marks.is_empty()
    }
}

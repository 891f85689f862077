//! The parts of a returned file that could not be read; `app` writes the messages.

use serde::{Deserialize, Serialize};

/// Something in the file that could not be read, or could be read only in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "problem")]
pub enum Problem {
    /// The table of the file's objects was broken; the objects were found by a search.
    Reconstructed,
    /// Some text of a page cannot be read: remarks on it can lack their quoted words.
    PageText {
        /// The page, from 1.
        page: u32,
    },
    /// A page's annotations cannot be read.
    PageAnnotations {
        /// The page, from 1.
        page: u32,
    },
    /// An annotation that has no words and marks no words (a line, a drawing, a stamp) was left out.
    Drawing {
        /// The page, from 1.
        page: u32,
        /// Its kind, as the file names it.
        kind: String,
    },
    /// A remark covers no words, has no words around it, and stands at no place that the export named.
    WithoutPlace {
        /// The key of the remark.
        key: String,
    },
    /// A reply answers a remark that is not in the file; it was read as a remark of its own.
    ReplyToNothing {
        /// The key of the reply.
        key: String,
    },
    /// A part of the document cannot be read; it was left out.
    Part {
        /// The name of the part, such as `word/footnotes.xml`.
        name: String,
        /// The technical message of the reader.
        detail: String,
    },
    /// The words of a remark are longer than the limit; the rest was left out.
    Cut {
        /// The key of the remark.
        key: String,
    },
    /// Reviewers marked a Word document with something other than words; it was left out.
    Marks {
        /// What they did.
        kind: MarkKind,
        /// In how many paragraphs.
        count: usize,
        /// Words at the first place.
        near: String,
    },
    /// The program of the reviewer did not keep where the answers stand.
    AnswersUnmarked,
    /// Text that belongs to no answer is other than the export wrote it, with no change tracked.
    OtherText,
}

/// A mark in a Word document that is no words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// The look of words was changed.
    Formatting,
    /// Words are highlighted.
    Highlighting,
    /// A picture came in or goes.
    Picture,
    /// An equation.
    Equation,
}

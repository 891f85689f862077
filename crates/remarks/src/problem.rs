//! What of a returned file could not be read; `app` puts it into words.

use serde::{Deserialize, Serialize};

/// Something in the file that could not be read, or could be read only in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "problem")]
pub enum Problem {
    /// The table of the file's objects was broken; the objects were searched for and found.
    Reconstructed,
    /// The text of a page cannot be read: remarks on it have no quoted words.
    PageText {
        /// The page, from 1.
        page: u32,
    },
    /// A page's annotations cannot be read.
    PageAnnotations {
        /// The page, from 1.
        page: u32,
    },
    /// A mark that has no words and is no remark on words (a line, a drawing, a stamp): it was left out.
    Drawing {
        /// The page, from 1.
        page: u32,
        /// Its kind, as the file names it.
        kind: String,
    },
    /// A remark stands at no words and at no place that the export named.
    WithoutPlace {
        /// The key of the remark.
        key: String,
    },
    /// A reply to a remark that the file does not hold; it was read as a remark of its own.
    ReplyToNothing {
        /// The key of the reply.
        key: String,
    },
    /// A part of the document cannot be read; it was left out.
    Part {
        /// The part's name: `word/footnotes.xml`.
        name: String,
        /// What the reader says.
        detail: String,
    },
    /// The words of a remark are longer than what is read; the rest was left out.
    Cut {
        /// The key of the remark.
        key: String,
    },
}

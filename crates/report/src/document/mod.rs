//! What a report says, before anything is known about pages.
//!
//! The tree is independent of templates and of the PDF: whoever composes a report fills it, the
//! layout reads it. All words stand in it already in the report's language; this crate adds none.

mod block;
mod change;
mod chart;
mod inline;
mod matrix;
mod reading;
mod source;
mod table;

use chrono::NaiveDate;

pub use block::{Block, BlockKind, Card, Cover, Figure, List, Mark, Pair};
pub use change::Change;
pub use chart::{Bar, Chart, Drawing, Ground, Segment, TimelineEntry};
pub use inline::{Emphasis, Inline};
pub use matrix::{Level, MatrixEntry, RiskMatrix};
pub use source::{Source, SourcePlace};
pub use table::{Cell, Column, ColumnKind, Table, TableRow};

/// A whole report: what it is, the few words the layout needs, and its blocks in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What the report is; goes into the header, the footer and the file's metadata.
    pub meta: Meta,
    /// Words that the layout itself sets.
    pub words: Words,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}

/// What the report is.
#[derive(Debug, Clone, PartialEq)]
pub struct Meta {
    /// The form's title: "Data protection impact assessment".
    pub title: String,
    /// The project's title; stands left in the header of each page.
    pub project: String,
    /// Name and version of the template that was followed: "EDPB DPIA 1.0".
    pub form: String,
    /// The report's own version; stands right in the header. May be empty.
    pub version: String,
    /// Who answers for it: controllers, or people.
    pub authors: Vec<String>,
    /// The report's date. Given by the caller, so that the same project gives the same bytes.
    pub date: NaiveDate,
    /// BCP 47 tag of the report's language: decides hyphenation and the PDF's `/Lang`.
    pub language: String,
    /// BCP 47 tag of the language of what the program says: headings, labels, options.
    pub words_language: String,
    /// Whether the DRAFT mark stands behind each page.
    pub draft: bool,
}

/// The words that the layout sets by itself, in the report's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Heading of the table of contents.
    pub contents: String,
    /// Footer; `{x}` is the page's number, `{y}` the number of pages.
    pub page_of: String,
    /// The mark behind the pages of a draft.
    pub draft: String,
    /// Follows the label of a group of rows where it goes on on the next page: "continued".
    pub continued: String,
    /// What is heard in place of marked words that came in; `{x}` are the words.
    pub inserted: String,
    /// What is heard in place of marked words that went; `{x}` are the words.
    pub deleted: String,
    /// Who marked the changes that a word processor tracks: a name that says since when. Empty where none are marked.
    pub marked_by: String,
}

impl Words {
    /// The words in English.
    #[must_use]
    pub fn english() -> Self {
        Self {
            contents: "Contents".into(),
            page_of: "page {x} of {y}".into(),
            draft: "DRAFT".into(),
            continued: "continued".into(),
            inserted: "inserted: {x}".into(),
            deleted: "deleted: {x}".into(),
            marked_by: String::new(),
        }
    }
}

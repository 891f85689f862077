//! The content of a report, before its pages are known.
//!
//! The tree depends neither on templates nor on the PDF. `compose` fills it, and the layout reads it. All its words are
//! already in the report's language; the layout adds none.

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
pub use inline::{Emphasis, Inline, plain_words};
pub use matrix::{Level, MatrixEntry, RiskMatrix};
pub use source::{Source, SourcePlace};
pub use table::{Cell, Column, ColumnKind, Table, TableRow};

/// A whole report: its facts, the few words that the layout needs, and its blocks in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The facts about the report. They stand in the header, the footer and the file's metadata.
    pub meta: Meta,
    /// Words that the layout sets itself.
    pub words: Words,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}

/// The facts about a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Meta {
    /// The form's title: "Data protection impact assessment".
    pub title: String,
    /// The project's title. It stands at the left of the header of each page.
    pub project: String,
    /// Name and version of the template: "EDPB DPIA 1.0".
    pub form: String,
    /// The report's own version. It stands at the right of the header. May be empty.
    pub version: String,
    /// Those who are responsible for it: controllers, or people.
    pub authors: Vec<String>,
    /// The report's date. The caller gives it, so that the same project gives the same bytes.
    pub date: NaiveDate,
    /// BCP 47 tag of the report's language. It decides the hyphenation and the PDF's `/Lang`.
    pub language: String,
    /// BCP 47 tag of the language of what the program says: headings, labels, options.
    pub words_language: String,
    /// Whether the DRAFT mark stands behind each page.
    pub draft: bool,
}

/// The words that the layout sets itself, in the report's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Heading of the table of contents.
    pub contents: String,
    /// The footer. `{x}` is the number of the page, `{y}` the number of pages.
    pub page_of: String,
    /// The mark behind the pages of a draft.
    pub draft: String,
    /// Stands after the label of a group of rows that continues on the next page: "continued".
    pub continued: String,
    /// The words that a screen reader says for added words. `{x}` are the words.
    pub inserted: String,
    /// The words that a screen reader says for removed words. `{x}` are the words.
    pub deleted: String,
    /// The author of the tracked changes: a name that says since when. Empty if no changes are marked.
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

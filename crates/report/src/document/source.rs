//! Cited statements.

use chrono::NaiveDate;

/// A source that is cited, in the words it had when it was cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its number in the text.
    pub number: u32,
    /// Where citations lead.
    pub anchor: String,
    /// The statement's words as pinned.
    pub words: String,
    /// The provider.
    pub provider: String,
    /// Where the words were published; at least one place.
    pub places: Vec<SourcePlace>,
}

/// A place where cited words were published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourcePlace {
    /// Title of the page.
    pub page: String,
    /// Heading on the page; may be empty.
    pub heading: String,
    /// Web address; may be empty.
    pub address: String,
    /// The page's revision; may be empty.
    pub revision: String,
    /// The day it was read.
    pub captured: NaiveDate,
}

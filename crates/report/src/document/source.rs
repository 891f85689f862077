//! Cited statements.

/// A source that is cited, in the words it had when it was cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its number in the text.
    pub number: u32,
    /// Where citations lead.
    pub anchor: String,
    /// The statement's words as pinned.
    pub words: String,
    /// Where the words were published; nowhere for an answer.
    pub places: Vec<SourcePlace>,
    /// Of an answer, whose it is, of which day and to what; empty for words that were published.
    pub answer: String,
    /// How the words stand to what is published now, as a sentence; empty where there is nothing to say.
    pub drift: String,
}

/// A place where cited words were published. What is to be said of the page stands once, in the list of pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourcePlace {
    /// What the page is called in the list of pages: "A".
    pub page: String,
    /// Its anchor there.
    pub anchor: String,
    /// Heading on the page; may be empty.
    pub heading: String,
    /// Web address; may be empty.
    pub address: String,
}

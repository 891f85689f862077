//! Cited statements.

/// A cited source, in the words that it had when it was cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its number in the text.
    pub number: u32,
    /// The anchor to which citations lead.
    pub anchor: String,
    /// The pinned words of the statement.
    pub words: String,
    /// The places where the words were published; empty for an answer.
    pub places: Vec<SourcePlace>,
    /// For an answer of a provider: who gave it, on which day, to which request. Empty for published words.
    pub answer: String,
    /// A sentence on how the words differ from what is published now; empty if they do not, or if it need not be said.
    pub drift: String,
}

/// A place where cited words were published. The facts about the page stand once, in the list of pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourcePlace {
    /// The letter of the page in the list of pages: "A".
    pub page: String,
    /// Its anchor there.
    pub anchor: String,
    /// Heading on the page; may be empty.
    pub heading: String,
    /// Web address; may be empty.
    pub address: String,
}

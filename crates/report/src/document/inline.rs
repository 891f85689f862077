//! Running text.

use vurder_model::report_address::AnswerAddress;

use super::Change;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// How they are set.
        emphasis: Emphasis,
    },
    /// Words that lead to an address outside.
    Link {
        /// The address.
        href: String,
        /// The words.
        content: Vec<Inline>,
    },
    /// A citation, set as `[12]`, leading to the source.
    Citation {
        /// The source's number.
        number: u32,
        /// The source's anchor.
        anchor: String,
    },
    /// A source by its number, where sources are listed: it is set like a citation and is none.
    SourceNumber {
        /// The source's number.
        number: u32,
        /// The source's anchor.
        anchor: String,
    },
    /// A row of a register, set as its number and leading to it.
    RowRef {
        /// "R3".
        label: String,
        /// The row's anchor.
        anchor: String,
    },
    /// What the words after it answer: small, in the line itself.
    Label(String),
    /// A remark on the words before it, such as where they stand: small and grey, in the line itself.
    Remark(String),
    /// The words of an answer in a line that says other things, too.
    Answer {
        /// Whose words they are.
        address: AnswerAddress,
        /// Whether the words are a prompt, since the answer is missing.
        missing: bool,
        /// The words.
        content: Vec<Inline>,
    },
    /// Words before an answer that are no part of it, in the first line of a [block](super::Block) with an address.
    Lead(Vec<Inline>),
    /// Words that came or went since an earlier version.
    Changed {
        /// Whether they came or went.
        change: Change,
        /// Whether the change is only told of here, in a list of changes: then the words are no change of the text that
        /// a word processor could take back.
        told: bool,
        /// The words.
        content: Vec<Inline>,
    },
    /// A line break.
    Break,
}

/// Bold, italic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Emphasis {
    /// Strong.
    pub bold: bool,
    /// Emphasised.
    pub italic: bool,
}

impl Inline {
    /// Plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), emphasis: Emphasis::default() }
    }

    /// Bold words.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), emphasis: Emphasis { bold: true, italic: false } }
    }

    /// Italic words.
    #[must_use]
    pub fn italic(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), emphasis: Emphasis { bold: false, italic: true } }
    }
}

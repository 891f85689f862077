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
        /// Their emphasis.
        emphasis: Emphasis,
    },
    /// Words with a link to an address outside the document.
    Link {
        /// The address.
        href: String,
        /// The words.
        content: Vec<Inline>,
    },
    /// A citation, set as `[12]` with a link to the source.
    Citation {
        /// The source's number.
        number: u32,
        /// The source's anchor.
        anchor: String,
    },
    /// The number of a source in a list of sources. It looks like a citation but is not one.
    SourceNumber {
        /// The source's number.
        number: u32,
        /// The source's anchor.
        anchor: String,
    },
    /// A row of a register, set as its number with a link to it.
    RowRef {
        /// "R3".
        label: String,
        /// The row's anchor.
        anchor: String,
    },
    /// The label of the words after it: small, in the line itself.
    Label(String),
    /// A remark about the words before it, such as their place: small and grey, in the line itself.
    Remark(String),
    /// The words of an answer in a line that also has other words.
    Answer {
        /// The address of the answer.
        address: AnswerAddress,
        /// Whether the words are a prompt, because the answer is missing.
        missing: bool,
        /// The words.
        content: Vec<Inline>,
    },
    /// Words before an answer that do not belong to it, in the first line of a [block](super::Block) with an address.
    Lead(Vec<Inline>),
    /// Words that were added or removed since an earlier version.
    Changed {
        /// Whether they were added or removed.
        change: Change,
        /// Whether the change only stands in a list of changes. Then the words are not a change of the text that a word
        /// processor could accept or reject.
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

/// The words of running text, without their look and their links.
#[must_use]
pub fn plain_words(words: &[Inline]) -> String {
    let mut line = String::new();
    add_words(words, &mut line);
    line
}

fn add_words(words: &[Inline], line: &mut String) {
    for word in words {
        match word {
            Inline::Text { text, .. } | Inline::Label(text) | Inline::Remark(text) => {
                line.push_str(text);
            }
            Inline::Link { content, .. }
            | Inline::Answer { content, .. }
            | Inline::Changed { content, .. }
            | Inline::Lead(content) => add_words(content, line),
            Inline::Citation { number, .. } | Inline::SourceNumber { number, .. } => {
                line.push_str(&format!("[{number}]"));
            }
            Inline::RowRef { label, .. } => line.push_str(label),
            Inline::Break => line.push('\n'),
        }
    }
}

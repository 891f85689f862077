//! What a remark does besides its words: it changes paragraphs, or something that is not the words of an answer.

use vurder_content::{Message, Messages, msg};
use vurder_remarks::{ChangedPart, ParagraphChange, ReturnedRemark};

/// Something that the program tells of a remark. The reviewer did it and wrote no words about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// A paragraph is divided.
    Split,
    /// Paragraphs are joined.
    Joined,
    /// The change is one of the note of a source.
    Note,
    /// A row of a table came in.
    RowAdded,
    /// A row of a table goes.
    RowRemoved,
    /// The answer is not in the file.
    AnswerGone,
}

impl Told {
    const ALL: [Self; 6] =
        [Self::Split, Self::Joined, Self::Note, Self::RowAdded, Self::RowRemoved, Self::AnswerGone];

    /// What is told of a remark in a file.
    pub(crate) fn of(remark: &ReturnedRemark) -> Vec<Self> {
        let part = remark.changes.map(|part| match part {
            ChangedPart::Note => Self::Note,
            ChangedPart::RowAdded => Self::RowAdded,
            ChangedPart::RowRemoved => Self::RowRemoved,
            ChangedPart::AnswerGone => Self::AnswerGone,
        });
        let paragraphs = remark.paragraphs.map(|change| match change {
            ParagraphChange::Split => Self::Split,
            ParagraphChange::Joined => Self::Joined,
        });
        part.into_iter().chain(paragraphs).collect()
    }

    /// What is told of a remark of the project, as its row stores it.
    pub(crate) fn stored(words: &str) -> impl Iterator<Item = Self> + '_ {
        let known = |word: &str| Self::ALL.into_iter().find(|told| told.word() == word);
        words.split_whitespace().filter_map(known)
    }

    /// The line in which a row stores what is told.
    pub(crate) fn line(told: &[Self]) -> String {
        told.iter().map(|told| told.word()).collect::<Vec<_>>().join(" ")
    }

    fn word(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::Joined => "joined",
            Self::Note => "source_note",
            Self::RowAdded => "row_added",
            Self::RowRemoved => "row_removed",
            Self::AnswerGone => "answer_gone",
        }
    }

    /// Whether the change is one of the words of an answer, so that it can be made there.
    pub(crate) fn is_of_words(self) -> bool {
        matches!(self, Self::Split | Self::Joined)
    }

    /// It in words.
    pub(crate) fn message(self) -> Message {
        match self {
            Self::Split => msg::remarks_paragraph_split(),
            Self::Joined => msg::remarks_paragraph_joined(),
            Self::Note => msg::remarks_in_note(),
            Self::RowAdded => msg::remarks_row_added(),
            Self::RowRemoved => msg::remarks_row_removed(),
            Self::AnswerGone => msg::remarks_answer_gone(),
        }
    }
}

/// What is told, one on each line.
pub(crate) fn in_words(told: &[Told], messages: &Messages) -> String {
    told.iter().map(|told| messages.format(&told.message())).collect::<Vec<_>>().join("\n")
}

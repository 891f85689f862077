//! The language of running text (ISO/IEC 29500-1, 17.3.2.20), where it is another than that of the document: what the
//! program says may be in another one than the answers, and an answer may quote another one.

use super::language;
use super::story::Story;
use crate::document::Inline;
use crate::text::hyphens::tag_of;

impl Story<'_> {
    /// Begins a paragraph of these words in their language.
    pub(super) fn speak(&mut self, words: &[Inline]) {
        let mut spoken = String::new();
        words.iter().for_each(|inline| say(inline, &mut spoken));
        let meta = &self.document.meta;
        let base = if self.written { &meta.language } else { &meta.words_language };
        self.language = self.other(&tag_of(&spoken, base));
    }

    /// The language of what the program says within an answer, such as a label.
    pub(super) fn program_speaks(&self) -> Option<String> {
        self.other(&self.document.meta.words_language)
    }

    fn other(&self, tag: &str) -> Option<String> {
        (tag != self.document.meta.language).then(|| language(tag))
    }
}

/// The words of an inline that are not a label: a label tells nothing of the language of the answer after it.
fn say(inline: &Inline, spoken: &mut String) {
    match inline {
        Inline::Text { text, .. } => spoken.push_str(text),
        Inline::Link { content, .. }
        | Inline::Answer { content, .. }
        | Inline::Lead(content)
        | Inline::Changed { content, .. } => content.iter().for_each(|inline| say(inline, spoken)),
        Inline::Citation { .. } | Inline::SourceNumber { .. } | Inline::RowRef { .. } => {}
        Inline::Label(_) | Inline::Remark(_) => {}
        Inline::Break => spoken.push(' '),
    }
}

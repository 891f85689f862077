//! Paragraphs with their properties, in the order of the standard.

use super::changes::whole_line;
use super::story::Story;
use super::style_ids::paragraph;
use crate::document::Inline;

/// The left edge, and how far the first line begins to the left of it, in twentieths of a point.
pub(super) type Indent = (u32, u32);

/// The differences of a paragraph from its style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Paragraph {
    /// Id of its style.
    pub(super) style: &'static str,
    pub(super) keep_next: bool,
    /// The number of its list, and its level in it.
    pub(super) list: Option<(usize, usize)>,
    /// Whether the next paragraph stands close below it.
    pub(super) close: bool,
    pub(super) indent: Option<Indent>,
    pub(super) right: bool,
    /// Outline level, counted from 1, if it differs from that of the style.
    pub(super) outline: Option<u8>,
}

impl Paragraph {
    pub(super) fn of(style: &'static str) -> Self {
        Self { style, ..Self::default() }
    }
}

impl Story<'_> {
    /// Opens a paragraph. `words` decide its direction.
    pub(super) fn open_paragraph(&mut self, of: Paragraph, words: &[Inline]) {
        self.speak(words);
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", of.style);
        if of.keep_next {
            self.xml.empty("w:keepNext", &[]);
        }
        if std::mem::take(&mut self.starts_page) {
            self.xml.empty("w:pageBreakBefore", &[]);
        }
        if let Some((list, depth)) = of.list {
            self.xml.open("w:numPr", &[]);
            self.xml.value("w:ilvl", &depth.to_string());
            self.xml.value("w:numId", &list.to_string());
            self.xml.close();
        }
        if starts_rightmost(words) {
            self.xml.empty("w:bidi", &[]);
        }
        if of.close {
            self.xml.empty("w:spacing", &[("w:after", "40")]);
        }
        if let Some((left, hanging)) = of.indent {
            let (left, hanging) = (left.to_string(), hanging.to_string());
            self.xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
        }
        if of.right {
            self.xml.value("w:jc", "right");
        }
        if let Some(level) = of.outline {
            self.xml.value("w:outlineLvl", &(level.clamp(1, 9) - 1).to_string());
        }
        // A cell must end with a paragraph, whose end can be neither added nor removed.
        if let Some(change) = whole_line(words).filter(|_| of.style != paragraph::CELL) {
            self.xml.open("w:rPr", &[]);
            self.end_changed(change);
            self.xml.close();
        }
        self.xml.close();
    }

    /// A paragraph of running text.
    pub(super) fn paragraph(&mut self, of: Paragraph, words: &[Inline]) {
        self.open_paragraph(of, words);
        self.inlines(words);
        self.xml.close();
    }

    /// An empty line without height. It separates a table from a table below it.
    pub(super) fn spacer(&mut self) {
        self.open_paragraph(Paragraph::of(paragraph::SPACER), &[]);
        self.xml.close();
    }
}

/// Whether words begin in a script that is written from right to left.
fn starts_rightmost(words: &[Inline]) -> bool {
    first_strong(words).unwrap_or(false)
}

/// Whether the first letter with a direction is written from right to left.
fn first_strong(words: &[Inline]) -> Option<bool> {
    words.iter().find_map(|inline| match inline {
        Inline::Text { text, .. } => text.chars().find_map(direction),
        Inline::Link { content, .. }
        | Inline::Answer { content, .. }
        | Inline::Changed { content, .. }
        | Inline::Lead(content) => first_strong(content),
        Inline::Label(_) | Inline::Remark(_) => None,
        Inline::Citation { .. } | Inline::SourceNumber { .. } => None,
        Inline::RowRef { .. } | Inline::Break => None,
    })
}

/// Whether a letter is written from right to left; `None` for characters that follow their neighbours.
pub(super) fn direction(c: char) -> Option<bool> {
    match c {
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => {
            c.is_alphabetic().then_some(true)
        }
        c if c.is_alphabetic() => Some(false),
        _ => None,
    }
}

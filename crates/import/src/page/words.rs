//! Adds the words of a page with their marks, white space and links.

use vurder_model::richtext::{Inline, Mark};

use super::{Link, PageWriter, UNRESOLVED, WORDS_OF_TARGET};

impl PageWriter {
    /// Adds words with the open marks. White space becomes single spaces.
    pub(crate) fn text(&mut self, text: &str, line: u32) {
        let mut words = String::with_capacity(text.len());
        let mut space = !self.takes_space();
        for c in text.chars() {
            if c.is_whitespace() {
                if !space {
                    words.push(' ');
                }
                space = true;
            } else if !c.is_control() {
                words.push(c);
                space = false;
            }
        }
        if words.is_empty() {
            return;
        }
        if self.words.is_empty() {
            self.line = line;
        }
        self.push_words(&words);
    }

    fn push_words(&mut self, words: &str) {
        let marks = self.marks();
        match self.words.last_mut() {
            Some(Inline::Text { text, marks: before }) if *before == marks => text.push_str(words),
            _ => self.words.push(Inline::marked(words, marks)),
        }
    }

    fn takes_space(&self) -> bool {
        match self.words.last() {
            Some(Inline::Text { text, .. }) => !text.ends_with(' '),
            _ => false,
        }
    }

    fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        if self.strong > 0 {
            marks.push(Mark::Strong {});
        }
        if self.em > 0 {
            marks.push(Mark::Em {});
        }
        if let Some(link) = self.link.first() {
            marks.push(Mark::link(format!("{UNRESOLVED}{link}")));
        }
        marks
    }

    /// Adds a line end inside a paragraph.
    pub(crate) fn hard_break(&mut self) {
        if !self.words.is_empty() {
            self.words.push(Inline::HardBreak {});
        }
    }

    /// Begins bold words.
    pub(crate) fn open_strong(&mut self) {
        self.strong += 1;
    }

    /// Ends bold words.
    pub(crate) fn close_strong(&mut self) {
        self.strong = self.strong.saturating_sub(1);
    }

    /// Begins italic words.
    pub(crate) fn open_em(&mut self) {
        self.em += 1;
    }

    /// Ends italic words.
    pub(crate) fn close_em(&mut self) {
        self.em = self.em.saturating_sub(1);
    }

    /// Begins a link.
    pub(crate) fn open_link(&mut self, target: &str, line: u32) {
        self.link.push(self.written.links.len());
        self.written.links.push(Link { target: target.trim().to_owned(), line });
    }

    /// Ends the innermost link. A link without words later gets the words of its target.
    pub(crate) fn close_link(&mut self, line: u32) {
        let Some(link) = self.link.last() else { return };
        let mark = Mark::link(format!("{UNRESOLVED}{link}"));
        // All words since the beginning of the outermost link have its mark. Therefore it is enough to look at the last
        // words.
        let last = self.words.iter().rev().find_map(|inline| match inline {
            Inline::Text { marks, .. } => Some(marks),
            _ => None,
        });
        let has_words = last.is_some_and(|marks| marks.contains(&mark));
        if !has_words && self.link.len() == 1 {
            self.text(WORDS_OF_TARGET, line);
        }
        self.link.pop();
    }
}

/// The plain words of inlines.
pub(crate) fn plain(words: &[Inline]) -> String {
    let mut text = String::new();
    for inline in words {
        match inline {
            Inline::Text { text: piece, .. } => text.push_str(piece),
            Inline::HardBreak {} => text.push(' '),
            Inline::Citation { .. } => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words without white space at both ends.
pub(super) fn trimmed(mut words: Vec<Inline>) -> Vec<Inline> {
    loop {
        match words.last_mut() {
            Some(Inline::Text { text, .. }) => {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
            }
            Some(Inline::HardBreak {}) => {}
            _ => break,
        }
        words.pop();
    }
    words
}

/// Joins the words of several cells into one cell, each on a line of its own.
pub(super) fn joined(cells: Vec<Vec<Inline>>) -> Vec<Inline> {
    let mut words = Vec::new();
    for cell in cells.into_iter().filter(|cell| !cell.is_empty()) {
        if !words.is_empty() {
            words.push(Inline::HardBreak {});
        }
        words.extend(cell);
    }
    words
}

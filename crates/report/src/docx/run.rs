//! Runs: words with the same look, links, and content controls within a line.

use super::paragraph::direction;
use super::story::Story;
use super::style_ids::character;
use super::table::hex;
use crate::document::{Change, Inline};
use crate::draw::Color;

/// How a run differs from its paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Run<'a> {
    /// Id of a character style.
    pub(super) style: Option<&'static str>,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// The colour of its ground, as six hexadecimal digits.
    pub(super) ground: Option<&'a str>,
    /// The change of the words in a list of changes.
    pub(super) told: Option<Change>,
}

impl Run<'_> {
    pub(super) fn styled(style: &'static str) -> Self {
        Self { style: Some(style), ..Self::default() }
    }
}

impl Story<'_> {
    /// Running text.
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        self.inlines_as(inlines, Run::default());
    }

    /// Running text with a look that is added to its own.
    pub(super) fn inlines_as(&mut self, inlines: &[Inline], look: Run<'_>) {
        for inline in inlines {
            match inline {
                Inline::Text { text, emphasis } => {
                    let bold = look.bold || emphasis.bold;
                    let italic = look.italic != emphasis.italic;
                    self.run(text, Run { bold, italic, ..look });
                }
                Inline::Link { href, content } => match self.relationships.address(href) {
                    Some(id) => {
                        self.xml.open("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
                        self.inlines_as(content, Run { style: Some(character::LINK), ..look });
                        self.xml.close();
                    }
                    None => self.inlines_as(content, look),
                },
                Inline::Citation { number, anchor } => self.citation(*number, anchor),
                Inline::SourceNumber { number, anchor } => {
                    let look = Run { told: look.told, ..Run::styled(character::CITATION) };
                    self.link(&format!("[{number}]"), anchor, look);
                }
                Inline::RowRef { label, anchor } => {
                    self.link(label, anchor, Run { style: Some(character::REFERENCE), ..look });
                }
                Inline::Label(text) => self.said_by_the_program(text, character::LABEL),
                Inline::Remark(text) => self.said_by_the_program(text, character::REMARK),
                Inline::Answer { address, missing, content } => {
                    let controlled = self.open_control(address, *missing);
                    let style = missing.then_some(character::PROMPT).or(look.style);
                    // The style of a prompt is already italic.
                    let italic = look.italic != *missing;
                    self.inlines_as(content, Run { style, italic, ..look });
                    self.close_control(controlled);
                }
                Inline::Lead(content) => self.inlines_as(content, look),
                Inline::Changed { change, told: true, content } => {
                    self.inlines_as(content, Run { told: Some(*change), ..look });
                }
                Inline::Changed { change, told: false, content } => {
                    let around = self.change.replace(*change);
                    self.inlines_as(content, look);
                    self.change = around;
                }
                Inline::Break => self.in_change(|story| {
                    story.xml.open("w:r", &[]);
                    story.xml.empty("w:br", &[]);
                    story.xml.close();
                }),
            }
        }
    }

    fn said_by_the_program(&mut self, text: &str, style: &'static str) {
        let program = self.program_speaks();
        let around = std::mem::replace(&mut self.language, program);
        self.run(text, Run::styled(style));
        self.language = around;
    }

    /// Words that lead to a place of the document; words alone where it is not there.
    pub(super) fn link(&mut self, words: &str, anchor: &str, look: Run<'_>) {
        match self.names.target(anchor) {
            Some(target) => {
                self.xml.open("w:hyperlink", &[("w:anchor", &target), ("w:history", "1")]);
                self.run(words, look);
                self.xml.close();
            }
            None => self.run(words, look),
        }
    }

    /// Words with the same look.
    pub(super) fn run(&mut self, text: &str, look: Run<'_>) {
        if text.is_empty() {
            return;
        }
        self.in_change(|story| {
            story.xml.open("w:r", &[]);
            story.run_properties(look, leftwards(text));
            story.run_text(text);
            story.xml.close();
        });
    }

    pub(super) fn run_properties(&mut self, look: Run<'_>, leftwards: bool) {
        let language = self.language.clone();
        if look == Run::default() && !leftwards && language.is_none() {
            return;
        }
        self.xml.open("w:rPr", &[]);
        if let Some(style) = look.style {
            self.xml.value("w:rStyle", style);
        }
        if look.bold {
            self.xml.empty("w:b", &[]);
            self.xml.empty("w:bCs", &[]);
        }
        if look.italic {
            self.xml.empty("w:i", &[]);
            self.xml.empty("w:iCs", &[]);
        }
        match look.told {
            Some(Change::Deleted) => {
                self.xml.empty("w:strike", &[]);
                self.xml.value("w:color", &hex(Color::DELETED));
            }
            Some(Change::Inserted) => {
                self.xml.value("w:color", &hex(Color::INSERTED));
                self.xml.value("w:u", "single");
            }
            None => {}
        }
        if let Some(ground) = look.ground {
            let attributes = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", ground)];
            self.xml.empty("w:shd", &attributes);
        }
        if leftwards {
            self.xml.empty("w:rtl", &[]);
        }
        if let Some(language) = &language {
            self.xml.value("w:lang", language);
        }
        self.xml.close();
    }

    /// The words of a run. Line ends become breaks. Tabs, which would move the words, become spaces.
    fn run_text(&mut self, text: &str) {
        for (at, line) in text.split(['\n', '\u{2028}', '\u{2029}']).enumerate() {
            if at > 0 {
                self.xml.empty("w:br", &[]);
            }
            let line: String = line
                .chars()
                .filter(|c| *c != '\r')
                .map(|c| if c == '\t' { ' ' } else { c })
                .collect();
            if !line.is_empty() {
                let deleted = self.change == Some(Change::Deleted);
                let element = if deleted { "w:delText" } else { "w:t" };
                if !deleted {
                    self.note_words(&line);
                }
                self.xml.open(element, &[("xml:space", "preserve")]);
                self.xml.text(&line);
                self.xml.close();
            }
        }
    }
}

/// Whether all letters with a direction are written from right to left.
fn leftwards(text: &str) -> bool {
    let mut directions = text.chars().filter_map(direction).peekable();
    directions.peek().is_some() && directions.all(|leftwards| leftwards)
}

//! Turns the inlines of a paragraph into one text and its runs. A run is a part of the text in one style.

use std::ops::Range;
use std::sync::Arc;

use super::style::Type;
use crate::document::{Change, Inline};
use crate::draw::{Color, Target};
use crate::fonts::Family;

/// The style of a run: what distinguishes it from the run before it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RunStyle {
    pub(crate) color: Color,
    pub(crate) target: Option<Target>,
    /// Whether the words were added or removed since an earlier version.
    pub(crate) change: Option<Change>,
    /// Whether the words are a label.
    pub(crate) label: bool,
    pub(super) family: Family,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) size: f32,
    /// Whether no line break is allowed between a word and this run. Citations have this property.
    pub(super) clings: bool,
}

/// Collects the text of a paragraph and the style of each run.
pub(super) struct StyledText {
    pub(super) text: String,
    pub(super) ty: Type,
    change: Option<Change>,
    pub(super) styles: Vec<RunStyle>,
    pub(super) spans: Vec<(Range<usize>, u16)>,
}

impl StyledText {
    pub(super) fn new(ty: Type) -> Self {
        Self { text: String::new(), ty, change: None, styles: Vec::new(), spans: Vec::new() }
    }

    pub(super) fn add_all(&mut self, inlines: &[Inline], target: Option<&Target>) {
        for inline in inlines {
            self.add(inline, target);
        }
    }

    fn add(&mut self, inline: &Inline, target: Option<&Target>) {
        let plain = RunStyle {
            color: match (target, self.change) {
                (Some(_), _) => Color::ACCENT,
                (None, Some(Change::Inserted)) => Color::INSERTED,
                (None, Some(Change::Deleted)) => Color::DELETED,
                (None, None) => self.ty.color,
            },
            target: target.cloned(),
            change: self.change,
            label: false,
            family: self.ty.family,
            bold: self.ty.bold,
            italic: self.ty.italic,
            size: self.ty.size,
            clings: false,
        };
        match inline {
            Inline::Text { text, emphasis } => {
                let style = RunStyle {
                    bold: plain.bold || emphasis.bold,
                    italic: plain.italic != emphasis.italic,
                    ..plain
                };
                self.push(text, style);
            }
            Inline::Link { href, content } => {
                let target = Target::Address(Arc::from(href.as_str()));
                self.add_all(content, Some(&target));
            }
            Inline::Citation { number, anchor } | Inline::SourceNumber { number, anchor } => {
                let style = RunStyle {
                    color: Color::ACCENT,
                    target: Some(Target::Anchor(Arc::from(anchor.as_str()))),
                    change: self.change,
                    label: false,
                    family: Family::Sans,
                    bold: false,
                    italic: false,
                    size: self.ty.size * if self.ty.family == Family::Serif { 0.84 } else { 0.9 },
                    clings: true,
                };
                self.push(&format!("[{number}]"), style);
            }
            Inline::RowRef { label, anchor } => {
                let style = RunStyle {
                    color: Color::ACCENT,
                    target: Some(Target::Anchor(Arc::from(anchor.as_str()))),
                    ..plain
                };
                self.push(label, style);
            }
            Inline::Label(text) => {
                let style = RunStyle {
                    color: Color::GREY,
                    label: true,
                    family: Family::Sans,
                    bold: true,
                    size: self.ty.size * 0.94,
                    ..plain
                };
                self.push(text, style);
            }
            Inline::Remark(text) => {
                let style = RunStyle {
                    color: Color::GREY,
                    family: Family::Sans,
                    size: self.ty.size * 0.88,
                    ..plain
                };
                self.push(text, style);
            }
            Inline::Answer { content, .. } | Inline::Lead(content) => {
                self.add_all(content, target);
            }
            Inline::Changed { change, content, .. } => {
                let around = self.change.replace(*change);
                self.add_all(content, target);
                self.change = around;
            }
            Inline::Break => self.push("\n", plain),
        }
    }

    fn push(&mut self, text: &str, style: RunStyle) {
        let from = self.text.len();
        for c in text.chars() {
            match c {
                '\n' | '\u{2028}' | '\u{2029}' => self.text.push('\n'),
                '\t' => self.text.push(' '),
                // These characters are invisible, and would stand in text that is extracted from the PDF.
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
                c if c.is_control() => {}
                c => self.text.push(c),
            }
        }
        if self.text.len() == from {
            return;
        }
        let index = match self.styles.iter().position(|known| *known == style) {
            Some(index) => index,
            None => {
                self.styles.push(style);
                self.styles.len() - 1
            }
        };
        self.spans.push((from..self.text.len(), u16::try_from(index).unwrap_or(u16::MAX)));
    }
}

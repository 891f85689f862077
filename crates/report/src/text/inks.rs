//! From inlines to one text and the stretches of it that look alike.

use std::ops::Range;
use std::sync::Arc;

use super::style::Type;
use crate::document::Inline;
use crate::draw::{Color, Target};
use crate::fonts::Family;

/// What distinguishes one stretch of a paragraph from the next.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ink {
    pub(crate) color: Color,
    pub(crate) target: Option<Target>,
    pub(super) family: Family,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) size: f32,
    /// No break before it when it follows a word (citations).
    pub(super) clings: bool,
}

/// Collects a paragraph's text and the stretches of its inks.
pub(super) struct Source {
    pub(super) text: String,
    ty: Type,
    pub(super) inks: Vec<Ink>,
    pub(super) spans: Vec<(Range<usize>, u16)>,
}

impl Source {
    pub(super) fn new(ty: Type) -> Self {
        Self { text: String::new(), ty, inks: Vec::new(), spans: Vec::new() }
    }

    pub(super) fn add_all(&mut self, inlines: &[Inline], target: Option<&Target>) {
        for inline in inlines {
            self.add(inline, target);
        }
    }

    fn add(&mut self, inline: &Inline, target: Option<&Target>) {
        let plain = Ink {
            color: if target.is_some() { Color::ACCENT } else { self.ty.color },
            target: target.cloned(),
            family: self.ty.family,
            bold: self.ty.bold,
            italic: self.ty.italic,
            size: self.ty.size,
            clings: false,
        };
        match inline {
            Inline::Text { text, emphasis } => {
                let ink = Ink {
                    bold: plain.bold || emphasis.bold,
                    italic: plain.italic != emphasis.italic,
                    ..plain
                };
                self.push(text, ink);
            }
            Inline::Link { href, content } => {
                let target = Target::Address(Arc::from(href.as_str()));
                self.add_all(content, Some(&target));
            }
            Inline::Citation { number, anchor } => {
                let ink = Ink {
                    color: Color::ACCENT,
                    target: Some(Target::Anchor(Arc::from(anchor.as_str()))),
                    family: Family::Sans,
                    bold: false,
                    italic: false,
                    size: self.ty.size * if self.ty.family == Family::Serif { 0.84 } else { 0.9 },
                    clings: true,
                };
                self.push(&format!("[{number}]"), ink);
            }
            Inline::RowRef { label, anchor } => {
                let ink = Ink {
                    color: Color::ACCENT,
                    target: Some(Target::Anchor(Arc::from(anchor.as_str()))),
                    ..plain
                };
                self.push(label, ink);
            }
            Inline::Label(text) => {
                let ink = Ink {
                    color: Color::GREY,
                    family: Family::Sans,
                    bold: true,
                    size: self.ty.size * 0.94,
                    ..plain
                };
                self.push(text, ink);
            }
            Inline::Break => self.push("\n", plain),
        }
    }

    fn push(&mut self, text: &str, ink: Ink) {
        let from = self.text.len();
        for c in text.chars() {
            match c {
                '\n' | '\u{2028}' | '\u{2029}' => self.text.push('\n'),
                '\t' => self.text.push(' '),
                // Invisible marks that would only come back as noise when the text is extracted.
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
                c if c.is_control() => {}
                c => self.text.push(c),
            }
        }
        if self.text.len() == from {
            return;
        }
        let index = match self.inks.iter().position(|known| *known == ink) {
            Some(index) => index,
            None => {
                self.inks.push(ink);
                self.inks.len() - 1
            }
        };
        self.spans.push((from..self.text.len(), u16::try_from(index).unwrap_or(u16::MAX)));
    }
}

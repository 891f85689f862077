//! What reviewers do to a text besides its words: they highlight, change the look, and put in pictures and equations.

use super::xml::Attributes;
use crate::passage::surroundings;
use crate::problem::{MarkKind, Problem};

/// The marks of one kind. Those in one paragraph count as one.
#[derive(Debug, Clone, Copy)]
struct Mark {
    kind: MarkKind,
    count: usize,
    /// The paragraph of the last one.
    paragraph: usize,
    /// The byte of the text at which the first one stands.
    first: usize,
}

/// The marks of a story by their kinds.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<Mark>);

impl Marks {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes a mark in the paragraph with this number, at this byte of the text.
    pub(super) fn add(&mut self, kind: MarkKind, paragraph: usize, at: usize) {
        match self.0.iter_mut().find(|mark| mark.kind == kind) {
            Some(mark) if mark.paragraph == paragraph => {}
            Some(mark) => {
                mark.count += 1;
                mark.paragraph = paragraph;
            }
            None => self.0.push(Mark { kind, count: 1, paragraph, first: at }),
        }
    }

    /// What is told of them: each kind with the words at its first place.
    pub(super) fn problems<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Problem> + 'a {
        self.0.iter().map(|mark| {
            let (before, after) = surroundings(text, mark.first, mark.first);
            let near = if after.is_empty() { before } else { after };
            Problem::Marks { kind: mark.kind, count: mark.count, near }
        })
    }
}

/// The character of a symbol, which is written as its number in a font. Fonts of signs have their numbers in a range
/// that says nothing without the font.
pub(super) fn symbol(attributes: &Attributes) -> Option<char> {
    let number = u32::from_str_radix(attributes.get("char")?, 16).ok()?;
    let font = attributes.get("font").unwrap_or_default();
    let own = number.checked_sub(0xf000).filter(|own| *own < 0x100);
    let Some(own) = own else { return char::from_u32(number).filter(|c| !c.is_control()) };
    Some(match (font, own) {
        ("Wingdings", 0xfc | 0x50) | ("Wingdings 2", 0x50) => '✓',
        ("Wingdings", 0xfb) | ("Wingdings 2", 0x4f) => '✗',
        ("Wingdings", 0xfe) | ("Wingdings 2", 0x52) => '☑',
        ("Wingdings", 0xfd) | ("Wingdings 2", 0x53 | 0x54) => '☒',
        ("Wingdings", 0x6f | 0xa8) | ("Wingdings 2", 0xa3) => '☐',
        ("Wingdings", 0xe0) => '→',
        ("Wingdings", 0xdf) => '←',
        ("Wingdings", 0x4a) => '☺',
        ("Symbol", 0xb7) | ("Wingdings", 0x9f | 0x6c | 0xa7) => '•',
        ("Symbol", 0xa3) => '≤',
        ("Symbol", 0xb3) => '≥',
        ("Symbol", 0xb1) => '±',
        ("Symbol", 0xae) => '→',
        ("Symbol", 0xde) => '⇒',
        ("Symbol", 0xb9) => '≠',
        ("Symbol", 0x20..=0x7e) => char::from_u32(own)?,
        _ => '\u{fffd}',
    })
}

//! The few type styles a report is set in.

use crate::draw::Color;
use crate::fonts::Family;

/// A type in a form that can be compared.
pub(crate) type TypeKey = (Family, [u32; 3], (bool, bool), [u8; 3]);

/// How a paragraph's words are set, before emphasis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Type {
    pub(crate) family: Family,
    /// Type size in points.
    pub(crate) size: f32,
    /// Distance of baselines in points.
    pub(crate) leading: f32,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) color: Color,
    /// The cost of a hyphen at a line's end, as a share of an empty line. An infinite cost forbids it.
    pub(crate) hyphen_cost: f32,
}

impl Type {
    const fn serif(size: f32, leading: f32) -> Self {
        Self {
            family: Family::Serif,
            size,
            leading,
            bold: false,
            italic: false,
            color: Color::INK,
            hyphen_cost: 0.05,
        }
    }

    const fn sans(size: f32, leading: f32) -> Self {
        Self { family: Family::Sans, hyphen_cost: 0.03, ..Self::serif(size, leading) }
    }

    const fn never_hyphenated(self) -> Self {
        Self { hyphen_cost: f32::INFINITY, ..self }
    }

    const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    const fn colored(self, color: Color) -> Self {
        Self { color, ..self }
    }

    /// Running text.
    pub(crate) const BODY: Self = Self::serif(10.0, 13.8);
    /// Text in tables and cards.
    pub(crate) const CELL: Self = Self::sans(8.9, 11.5);
    /// Short facts.
    pub(crate) const FACTS: Self = Self::CELL.never_hyphenated();
    /// The words of sources.
    pub(crate) const SOURCE: Self = Self::sans(8.6, 11.2);
    /// Heads of table columns.
    pub(crate) const HEAD: Self = Self::sans(8.2, 10.4).bold().colored(Color(0x3a, 0x3f, 0x47));
    /// Labels of cards and pairs.
    pub(crate) const LABEL: Self = Self::sans(8.5, 11.6).colored(Color::GREY).never_hyphenated();
    /// Law references and remarks.
    pub(crate) const NOTE: Self = Self::sans(8.0, 10.6).colored(Color::GREY);
    /// Labels of a drawing.
    pub(crate) const AXIS: Self = Self::NOTE.never_hyphenated();
    /// Words in a mark.
    pub(crate) const NOTE_INK: Self = Self::sans(8.0, 10.6).never_hyphenated();
    /// Prompts for missing answers.
    pub(crate) const PROMPT: Self = Self::serif(10.0, 13.8).italic().colored(Color::FAINT);
    /// Prompts in a table.
    pub(crate) const CELL_PROMPT: Self = Self::sans(8.9, 11.5).italic().colored(Color::FAINT);
    /// Header and footer.
    pub(crate) const FURNITURE: Self =
        Self::sans(8.0, 10.0).colored(Color::GREY).never_hyphenated();
    /// Captions.
    pub(crate) const CAPTION: Self = Self::sans(8.9, 11.5).bold();
    /// Lines of the contents.
    pub(crate) const CONTENTS: Self = Self::serif(9.8, 13.6).never_hyphenated();
    /// The lines of sections in the contents.
    pub(crate) const CONTENTS_TOP: Self = Self::serif(9.8, 13.6).bold().never_hyphenated();
    /// The report's title.
    pub(crate) const TITLE: Self = Self::serif(27.0, 32.0).bold().never_hyphenated();
    /// The project's title under it.
    pub(crate) const SUBTITLE: Self = Self::serif(16.0, 21.0).never_hyphenated();
    /// The small line above the title.
    pub(crate) const KICKER: Self =
        Self::sans(9.4, 12.0).bold().colored(Color::ACCENT).never_hyphenated();
    /// Title line of a card.
    pub(crate) const CARD_TITLE: Self = Self::sans(9.4, 12.2).bold();

    /// Headings of a level, 1 to 4.
    pub(crate) const fn heading(level: u8) -> Self {
        match level {
            1 => Self::serif(17.0, 21.0).bold().never_hyphenated(),
            2 => Self::serif(12.8, 16.6).bold().never_hyphenated(),
            3 => Self::serif(10.8, 14.2).bold().never_hyphenated(),
            _ => Self::sans(9.2, 12.0).bold().never_hyphenated(),
        }
    }

    /// The key of this type in the store of shaped words.
    pub(crate) fn key(&self) -> TypeKey {
        let Color(r, g, b) = self.color;
        (
            self.family,
            [self.size.to_bits(), self.leading.to_bits(), self.hyphen_cost.to_bits()],
            (self.bold, self.italic),
            [r, g, b],
        )
    }

    /// The distance from a line's top to its baseline. Capital letters stand in the middle of the line.
    pub(crate) fn ascent(&self) -> f32 {
        (self.leading + 0.66 * self.size) / 2.0
    }
}

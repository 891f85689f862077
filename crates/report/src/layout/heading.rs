//! Headings: the number stands in the margin, the articles at the end of the line.

use super::contents;
use super::geometry::FULL;
use super::pages::rule;
use super::piece::{Body, Piece};
use super::set::{BlockContext, LEAST, Setter};
use crate::document::{Block, BlockKind, Inline};
use crate::draw::{Color, Role, SlotId};
use crate::text::shape::Shaped;
use crate::text::style::Type;
use crate::text::{breaks, emit};

/// The least space between a heading and the text at the end of its line.
const APART: f32 = 20.0;
/// The least space between a number and the words beside it.
const BESIDE: f32 = 9.0;

/// The headings above a place in the structure of the document. Their levels have no gaps, whatever the printed levels
/// are.
#[derive(Debug, Default)]
pub(crate) struct Levels {
    /// Whether the report's title stands above all sections.
    title: bool,
    /// The open sections, outermost first: the printed level, and the structural place.
    sections: Vec<(u8, SlotId)>,
    /// Number of open cards with a name.
    cards: usize,
}

impl Levels {
    /// The role of a heading below the open ones.
    fn below(&self) -> Role {
        let above = usize::from(self.title) + self.sections.len() + self.cards;
        Role::Heading(u8::try_from(above + 1).unwrap_or(6).min(6))
    }

    /// The role of the heading of the innermost section.
    fn here(&self) -> Role {
        let above = usize::from(self.title) + self.sections.len();
        Role::Heading(u8::try_from(above).unwrap_or(6).clamp(1, 6))
    }
}

/// A heading's words.
pub(crate) struct Heading<'a> {
    pub(crate) level: u8,
    pub(crate) number: &'a str,
    pub(crate) text: &'a [Inline],
    pub(crate) aside: &'a str,
}

impl Setter<'_> {
    /// The structural place of a block of the report itself. Each heading opens a section inside that of the heading
    /// above it.
    pub(crate) fn section_of(&mut self, block: &Block, ctx: BlockContext) -> BlockContext {
        if ctx.slot != SlotId::DOCUMENT {
            return ctx;
        }
        let opens = match &block.kind {
            BlockKind::Heading { level, .. } => Some(*level),
            BlockKind::Contents => Some(1),
            _ => None,
        };
        if let Some(level) = opens {
            self.levels.sections.retain(|(open, _)| *open < level);
            let parent = self.levels.sections.last().map_or(ctx.slot, |(_, slot)| *slot);
            let slot = self.slot(Role::Section, parent);
            self.levels.sections.push((level, slot));
        }
        let slot = self.levels.sections.last().map_or(ctx.slot, |(_, slot)| *slot);
        BlockContext { slot, ..ctx }
    }

    /// The role of a heading at this place: that of the section, or one inside a cell or a card.
    pub(crate) fn heading_role(&self, ctx: BlockContext) -> Role {
        let of_section = self.levels.sections.last().is_some_and(|(_, slot)| *slot == ctx.slot);
        if of_section { self.levels.here() } else { self.levels.below() }
    }

    /// The structural place of the report's title.
    pub(crate) fn title_slot(&mut self, parent: SlotId) -> SlotId {
        let role = self.levels.below();
        self.levels.title = true;
        self.slot(role, parent)
    }

    /// The structural place of a card's title. Headings are below it until the card is [closed](Self::close_card).
    pub(crate) fn open_card(&mut self, parent: SlotId) -> SlotId {
        let role = self.levels.below();
        self.levels.cards += 1;
        self.slot(role, parent)
    }

    pub(crate) fn close_card(&mut self) {
        self.levels.cards -= 1;
    }

    pub(crate) fn heading(
        &mut self,
        heading: &Heading<'_>,
        nameless: bool,
        ctx: BlockContext,
    ) -> Vec<Piece> {
        let level = heading.level;
        let role = self.heading_role(ctx);
        let slot = self.slot(role, ctx.slot);
        let ty = if ctx.body { Type::heading(level) } else { Type::heading(4) };
        let label = self.shape(&[Inline::plain(heading.number)], ty);
        let label_width = breaks::widths(&label).max;
        // A narrow cell has no space beside the number. There the number stands before the words.
        let beside = ctx.body || ctx.width - label_width - BESIDE >= LEAST;
        let (number, words) = if beside || heading.number.is_empty() {
            (heading.number, heading.text.to_vec())
        } else {
            let number = Inline::plain(format!("{} ", heading.number));
            ("", [std::slice::from_ref(&number), heading.text].concat())
        };
        let shaped = self.shape(&words, ty);
        let label = if number.is_empty() { self.shape(&[], ty) } else { label };
        // The number stands in the margin. A number that is too wide moves the words to the right.
        let margin = if ctx.body { ctx.x } else { 0.0 };
        let start = if number.is_empty() {
            ctx.x
        } else {
            ctx.x.max(ctx.x - margin + label_width + BESIDE)
        };
        let width = ctx.x + ctx.width - start;
        let mut pieces = self.lines(&shaped, start, width, slot);
        if let (Some(first), Some(line)) = (pieces.first_mut(), breaks::lines(&label, FULL).first())
            && let Body::Whole(draws) = &mut first.body
        {
            let mut set = Vec::new();
            emit::label(&label, line, ctx.x - margin, ty.ascent(), slot, &mut set);
            set.append(draws);
            *draws = set;
        }
        let (before, after) = match level {
            _ if !ctx.body => (6.0, 2.0),
            1 => (23.0, 8.0),
            2 => (17.0, 5.0),
            3 => (12.0, 4.0),
            _ => (9.0, 2.0),
        };
        if let Some(first) = pieces.first_mut() {
            first.before = before;
        }
        if let Some(last) = pieces.last_mut() {
            last.after = after;
        }
        if !heading.aside.is_empty() {
            let slot = self.slot(Role::Paragraph, ctx.slot);
            let aside = self.shape(&[Inline::plain(heading.aside)], Type::NOTE);
            if !end_of_line(&aside, &shaped, (start, width), slot, &mut pieces) {
                let mut below = self.lines(&aside, ctx.x, ctx.width, slot);
                if let Some(last) = pieces.last_mut() {
                    last.after = 1.0;
                }
                if let Some(last) = below.last_mut() {
                    last.after = after;
                }
                pieces.append(&mut below);
            }
        }
        for piece in &mut pieces {
            piece.keep = true;
        }
        if level == 1 && ctx.body {
            let mut line = rule(FULL, 1.1, Color::RULE_STRONG);
            line.before = before;
            line.after = 8.0;
            line.keep = true;
            line.section = true;
            if let Some(first) = pieces.first_mut() {
                first.before = 8.0;
            }
            pieces.insert(0, line);
        }
        if nameless {
            self.headings += 1;
            let anchor = contents::nameless(self.headings);
            self.stamp(&mut pieces, Some(&anchor));
        }
        pieces
    }
}

/// Sets the articles at the right edge on the heading's baseline; `false` if there is no space for them.
fn end_of_line(
    aside: &Shaped,
    heading: &Shaped,
    (start, width): (f32, f32),
    slot: SlotId,
    pieces: &mut [Piece],
) -> bool {
    let lines = breaks::lines(aside, FULL);
    let ([piece], [line]) = (pieces, lines.as_slice()) else { return false };
    if breaks::widths(heading).max + APART + line.width > width {
        return false;
    }
    let Body::Whole(draws) = &mut piece.body else { return false };
    emit::line(aside, line, start + width - line.width, heading.ty.ascent(), slot, draws);
    true
}

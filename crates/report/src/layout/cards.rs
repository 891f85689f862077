//! Labels with values, rows as cards, and the head of the first page.

use std::rc::Rc;
use std::sync::Arc;

use super::geometry::FULL;
use super::pages::rule;
use super::piece::{Body, Boxed, Piece, Row};
use super::set::{Ctx, Setter};
use crate::document::{Block, Card, Cover, Inline, Pair};
use crate::draw::{Color, Role, SlotId};
use crate::text::style::Type;
use crate::text::{breaks, emit};

/// Space between a label and its value.
const GUTTER: f32 = 12.0;
/// Width of labels in the page's column.
const LABELS: f32 = 106.0;

impl Setter<'_> {
    pub(crate) fn pairs(&mut self, pairs: &[Pair], ctx: Ctx) -> Vec<Piece> {
        let mut pieces = self.pair_rows(pairs, ctx, (3.0, 3.0), true);
        if let Some(first) = pieces.first_mut() {
            first.before = 6.0;
        }
        if let Some(last) = pieces.last_mut() {
            last.after = 9.0;
        }
        pieces
    }

    fn pair_rows(&mut self, pairs: &[Pair], ctx: Ctx, pad: (f32, f32), ruled: bool) -> Vec<Piece> {
        let slot = self.slot(Role::Table, ctx.slot);
        let labels: Vec<_> = pairs
            .iter()
            .map(|pair| self.shape(&[Inline::plain(&pair.label)], Type::LABEL))
            .collect();
        // One width for all labels of the page's column, so that values stand below one another.
        let widest = labels.iter().map(|label| breaks::widths(label).max).fold(0.0_f32, f32::max);
        let label_width =
            if ctx.body { LABELS } else { widest.clamp(40.0, (ctx.width * 0.36).max(41.0)) };
        let value_x = ctx.x + label_width + GUTTER;
        let value_width = ctx.x + ctx.width - value_x;
        let mut pieces = Vec::new();
        for (pair, label) in pairs.iter().zip(labels) {
            let row_slot = self.slot(Role::TableRow, slot);
            let head_slot = self.slot(Role::TableHead, row_slot);
            let cell_slot = self.slot(Role::TableCell, row_slot);
            let label = self.lines(&label, 0.0, label_width, head_slot);
            let value = self.anchored(pair.anchor.as_deref(), |setter| {
                setter.blocks(&pair.value, Ctx::cell(value_width, cell_slot))
            });
            let boxed = |x, width, pieces, anchor: Option<&String>| Boxed {
                x,
                width,
                pieces,
                level: None,
                anchor: anchor.map(|anchor| Arc::from(anchor.as_str())),
            };
            let cells = vec![
                boxed(ctx.x, label_width, label, None),
                boxed(value_x, value_width, value, pair.anchor.as_ref()),
            ];
            let above = ruled.then_some((0.45, Color::RULE)).filter(|_| !pieces.is_empty());
            let row = Row { cells, pad, above, below: None, resumed: false };
            let mut piece = Piece::row((ctx.x, ctx.width), row);
            // The anchor marks label and value, so that a comment beside either is found.
            self.stamp(std::slice::from_mut(&mut piece), pair.anchor.as_deref());
            pieces.push(piece);
        }
        pieces
    }

    pub(crate) fn card(&mut self, card: &Card, ctx: Ctx) -> Vec<Piece> {
        let slot = self.slot(Role::Table, ctx.slot);
        let (left, full) = ctx.wide();
        let mut top = rule(full, 0.6, Color::RULE_STRONG);
        if let Body::Whole(draws) = &mut top.body {
            draws.iter_mut().for_each(|draw| draw.shift(left, 0.0));
        }
        top.before = 10.0;
        top.keep = true;
        let mut title = if card.title.is_empty() {
            self.card_number(&card.number, ctx, slot)
        } else {
            self.card_title(&card.number, &card.title, ctx, slot)
        };
        title.iter_mut().for_each(|piece| piece.keep = true);
        if let Some(first) = title.first_mut() {
            first.before = 5.0;
        }
        let mut pieces = vec![top];
        pieces.append(&mut title);
        if !card.facts.is_empty() {
            let mut facts = self.facts(&card.facts, ctx, slot);
            facts.iter_mut().for_each(|piece| piece.keep = true);
            pieces.append(&mut facts);
        }
        let again = self.card_again(card, ctx);
        let mut rows = self.pair_rows(&card.pairs, Ctx { slot, ..ctx }, (1.8, 1.8), false);
        for row in &mut rows {
            row.repeat = again.clone();
        }
        if let Some(first) = rows.first_mut() {
            first.before = 2.0;
        } else if let Some(last) = pieces.last_mut() {
            last.keep = false;
        }
        pieces.append(&mut rows);
        if let Some(last) = pieces.last_mut() {
            last.after = 8.0;
        }
        pieces
    }

    /// The number alone, level with the line that follows it.
    fn card_number(&mut self, number: &str, ctx: Ctx, slot: SlotId) -> Vec<Piece> {
        let label = self.shape(&[Inline::plain(number)], Type::CARD_TITLE);
        let mut piece = Piece::whole(0.0, (ctx.x, ctx.width), Vec::new());
        if let Some(line) = breaks::lines(&label, FULL).first()
            && let Body::Whole(draws) = &mut piece.body
        {
            let x = if ctx.body { 0.0 } else { ctx.x };
            emit::line(&label, line, x, Type::LABEL.ascent() + 3.0, slot, draws);
        }
        vec![piece]
    }

    fn card_title(&mut self, number: &str, title: &[Inline], ctx: Ctx, slot: SlotId) -> Vec<Piece> {
        let ty = Type::CARD_TITLE;
        let shaped = self.shape(title, ty);
        let mut pieces = self.lines(&shaped, ctx.x, ctx.width, slot);
        if pieces.is_empty() {
            pieces.push(Piece::whole(ty.leading, (ctx.x, ctx.width), Vec::new()));
        }
        let label = self.shape(&[Inline::plain(number)], ty);
        if let Some(line) = breaks::lines(&label, FULL).first()
            && let Some(Body::Whole(draws)) = pieces.first_mut().map(|first| &mut first.body)
        {
            let mut set = Vec::new();
            let x = if ctx.body { 0.0 } else { ctx.x };
            emit::line(&label, line, x, ty.ascent(), slot, &mut set);
            if !ctx.body {
                draws.iter_mut().for_each(|draw| draw.shift(line.width + 8.0, 0.0));
            }
            set.append(draws);
            *draws = set;
        }
        pieces
    }

    /// Facts in a line: grey label, value, wide space.
    fn facts(&mut self, facts: &[(String, Vec<Inline>)], ctx: Ctx, slot: SlotId) -> Vec<Piece> {
        let mut line = Vec::new();
        for (index, (label, value)) in facts.iter().enumerate() {
            if index > 0 {
                line.push(Inline::plain("\u{a0}· "));
            }
            line.push(Inline::plain(format!("{label}:\u{a0}")));
            line.extend(value.iter().cloned());
        }
        let shaped = self.shape(&line, Type { color: Color::GREY, ..Type::CELL });
        self.lines(&shaped, ctx.x, ctx.width, slot)
    }

    /// What stands above the rest of a card on the next page.
    fn card_again(&mut self, card: &Card, ctx: Ctx) -> Vec<Rc<Piece>> {
        let words = format!("({})", self.document.words.continued);
        let mut title = card.title.clone();
        title.push(Inline::plain(format!(" {words}")));
        let ty = Type { color: Color::GREY, ..Type::LABEL };
        let shaped = self.shape(&title, ty);
        let mut lines = self.lines(&shaped, ctx.x, ctx.width, SlotId::ARTIFACT);
        lines.truncate(1);
        let label = self.shape(&[Inline::plain(&card.number)], ty);
        if let Some(line) = breaks::lines(&label, FULL).first()
            && ctx.body
            && let Some(Body::Whole(draws)) = lines.first_mut().map(|first| &mut first.body)
        {
            emit::line(&label, line, 0.0, ty.ascent(), SlotId::ARTIFACT, draws);
        }
        lines.into_iter().map(Rc::new).collect()
    }

    pub(crate) fn cover(&mut self, cover: &Cover, ctx: Ctx) -> Vec<Piece> {
        let ctx = Ctx { x: 0.0, width: FULL, ..ctx };
        let mut pieces = vec![Piece::whole(96.0, (0.0, FULL), Vec::new())];
        let slot = self.slot(Role::Paragraph, ctx.slot);
        pieces.extend(self.paragraph(&[Inline::plain(&cover.kicker)], Type::KICKER, ctx, slot));
        let slot = self.slot(Role::Heading(1), ctx.slot);
        let mut title = self.paragraph(&[Inline::plain(&cover.title)], Type::TITLE, ctx, slot);
        if let Some(first) = title.first_mut() {
            first.before = 10.0;
        }
        if let Some(last) = title.last_mut() {
            last.after = 12.0;
        }
        pieces.append(&mut title);
        let slot = self.slot(Role::Paragraph, ctx.slot);
        pieces.extend(self.paragraph(&[Inline::plain(&cover.subtitle)], Type::SUBTITLE, ctx, slot));
        let mut line = rule(FULL, 1.1, Color::RULE_STRONG);
        line.before = 46.0;
        line.after = 8.0;
        pieces.push(line);
        let pairs: Vec<Pair> = cover
            .particulars
            .iter()
            .map(|pair| Pair {
                value: if pair.value.is_empty() {
                    vec![Block::text("–")]
                } else {
                    pair.value.clone()
                },
                ..pair.clone()
            })
            .collect();
        pieces.extend(self.pairs(&pairs, ctx));
        pieces
    }
}

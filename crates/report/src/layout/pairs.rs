//! Labels with values in two columns, and the head of the first page.

use std::sync::Arc;

use super::geometry::FULL;
use super::pages::rule;
use super::piece::{Piece, Row, RowCell};
use super::set::{BlockContext, Setter};
use crate::document::{Block, Cover, Inline, Pair};
use crate::draw::{Color, Role, Scope};
use crate::text::breaks;
use crate::text::style::Type;

/// Space between a label and its value.
const GUTTER: f32 = 12.0;
/// Width of labels in the page's column.
const LABELS: f32 = 106.0;
/// The least width for a value beside its label. In narrower places, the value stands after its label.
const NARROW: f32 = 110.0;
/// Space above and below the text of a line.
const PAD: (f32, f32) = (2.6, 2.8);

impl Setter<'_> {
    pub(crate) fn pairs(&mut self, pairs: &[Pair], ctx: BlockContext) -> Vec<Piece> {
        let mut pieces = if ctx.width < NARROW {
            let mut pieces = Vec::new();
            for pair in pairs {
                pieces.append(&mut self.answer(pair, ctx));
            }
            pieces
        } else {
            self.pair_rows(pairs, ctx)
        };
        if let Some(first) = pieces.first_mut() {
            first.before = 6.0;
        }
        if let Some(last) = pieces.last_mut() {
            last.after = 9.0;
        }
        pieces
    }

    fn pair_rows(&mut self, pairs: &[Pair], ctx: BlockContext) -> Vec<Piece> {
        let slot = self.slot(Role::Table, ctx.slot);
        let labels: Vec<_> = pairs
            .iter()
            .map(|pair| self.shape(&[Inline::plain(&pair.label)], Type::LABEL))
            .collect();
        // All labels of the page's column have one width, so that the values stand one below the other.
        let widest = labels.iter().map(|label| breaks::widths(label).max).fold(0.0_f32, f32::max);
        let label_width =
            if ctx.body { LABELS } else { widest.clamp(40.0, (ctx.width * 0.36).max(41.0)) };
        let value_x = ctx.x + label_width + GUTTER;
        let value_width = ctx.x + ctx.width - value_x;
        let mut pieces = Vec::new();
        for (pair, label) in pairs.iter().zip(labels) {
            let row_slot = self.slot(Role::TableRow, slot);
            let head = Role::HeaderCell { scope: Scope::Row, columns: 1 };
            let head_slot = self.slot(head, row_slot);
            let cell_slot = self.slot(Role::DataCell, row_slot);
            let label = self.lines(&label, 0.0, label_width, head_slot);
            let value = self.anchored(pair.anchor.as_deref(), |setter| {
                setter.blocks(&pair.value, BlockContext::cell(value_width, cell_slot))
            });
            let boxed = |x, width, pieces, anchor: Option<&String>| RowCell {
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
            let above = (!pieces.is_empty()).then_some((0.45, Color::RULE));
            let row = Row { cells, pad: PAD, above, below: None, resumed: false };
            let mut piece = Piece::row((ctx.x, ctx.width), row);
            // The anchor covers label and value, so that a comment beside either of them is found.
            self.stamp(std::slice::from_mut(&mut piece), pair.anchor.as_deref());
            pieces.push(piece);
        }
        pieces
    }

    pub(crate) fn cover(&mut self, cover: &Cover, ctx: BlockContext) -> Vec<Piece> {
        let ctx = BlockContext { x: 0.0, width: FULL, ..ctx };
        let mut pieces = vec![Piece::whole(96.0, (0.0, FULL), Vec::new())];
        let slot = self.slot(Role::Paragraph, ctx.slot);
        pieces.extend(self.paragraph(&[Inline::plain(&cover.kicker)], Type::KICKER, ctx, slot));
        let slot = self.title_slot(ctx.slot);
        let mut title = self.paragraph(&[Inline::plain(&cover.title)], Type::TITLE, ctx, slot);
        if let Some(first) = title.first_mut() {
            first.before = 10.0;
        }
        if let Some(last) = title.last_mut() {
            last.after = 12.0;
        }
        pieces.append(&mut title);
        let slot = self.written_by_a_person(true, |setter| setter.slot(Role::Paragraph, ctx.slot));
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

//! The risk matrix, drawn: likelihood to the right, severity upwards, the risks' numbers in the cells.

use super::piece::Piece;
use super::set::{Ctx, Setter};
use crate::document::{Inline, Level, RiskMatrix};
use crate::draw::{Color, Draw, Rect, Role, Shape, SlotId};
use crate::text::shape::Shaped;
use crate::text::style::Type;
use crate::text::{breaks, emit};

/// Grounds from the lowest level to the highest: light enough for dark text, apart also in grey.
const SCALE: [Color; 5] = [
    Color(0xdf, 0xec, 0xdc),
    Color(0xf0, 0xf0, 0xd0),
    Color(0xf7, 0xe3, 0xb8),
    Color(0xf3, 0xc9, 0xa6),
    Color(0xe9, 0xab, 0xa0),
];

/// The ground of a level.
pub(crate) fn color(level: Level) -> Color {
    let at = level.0.clamp(0.0, 1.0) * (SCALE.len() - 1) as f32;
    let low = (at.floor() as usize).min(SCALE.len() - 2);
    let (a, b, share) = (SCALE[low], SCALE[low + 1], at - low as f32);
    let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    Color(mix(a.0, b.0), mix(a.1, b.1), mix(a.2, b.2))
}

const ROW_HEAD: f32 = 92.0;
const GAP: f32 = 1.2;
const LEAST_CELL: f32 = 27.0;

impl Setter<'_> {
    pub(crate) fn matrix(&mut self, matrix: &RiskMatrix, ctx: Ctx) -> Vec<Piece> {
        let slot = self.slot(Role::Figure, ctx.slot);
        if let Some(figure) = self.slots.last_mut() {
            figure.alternative = Some(matrix.alternative.clone());
        }
        let (columns, rows) = (matrix.columns.len().max(1), matrix.rows.len().max(1));
        let room = ctx.width - ROW_HEAD;
        let cell_width = (room / columns as f32).min(76.0);
        let left = ctx.x + ROW_HEAD;
        let mut draws = Vec::new();
        let mut y = 0.0;

        let vertical = self.shape(&[Inline::bold(&matrix.vertical)], Type::NOTE);
        y +=
            self.put(&vertical, ctx.x, y, ROW_HEAD + cell_width * columns as f32, slot, &mut draws);
        y += 3.0;
        for row in (0..rows).rev() {
            let top = y;
            let label = matrix.rows.get(row).map_or("", String::as_str);
            let label = self.shape(&[Inline::plain(label)], Type::NOTE);
            let set: Vec<Vec<Inline>> =
                (0..columns).map(|column| entries(matrix, row, column)).collect();
            let shaped: Vec<Shaped> =
                set.iter().map(|inlines| self.shape(inlines, Type::CELL)).collect();
            let heights = shaped
                .iter()
                .map(|s| breaks::lines(s, cell_width - 10.0).len() as f32 * s.ty.leading + 8.0);
            let label_lines = breaks::lines(&label, ROW_HEAD - 10.0).len() as f32;
            let height =
                heights.fold(LEAST_CELL, f32::max).max(label_lines * label.ty.leading + 4.0);
            let middle = top + (height - label_lines * label.ty.leading) / 2.0;
            self.put(&label, ctx.x, middle, ROW_HEAD - 10.0, slot, &mut draws);
            for (column, shaped) in shaped.iter().enumerate() {
                let x = left + column as f32 * cell_width;
                let area = Rect { x, y: top, width: cell_width - GAP, height: height - GAP };
                let level = matrix.levels.get(row).and_then(|levels| levels.get(column)).copied();
                let ground = level.map_or(Color::GROUND, color);
                draws.push(Self::draw(slot, Shape::Fill(area, ground)));
                let lines = breaks::lines(shaped, cell_width - 10.0).len() as f32;
                let inset = (height - GAP - lines * shaped.ty.leading) / 2.0;
                self.put(shaped, x + 5.0, top + inset, cell_width - 10.0, slot, &mut draws);
            }
            y += height;
        }
        y += 3.0;
        let mut deepest = 0.0_f32;
        for (column, label) in matrix.columns.iter().enumerate() {
            let shaped = self.shape(&[Inline::plain(label)], Type::NOTE);
            let x = left + column as f32 * cell_width;
            deepest =
                deepest.max(self.put(&shaped, x + 1.0, y, cell_width - 6.0, slot, &mut draws));
        }
        y += deepest + 1.0;
        let horizontal = self.shape(&[Inline::bold(&matrix.horizontal)], Type::NOTE);
        y += self.put(&horizontal, left + 1.0, y, room, slot, &mut draws);
        y += self.legend(matrix, left, y + 7.0, room, slot, &mut draws);

        let mut pieces = Vec::new();
        if !matrix.caption.is_empty() {
            let slot = self.slot(Role::Caption, slot);
            pieces = self.paragraph(&[Inline::plain(&matrix.caption)], Type::CAPTION, ctx, slot);
            pieces.iter_mut().for_each(|piece| piece.keep = true);
        }
        let mut figure = Piece::whole(y, (ctx.x, ctx.width), draws);
        figure.before = 5.0;
        figure.after = 14.0;
        pieces.push(figure);
        pieces
    }

    fn legend(
        &mut self,
        matrix: &RiskMatrix,
        left: f32,
        top: f32,
        room: f32,
        slot: SlotId,
        draws: &mut Vec<Draw>,
    ) -> f32 {
        if matrix.legend.is_empty() {
            return 0.0;
        }
        let (mut x, mut y) = (left, top);
        for (level, words) in &matrix.legend {
            let shaped = self.shape(&[Inline::plain(words)], Type::NOTE);
            let width = breaks::widths(&shaped).max;
            if x + 14.0 + width > left + room && x > left {
                x = left;
                y += Type::NOTE.leading + 2.0;
            }
            let swatch = Rect { x, y: y + 1.5, width: 8.0, height: 8.0 };
            draws.push(Self::draw(slot, Shape::Fill(swatch, color(*level))));
            self.put(&shaped, x + 12.0, y, room, slot, draws);
            x += 12.0 + width + 16.0;
        }
        y + Type::NOTE.leading - top + 7.0
    }

    /// Draws a paragraph at a place of the figure; returns its height.
    fn put(
        &mut self,
        shaped: &Shaped,
        x: f32,
        y: f32,
        width: f32,
        slot: SlotId,
        draws: &mut Vec<Draw>,
    ) -> f32 {
        let mut height = 0.0;
        for line in breaks::lines(shaped, width) {
            emit::line(shaped, &line, x, y + height + shaped.ty.ascent(), slot, draws);
            height += shaped.ty.leading;
        }
        height
    }
}

fn entries(matrix: &RiskMatrix, row: usize, column: usize) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for entry in matrix.entries.iter().filter(|e| e.row == row && e.column == column) {
        if !inlines.is_empty() {
            inlines.push(Inline::plain(" "));
        }
        inlines.push(Inline::RowRef { label: entry.label.clone(), anchor: entry.anchor.clone() });
    }
    inlines
}

//! Draws the risk matrix: likelihood goes to the right, severity upwards, and the cells have the risks' numbers.

use super::piece::{Piece, Row, RowCell};
use super::set::{BlockContext, Setter};
use crate::document::{Inline, Level, RiskMatrix};
use crate::draw::{Color, Draw, Rect, Role, Shape, SlotId};
use crate::text::breaks;
use crate::text::emit::{self, Places};
use crate::text::shape::Shaped;
use crate::text::style::Type;

/// Grounds from the lowest level to the highest. They are light enough for dark text, and also differ in grey. They are
/// the same as in the window (`--risk-1` to `--risk-5` of `ui/src/styles/tokens.css`); a test compares them.
const SCALE: [Color; 5] = [
    Color(0xdc, 0xf1, 0xd3),
    Color(0xe8, 0xd8, 0x8f),
    Color(0xed, 0xb9, 0x7c),
    Color(0xe2, 0x9b, 0x7c),
    Color(0xd9, 0x82, 0x7c),
];

/// The ground of a level.
pub(crate) fn color(level: Level) -> Color {
    let at = level.0.clamp(0.0, 1.0) * (SCALE.len() - 1) as f32;
    let low = (at.floor() as usize).min(SCALE.len() - 2);
    let (a, b, share) = (SCALE[low], SCALE[low + 1], at - low as f32);
    let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    Color(mix(a.0, b.0), mix(a.1, b.1), mix(a.2, b.2))
}

/// Space between cells.
const GAP: f32 = 1.2;
/// Space between two matrices side by side.
const BETWEEN: f32 = 18.0;

/// The measures of a matrix.
struct Measure {
    /// Width of the labels of the rows.
    row_head: f32,
    cell: f32,
    least_height: f32,
    /// Type of the words in the cells.
    entry: Type,
    /// Space between a cell's edge and its words.
    inset: f32,
    /// The greatest number of risks that one cell names. A number says how many more there are.
    most: usize,
}

/// The greatest height of all rows of a matrix together, however many risks there are. The rest of a page is for title,
/// axis and legend.
const HIGHEST: f32 = 520.0;
/// The least number of risks that each cell names, even if the matrix becomes too high.
const LEAST_NAMED: usize = 2;

impl Measure {
    /// A matrix alone in the column, no larger than it has to be for reading.
    fn alone(width: f32, columns: usize) -> Self {
        let row_head = 74.0;
        let cell = ((width - row_head) / columns as f32).min(54.0);
        Self { row_head, cell, least_height: 18.5, entry: Type::CELL, inset: 4.0, most: usize::MAX }
    }

    /// A matrix beside another one.
    fn half(width: f32, columns: usize) -> Self {
        let row_head = 56.0;
        let cell = (width - row_head) / columns as f32;
        Self {
            row_head,
            cell,
            least_height: 18.5,
            entry: Type::NOTE_INK,
            inset: 2.5,
            most: usize::MAX,
        }
    }
}

impl Setter<'_> {
    /// One matrix, with its legend beside it.
    pub(crate) fn matrix(&mut self, matrix: &RiskMatrix, ctx: BlockContext) -> Vec<Piece> {
        let mut measure = Measure::alone(ctx.width, matrix.columns.len().max(1));
        let heights = self.fitting(matrix, &mut measure);
        self.figure(matrix, &measure, &heights, ctx)
    }

    /// Matrices that are to be compared, two side by side over the full width, with rows of the same height.
    pub(crate) fn matrices(&mut self, matrices: &[RiskMatrix], ctx: BlockContext) -> Vec<Piece> {
        let (left, full) = ctx.wide();
        let width = (full - BETWEEN) / 2.0;
        let mut pieces = Vec::new();
        for pair in matrices.chunks(2) {
            let mut heights: Vec<f32> = Vec::new();
            let mut measures = Vec::new();
            for matrix in pair {
                let mut measure = Measure::half(width, matrix.columns.len().max(1));
                let of_matrix = self.fitting(matrix, &mut measure);
                measures.push(measure);
                for (row, height) in of_matrix.into_iter().enumerate() {
                    match heights.get_mut(row) {
                        Some(known) => *known = known.max(height),
                        None => heights.push(height),
                    }
                }
            }
            let mut cells = Vec::new();
            let mut x = left;
            for (matrix, measure) in pair.iter().zip(&measures) {
                let inner = BlockContext { x: 0.0, width, body: false, slot: ctx.slot };
                let pieces = self.figure(matrix, measure, &heights, inner);
                cells.push(RowCell { x, width, pieces, level: None, anchor: None });
                x += width + BETWEEN;
            }
            let row = Row { cells, pad: (0.0, 0.0), above: None, below: None, resumed: false };
            let mut piece = Piece::row((left, full), row);
            (piece.before, piece.after) = (9.0, 10.0);
            pieces.push(piece);
        }
        pieces
    }

    /// The heights of the rows. The number of risks that a cell names is reduced until the matrix fits on a page.
    fn fitting(&mut self, matrix: &RiskMatrix, measure: &mut Measure) -> Vec<f32> {
        let mut most = matrix.entries.len();
        loop {
            let heights = self.heights(matrix, measure);
            if heights.iter().sum::<f32>() <= HIGHEST || most <= LEAST_NAMED {
                return heights;
            }
            most = (most / 2).max(LEAST_NAMED);
            measure.most = most;
        }
    }

    /// The heights of the rows, lowest first.
    fn heights(&mut self, matrix: &RiskMatrix, measure: &Measure) -> Vec<f32> {
        let room = measure.cell - 2.0 * measure.inset;
        let label_room = measure.row_head - 6.0;
        (0..matrix.rows.len().max(1))
            .map(|row| {
                let label = matrix.rows.get(row).map_or("", String::as_str);
                let label = self.shape(&[Inline::plain(label)], Type::AXIS);
                let label = breaks::lines(&label, label_room).len() as f32 * label.ty.leading;
                (0..matrix.columns.len().max(1))
                    .map(|column| {
                        let shaped = self
                            .shape(&entries(matrix, (row, column), measure.most), measure.entry);
                        breaks::lines(&shaped, room).len() as f32 * shaped.ty.leading + 6.0
                    })
                    .fold(measure.least_height, f32::max)
                    .max(label + 4.0)
            })
            .collect()
    }

    fn figure(
        &mut self,
        matrix: &RiskMatrix,
        measure: &Measure,
        heights: &[f32],
        ctx: BlockContext,
    ) -> Vec<Piece> {
        let slot = self.slot(Role::Figure, ctx.slot);
        if let Some(figure) = self.slots.last_mut() {
            figure.alternative = Some(matrix.alternative.clone());
        }
        let (columns, rows) = (matrix.columns.len().max(1), matrix.rows.len().max(1));
        let Measure { row_head, cell, .. } = *measure;
        let left = ctx.x + row_head;
        let grid = cell * columns as f32;
        let mut draws = Vec::new();

        let vertical = self.shape(&[Inline::bold(&matrix.vertical)], Type::AXIS);
        let mut y = self.put(&vertical, ctx.x, 0.0, row_head + grid, slot, &mut draws) + 3.0;
        let top = y;
        for row in (0..rows).rev() {
            let height = heights.get(row).copied().unwrap_or(measure.least_height);
            let at = Rect { x: ctx.x, y, width: row_head + grid, height };
            self.matrix_row(matrix, row, at, measure, slot, &mut draws);
            y += height;
        }
        y += 2.0;
        // The name of the axis stands before the labels of the axis.
        let horizontal = self.shape(&[Inline::bold(&matrix.horizontal)], Type::AXIS);
        let mut deepest = self.put(&horizontal, ctx.x, y, row_head - 6.0, slot, &mut draws);
        for (column, shaped) in self.column_labels(matrix, cell - 1.0).iter().enumerate() {
            let x = left + column as f32 * cell;
            deepest = deepest.max(self.put(shaped, x + 1.0, y, cell - 1.0, slot, &mut draws));
        }
        y += deepest;
        let beside = ctx.x + ctx.width - (left + grid + BETWEEN);
        if beside >= self.legend_width(matrix) {
            let at = (left + grid + BETWEEN, top + 2.0);
            let height = self.legend(matrix, at, 0.0, slot, &mut draws);
            y = y.max(at.1 + height);
        } else {
            y += 5.0;
            y += self.legend(matrix, (ctx.x, y), ctx.width, slot, &mut draws);
        }

        let mut pieces = Vec::new();
        if !matrix.caption.is_empty() {
            let slot = self.slot(Role::Caption, slot);
            pieces = self.paragraph(&[Inline::plain(&matrix.caption)], Type::CAPTION, ctx, slot);
            pieces.iter_mut().for_each(|piece| piece.keep = true);
        }
        let mut figure = Piece::whole(y, (ctx.x, ctx.width), draws);
        figure.before = 4.0;
        figure.after = 12.0;
        pieces.push(figure);
        pieces
    }

    /// The labels below the columns: "5 Expected" in one line. If one of them does not fit, all have the number above
    /// the word.
    fn column_labels(&mut self, matrix: &RiskMatrix, room: f32) -> Vec<Shaped> {
        let in_line = |label: &String| vec![Inline::plain(label)];
        let mut shaped: Vec<Shaped> = Vec::with_capacity(matrix.columns.len());
        for label in &matrix.columns {
            shaped.push(self.shape(&in_line(label), Type::AXIS));
        }
        if shaped.iter().all(|label| breaks::widths(label).max <= room) {
            return shaped;
        }
        let above = |label: &String| match label.split_once(' ') {
            Some((number, word)) if number.chars().all(|c| c.is_ascii_digit()) => {
                vec![Inline::plain(number), Inline::Break, Inline::plain(word)]
            }
            _ => in_line(label),
        };
        matrix.columns.iter().map(|label| self.shape(&above(label), Type::AXIS)).collect()
    }

    /// Draws a row of cells with its label.
    fn matrix_row(
        &mut self,
        matrix: &RiskMatrix,
        row: usize,
        at: Rect,
        measure: &Measure,
        slot: SlotId,
        draws: &mut Vec<Draw>,
    ) {
        let Measure { row_head, cell, inset, .. } = *measure;
        let middle = |shaped: &Shaped, room: f32| {
            let lines = breaks::lines(shaped, room).len() as f32;
            at.y + (at.height - GAP - lines * shaped.ty.leading) / 2.0
        };
        let label = matrix.rows.get(row).map_or("", String::as_str);
        let label = self.shape(&[Inline::plain(label)], Type::AXIS);
        let top = middle(&label, row_head - 6.0);
        self.put(&label, at.x, top, row_head - 6.0, slot, draws);
        for column in 0..matrix.columns.len().max(1) {
            let shaped = self.shape(&entries(matrix, (row, column), measure.most), measure.entry);
            let x = at.x + row_head + column as f32 * cell;
            let area = Rect { x, y: at.y, width: cell - GAP, height: at.height - GAP };
            let level = matrix.levels.get(row).and_then(|levels| levels.get(column)).copied();
            draws.push(Self::draw(slot, Shape::Fill(area, level.map_or(Color::GROUND, color))));
            let room = cell - 2.0 * inset;
            let top = middle(&shaped, room);
            self.put(&shaped, x + inset, top, room, slot, draws);
        }
    }

    /// The width of the legend if the levels stand one below the other.
    fn legend_width(&mut self, matrix: &RiskMatrix) -> f32 {
        let mut widest: f32 = 0.0;
        for (_, words) in &matrix.legend {
            let shaped = self.shape(&[Inline::plain(words)], Type::AXIS);
            widest = widest.max(breaks::widths(&shaped).max);
        }
        12.0 + widest
    }

    /// The meaning of the colours: in lines of the width `room`, or one below the other if `room` is zero.
    fn legend(
        &mut self,
        matrix: &RiskMatrix,
        (left, top): (f32, f32),
        room: f32,
        slot: SlotId,
        draws: &mut Vec<Draw>,
    ) -> f32 {
        if matrix.legend.is_empty() {
            return 0.0;
        }
        let (mut x, mut y) = (left, top);
        // In a column, the highest level comes first, as in the matrix. In a line, the lowest level comes first.
        let mut entries: Vec<_> = matrix.legend.iter().collect();
        if room <= 0.0 {
            entries.reverse();
        }
        for (level, words) in entries {
            let shaped = self.shape(&[Inline::plain(words)], Type::AXIS);
            // A name that is longer than a line continues in the next one.
            let limit = if room > 0.0 { room - 12.0 } else { f32::MAX };
            let width = breaks::widths(&shaped).max.min(limit);
            if x + 12.0 + width > left + room && x > left {
                x = left;
                y += Type::AXIS.leading + 2.0;
            }
            let swatch = Rect { x, y: y + 1.5, width: 8.0, height: 8.0 };
            draws.push(Self::draw(slot, Shape::Fill(swatch, color(*level))));
            let height = self.put(&shaped, x + 12.0, y, limit, slot, draws);
            y += (height - Type::AXIS.leading).max(0.0);
            x += 12.0 + width + 12.0;
        }
        y + Type::AXIS.leading - top
    }

    /// Draws a paragraph at a place of the figure, and returns its height.
    pub(super) fn put(
        &mut self,
        shaped: &Shaped,
        x: f32,
        y: f32,
        width: f32,
        slot: SlotId,
        draws: &mut Vec<Draw>,
    ) -> f32 {
        let parts = self.parts(shaped, slot);
        let places = Places { slot, parts: &parts, broken: &[] };
        let mut height = 0.0;
        for line in breaks::lines(shaped, width) {
            emit::line(shaped, &line, x, y + height + shaped.ty.ascent(), places, draws);
            height += shaped.ty.leading;
        }
        height
    }
}

fn entries(matrix: &RiskMatrix, (row, column): (usize, usize), most: usize) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let here = || matrix.entries.iter().filter(|e| e.row == row && e.column == column);
    for entry in here().take(most) {
        if !inlines.is_empty() {
            inlines.push(Inline::plain(" "));
        }
        inlines.push(Inline::RowRef { label: entry.label.clone(), anchor: entry.anchor.clone() });
    }
    let more = here().count().saturating_sub(most);
    if more > 0 {
        inlines.push(Inline::plain(format!(" +{more}")));
    }
    inlines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_have_the_colours_that_the_window_gives_them() {
        let tokens = include_str!("../../../../ui/src/styles/tokens.css");
        let light = |level: usize| {
            let (_, after) = tokens.split_once(&format!("--risk-{level}: #")).unwrap_or_default();
            after.chars().take(6).collect::<String>()
        };
        let hex = |color: &Color| format!("{:02x}{:02x}{:02x}", color.0, color.1, color.2);
        let window: Vec<String> = (1..=SCALE.len()).map(light).collect();
        assert_eq!(SCALE.iter().map(hex).collect::<Vec<_>>(), window);
    }
}

//! Tables: heads are repeated on each page, rows may stand in groups and may be divided.
//!
//! There are only horizontal rules, and heads have no ground, as in a printed law report. The alignment separates the
//! columns, and nothing distracts from the words.

use std::rc::Rc;
use std::sync::Arc;

use super::cards::AFTER_LABEL;
use super::columns::{self, Demand, GUTTER};
use super::piece::{GROUND, Piece, Row, RowCell, stack_height};
use super::set::{BlockContext, Setter};
use crate::document::{
    Block, BlockKind, Cell, ColumnKind, Inline, List, Table, TableRow, plain_words,
};
use crate::draw::{Color, Rect, Role, Scope, Shape, SlotId};
use crate::text::breaks::{self, Widths};
use crate::text::shape::Shaped;
use crate::text::style::Type;

/// Space above and below a row's text.
const PAD: (f32, f32) = (2.6, 3.0);
/// The greatest height of a low row, which has up to three lines.
const LOW_ROW: f32 = 42.0;
const HAIR: (f32, Color) = (0.45, Color::RULE);
const STRONG: (f32, Color) = (0.9, Color::RULE_STRONG);

/// The content of a cell after shaping. Measuring and setting share it.
enum Content {
    Empty,
    One(Shaped),
    Many,
}

impl Setter<'_> {
    pub(crate) fn table(&mut self, table: &Table, ctx: BlockContext) -> Vec<Piece> {
        let (left, width) = if table.inset { (ctx.x, ctx.width) } else { ctx.wide() };
        let count = table.columns.len();
        if count == 0 {
            return Vec::new();
        }
        if !columns::fit(count, width) {
            return self.as_lists(table, ctx);
        }
        let slot = self.slot(Role::Table, ctx.slot);
        let heads: Vec<Shaped> =
            table.columns.iter().map(|column| self.shape(&column.head, Type::HEAD)).collect();
        let contents = self.shape_cells(table);
        let demands = self.demands(table, &heads, &contents);
        let widths = columns::share(&demands, width - GUTTER * (count as f32 - 1.0));

        let mut pieces = Vec::new();
        if let Some(caption) = &table.caption {
            let slot = self.slot(Role::Caption, slot);
            let inner = BlockContext { x: left, width, ..ctx };
            pieces = self.paragraph(&[Inline::plain(caption)], Type::CAPTION, inner, slot);
            for piece in &mut pieces {
                piece.keep = true;
            }
            if let Some(last) = pieces.last_mut() {
                last.after = 4.0;
            }
        }
        let has_head = table.columns.iter().any(|column| !column.head.is_empty());
        let mut again: Vec<Rc<Piece>> = Vec::new();
        if has_head {
            let heads_slot = self.slot(Role::TableHead, slot);
            let head_slot = self.slot(Role::TableRow, heads_slot);
            let mut head = self.head_row(table, &heads, left, &widths, head_slot);
            head.keep = true;
            if let Some(above) = pieces.last() {
                head.before = above.after;
            } else {
                head.before = 9.0;
            }
            // On later pages, the head does not belong to the document, so that a screen reader reads it only once.
            // Links would need a place in the document.
            let plain: Vec<Shaped> = table
                .columns
                .iter()
                .map(|column| self.shape(&[Inline::plain(plain_words(&column.head))], Type::HEAD))
                .collect();
            let repeated = self.head_row(table, &plain, left, &widths, SlotId::ARTIFACT);
            again.push(Rc::new(repeated));
            pieces.push(head);
        }
        let first = pieces.len();
        self.rows(table, contents, left, &widths, slot, again, &mut pieces);
        // The last row alone below a repeated head would look like a mistake.
        if let [.., before, last] = &mut pieces[first..]
            && last.height < LOW_ROW
            && before.height < LOW_ROW
        {
            before.keep = true;
        }
        if let Some(last) = pieces.last_mut() {
            last.after = 11.0;
            if let super::piece::Body::Row(row) = &mut last.body {
                row.below = Some(STRONG);
            }
        }
        pieces
    }

    /// A table with more columns than fit: each row is a list, and each cell stands after the head of its column.
    fn as_lists(&mut self, table: &Table, ctx: BlockContext) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for words in table.caption.iter().filter(|words| !words.is_empty()) {
            let slot = self.slot(Role::Paragraph, ctx.slot);
            let mut caption = self.paragraph(&[Inline::plain(words)], Type::CAPTION, ctx, slot);
            caption.iter_mut().for_each(|piece| piece.keep = true);
            pieces.append(&mut caption);
        }
        for row in &table.rows {
            let mut set = match row {
                TableRow::Group(label) => {
                    let slot = self.slot(Role::Paragraph, ctx.slot);
                    let mut set = self.paragraph(&[Inline::plain(label)], Type::HEAD, ctx, slot);
                    set.iter_mut().for_each(|piece| piece.keep = true);
                    set
                }
                TableRow::Cells { anchor, cells } => {
                    let items: Vec<Vec<Block>> = table
                        .columns
                        .iter()
                        .zip(cells)
                        .filter(|(_, cell)| !cell.blocks.is_empty())
                        .map(|(column, cell)| labelled(&plain_words(&column.head), cell))
                        .collect();
                    let list = List { start: None, items };
                    let inner = BlockContext { body: false, ..ctx };
                    let mut set =
                        self.anchored(anchor.as_deref(), |setter| setter.list(&list, inner));
                    self.stamp(&mut set, anchor.as_deref());
                    set
                }
            };
            if let Some(first) = set.first_mut() {
                first.before = 6.0;
            }
            pieces.append(&mut set);
        }
        pieces
    }

    fn shape_cells(&mut self, table: &Table) -> Vec<Vec<Content>> {
        let mut all = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let TableRow::Cells { anchor, cells } = row else {
                all.push(Vec::new());
                continue;
            };
            all.push(self.anchored(anchor.as_deref(), |setter| {
                cells
                    .iter()
                    .map(|cell| setter.anchored(cell.anchor.as_deref(), |s| s.shape_cell(cell)))
                    .collect()
            }));
        }
        all
    }

    fn shape_cell(&mut self, cell: &Cell) -> Content {
        match cell.blocks.as_slice() {
            [] => Content::Empty,
            [Block { anchor: None, kind: BlockKind::Paragraph(inlines), .. }] => {
                Content::One(self.shape(inlines, Type::CELL))
            }
            _ => Content::Many,
        }
    }

    fn demands(&mut self, table: &Table, heads: &[Shaped], all: &[Vec<Content>]) -> Vec<Demand> {
        let mut demands = Vec::with_capacity(heads.len());
        for (index, (column, head)) in table.columns.iter().zip(heads).enumerate() {
            let head = breaks::widths(head);
            let mut widths = Widths { min: head.min, word: head.word, max: head.word };
            let mut sum = 0.0;
            for (row, contents) in table.rows.iter().zip(all) {
                let TableRow::Cells { cells, .. } = row else { continue };
                let found = match (contents.get(index), cells.get(index)) {
                    (Some(Content::One(shaped)), _) => breaks::widths(shaped),
                    (Some(Content::Many), Some(cell)) => self.measure(&cell.blocks),
                    _ => continue,
                };
                let beside =
                    cells.get(index).map_or(0.0, |cell| grounds(cell, index, heads.len()).1);
                widths.min = widths.min.max(found.min + beside);
                widths.word = widths.word.max(found.word + beside);
                widths.max = widths.max.max(found.max + beside);
                sum += found.max;
            }
            // A head may be broken, but it must not have one word in each line above a column of text.
            if column.kind == ColumnKind::Text {
                widths.max = widths.max.max(head.max.min(90.0));
            }
            demands.push(Demand {
                widths,
                // The mean is over all rows: a column with words in few of them makes only few rows higher.
                mean: sum / all.len().max(1) as f32,
                weight: column.weight,
                kind: column.kind,
            });
        }
        demands
    }

    /// The least width that blocks need, and the width that they would like to have.
    fn measure(&mut self, blocks: &[Block]) -> Widths {
        let mut widths = Widths::default();
        for block in blocks {
            let found = match &block.kind {
                BlockKind::Paragraph(inlines) => breaks::widths(&self.shape(inlines, Type::CELL)),
                BlockKind::Note(inlines) => breaks::widths(&self.shape(inlines, Type::NOTE)),
                BlockKind::Prompt(text) => {
                    breaks::widths(&self.shape(&[Inline::plain(text)], Type::CELL_PROMPT))
                }
                BlockKind::List(list) => {
                    let mut inner = Widths::default();
                    for item in &list.items {
                        let item = self.measure(item);
                        inner.min = inner.min.max(item.min + 16.0);
                        inner.word = inner.word.max(item.word + 16.0);
                        inner.max = inner.max.max(item.max + 16.0);
                    }
                    inner
                }
                _ => Widths { min: 90.0, word: 120.0, max: 300.0 },
            };
            widths.min = widths.min.max(found.min);
            widths.word = widths.word.max(found.word);
            // Several paragraphs need the height of all of them.
            widths.max = widths.max.max(found.max);
        }
        widths
    }

    fn head_row(
        &mut self,
        table: &Table,
        heads: &[Shaped],
        left: f32,
        widths: &[f32],
        slot: SlotId,
    ) -> Piece {
        let mut cells = Vec::with_capacity(heads.len());
        let mut x = left;
        for ((head, width), column) in heads.iter().zip(widths).zip(&table.columns) {
            let role = Role::HeaderCell { scope: Scope::Column, columns: 1 };
            let cell_slot = if slot == SlotId::ARTIFACT { slot } else { self.slot(role, slot) };
            let mut pieces = self.lines(head, 0.0, *width, cell_slot);
            // A head stands above its figures.
            if column.kind == ColumnKind::Figure && !head.leftwards {
                to_the_right(head, *width, &mut pieces);
            }
            cells.push(RowCell { x, width: *width, pieces, level: None, anchor: None });
            x += width + GUTTER;
        }
        // Heads of one line are aligned with the last line of longer heads.
        let tallest = cells.iter().map(|c| stack_height(&c.pieces)).fold(0.0_f32, f32::max);
        for cell in &mut cells {
            let missing = tallest - stack_height(&cell.pieces);
            if missing > 0.1 {
                cell.pieces.insert(0, Piece::whole(missing, (0.0, 0.0), Vec::new()));
            }
        }
        let row = Row {
            cells,
            pad: (3.0, 3.4),
            above: Some(STRONG),
            below: Some((0.6, Color::RULE_STRONG)),
            resumed: false,
        };
        Piece::row((left, widths_total(widths)), row)
    }

    #[allow(clippy::too_many_arguments)]
    fn rows(
        &mut self,
        table: &Table,
        contents: Vec<Vec<Content>>,
        left: f32,
        widths: &[f32],
        slot: SlotId,
        head: Vec<Rc<Piece>>,
        pieces: &mut Vec<Piece>,
    ) {
        let full = widths_total(widths);
        let mut again = head.clone();
        let mut body = None;
        for (row, contents) in table.rows.iter().zip(contents) {
            match row {
                TableRow::Group(label) => {
                    let body = body.insert(self.slot(Role::TableBody, slot));
                    let row_slot = self.slot(Role::TableRow, *body);
                    let role =
                        Role::HeaderCell { scope: Scope::Column, columns: table.columns.len() };
                    let cell_slot = self.slot(role, row_slot);
                    let mut piece = self.group_row(label, left, full, cell_slot);
                    piece.keep = true;
                    piece.repeat = head.clone();
                    let goes_on = format!("{label} ({})", self.document.words.continued);
                    again = head.clone();
                    again.push(Rc::new(self.group_row(&goes_on, left, full, SlotId::ARTIFACT)));
                    pieces.push(piece);
                }
                TableRow::Cells { anchor, cells } => {
                    let body = *body.get_or_insert_with(|| self.slot(Role::TableBody, slot));
                    let mut piece = self.anchored(anchor.as_deref(), |setter| {
                        setter.cells(table, cells, contents, left, widths, body)
                    });
                    piece.repeat = again.clone();
                    self.stamp(std::slice::from_mut(&mut piece), anchor.as_deref());
                    pieces.push(piece);
                }
            }
        }
    }

    fn group_row(&mut self, label: &str, left: f32, full: f32, slot: SlotId) -> Piece {
        let ty = Type { size: 8.8, leading: 11.4, ..Type::HEAD };
        let shaped = self.shape(&[Inline::plain(label)], ty);
        let lines = self.lines(&shaped, left, full, slot);
        let height = stack_height(&lines) + 7.0;
        let ground = Rect { x: left, y: 0.3, width: full, height: height - 0.6 };
        let mut draws = vec![Self::draw(SlotId::ARTIFACT, Shape::Fill(ground, Color::GROUND))];
        let mut y = 3.5;
        for piece in lines {
            if let super::piece::Body::Whole(set) = piece.body {
                draws.extend(set.into_iter().map(|mut draw| {
                    draw.shift(3.0, y);
                    draw
                }));
            }
            y += piece.height;
        }
        Piece::whole(height, (left, full), draws)
    }

    fn cells(
        &mut self,
        table: &Table,
        cells: &[Cell],
        contents: Vec<Content>,
        left: f32,
        widths: &[f32],
        slot: SlotId,
    ) -> Piece {
        let row_slot = self.slot(Role::TableRow, slot);
        let mut boxes = Vec::with_capacity(cells.len());
        let mut x = left;
        for (index, (cell, content)) in cells.iter().zip(contents).enumerate() {
            let Some(width) = widths.get(index).copied() else { break };
            let (from, taken) = grounds(cell, index, widths.len());
            let inner = width - taken;
            let kind = table.columns.get(index).map_or(ColumnKind::Text, |column| column.kind);
            let cell_slot = self.slot(cell_role(table, index, cell), row_slot);
            let pieces = match content {
                Content::Empty => Vec::new(),
                Content::One(shaped) => {
                    let mut pieces = self.lines(&shaped, from, inner, cell_slot);
                    if kind == ColumnKind::Figure && !shaped.leftwards {
                        to_the_right(&shaped, inner, &mut pieces);
                    }
                    pieces
                }
                Content::Many => self.anchored(cell.anchor.as_deref(), |setter| {
                    setter.blocks(
                        &cell.blocks,
                        BlockContext { x: from, ..BlockContext::cell(inner, cell_slot) },
                    )
                }),
            };
            let anchor = cell.anchor.as_deref().map(Arc::from);
            boxes.push(RowCell { x, width, pieces, level: cell.level, anchor });
            x += width + GUTTER;
        }
        // A row with fewer cells than columns still has the length of the others.
        for _ in boxes.len()..table.columns.len() {
            self.slot(Role::DataCell, row_slot);
        }
        let row = Row { cells: boxes, pad: PAD, above: None, below: Some(HAIR), resumed: false };
        Piece::row((left, widths_total(widths)), row)
    }
}

/// The indent of the words of a cell, and how much of its width is used. The ground of a level ends at the edges of the
/// table, and its words end before that.
fn grounds(cell: &Cell, index: usize, columns: usize) -> (f32, f32) {
    if cell.level.is_none() {
        return (0.0, 0.0);
    }
    let left = if index == 0 { GROUND } else { 0.0 };
    let right = if index + 1 == columns { GROUND } else { 0.0 };
    (left, left + right)
}

/// The blocks of a cell, with the head of its column before its first words.
pub(crate) fn labelled(head: &str, cell: &Cell) -> Vec<Block> {
    let mut blocks = cell.blocks.clone();
    if head.is_empty() {
        return blocks;
    }
    let mut label = vec![Inline::Label(head.to_owned()), Inline::plain(AFTER_LABEL)];
    match blocks.first_mut().map(|block| &mut block.kind) {
        Some(BlockKind::Paragraph(words)) => {
            label.append(words);
            *words = label;
        }
        _ => blocks.insert(0, Block::new(BlockKind::Paragraph(label))),
    }
    blocks
}

/// The first cell in a row of a register names the row. In a table that a person made, it need not.
fn cell_role(table: &Table, index: usize, cell: &Cell) -> Role {
    let names = table.columns.first().is_some_and(|c| c.kind == ColumnKind::Number) || !table.inset;
    if index == 0 && names && !cell.blocks.is_empty() {
        Role::HeaderCell { scope: Scope::Row, columns: 1 }
    } else {
        Role::DataCell
    }
}

fn widths_total(widths: &[f32]) -> f32 {
    widths.iter().sum::<f32>() + GUTTER * (widths.len().max(1) as f32 - 1.0)
}

fn to_the_right(shaped: &Shaped, width: f32, pieces: &mut [Piece]) {
    for (piece, line) in pieces.iter_mut().zip(breaks::lines(shaped, width)) {
        if let super::piece::Body::Whole(draws) = &mut piece.body {
            draws.iter_mut().for_each(|draw| draw.shift(width - line.width, 0.0));
        }
    }
}

//! Tables: the head is repeated on each page, the widths of columns follow from their content, and groups cover all
//! columns.

use super::changes::whole_row;
use super::paragraph::Paragraph;
use super::run::Run;
use super::story::{BlockContext, Story};
use super::style_ids::{FULL, paragraph, table as style};
use crate::document::{
    Block, BlockKind, Cell, Change, ColumnKind, Inline, Level, List, Pair, Table, TableRow,
    plain_words,
};
use crate::draw::Color;
use crate::layout::columns::{Demand, fit, share};
use crate::layout::matrix::color;
use crate::layout::table::labelled;
use crate::text::breaks::Widths;

/// The approximate width of a letter of running text in tables, in points.
const LETTER: f32 = 4.5;
/// The space at the sides of a cell, in points.
const SIDES: f32 = 10.0;
/// Width of the labels of facts.
const LABELS: u32 = 2300;

impl Story<'_> {
    pub(super) fn table(&mut self, table: &Table, ctx: BlockContext) {
        let count = table.columns.len();
        if count == 0 {
            return;
        }
        if let Some(caption) = &table.caption {
            self.caption(caption, ctx);
        }
        let inset = table.inset || !ctx.body;
        let (left, width) = if inset { (ctx.left, ctx.width) } else { (0, FULL) };
        if !fit(count, width as f32 / 20.0) {
            return self.as_lists(table, ctx);
        }
        let widths = twips(&share(&demands(table), width as f32 / 20.0));
        let has_head = table.columns.iter().any(|column| !column.head.is_empty());
        let caption = table.caption.as_deref().unwrap_or_default();
        self.open_table(style::ROWS, left, &widths, (has_head, false), (caption, ""));
        if has_head {
            self.open_row(true, true);
            for (column, width) in table.columns.iter().zip(&widths) {
                let right = column.kind == ColumnKind::Figure;
                self.open_cell(*width, 1, None);
                let of = Paragraph { right, ..Paragraph::of(paragraph::HEAD) };
                self.paragraph(of, &column.head);
                self.xml.close();
            }
            self.xml.close();
        }
        for row in &table.rows {
            match row {
                TableRow::Group(words) => {
                    self.open_row(false, true);
                    self.open_cell(widths.iter().sum(), count, None);
                    self.paragraph(Paragraph::of(paragraph::GROUP), &[Inline::plain(words)]);
                    self.xml.close();
                    self.xml.close();
                }
                TableRow::Cells { anchor, cells } => {
                    self.row(anchor.as_deref(), cells, table, &widths);
                }
            }
        }
        if table.rows.is_empty() && !has_head {
            // A table must have at least one row.
            self.open_row(false, false);
            for width in &widths {
                self.open_cell(*width, 1, None);
                self.paragraph(Paragraph::of(paragraph::CELL), &[]);
                self.xml.close();
            }
            self.xml.close();
        }
        self.close_table();
    }

    /// A table with more columns than fit: each row is a list, and each cell stands after the head of its column.
    fn as_lists(&mut self, table: &Table, ctx: BlockContext) {
        for row in &table.rows {
            match row {
                TableRow::Group(words) => {
                    let of = Paragraph { keep_next: true, ..ctx.paragraph() };
                    self.paragraph(of, &[Inline::bold(words)]);
                }
                TableRow::Cells { anchor, cells } => {
                    let filled = table.columns.iter().zip(cells);
                    let filled = filled.filter(|(_, cell)| !cell.blocks.is_empty());
                    let items: Vec<Vec<Block>> = filled
                        .map(|(column, cell)| labelled(&plain_words(&column.head), cell))
                        .collect();
                    self.marked(anchor.as_deref(), |_| {});
                    self.list(&List { start: None, items }, ctx);
                }
            }
        }
        self.spacer();
    }

    fn row(&mut self, anchor: Option<&str>, cells: &[Cell], table: &Table, widths: &[u32]) {
        self.open_row_of(false, false, whole_row(cells));
        let empty = Cell::default();
        for (at, (column, width)) in table.columns.iter().zip(widths).enumerate() {
            let cell = cells.get(at).unwrap_or(&empty);
            self.open_cell(*width, 1, cell.level);
            if at == 0 {
                self.marked(anchor, |_| {});
            }
            self.marked(cell.anchor.as_deref(), |_| {});
            if column.kind == ColumnKind::Figure {
                self.figures(cell);
            } else {
                self.cell_blocks(&cell.blocks, *width);
            }
            self.xml.close();
        }
        self.xml.close();
    }

    /// A cell of figures, aligned to the right.
    fn figures(&mut self, cell: &Cell) {
        let of = Paragraph { right: true, ..Paragraph::of(paragraph::CELL) };
        let words = match cell.blocks.as_slice() {
            [Block { kind: BlockKind::Paragraph(words), address: None, .. }] => words.as_slice(),
            [] => &[],
            blocks => return self.cell_blocks(blocks, 1000),
        };
        self.paragraph(of, words);
    }

    /// The content of a cell. A single paragraph contains its control. The last thing in a cell must be a paragraph.
    fn cell_blocks(&mut self, blocks: &[Block], width: u32) {
        let ctx = BlockContext::cell(width.saturating_sub(170));
        match blocks {
            [] => self.paragraph(Paragraph::of(paragraph::CELL), &[]),
            [Block { anchor, kind: BlockKind::Paragraph(_) | BlockKind::Prompt(_), .. }]
                if anchor.is_none() =>
            {
                self.in_line(&blocks[0], ctx);
            }
            _ => {
                self.blocks(blocks, ctx);
                if !blocks.last().is_some_and(ends_with_paragraph) {
                    self.spacer();
                }
            }
        }
    }

    /// An answer that is one paragraph. The paragraph contains its control.
    fn in_line(&mut self, block: &Block, ctx: BlockContext) {
        let (words, missing) = match &block.kind {
            BlockKind::Paragraph(words) => (words.clone(), false),
            BlockKind::Prompt(text) => (vec![Inline::plain(text)], true),
            _ => return,
        };
        let Some(address) = &block.address else {
            return self.blocks(std::slice::from_ref(block), ctx);
        };
        let mut words = words.into_iter().peekable();
        let mut line: Vec<Inline> =
            words.next_if(|word| matches!(word, Inline::Lead(_))).into_iter().collect();
        let (address, content) = (address.clone(), words.collect());
        line.push(Inline::Answer { address, missing, content });
        self.paragraph(ctx.paragraph(), &line);
    }

    /// Labels with their values, in two columns.
    pub(super) fn pairs(&mut self, pairs: &[Pair], ctx: BlockContext) {
        if pairs.is_empty() {
            return;
        }
        let labels = LABELS.min(ctx.width * 2 / 5);
        let widths = [labels, ctx.width - labels];
        self.open_table(style::FACTS, ctx.left, &widths, (false, true), ("", ""));
        for pair in pairs {
            self.open_row(false, false);
            self.open_cell(widths[0], 1, None);
            self.marked(pair.anchor.as_deref(), |_| {});
            self.paragraph(Paragraph::of(paragraph::FACT_LABEL), &[Inline::plain(&pair.label)]);
            self.xml.close();
            self.open_cell(widths[1], 1, None);
            self.cell_blocks(&pair.value, widths[1]);
            self.xml.close();
            self.xml.close();
        }
        self.close_table();
    }

    /// The caption of the table or figure.
    pub(super) fn caption(&mut self, words: &str, ctx: BlockContext) {
        let indent = Some((ctx.left, 0));
        let of = Paragraph { indent, ..Paragraph::of(paragraph::CAPTION) };
        self.open_paragraph(of, &[Inline::plain(words)]);
        self.run(words, Run::default());
        self.xml.close();
    }

    /// Opens a table with its grid. `heads` says whether the first row and the first column are heads. `named` is the
    /// title and the description for people who cannot see it.
    pub(super) fn open_table(
        &mut self,
        style: &str,
        left: u32,
        widths: &[u32],
        (first_row, first_column): (bool, bool),
        (title, description): (&str, &str),
    ) {
        if self.starts_page {
            self.spacer();
        }
        let dxa = |width: u32| width.to_string();
        let xml = &mut self.xml;
        xml.open("w:tbl", &[]);
        xml.open("w:tblPr", &[]);
        xml.value("w:tblStyle", style);
        xml.empty("w:tblW", &[("w:w", &dxa(widths.iter().sum())), ("w:type", "dxa")]);
        xml.empty("w:tblInd", &[("w:w", &dxa(left)), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let flag = |on: bool| if on { "1" } else { "0" };
        let value = format!(
            "{:04X}",
            (u32::from(first_row) << 5) | (u32::from(first_column) << 7) | 0x0600
        );
        let look = [
            ("w:val", value.as_str()),
            ("w:firstRow", flag(first_row)),
            ("w:lastRow", "0"),
            ("w:firstColumn", flag(first_column)),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ];
        xml.empty("w:tblLook", &look);
        if !title.is_empty() {
            xml.value("w:tblCaption", title);
        }
        if !description.is_empty() {
            xml.value("w:tblDescription", description);
        }
        xml.close();
        xml.open("w:tblGrid", &[]);
        for width in widths {
            xml.empty("w:gridCol", &[("w:w", &dxa(*width))]);
        }
        xml.close();
    }

    pub(super) fn close_table(&mut self) {
        self.xml.close();
        self.spacer();
    }

    /// Opens a row. With `head` it is repeated on each page; with `whole` it is not divided at the end of a page.
    pub(super) fn open_row(&mut self, head: bool, whole: bool) {
        self.open_row_of(head, whole, None);
    }

    /// The same for a row that was added or removed.
    fn open_row_of(&mut self, head: bool, whole: bool, change: Option<Change>) {
        self.xml.open("w:tr", &[]);
        if head || whole || change.is_some() {
            self.xml.open("w:trPr", &[]);
            if whole {
                self.xml.empty("w:cantSplit", &[]);
            }
            if head {
                self.xml.empty("w:tblHeader", &[]);
            }
            if let Some(change) = change {
                self.end_changed(change);
            }
            self.xml.close();
        }
    }

    /// Opens a cell over `columns` columns, on the ground of a level.
    pub(super) fn open_cell(&mut self, width: u32, columns: usize, level: Option<Level>) {
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        if columns > 1 {
            self.xml.value("w:gridSpan", &columns.to_string());
        }
        if let Some(level) = level {
            self.shading(level);
        }
        self.xml.close();
    }

    pub(super) fn shading(&mut self, level: Level) {
        let fill = ground(level);
        let attributes = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill.as_str())];
        self.xml.empty("w:shd", &attributes);
    }
}

/// The ground of a level, as six hexadecimal digits.
pub(super) fn ground(level: Level) -> String {
    hex(color(level))
}

/// A colour, as six hexadecimal digits.
pub(super) fn hex(of: Color) -> String {
    format!("{:02X}{:02X}{:02X}", of.0, of.1, of.2)
}

/// Whether the last thing that a block writes is a paragraph.
fn ends_with_paragraph(block: &Block) -> bool {
    match &block.kind {
        BlockKind::List(list) => !list.items.is_empty(),
        BlockKind::KeyValue(pairs) => !pairs.is_empty(),
        BlockKind::Table(table) => !table.columns.is_empty(),
        BlockKind::PageBreak | BlockKind::Sources(_) => false,
        BlockKind::RiskMatrices(matrices) => !matrices.is_empty(),
        _ => true,
    }
}

/// Widths in twentieths of a point. Each is greater than zero.
fn twips(points: &[f32]) -> Vec<u32> {
    points.iter().map(|width| ((width * 20.0) as u32).max(120)).collect()
}

/// The widths that the columns need. Letters are counted, because a word processor breaks the lines anew in any case.
fn demands(table: &Table) -> Vec<Demand> {
    let mut demands = Vec::with_capacity(table.columns.len());
    for (at, column) in table.columns.iter().enumerate() {
        let head = measure_words(&plain_words(&column.head));
        let mut widths = Widths { min: head.min, word: head.word, max: head.word };
        let mut sum = 0.0;
        for row in &table.rows {
            let TableRow::Cells { cells, .. } = row else { continue };
            let Some(cell) = cells.get(at).filter(|cell| !cell.blocks.is_empty()) else { continue };
            let found = measure(&cell.blocks);
            widths.min = widths.min.max(found.min);
            widths.word = widths.word.max(found.word);
            widths.max = widths.max.max(found.max);
            sum += found.max;
        }
        if column.kind == ColumnKind::Text {
            widths.max = widths.max.max(head.max.min(90.0));
        }
        for width in [&mut widths.min, &mut widths.word, &mut widths.max] {
            *width += SIDES;
        }
        let mean = sum / table.rows.len().max(1) as f32;
        demands.push(Demand { widths, mean, weight: column.weight, kind: column.kind });
    }
    demands
}

fn measure(blocks: &[Block]) -> Widths {
    let mut widths = Widths::default();
    for block in blocks {
        let found = match &block.kind {
            BlockKind::Paragraph(words) | BlockKind::Note(words) => {
                measure_words(&plain_words(words))
            }
            BlockKind::Prompt(text) => measure_words(text),
            BlockKind::List(list) => {
                let mut inner = Widths::default();
                for item in &list.items {
                    let item = measure(item);
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
        widths.max = widths.max.max(found.max);
    }
    widths
}

fn measure_words(text: &str) -> Widths {
    let longest = text.split([' ', '\n', '-', '/']).map(width_of_word).fold(0.0_f32, f32::max);
    let line = text.split('\n').map(|line| line.chars().count()).max().unwrap_or(0);
    Widths { min: longest * 0.6, word: longest, max: longest.max(line as f32 * LETTER) }
}

/// The width of a word in tables, in points. The letters have the widths of most fonts without serifs.
fn width_of_word(word: &str) -> f32 {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' => 3.2,
        'm' | 'w' | 'M' | 'W' => 8.2,
        c if c.is_uppercase() => 6.0,
        _ => 5.0,
    };
    word.chars().map(letter).sum::<f32>() + 1.0
}

//! Tables.

use super::{Block, Inline, Level};

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The words above the table.
    pub caption: Option<String>,
    /// Columns with their heads.
    pub columns: Vec<Column>,
    /// Rows and group heads, in order.
    pub rows: Vec<TableRow>,
    /// Whether it belongs to the running text around it, and has the same width.
    pub inset: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: Vec<Inline>,
    /// Its share of the remaining width, relative to the other columns; 1.0 is usual.
    pub weight: f32,
    /// The kind of its content.
    pub kind: ColumnKind,
}

impl Column {
    /// A column whose head are plain words; empty for a column without a head.
    #[must_use]
    pub fn new(head: impl Into<String>, weight: f32, kind: ColumnKind) -> Self {
        let head = head.into();
        let head = if head.is_empty() { Vec::new() } else { vec![Inline::plain(head)] };
        Self { head, weight, kind }
    }
}

/// The kind of a column's content. It decides the alignment, and whether the content may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnKind {
    /// Running text.
    #[default]
    Text,
    /// A row number. The column is as narrow as possible.
    Number,
    /// A few words, which are broken only if necessary.
    Short,
    /// A figure, aligned to the right.
    Figure,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableRow {
    /// A group head over all columns. It stays on one page with the row after it.
    Group(String),
    /// A row.
    Cells {
        /// The anchor of the row.
        anchor: Option<String>,
        /// One cell for each column.
        cells: Vec<Cell>,
    },
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// The anchor of the value.
    pub anchor: Option<String>,
    /// Its content.
    pub blocks: Vec<Block>,
    /// The level whose colour marks the cell; `None` if the cell is not a level.
    pub level: Option<Level>,
}

impl Cell {
    /// A cell of plain words. Without words, it is an empty cell.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let blocks = if text.is_empty() { Vec::new() } else { vec![Block::text(text)] };
        Self { anchor: None, blocks, level: None }
    }
}

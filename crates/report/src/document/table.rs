//! Tables.

use super::{Block, Level};

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Set above the table.
    pub caption: Option<String>,
    /// Columns with their heads.
    pub columns: Vec<Column>,
    /// Rows and sub-heads in order.
    pub rows: Vec<TableRow>,
    /// Whether it belongs to the running text around it, and is as wide as that.
    pub inset: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// How much of the width left over it gets, relative to the others; 1.0 is usual.
    pub weight: f32,
    /// What stands in it.
    pub kind: ColumnKind,
}

/// What stands in a column decides alignment and whether it may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnKind {
    /// Running text.
    #[default]
    Text,
    /// A row number; as narrow as it can be.
    Number,
    /// A few words; broken only when it must.
    Short,
    /// A figure; set to the right.
    Figure,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableRow {
    /// A sub-head over all columns; stays with the row that follows.
    Group(String),
    /// A row.
    Cells {
        /// Identity of the row.
        anchor: Option<String>,
        /// One cell a column.
        cells: Vec<Cell>,
    },
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Identity of the value.
    pub anchor: Option<String>,
    /// Its content.
    pub blocks: Vec<Block>,
    /// The level whose colour marks the cell, if it is one.
    pub level: Option<Level>,
}

impl Cell {
    /// A cell of plain words; empty words give an empty cell.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let blocks = if text.is_empty() { Vec::new() } else { vec![Block::text(text)] };
        Self { anchor: None, blocks, level: None }
    }
}

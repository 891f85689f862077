//! Words that were added or removed since an earlier version.

use super::{Block, BlockKind, Cell, Emphasis, Inline, List, Table, TableRow};

/// The change of words since an earlier version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Change {
    /// They were added.
    Inserted,
    /// They were removed.
    Deleted,
}

impl Change {
    /// Marks running text. Removed words have no links: their citations and references become plain words.
    #[must_use]
    pub fn mark(self, words: Vec<Inline>) -> Vec<Inline> {
        if words.is_empty() {
            return words;
        }
        let content = match self {
            Self::Inserted => words,
            Self::Deleted => words.iter().flat_map(without_links).collect(),
        };
        vec![Inline::Changed { change: self, told: false, content }]
    }

    /// Marks all words of blocks. An added drawing stays unmarked; a removed drawing is left out.
    #[must_use]
    pub fn mark_blocks(self, blocks: Vec<Block>) -> Vec<Block> {
        let marked = blocks.into_iter().filter_map(|block| {
            let kind = match block.kind {
                BlockKind::Paragraph(words) => BlockKind::Paragraph(self.mark(words)),
                BlockKind::Note(words) => BlockKind::Note(self.mark(words)),
                // Only running text can have marks. A heading cannot.
                BlockKind::Heading { text, .. } => {
                    BlockKind::Paragraph(self.mark(text.into_iter().map(strong).collect()))
                }
                BlockKind::Prompt(text) => {
                    BlockKind::Paragraph(self.mark(vec![Inline::italic(text)]))
                }
                BlockKind::List(List { start, items }) => {
                    let items = items.into_iter().map(|item| self.mark_blocks(item)).collect();
                    BlockKind::List(List { start, items })
                }
                BlockKind::Table(table) => BlockKind::Table(self.mark_table(table)),
                other if self == Self::Inserted => other,
                _ => return None,
            };
            Some(Block { kind, ..block })
        });
        marked.collect()
    }

    /// Marks the cells of a table.
    fn mark_table(self, table: Table) -> Table {
        let rows = table.rows.into_iter().map(|row| self.mark_row(row)).collect();
        Table { rows, ..table }
    }

    /// Marks the cells of a row.
    #[must_use]
    pub fn mark_row(self, row: TableRow) -> TableRow {
        let TableRow::Cells { anchor, cells } = row else { return row };
        let mark = |cell: Cell| Cell { blocks: self.mark_blocks(cell.blocks), ..cell };
        TableRow::Cells { anchor, cells: cells.into_iter().map(mark).collect() }
    }
}

/// The same words in bold.
fn strong(inline: Inline) -> Inline {
    match inline {
        Inline::Text { text, emphasis } => {
            Inline::Text { text, emphasis: Emphasis { bold: true, ..emphasis } }
        }
        Inline::Link { href, content } => {
            Inline::Link { href, content: content.into_iter().map(strong).collect() }
        }
        other => other,
    }
}

/// Running text whose links are plain words.
fn without_links(inline: &Inline) -> Vec<Inline> {
    match inline {
        Inline::Citation { number, .. } | Inline::SourceNumber { number, .. } => {
            vec![Inline::plain(format!("[{number}]"))]
        }
        Inline::RowRef { label, .. } => vec![Inline::plain(label)],
        Inline::Link { content, .. }
        | Inline::Answer { content, .. }
        | Inline::Lead(content)
        | Inline::Changed { content, .. } => content.iter().flat_map(without_links).collect(),
        Inline::Label(text) | Inline::Remark(text) => {
            vec![Inline::Text { text: text.clone(), emphasis: Emphasis::default() }]
        }
        Inline::Text { .. } | Inline::Break => vec![inline.clone()],
    }
}

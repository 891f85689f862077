//! The order in which a reader meets the sources of a report.

use super::{Block, BlockKind, Document, Inline, Pair, TableRow};

impl Document {
    /// The numbers of the cited sources in the order in which a reader meets them, each once.
    #[must_use]
    pub fn cited(&self) -> Vec<u32> {
        let mut found = Vec::new();
        in_blocks(&self.blocks, &mut found);
        found
    }
}

fn in_blocks(blocks: &[Block], found: &mut Vec<u32>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(words)
            | BlockKind::Note(words)
            | BlockKind::Heading { text: words, .. } => in_words(words, found),
            BlockKind::List(list) => list.items.iter().for_each(|item| in_blocks(item, found)),
            BlockKind::Table(table) => {
                table.columns.iter().for_each(|column| in_words(&column.head, found));
                for row in &table.rows {
                    let TableRow::Cells { cells, .. } = row else { continue };
                    for cell in cells.iter().take(table.columns.len()) {
                        in_blocks(&cell.blocks, found);
                    }
                }
            }
            BlockKind::KeyValue(pairs) => in_pairs(pairs, found),
            BlockKind::Cover(cover) => in_pairs(&cover.particulars, found),
            BlockKind::Card(card) => {
                in_words(&card.title, found);
                card.facts.iter().for_each(|(_, words)| in_words(words, found));
                in_pairs(&card.pairs, found);
            }
            _ => {}
        }
    }
}

fn in_pairs(pairs: &[Pair], found: &mut Vec<u32>) {
    pairs.iter().for_each(|pair| in_blocks(&pair.value, found));
}

fn in_words(words: &[Inline], found: &mut Vec<u32>) {
    for word in words {
        match word {
            Inline::Citation { number, .. } if !found.contains(number) => found.push(*number),
            Inline::Link { content, .. }
            | Inline::Answer { content, .. }
            | Inline::Changed { content, .. }
            | Inline::Lead(content) => in_words(content, found),
            _ => {}
        }
    }
}

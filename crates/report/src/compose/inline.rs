//! Converts rich text to blocks of the report.

use vurder_model::id::CitationId;
use vurder_model::richtext::{self, Inline as Rich, Mark, RichText};

use super::form::Composer;
use super::source_anchor;
use crate::document::{
    Block, BlockKind, Cell, Column, ColumnKind, Emphasis, Inline, List, Table, TableRow,
};

impl Composer<'_> {
    /// The blocks of a text, without empty ones.
    pub(crate) fn rich(&mut self, text: &RichText) -> Vec<Block> {
        self.rich_blocks(&text.content)
    }

    /// Markdown as blocks.
    pub(crate) fn markdown(&mut self, markdown: &str) -> Vec<Block> {
        self.rich(&RichText::from_markdown(markdown))
    }

    fn rich_blocks(&mut self, blocks: &[richtext::Block]) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            let kind = match block {
                richtext::Block::Paragraph { content } => {
                    if content.is_empty() {
                        continue;
                    }
                    BlockKind::Paragraph(self.inlines(content))
                }
                richtext::Block::Heading { content, .. } => {
                    Block::rich_subheading(4, self.inlines(content)).kind
                }
                richtext::Block::BulletList { content } => self.list(None, content),
                richtext::Block::OrderedList { attrs, content } => {
                    self.list(Some(attrs.start), content)
                }
                richtext::Block::Table { content } => self.rich_table(content),
            };
            out.push(Block::new(kind));
        }
        out
    }

    fn list(&mut self, start: Option<u32>, items: &[richtext::ListItem]) -> BlockKind {
        let items = items.iter().map(|item| self.rich_blocks(&item.content)).collect();
        BlockKind::List(List { start, items })
    }

    fn rich_table(&mut self, rows: &[richtext::TableRow]) -> BlockKind {
        let (head, rest) = rows
            .split_first()
            .map_or((&[][..], rows), |(head, rest)| (head.content.as_slice(), rest));
        let columns = head
            .iter()
            .map(|cell| Column {
                head: self.head(cell.content()),
                weight: 1.0,
                kind: ColumnKind::Text,
            })
            .collect();
        let rows = rest
            .iter()
            .map(|row| TableRow::Cells {
                anchor: None,
                cells: row
                    .content
                    .iter()
                    .map(|cell| Cell {
                        blocks: self.rich_blocks(cell.content()),
                        ..Cell::default()
                    })
                    .collect(),
            })
            .collect();
        BlockKind::Table(Table { caption: None, columns, rows, inset: true })
    }

    /// The head of a column: the paragraphs of its cell in one line.
    fn head(&mut self, blocks: &[richtext::Block]) -> Vec<Inline> {
        let mut head = Vec::new();
        for block in blocks {
            let (richtext::Block::Paragraph { content } | richtext::Block::Heading { content, .. }) =
                block
            else {
                continue;
            };
            if !head.is_empty() && !content.is_empty() {
                head.push(Inline::plain(" "));
            }
            let words = self.inlines(content).into_iter();
            head.extend(words.map(|inline| match inline {
                Inline::Break => Inline::plain(" "),
                other => other,
            }));
        }
        head
    }

    /// A line of rich text.
    pub(crate) fn inlines(&mut self, content: &[Rich]) -> Vec<Inline> {
        content.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Rich) -> Inline {
        match inline {
            Rich::HardBreak {} => Inline::Break,
            Rich::Citation { attrs } => match CitationId::new(&attrs.id) {
                Ok(id) => self.citation(&id),
                Err(_) => Inline::plain(format!("[{}]", attrs.id)),
            },
            Rich::Text { text, marks } => {
                let mut emphasis = Emphasis::default();
                let mut href = None;
                for mark in marks {
                    match mark {
                        Mark::Strong {} => emphasis.bold = true,
                        Mark::Em {} => emphasis.italic = true,
                        // A link to a place inside the program has no meaning on paper.
                        Mark::Link { attrs } if attrs.href.starts_with('#') => {}
                        Mark::Link { attrs } => href = Some(attrs.href.clone()),
                    }
                }
                let words = Inline::Text { text: text.clone(), emphasis };
                match href {
                    Some(href) => Inline::Link { href, content: vec![words] },
                    None => words,
                }
            }
        }
    }

    /// A citation by its number; a question mark if the project no longer has the citation.
    pub(crate) fn citation(&mut self, id: &CitationId) -> Inline {
        if self.earlier {
            return self.citation_as_it_was(id);
        }
        match self.numbering.number(id) {
            Some(number) => Inline::Citation { number, anchor: source_anchor(number) },
            None => Inline::plain("[?]"),
        }
    }
}

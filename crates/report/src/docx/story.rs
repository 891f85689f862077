//! A story: the text of one part (the document itself, or its endnotes), written block by block.

use std::collections::HashMap;
use std::sync::Arc;

use super::content_control::OpenControl;
use super::names::Names;
use super::numbering::Lists;
use super::paragraph::Paragraph;
use super::relationships::Relationships;
use super::run::Run;
use super::style_ids::{FULL, INDENT, character, paragraph};
use super::xml::Xml;
use crate::document::{Block, BlockKind, Change, Document, Inline, Source};
use crate::picture::Picture;

/// Where blocks are written: their style, left edge and width. Lengths are in twentieths of a point.
#[derive(Debug, Clone, Copy)]
pub(super) struct BlockContext {
    /// Style of running text.
    pub(super) style: &'static str,
    /// Left edge of running text.
    pub(super) left: u32,
    /// Width of running text.
    pub(super) width: u32,
    /// Whether this is the report's own text, and not a cell or a card.
    pub(super) body: bool,
}

impl BlockContext {
    /// The report's own text.
    pub(super) const BODY: Self =
        Self { style: paragraph::BODY, left: INDENT, width: FULL - INDENT, body: true };
    /// The answers of a card.
    pub(super) const CARD: Self = Self { style: paragraph::ROW_TEXT, body: false, ..Self::BODY };

    /// A cell of a table.
    pub(super) fn cell(width: u32) -> Self {
        Self { style: paragraph::CELL, left: 0, width, body: false }
    }

    /// The same context, indented by `by`.
    pub(super) fn indented(self, by: u32) -> Self {
        Self { left: self.left + by, width: self.width.saturating_sub(by).max(600), ..self }
    }

    /// A paragraph of running text here. It gets an indent if its left edge is another than that of the style.
    pub(super) fn paragraph(self) -> Paragraph {
        let of_style = if self.style == paragraph::CELL { 0 } else { INDENT };
        let indent = (self.left != of_style).then_some((self.left, 0));
        Paragraph { indent, ..Paragraph::of(self.style) }
    }
}

/// Writes one part, and counts what all parts share.
pub(super) struct Story<'a> {
    pub(super) document: &'a Document,
    pub(super) xml: Xml,
    /// The relationships of the part that is being written.
    pub(super) relationships: Relationships,
    pub(super) names: Names,
    pub(super) lists: Lists,
    /// The pictures, each once, in the order in which they occur.
    pub(super) pictures: Vec<Arc<Picture>>,
    /// The cited sources by number.
    pub(super) sources: HashMap<u32, &'a Source>,
    /// Whether sources are endnotes. The reader's program numbers these, so they must be cited in order from 1.
    pub(super) notes: bool,
    /// The sources with an endnote, in the order in which they are first cited.
    pub(super) noted: Vec<u32>,
    /// The printed levels of the headings above this place, outermost first.
    pub(super) headings: Vec<u8>,
    /// Number of headings that the contents have listed so far.
    pub(super) listed: usize,
    /// Whether the next paragraph starts a page.
    pub(super) starts_page: bool,
    /// The open tracked change.
    pub(super) change: Option<Change>,
    /// Whether a person wrote the words that are being written.
    pub(super) written: bool,
    /// The language of the paragraph that is being written, where it is another than that of the document.
    pub(super) language: Option<String>,
    /// The content controls that are open, outermost first.
    pub(super) controls: Vec<OpenControl>,
    /// The tags of all content controls.
    pub(super) tags: Vec<String>,
    /// The number of fields that are open, one within the other.
    pub(super) fields: usize,
    /// The words that stand in no content control and in no field.
    pub(super) outside: String,
}

impl<'a> Story<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let sources = document.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Sources(sources) => Some(sources),
            _ => None,
        });
        Self {
            document,
            xml: Xml::part(),
            relationships: Relationships::default(),
            names: Names::of(document),
            lists: Lists::default(),
            pictures: Vec::new(),
            sources: sources.flatten().map(|source| (source.number, source)).collect(),
            notes: document.cited().into_iter().zip(1..).all(|(number, next)| number == next),
            noted: Vec::new(),
            headings: Vec::new(),
            listed: 0,
            starts_page: false,
            change: None,
            written: false,
            language: None,
            controls: Vec::new(),
            tags: Vec::new(),
            fields: 0,
            outside: String::new(),
        }
    }

    /// Blocks one below the other.
    pub(super) fn blocks(&mut self, blocks: &[Block], ctx: BlockContext) {
        self.labelled(&[], blocks, ctx);
    }

    /// Blocks, one below the other. If the first block is running text, the label stands in its line.
    pub(super) fn labelled(&mut self, label: &[Inline], blocks: &[Block], ctx: BlockContext) {
        if blocks.is_empty() && !label.is_empty() {
            self.paragraph(ctx.paragraph(), label);
        }
        for (at, answer) in blocks.chunk_by(|a, b| a.address == b.address).enumerate() {
            self.answer(if at == 0 { label } else { &[] }, answer, ctx);
        }
    }

    /// Blocks of one answer, or of no answer. Everything that does not belong to the answer stands outside of its
    /// control.
    fn answer(&mut self, label: &[Inline], blocks: &[Block], ctx: BlockContext) {
        let Some(first) = blocks.first() else { return };
        let around = self.written;
        self.written |= first.written;
        self.answer_of(first, label, blocks, ctx);
        self.written = around;
    }

    fn answer_of(&mut self, first: &Block, label: &[Inline], blocks: &[Block], ctx: BlockContext) {
        let (lead, own) = match &first.kind {
            BlockKind::Paragraph(words) => match words.split_first() {
                Some((Inline::Lead(lead), own)) => (lead.as_slice(), Some(own)),
                _ => (&[][..], Some(words.as_slice())),
            },
            _ => (&[][..], None),
        };
        let before: Vec<Inline> = label.iter().chain(lead).cloned().collect();
        let missing = matches!(first.kind, BlockKind::Prompt(_));
        let Some(address) = &first.address else {
            match own {
                Some(own) if !before.is_empty() => {
                    let line: Vec<Inline> = before.iter().chain(own).cloned().collect();
                    self.line(first.anchor.as_deref(), &line, ctx);
                }
                _ => {
                    self.label_alone(&before, ctx);
                    self.block(first, ctx);
                }
            }
            blocks[1..].iter().for_each(|block| self.block(block, ctx));
            return;
        };
        let prompt;
        let own = match &first.kind {
            BlockKind::Prompt(text) => {
                prompt = [Inline::plain(text)];
                Some(&prompt[..])
            }
            _ => own,
        };
        match (own, blocks) {
            (Some(own), [_]) if !before.is_empty() => {
                let mut line = before;
                let (address, content) = (address.clone(), own.to_vec());
                line.push(Inline::Answer { address, missing, content });
                self.line(first.anchor.as_deref(), &line, ctx);
            }
            _ => {
                self.label_alone(&before, ctx);
                let control = self.open_control(address, missing);
                match own.filter(|_| !before.is_empty()) {
                    Some(own) => self.line(first.anchor.as_deref(), own, ctx),
                    None => self.block(first, ctx),
                }
                blocks[1..].iter().for_each(|block| self.block(block, ctx));
                self.close_control(control);
            }
        }
    }

    /// A label in a line of its own, above its content.
    fn label_alone(&mut self, label: &[Inline], ctx: BlockContext) {
        if !label.is_empty() {
            self.paragraph(Paragraph { keep_next: true, ..ctx.paragraph() }, label);
        }
    }

    /// A paragraph at a place that may have a bookmark.
    pub(super) fn line(&mut self, anchor: Option<&str>, words: &[Inline], ctx: BlockContext) {
        self.open_paragraph(ctx.paragraph(), words);
        self.marked(anchor, |story| story.inlines(words));
        self.xml.close();
    }

    /// One block.
    fn block(&mut self, block: &Block, ctx: BlockContext) {
        let around = self.written;
        self.written |= block.written;
        self.block_of_kind(block, ctx);
        self.written = around;
    }

    fn block_of_kind(&mut self, block: &Block, ctx: BlockContext) {
        let anchor = block.anchor.as_deref();
        match &block.kind {
            BlockKind::Paragraph(words) => return self.line(anchor, words, ctx),
            BlockKind::Heading { level, number, text, aside, listed } => {
                return self.heading(anchor, (*level, *listed), (number, text), aside, ctx);
            }
            BlockKind::Card(card) => return self.card(anchor, card),
            _ => self.marked(anchor, |_| {}),
        }
        match &block.kind {
            BlockKind::Note(words) => {
                let indent = (!ctx.body).then_some((ctx.left, 0));
                let of = Paragraph { indent, ..Paragraph::of(paragraph::NOTE) };
                self.paragraph(of, words);
            }
            BlockKind::Prompt(text) => {
                let words = [Inline::plain(text)];
                self.open_paragraph(ctx.paragraph(), &words);
                let look = Run { italic: true, ..Run::styled(character::PROMPT) };
                self.inlines_as(&words, look);
                self.xml.close();
            }
            BlockKind::List(list) => self.list(list, ctx),
            BlockKind::Table(table) => self.table(table, ctx),
            BlockKind::KeyValue(pairs) => self.pairs(pairs, ctx),
            BlockKind::RiskMatrix(matrix) => self.matrix(matrix, ctx),
            BlockKind::RiskMatrices(matrices) => {
                matrices.iter().for_each(|matrix| self.matrix(matrix, ctx));
            }
            BlockKind::Figure(figure) => self.figure(figure, ctx),
            BlockKind::Chart(chart) => self.chart(chart, ctx),
            BlockKind::Sources(sources) => self.uncited(sources),
            BlockKind::Contents => self.contents(),
            BlockKind::PageBreak => self.starts_page = true,
            BlockKind::Cover(cover) => self.cover(cover),
            BlockKind::Paragraph(_) | BlockKind::Heading { .. } | BlockKind::Card(_) => {}
        }
    }
}

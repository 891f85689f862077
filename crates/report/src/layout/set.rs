//! Converts blocks to pieces.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::geometry::{FULL, INDENT};
use super::heading::{Heading, Levels};
use super::languages;
use super::pages::Pages;
use super::piece::{Piece, height_kept_with_next};
use super::{Entry, Laid, contents, furniture};
use crate::MissingGlyph;
use crate::document::{Block, BlockKind, Document, Inline};
use crate::draw::{Draw, Role, Shape, Slot, SlotId, Target};
use crate::picture::Picture;
use crate::text::emit::Places;
use crate::text::shape::{Shaped, Shaper};
use crate::text::style::Type;
use crate::text::{breaks, emit};

/// The least width of text, however deep lists are nested.
pub(super) const LEAST: f32 = 26.0;

/// Where blocks are set: the page's column, or a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct BlockContext {
    /// Left end of running text.
    pub(crate) x: f32,
    /// Its width.
    pub(crate) width: f32,
    /// Whether tables may begin to the left of running text, at the page's margin.
    pub(crate) body: bool,
    pub(crate) slot: SlotId,
}

impl BlockContext {
    /// The column of the report itself.
    pub(super) const REPORT: Self =
        Self { x: INDENT, width: FULL - INDENT, body: true, slot: SlotId::DOCUMENT };

    pub(crate) fn cell(width: f32, slot: SlotId) -> Self {
        Self { x: 0.0, width, body: false, slot }
    }

    /// The same context, indented by `by`.
    pub(crate) fn indented(self, by: f32) -> Self {
        Self { x: self.x + by, width: self.width - by, ..self }
    }

    pub(crate) fn text_type(self) -> Type {
        if self.body { Type::BODY } else { Type::CELL }
    }

    /// Left end and width of tables.
    pub(crate) fn wide(self) -> (f32, f32) {
        if self.body { (0.0, FULL) } else { (self.x, self.width) }
    }
}

/// Sets a document.
pub(crate) struct Setter<'a> {
    pub(crate) document: &'a Document,
    pub(crate) shaper: &'a mut Shaper,
    pub(crate) slots: Vec<Slot>,
    pub(crate) outline: Vec<Entry>,
    pub(crate) pictures: Vec<Arc<Picture>>,
    /// Whether a person wrote the words that are being set.
    pub(crate) written: bool,
    /// Identities of the blocks being set, outermost first.
    pub(crate) here: Vec<Arc<str>>,
    pub(super) headings: usize,
    pub(super) levels: Levels,
    /// The index of the block of the report that is being set, for the second thread.
    pub(super) arrived: Option<&'a AtomicUsize>,
}

impl<'a> Setter<'a> {
    pub(crate) fn new(document: &'a Document, shaper: &'a mut Shaper) -> Self {
        let slots = vec![Slot::new(Role::Artifact, None), Slot::new(Role::Document, None)];
        Self {
            document,
            shaper,
            slots,
            outline: Vec::new(),
            pictures: Vec::new(),
            written: false,
            here: Vec::new(),
            headings: 0,
            levels: Levels::default(),
            arrived: None,
        }
    }

    pub(crate) fn finish(mut self) -> Laid {
        // The contents stand before the headings that they list. Therefore the headings are read first.
        contents::list_headings(&mut self);
        let pieces = self.blocks(&self.document.blocks, BlockContext::REPORT);
        let mut pages = Pages::fill(pieces);
        contents::set_numbers(&mut self, &mut pages);
        furniture::head_and_foot(&mut self, &mut pages.pages);
        self.drop_dead_links(&mut pages);
        languages::mark(&mut self.slots, &pages.pages, &self.document.meta);
        let meta = self.document.meta.clone();
        let mark = meta.draft.then(|| furniture::mark(&self.document.words.draft));
        let missing = self
            .shaper
            .missing
            .iter()
            .map(|(character, anchor)| MissingGlyph {
                character: *character,
                anchor: anchor.clone(),
                page: pages.anchor_areas.get(anchor).and_then(|p| p.first()).map(|p| p.page),
            })
            .collect();
        Laid {
            meta,
            pages: pages.pages,
            mark,
            slots: self.slots,
            pictures: self.pictures,
            anchor_areas: pages.anchor_areas,
            outline: self.outline,
            missing,
            faces: self.shaper.faces.clone(),
        }
    }

    /// The index of a picture among those on the pages.
    pub(crate) fn picture_number(&mut self, picture: &Arc<Picture>) -> usize {
        let known = self.pictures.iter().position(|known| known == picture);
        known.unwrap_or_else(|| {
            self.pictures.push(Arc::clone(picture));
            self.pictures.len() - 1
        })
    }

    /// A new structural place.
    pub(crate) fn slot(&mut self, role: Role, parent: SlotId) -> SlotId {
        let written = self.written;
        self.slots.push(Slot { written, ..Slot::new(role, Some(parent)) });
        SlotId(u32::try_from(self.slots.len() - 1).unwrap_or(u32::MAX))
    }

    /// A reference to a row that the report does not hold leads nowhere: it is words.
    fn drop_dead_links(&mut self, pages: &mut Pages) {
        let Pages { pages, anchor_areas, .. } = pages;
        for page in pages {
            page.draws.retain(|draw| {
                let Shape::Link { target: Target::Anchor(anchor), .. } = &draw.shape else {
                    return true;
                };
                let alive = anchor_areas.contains_key(&**anchor);
                if !alive && let Some(slot) = self.slots.get_mut(draw.slot.0 as usize) {
                    slot.role = Role::Span;
                }
                alive
            });
        }
    }

    pub(crate) fn blocks(&mut self, blocks: &[Block], ctx: BlockContext) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            if let Some(arrived) = self.arrived.filter(|_| ctx.slot == SlotId::DOCUMENT) {
                arrived.store(index, Ordering::Relaxed);
            }
            let ctx = self.section_of(block, ctx);
            self.anchored(block.anchor.as_deref(), |setter| {
                let mut set = setter.block(block, height_kept_with_next(&pieces), ctx);
                setter.stamp(&mut set, block.anchor.as_deref());
                // A line that introduces a list or a table is not left alone at the end of a page.
                let leads_in = matches!(block.kind, BlockKind::Paragraph(_))
                    && set.len() <= 2
                    && blocks.get(index + 1).is_some_and(|next| {
                        matches!(next.kind, BlockKind::List(_) | BlockKind::Table(_))
                    });
                if let Some(last) = set.last_mut().filter(|_| leads_in) {
                    last.keep = true;
                }
                pieces.append(&mut set);
            });
        }
        pieces
    }

    /// Sets something. Its missing letters are reported with `anchor`.
    pub(crate) fn anchored<T>(
        &mut self,
        anchor: Option<&str>,
        set: impl FnOnce(&mut Self) -> T,
    ) -> T {
        if let Some(anchor) = anchor {
            self.here.push(Arc::from(anchor));
        }
        let result = set(self);
        if anchor.is_some() {
            self.here.pop();
        }
        result
    }

    /// Sets the anchors to which pieces belong.
    pub(crate) fn stamp(&self, pieces: &mut [Piece], anchor: Option<&str>) {
        if let Some(anchor) = anchor {
            let anchor: Arc<str> = Arc::from(anchor);
            for piece in pieces {
                piece.anchors.push(Arc::clone(&anchor));
            }
        }
    }

    /// Sets one block. `above` is the height of the pieces above it that must stand on the same page.
    pub(super) fn block(&mut self, block: &Block, above: f32, ctx: BlockContext) -> Vec<Piece> {
        self.written_by_a_person(block.written, |setter| setter.block_of_kind(block, above, ctx))
    }

    /// Sets words that a person wrote, or that the program says if they do not stand among such.
    pub(crate) fn written_by_a_person<T>(
        &mut self,
        written: bool,
        set: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let around = self.written;
        self.written |= written;
        let made = set(self);
        self.written = around;
        made
    }

    fn block_of_kind(&mut self, block: &Block, above: f32, ctx: BlockContext) -> Vec<Piece> {
        match &block.kind {
            BlockKind::Heading { level, number, text, aside, .. } => {
                let heading = Heading { level: *level, number, text, aside };
                self.heading(&heading, block.anchor.is_none(), ctx)
            }
            BlockKind::Paragraph(inlines) => {
                let slot = self.slot(Role::Paragraph, ctx.slot);
                self.paragraph(inlines, ctx.text_type(), ctx, slot)
            }
            BlockKind::Note(inlines) => {
                let slot = self.slot(Role::Paragraph, ctx.slot);
                let mut pieces = self.paragraph(inlines, Type::NOTE, ctx, slot);
                // A note stays with the heading above it and with the block below it, which it explains.
                if let Some(last) = pieces.last_mut() {
                    last.keep = true;
                    last.after = 6.0;
                }
                if let Some(first) = pieces.first_mut() {
                    first.before = 2.0;
                }
                pieces
            }
            BlockKind::Prompt(text) => {
                let slot = self.slot(Role::Paragraph, ctx.slot);
                let ty = if ctx.body { Type::PROMPT } else { Type::CELL_PROMPT };
                self.paragraph(&[Inline::plain(text)], ty, ctx, slot)
            }
            BlockKind::List(list) => self.list(list, ctx),
            BlockKind::Table(table) => self.table(table, ctx),
            BlockKind::KeyValue(pairs) => self.pairs(pairs, ctx),
            BlockKind::Card(card) => self.card(card, ctx),
            BlockKind::Cover(cover) => self.cover(cover, ctx),
            BlockKind::RiskMatrix(matrix) => self.matrix(matrix, ctx),
            BlockKind::RiskMatrices(matrices) => self.matrices(matrices, ctx),
            BlockKind::Chart(chart) => self.chart(chart, ctx),
            BlockKind::Figure(figure) => self.picture(figure, above, ctx),
            BlockKind::Sources(sources) => self.sources(sources, ctx),
            BlockKind::Contents => self.contents(ctx),
            BlockKind::PageBreak => vec![Piece::page_break()],
        }
    }

    pub(crate) fn shape(&mut self, inlines: &[Inline], ty: Type) -> Shaped {
        let here = self.here.last().map_or("", |anchor| &**anchor);
        self.shaper.shape(inlines, ty, here)
    }

    /// A paragraph in one type. Its first line does not stand alone at the end of a page, and its last line not alone
    /// at the top of one.
    pub(crate) fn paragraph(
        &mut self,
        inlines: &[Inline],
        ty: Type,
        ctx: BlockContext,
        slot: SlotId,
    ) -> Vec<Piece> {
        let shaped = self.shape(inlines, ty);
        let mut pieces = self.lines(&shaped, ctx.x, ctx.width, slot);
        let space = if ctx.body { ty.leading * 0.5 } else { ty.leading * 0.33 };
        if let Some(first) = pieces.first_mut() {
            first.before = space;
        }
        if let Some(last) = pieces.last_mut() {
            last.after = space;
        }
        pieces
    }

    /// The lines of a shaped paragraph, each as a piece.
    pub(crate) fn lines(
        &mut self,
        shaped: &Shaped,
        x: f32,
        width: f32,
        slot: SlotId,
    ) -> Vec<Piece> {
        let ty = shaped.ty;
        let lines = breaks::lines(shaped, width);
        let parts = self.parts(shaped, slot);
        let broken = self.broken_words(shaped, &lines, slot, &parts);
        let places = Places { slot, parts: &parts, broken: &broken };
        let count = lines.len();
        let mut pieces = Vec::with_capacity(count);
        for (index, line) in lines.iter().enumerate() {
            let mut draws = Vec::new();
            let x_of_line = if shaped.leftwards { x + width - line.width } else { x };
            emit::line(shaped, line, x_of_line, ty.ascent(), places, &mut draws);
            let mut piece = Piece::whole(ty.leading, (x, width), draws);
            piece.keep = count > 1 && (index == 0 || index + 2 == count);
            pieces.push(piece);
        }
        pieces
    }

    /// A filled shape that belongs to a structural place.
    pub(crate) fn draw(slot: SlotId, shape: Shape) -> Draw {
        Draw { slot, shape }
    }
}

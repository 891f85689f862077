//! Rows as cards: number in the margin, name, levels, short facts, and each answer after its label.
//!
//! Labels stand in the line before the answer's first words, and not in a column of their own. Therefore an answer has
//! the full width, and a card with three answers is half as high.

use std::rc::Rc;

use super::geometry::FULL;
use super::matrix;
use super::pages::rule;
use super::piece::{Body, Piece};
use super::set::{BlockContext, Setter};
use crate::document::{Block, BlockKind, Card, Inline, Mark, Pair};
use crate::draw::{Color, Draw, Rect, Role, Shape, SlotId};
use crate::text::style::Type;
use crate::text::{breaks, emit};

/// Space between a label and the words after it. Plain spaces are used: the font of tables has no wider ones, so that a
/// wider space would come from another font.
pub(super) const AFTER_LABEL: &str = "  ";
/// Space between two facts.
const BETWEEN_FACTS: &str = "    ";
/// Space between two answers.
const APART: f32 = 2.6;
/// The greatest share of the line for which facts count as few.
const FEW: f32 = 0.6;
/// The greatest share of a line's width for marks.
const MOST_MARKS: f32 = 0.6;
/// Space on both sides of a mark's words.
const MARK_PAD: f32 = 4.5;

impl Setter<'_> {
    pub(crate) fn card(&mut self, card: &Card, ctx: BlockContext) -> Vec<Piece> {
        let slot = self.slot(Role::Division, ctx.slot);
        let (left, full) = ctx.wide();
        let mut top = rule(full, 0.5, Color::RULE);
        if let Body::Whole(draws) = &mut top.body {
            draws.iter_mut().for_each(|draw| draw.shift(left, 0.0));
        }
        top.before = 6.0;
        top.keep = true;
        let mut pieces = vec![top];
        let mut title = self.card_title(card, ctx, slot);
        let number_slot = title.is_empty().then(|| self.slot(Role::Paragraph, slot));
        title.iter_mut().for_each(|piece| piece.keep = true);
        pieces.append(&mut title);

        let again = self.card_again(card, ctx);
        // Answers are set like cells, at the place of running text.
        let inner = BlockContext { body: false, slot, ..ctx };
        let mut answers = Vec::new();
        let line = facts(&card.facts);
        if let Some(together) = self.together(&line, card, inner) {
            answers.push(together);
        } else {
            if !line.is_empty() {
                let slot = self.slot(Role::Paragraph, slot);
                let mut facts = self.paragraph(&line, Type::FACTS, inner, slot);
                // Facts alone at the end of a page are of little use.
                facts.iter_mut().for_each(|piece| piece.keep = !card.pairs.is_empty());
                answers.push(facts);
            }
            for pair in &card.pairs {
                let set =
                    self.anchored(pair.anchor.as_deref(), |setter| setter.answer(pair, inner));
                answers.push(set);
            }
        }
        for set in &mut answers {
            self.open(set, &again);
        }
        let mut answers: Vec<Piece> = answers.into_iter().flatten().collect();
        match number_slot {
            Some(slot) => self.number_beside(card, ctx, slot, &mut answers),
            None => self.close_card(),
        }
        if answers.is_empty()
            && let Some(last) = pieces.last_mut()
        {
            last.keep = false;
        }
        pieces.append(&mut answers);
        if let Some(last) = pieces.last_mut() {
            last.after = 6.0;
        }
        if let Some(first) = pieces.get_mut(1) {
            first.before = 3.6;
        }
        pieces
    }

    /// Sets the facts and the only answer as one paragraph, if the facts are few or both take at most two lines. `None`
    /// otherwise.
    fn together(&mut self, facts: &[Inline], card: &Card, ctx: BlockContext) -> Option<Vec<Piece>> {
        let [pair] = card.pairs.as_slice() else { return None };
        let (Block { anchor: None, kind: BlockKind::Paragraph(words), .. }, rest) =
            pair.value.split_first()?
        else {
            return None;
        };
        if facts.is_empty() || words.contains(&Inline::Break) {
            return None;
        }
        let shaped = self.shape(facts, Type::FACTS);
        let few = breaks::widths(&shaped).max <= FEW * ctx.width;
        let mut line = facts.to_vec();
        line.push(Inline::plain(BETWEEN_FACTS));
        line.push(Inline::Label(pair.label.clone()));
        line.push(Inline::plain(AFTER_LABEL));
        line.extend(words.iter().cloned());
        self.anchored(pair.anchor.as_deref(), |setter| {
            let shaped = setter.shape(&line, Type::CELL);
            let short = rest.is_empty() && breaks::lines(&shaped, ctx.width).len() <= 2;
            if !few && !short {
                return None;
            }
            let written = pair.value.first().is_some_and(|block| block.written);
            let slot = setter
                .written_by_a_person(written, |setter| setter.slot(Role::Paragraph, ctx.slot));
            let mut pieces = setter.paragraph(&line, Type::CELL, ctx, slot);
            pieces.append(&mut setter.blocks(rest, ctx));
            setter.stamp(&mut pieces, pair.anchor.as_deref());
            Some(pieces)
        })
    }

    /// Sets the space before an answer, and the pieces that are repeated when one of its lines begins a page.
    fn open(&self, set: &mut [Piece], again: &[Rc<Piece>]) {
        for piece in set.iter_mut() {
            piece.repeat = again.to_vec();
        }
        if let Some(first) = set.first_mut() {
            first.before = APART;
        }
        if let Some(last) = set.last_mut() {
            last.after = APART;
        }
    }

    /// An answer after its label: in the same line, or below it if the answer does not begin with running text.
    pub(super) fn answer(&mut self, pair: &Pair, ctx: BlockContext) -> Vec<Piece> {
        let mut label = vec![Inline::Label(pair.label.clone()), Inline::plain(AFTER_LABEL)];
        let mut value = pair.value.clone();
        let mut pieces = Vec::new();
        match value.first_mut().map(|block| &mut block.kind) {
            Some(BlockKind::Paragraph(inlines)) => {
                label.append(inlines);
                *inlines = label;
            }
            Some(BlockKind::Prompt(text)) => {
                label.push(Inline::italic(std::mem::take(text)));
                value[0].kind = BlockKind::Paragraph(label);
            }
            _ => {
                let slot = self.slot(Role::Paragraph, ctx.slot);
                pieces = self.paragraph(&label, Type::CELL, ctx, slot);
                pieces.iter_mut().for_each(|piece| {
                    piece.keep = true;
                    piece.after = 1.0;
                });
            }
        }
        pieces.append(&mut self.blocks(&value, ctx));
        self.stamp(&mut pieces, pair.anchor.as_deref());
        pieces
    }

    /// Number and name, with the levels at the end of the line; empty for a row without a name.
    fn card_title(&mut self, card: &Card, ctx: BlockContext, slot: SlotId) -> Vec<Piece> {
        if card.title.is_empty() {
            return Vec::new();
        }
        let ty = Type::CARD_TITLE;
        let marks_parent = slot;
        let slot = self.written_by_a_person(true, |setter| setter.open_card(slot));
        let mut marks = Vec::new();
        let room = self.marks(&card.levels, ctx.x + ctx.width, marks_parent, &mut marks);
        // Levels with long names stand below the title.
        let below = room > MOST_MARKS * ctx.width;
        let room = if below { 0.0 } else { room };
        let shaped = self.shape(&card.title, ty);
        let label = self.shape(&[Inline::plain(&card.number)], ty);
        let line = breaks::lines(&label, FULL).into_iter().next();
        // In the page's column, the number stands in the margin; elsewhere, it stands before the words.
        let before = line.as_ref().filter(|_| !ctx.body).map_or(0.0, |line| line.width + 8.0);
        let width = ctx.width - before - room;
        let mut pieces = self.lines(&shaped, ctx.x + before, width, slot);
        if let (Some(line), Some(Body::Whole(draws))) =
            (line, pieces.first_mut().map(|first| &mut first.body))
        {
            let mut set = Vec::new();
            let x = if ctx.body { 0.0 } else { ctx.x };
            emit::label(&label, &line, x, ty.ascent(), slot, &mut set);
            set.append(draws);
            *draws = set;
        }
        if below {
            let words: Vec<Inline> = levels_in_words(&card.levels);
            let slot = self.slot(Role::Paragraph, marks_parent);
            let shaped = self.shape(&words, Type::NOTE_INK);
            pieces.append(&mut self.lines(&shaped, ctx.x, ctx.width, slot));
            return pieces;
        }
        // The marks are drawn after the last words. Software that reads the file in its order is then not interrupted.
        let up = ty.leading * (pieces.len().max(1) as f32 - 1.0);
        if let Some(Body::Whole(draws)) = pieces.last_mut().map(|last| &mut last.body) {
            marks.iter_mut().for_each(|draw| draw.shift(0.0, -up));
            draws.append(&mut marks);
        }
        pieces
    }

    /// Draws the marks at the right edge, and returns the width that the title must leave free.
    fn marks(&mut self, marks: &[Mark], right: f32, parent: SlotId, draws: &mut Vec<Draw>) -> f32 {
        let mut room = 0.0;
        let slot = self.slot(Role::Paragraph, parent);
        let baseline = Type::CARD_TITLE.ascent();
        for mark in marks.iter().rev() {
            let words = self.shape(&[Inline::plain(&mark.words)], Type::NOTE_INK);
            let label = self.shape(&[Inline::plain(&mark.label)], Type::NOTE);
            let mut set = Vec::new();
            if let Some(line) = breaks::lines(&words, FULL).first() {
                let width = line.width + 2.0 * MARK_PAD;
                room += width;
                let area = Rect { x: right - room, y: 0.6, width, height: 11.0 };
                set.push(Self::draw(
                    SlotId::ARTIFACT,
                    Shape::Fill(area, matrix::color(mark.level)),
                ));
                emit::label(&words, line, right - room + MARK_PAD, baseline, slot, &mut set);
            }
            if let Some(line) = breaks::lines(&label, FULL).first() {
                room += line.width + 4.0;
                let mut label_draws = Vec::new();
                emit::label(&label, line, right - room, baseline, slot, &mut label_draws);
                label_draws.append(&mut set);
                set = label_draws;
            }
            room += 9.0;
            set.append(draws);
            *draws = set;
        }
        room
    }

    /// The number of a row without a name, on the same line as the facts or the answer after it.
    fn number_beside(
        &mut self,
        card: &Card,
        ctx: BlockContext,
        slot: SlotId,
        answers: &mut [Piece],
    ) {
        let label = self.shape(&[Inline::plain(&card.number)], Type::CARD_TITLE);
        if let Some(line) = breaks::lines(&label, FULL).first()
            && let Some(Body::Whole(draws)) = answers.first_mut().map(|first| &mut first.body)
        {
            let mut set = Vec::new();
            let x = if ctx.body { 0.0 } else { ctx.x - line.width - 6.0 };
            emit::line(&label, line, x, Type::CELL.ascent(), slot, &mut set);
            set.append(draws);
            *draws = set;
        }
    }

    /// The head of a card that continues on the next page: the number, as much of the name as fits in one line, and
    /// that the card continues.
    fn card_again(&mut self, card: &Card, ctx: BlockContext) -> Vec<Rc<Piece>> {
        let ty = Type { color: Color::GREY, ..Type::LABEL };
        let words = Inline::plain(format!("({})", self.document.words.continued));
        let goes_on = self.shape(std::slice::from_ref(&words), ty);
        let room = ctx.width - breaks::widths(&goes_on).max - 4.0;
        let title = self.shape(&card.title, ty);
        let lines = breaks::lines(&title, room);
        let number = self.shape(&[Inline::plain(&card.number)], ty);
        let slot = SlotId::ARTIFACT;
        let mut draws = Vec::new();
        let mut x = ctx.x;
        if let Some(line) = breaks::lines(&number, FULL).first() {
            let at = if ctx.body { 0.0 } else { ctx.x };
            emit::line(&number, line, at, ty.ascent(), slot, &mut draws);
            x = x.max(at + line.width + 8.0);
        }
        if let Some(line) = lines.first() {
            emit::line(&title, line, x, ty.ascent(), slot, &mut draws);
            x += line.width + 4.0;
        }
        if let Some(line) = breaks::lines(&goes_on, FULL).first() {
            emit::line(&goes_on, line, x, ty.ascent(), slot, &mut draws);
        }
        let mut piece = Piece::whole(ty.leading, (ctx.x, ctx.width), draws);
        piece.after = 2.0;
        vec![Rc::new(piece)]
    }
}

/// Levels as words, if there is no space for marks.
fn levels_in_words(levels: &[Mark]) -> Vec<Inline> {
    let mut words = Vec::new();
    for level in levels {
        if !words.is_empty() {
            words.push(Inline::plain(BETWEEN_FACTS));
        }
        words.push(Inline::Label(level.label.clone()));
        words.push(Inline::plain(format!(" {}", level.words)));
    }
    words
}

/// Facts one after the other: label, value, wide space.
fn facts(facts: &[(String, Vec<Inline>)]) -> Vec<Inline> {
    let mut line = Vec::new();
    for (label, value) in facts {
        if !line.is_empty() {
            line.push(Inline::plain(BETWEEN_FACTS));
        }
        line.push(Inline::Label(label.clone()));
        line.push(Inline::plain("\u{a0}"));
        line.extend(value.iter().cloned());
    }
    line
}

//! The table of contents. Its page numbers are set after all pages are made. Its height does not depend on them, so one
//! pass is enough.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::geometry::FULL;
use super::pages::Pages;
use super::piece::{Body, PendingPageNumber, Piece};
use super::set::{BlockContext, Setter};
use super::{AnchorArea, Entry};
use crate::document::{Block, BlockKind, Inline, plain_words};
use crate::draw::{Color, Draw, Rect, Role, Shape, Target};
use crate::text::style::Type;
use crate::text::{breaks, emit};

/// Space for the number at the end of a line.
const NUMBER: f32 = 26.0;
/// The deepest level in the contents.
const DEPTH: u8 = 2;

/// The anchor of the n-th heading that has no anchor of its own.
pub(crate) fn nameless(n: usize) -> String {
    format!("heading-{n}")
}

/// Collects the document's headings, in order.
pub(crate) fn list_headings(setter: &mut Setter<'_>) {
    let mut count = 0;
    let blocks: &[Block] = &setter.document.blocks;
    for block in blocks {
        let BlockKind::Heading { level, number, text, listed, .. } = &block.kind else { continue };
        let anchor = block.anchor.clone().unwrap_or_else(|| {
            count += 1;
            nameless(count)
        });
        if *listed {
            setter.outline.push(Entry {
                level: (*level).clamp(1, 4),
                number: number.clone(),
                text: plain_words(text),
                anchor,
            });
        }
    }
}

impl Setter<'_> {
    pub(crate) fn contents(&mut self, ctx: BlockContext) -> Vec<Piece> {
        let words = self.document.words.contents.clone();
        let role = self.heading_role(ctx);
        let slot = self.slot(role, ctx.slot);
        let heading = BlockContext { x: 0.0, width: FULL, ..ctx };
        let mut pieces = self.paragraph(&[Inline::plain(&words)], Type::heading(1), heading, slot);
        pieces.iter_mut().for_each(|piece| piece.keep = true);
        if let Some(last) = pieces.last_mut() {
            last.after = 12.0;
        }
        let list = self.slot(Role::Contents, ctx.slot);
        let entries: Vec<Entry> =
            self.outline.iter().filter(|entry| entry.level <= DEPTH).cloned().collect();
        let mut below = None;
        for entry in entries {
            let top = entry.level == 1;
            // The entries below a section are a list inside the list.
            let list = if top {
                below = None;
                list
            } else {
                *below.get_or_insert_with(|| self.slot(Role::Contents, list))
            };
            let target = Target::Anchor(Arc::from(entry.anchor.as_str()));
            let item = self.slot(Role::ContentsItem, list);
            let slot = self.link_slot(&target, item);
            let ty = if top { Type::CONTENTS_TOP } else { Type::CONTENTS };
            let text = self.shape(&[Inline::plain(&entry.text)], ty);
            let number = self.shape(&[Inline::plain(&entry.number)], ty);
            let x = if top { 26.0 } else { 62.0 };
            let number_x = if top { 0.0 } else { 26.0 };
            let x = if entry.number.is_empty() { number_x } else { x };
            let width = FULL - x - NUMBER - 10.0;
            let lines = breaks::lines(&text, width);
            let mut set = self.lines(&text, x, width, slot);
            let count = set.len();
            for (index, piece) in set.iter_mut().enumerate() {
                let Body::Whole(draws) = &mut piece.body else { continue };
                if index == 0
                    && let Some(line) = breaks::lines(&number, FULL).first()
                {
                    let mut label = Vec::new();
                    emit::label(&number, line, number_x, ty.ascent(), slot, &mut label);
                    label.append(draws);
                    *draws = label;
                }
                let area = Rect { x: number_x, y: 0.0, width: FULL - number_x, height: ty.leading };
                let target = target.clone();
                let words = format!("{} {}", entry.number, entry.text);
                draws.push(Draw { slot, shape: Shape::Link { area, target, words } });
                piece.keep = index + 1 < count || top;
                if index + 1 == count {
                    // A space separates the words and the page's number for a screen reader.
                    if let Some(line) = lines.last() {
                        let end = x + line.width;
                        emit::space(&text, line, end, ty.ascent(), slot, draws);
                    }
                    piece.late = Some(PendingPageNumber {
                        anchor: Arc::from(entry.anchor.as_str()),
                        from: x + lines.last().map_or(0.0, |line| line.width),
                        right: FULL,
                        baseline: ty.ascent(),
                        slot,
                        strong: top,
                    });
                }
            }
            if let Some(first) = set.first_mut() {
                first.before = if top { 6.0 } else { 0.0 };
            }
            pieces.append(&mut set);
        }
        if let Some(last) = pieces.last_mut() {
            last.keep = false;
            last.after = 12.0;
        }
        pieces
    }
}

/// Sets the page numbers of the contents, with dots before them.
pub(crate) fn set_numbers(setter: &mut Setter<'_>, pages: &mut Pages) {
    let known: BTreeSet<&str> = setter.outline.iter().map(|entry| entry.anchor.as_str()).collect();
    debug_assert!(pages.late.iter().all(|(_, _, late)| known.contains(&*late.anchor)));
    for (page, top, late) in std::mem::take(&mut pages.late) {
        let Some(AnchorArea { page: number, .. }) =
            pages.anchor_areas.get(&*late.anchor).and_then(|p| p.first())
        else {
            continue;
        };
        let ty = if late.strong { Type::CONTENTS_TOP } else { Type::CONTENTS };
        let shaped = setter.shaper.plain(&number.to_string(), ty, "");
        let Some(line) = breaks::lines(&shaped, f32::MAX).into_iter().next() else { continue };
        let x = late.right - line.width;
        let baseline = top + late.baseline;
        let Some(page) = pages.pages.get_mut(page) else { continue };
        leader(late.from + 7.0, x - 7.0, baseline, &mut page.draws);
        emit::line(&shaped, &line, x, baseline, late.slot, &mut page.draws);
    }
}

/// Dots on a fixed grid, so that the dots of neighbouring lines stand one below the other.
fn leader(from: f32, to: f32, baseline: f32, draws: &mut Vec<Draw>) {
    const STEP: f32 = 5.0;
    let mut x = (from / STEP).ceil() * STEP;
    let size = 0.8;
    while x < to {
        let dot = Rect { x, y: baseline - size, width: size, height: size };
        draws.push(Draw {
            slot: crate::draw::SlotId::ARTIFACT,
            shape: Shape::Fill(dot, Color::GREY),
        });
        x += STEP;
    }
}

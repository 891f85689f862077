//! Sets the sources: the cited statements in their pinned words.

use super::cards::AFTER_LABEL;
use super::geometry::FULL;
use super::piece::{Body, Piece};
use super::set::{BlockContext, Setter};
use crate::document::{Inline, Source};
use crate::draw::{Color, Role};
use crate::text::style::Type;
use crate::text::{breaks, emit};

impl Setter<'_> {
    pub(crate) fn sources(&mut self, sources: &[Source], ctx: BlockContext) -> Vec<Piece> {
        let list = self.slot(Role::List { ordered: true }, ctx.slot);
        let mut pieces = Vec::new();
        for source in sources {
            let mut set = self.anchored(Some(&source.anchor), |setter| {
                setter.source(source, BlockContext { slot: list, ..ctx })
            });
            self.stamp(&mut set, Some(&source.anchor));
            pieces.append(&mut set);
        }
        pieces
    }

    fn source(&mut self, source: &Source, ctx: BlockContext) -> Vec<Piece> {
        let item = self.slot(Role::ListItem, ctx.slot);
        let label_slot = self.slot(Role::ListLabel, item);
        let body_slot = self.slot(Role::ListBody, item);
        let note_slot = self.slot(Role::Note, body_slot);
        let ty = Type::SOURCE;
        let mut inlines = vec![Inline::plain(&source.words), Inline::plain(AFTER_LABEL)];
        inlines.append(&mut where_from(source));
        inlines.extend((!source.answer.is_empty()).then(|| Inline::Remark(source.answer.clone())));
        if !source.drift.is_empty() {
            inlines.push(Inline::plain(AFTER_LABEL));
            inlines.push(Inline::italic(&source.drift));
        }
        let shaped = self.shape(&inlines, ty);
        let mut pieces = self.lines(&shaped, ctx.x, ctx.width, note_slot);
        let number = Type { color: Color::ACCENT, ..Type::CELL };
        let label = self.shape(&[Inline::plain(format!("[{}]", source.number))], number);
        if let Some(line) = breaks::lines(&label, FULL).first()
            && let Some(Body::Whole(draws)) = pieces.first_mut().map(|first| &mut first.body)
        {
            let mut marker = Vec::new();
            let x = if ctx.body { 0.0 } else { ctx.x };
            emit::line(&label, line, x, ty.ascent(), label_slot, &mut marker);
            marker.append(draws);
            *draws = marker;
        }
        if let Some(first) = pieces.first_mut() {
            first.before = 3.0;
        }
        if let Some(last) = pieces.last_mut() {
            last.after = 3.0;
        }
        pieces
    }
}

/// "A Audits": the page, whose provider is in the list of pages, and the heading with a link to the address.
fn where_from(source: &Source) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for (index, place) in source.places.iter().enumerate() {
        if index > 0 {
            inlines.push(Inline::plain("; "));
        }
        inlines.push(Inline::RowRef { label: place.page.clone(), anchor: place.anchor.clone() });
        if place.heading.is_empty() {
            continue;
        }
        inlines.push(Inline::plain("\u{a0}"));
        let content = vec![Inline::plain(&place.heading)];
        inlines.push(if place.address.is_empty() {
            Inline::plain(&place.heading)
        } else {
            Inline::Link { href: place.address.clone(), content }
        });
    }
    inlines
}

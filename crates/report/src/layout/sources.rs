//! The sources: what was cited, in the words it had.

use super::geometry::FULL;
use super::piece::{Body, Piece};
use super::set::{Ctx, Setter};
use crate::document::{Inline, Source};
use crate::draw::{Color, Role};
use crate::text::style::Type;
use crate::text::{breaks, emit};

impl Setter<'_> {
    pub(crate) fn sources(&mut self, sources: &[Source], ctx: Ctx) -> Vec<Piece> {
        let list = self.slot(Role::List { ordered: true }, ctx.slot);
        let mut pieces = Vec::new();
        for source in sources {
            let mut set = self.anchored(Some(&source.anchor), |setter| {
                setter.source(source, Ctx { slot: list, ..ctx })
            });
            self.stamp(&mut set, Some(&source.anchor));
            pieces.append(&mut set);
        }
        pieces
    }

    fn source(&mut self, source: &Source, ctx: Ctx) -> Vec<Piece> {
        let item = self.slot(Role::ListItem, ctx.slot);
        let label_slot = self.slot(Role::ListLabel, item);
        let body_slot = self.slot(Role::ListBody, item);
        let words = Type { size: 9.6, leading: 12.8, ..Type::BODY };
        let shaped = self.shape(&[Inline::plain(&source.words)], words);
        let mut pieces = self.lines(&shaped, ctx.x, ctx.width, body_slot);
        let number = Type { color: Color::ACCENT, ..Type::CELL };
        let label = self.shape(&[Inline::plain(format!("[{}]", source.number))], number);
        if let Some(line) = breaks::lines(&label, FULL).first()
            && let Some(Body::Whole(draws)) = pieces.first_mut().map(|first| &mut first.body)
        {
            let mut marker = Vec::new();
            let x = if ctx.body { 0.0 } else { ctx.x };
            emit::line(&label, line, x, words.ascent(), label_slot, &mut marker);
            marker.append(draws);
            *draws = marker;
        }
        let where_from = self.where_from(source);
        let shaped = self.shape(&where_from, Type::NOTE);
        let mut place = self.lines(&shaped, ctx.x, ctx.width, body_slot);
        // The words and where they come from stay together at the seam.
        if let Some(last) = pieces.last_mut() {
            last.keep = true;
        }
        pieces.append(&mut place);
        if let Some(first) = pieces.first_mut() {
            first.before = 7.0;
        }
        if let Some(last) = pieces.last_mut() {
            last.after = 7.0;
        }
        pieces
    }

    fn where_from(&self, source: &Source) -> Vec<Inline> {
        let words = &self.document.words;
        let mut inlines = vec![Inline::bold(&source.provider)];
        for (index, place) in source.places.iter().enumerate() {
            if index > 0 {
                inlines.push(Inline::Break);
            }
            let mut parts = vec![place.page.clone(), place.heading.clone()];
            if !place.revision.is_empty() {
                parts.push(revision(&words.revision, &place.revision));
            }
            parts.push(format!("{} {}", words.captured, place.captured));
            parts.retain(|part| !part.is_empty());
            let lead = if index == 0 { ", " } else { "" };
            inlines.push(Inline::plain(format!("{lead}{}", parts.join(", "))));
            if !place.address.is_empty() {
                inlines.push(Inline::plain(". "));
                inlines.push(Inline::Link {
                    href: place.address.clone(),
                    content: vec![Inline::plain(&place.address)],
                });
            }
        }
        inlines
    }
}

/// "revision 7", or what the page says instead: "the page states no revision".
pub(crate) fn revision(label: &str, revision: &str) -> String {
    if revision.split_whitespace().count() <= 2 {
        return format!("{label} {revision}");
    }
    let mut chars = revision.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

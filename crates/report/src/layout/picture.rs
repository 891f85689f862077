//! A picture with its caption below: as large as it is meant to be, never wider than the text nor higher than a page.

use super::geometry::{BOTTOM, TOP};
use super::piece::Piece;
use super::set::{Ctx, Setter};
use crate::document::{Figure, Inline};
use crate::draw::{Rect, Role, Shape};
use crate::text::style::Type;

/// Points that a pixel takes: as on a screen, 96 to the inch.
const PIXEL: f32 = 0.75;
/// What a page keeps free for the caption and for a heading above.
const FREE: f32 = 96.0;

impl Setter<'_> {
    /// The picture stands on one page with the first line of its caption.
    pub(crate) fn picture(&mut self, figure: &Figure, ctx: Ctx) -> Vec<Piece> {
        let slot = self.slot(Role::Figure, ctx.slot);
        if let Some(place) = self.slots.last_mut() {
            place.alternative = Some(figure.alternative.clone());
        }
        let (width, height) = (figure.picture.width as f32, figure.picture.height as f32);
        let highest = BOTTOM - TOP - FREE;
        let scale = PIXEL.min(ctx.width / width).min(highest / height);
        let area = Rect { x: ctx.x, y: 0.0, width: width * scale, height: height * scale };
        let shape = Shape::Picture(area, self.picture_number(&figure.picture));
        let draws = vec![Self::draw(slot, shape)];
        let mut drawn = Piece::whole(area.height, (ctx.x, ctx.width), draws);
        drawn.before = 8.0;
        drawn.after = 4.0;
        drawn.keep = true;
        let mut pieces = vec![drawn];
        let slot = self.slot(Role::Caption, slot);
        let caption = [Inline::plain(&figure.caption)];
        pieces.append(&mut self.paragraph(&caption, Type::CAPTION, ctx, slot));
        if let Some(last) = pieces.last_mut() {
            last.after = 12.0;
        }
        pieces
    }
}

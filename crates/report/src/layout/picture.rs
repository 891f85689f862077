//! A picture with its caption below. It has its intended size, but is not wider than the text, and not so high that the
//! headings above it and the caption below it do not fit on its page.

use super::geometry::{BOTTOM, TOP};
use super::piece::{Piece, group};
use super::set::{BlockContext, Setter};
use crate::document::{Figure, Inline};
use crate::draw::{Rect, Role, Shape};
use crate::text::style::Type;

/// The size of a pixel in points: 96 pixels to the inch, as on a screen.
const PIXEL: f32 = 0.75;
/// The height of a page that is kept free for a caption and a heading, so that all pictures of a report have the same
/// greatest height.
const FREE: f32 = 96.0;
/// The height of half a page. A picture may have it however much stands above and below it.
const LEAST: f32 = (BOTTOM - TOP) * 0.5;
/// Space above a picture, and the least space between it and its caption.
const SPACE: (f32, f32) = (8.0, 4.0);

impl Setter<'_> {
    /// The picture stands on one page with the first lines of its caption and with what must stay above it. `above` is
    /// the height of that in points.
    pub(crate) fn picture(&mut self, figure: &Figure, above: f32, ctx: BlockContext) -> Vec<Piece> {
        let slot = self.slot(Role::Figure, ctx.slot);
        if let Some(place) = self.slots.last_mut() {
            place.alternative = Some(figure.alternative.clone());
        }
        let caption_slot = self.slot(Role::Caption, slot);
        let caption = [Inline::plain(&figure.caption)];
        let mut caption = self.paragraph(&caption, Type::CAPTION, ctx, caption_slot);
        if let Some(last) = caption.last_mut() {
            last.after = 12.0;
        }
        let between = caption.first().map_or(0.0, |first| first.before.max(SPACE.1));
        let below = between + group(&caption, None).1;

        let (width, height) = (figure.picture.width as f32, figure.picture.height as f32);
        let free = FREE.max(above + SPACE.0 + below);
        let highest = (BOTTOM - TOP - free).max(LEAST);
        let scale = PIXEL.min(ctx.width / width).min(highest / height);
        let area = Rect { x: ctx.x, y: 0.0, width: width * scale, height: height * scale };
        let shape = Shape::Picture(area, self.picture_number(&figure.picture));
        let draws = vec![Self::draw(slot, shape)];
        let mut drawn = Piece::whole(area.height, (ctx.x, ctx.width), draws);
        (drawn.before, drawn.after) = SPACE;
        drawn.keep = true;
        let mut pieces = vec![drawn];
        pieces.append(&mut caption);
        pieces
    }
}

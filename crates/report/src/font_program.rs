//! A font program: the letters of a font, and the outlines of its glyphs.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::outline::Step;

/// The bytes of one font file with one face.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Program<'a>(pub(crate) &'a [u8]);

impl Program<'_> {
    /// The outline of a glyph for a type size, in points, with y down and its origin at (`x`, `y`).
    pub(crate) fn outline(self, glyph: u16, size: f32, x: f32, y: f32) -> Vec<Step> {
        let mut pen = Pen { steps: Vec::new(), x, y, at: (0.0, 0.0) };
        if let Ok(font) = FontRef::new(self.0)
            && let Some(outline) = font.outline_glyphs().get(GlyphId::from(glyph))
        {
            let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
            // A glyph that cannot be drawn is left out of a picture. The text itself is not affected.
            let _ = outline.draw(settings, &mut pen);
        }
        pen.steps
    }

    /// Whether a glyph has an outline.
    pub(crate) fn has_ink(self, glyph: u16) -> bool {
        !self.outline(glyph, 100.0, 0.0, 0.0).is_empty()
    }

    /// The glyph of a character, and its advance for a type size; `None` if the face does not have the character.
    pub(crate) fn glyph(self, character: char, size: f32) -> Option<(u16, f32)> {
        let font = FontRef::new(self.0).ok()?;
        let id = font.charmap().map(character)?;
        let advance =
            font.glyph_metrics(Size::new(size), LocationRef::default()).advance_width(id)?;
        Some((u16::try_from(id.to_u32()).ok()?, advance))
    }
}

struct Pen {
    steps: Vec<Step>,
    x: f32,
    y: f32,
    at: (f32, f32),
}

impl Pen {
    fn map(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x, self.y - y)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = (x, y);
        let (x, y) = self.map(x, y);
        self.steps.push(Step::Move(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = (x, y);
        let (x, y) = self.map(x, y);
        self.steps.push(Step::Line(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (ax, ay) = self.at;
        let third = 2.0 / 3.0;
        self.curve_to(
            ax + (cx - ax) * third,
            ay + (cy - ay) * third,
            x + (cx - x) * third,
            y + (cy - y) * third,
            x,
            y,
        );
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.at = (x, y);
        let (ax, ay) = self.map(ax, ay);
        let (bx, by) = self.map(bx, by);
        let (x, y) = self.map(x, y);
        self.steps.push(Step::Curve(ax, ay, bx, by, x, y));
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}

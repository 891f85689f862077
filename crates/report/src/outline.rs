//! Outlines: the lines and curves of a drawn shape or of a glyph.

/// One step of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs)]
pub enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Curve(f32, f32, f32, f32, f32, f32),
    Close,
}

impl Step {
    /// The end of the step; `None` for closing an outline.
    pub(crate) fn end(&self) -> Option<(f32, f32)> {
        match *self {
            Self::Move(x, y) | Self::Line(x, y) | Self::Curve(_, _, _, _, x, y) => Some((x, y)),
            Self::Close => None,
        }
    }

    /// Moves the step right and down.
    pub(crate) fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Self::Move(x, y) | Self::Line(x, y) => {
                *x += dx;
                *y += dy;
            }
            Self::Curve(a, b, c, d, e, f) => {
                for (x, y) in [(a, b), (c, d), (e, f)] {
                    *x += dx;
                    *y += dy;
                }
            }
            Self::Close => {}
        }
    }
}

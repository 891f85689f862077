//! The page: A4, a text column with numbers in the margin, tables over the full width.

/// Width of A4, in points.
pub(crate) const WIDTH: f32 = 595.28;
/// Height of A4, in points.
pub(crate) const HEIGHT: f32 = 841.89;
/// Left margin.
pub(crate) const LEFT: f32 = 57.0;
/// Width of tables and headers.
pub(crate) const FULL: f32 = WIDTH - 2.0 * LEFT;
/// The indent of running text. It leaves space for numbers.
pub(crate) const INDENT: f32 = 42.0;
/// Top of the text area.
pub(crate) const TOP: f32 = 66.0;
/// Bottom of the text area.
pub(crate) const BOTTOM: f32 = HEIGHT - 60.0;
/// Baseline of the header.
pub(crate) const HEADER: f32 = 42.0;
/// Baseline of the footer.
pub(crate) const FOOTER: f32 = HEIGHT - 36.0;

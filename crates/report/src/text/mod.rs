//! Text: shaping with the bundled fonts, hyphenation, and breaking into lines.

pub(crate) mod breaks;
pub(crate) mod direction;
pub(crate) mod emit;
pub(crate) mod hyphens;
mod paragraph_cache;
pub(crate) mod shape;
pub(crate) mod style;
pub(crate) mod styled_text;

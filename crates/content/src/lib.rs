//! Packs, templates and message files: read, check, embed.

pub mod problem;
pub mod templates;

pub use problem::Problem;

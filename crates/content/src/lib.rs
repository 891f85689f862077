//! Packs, templates and message files: read, check, embed.

pub mod problem;

pub use problem::Problem;

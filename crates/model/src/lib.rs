//! What an assessment is: types, templates, rich text, scales and rules. No I/O, no clock, no randomness.

pub mod answered;
pub mod bounds;
pub mod comparison;
pub mod drift;
pub mod field;
mod field_kind;
mod field_role;
mod filter;
pub mod frozen;
pub mod headed;
pub mod id;
pub mod method;
pub mod passage;
pub mod project;
pub mod provider;
pub mod richtext;
pub mod role;
pub mod template;
pub mod value;
pub mod view;

//! What an assessment is: types, templates, rich text, scales and rules. No I/O, no clock, no randomness.

pub mod answered;
pub mod bounds;
pub mod comparison;
pub mod drift;
pub mod duty;
pub mod field;
mod field_kind;
mod field_role;
pub mod filter;
pub mod headed;
pub mod id;
pub mod method;
pub mod next_step;
pub mod passage;
pub mod project;
pub mod project_like;
pub mod provider;
pub mod richtext;
pub mod role;
pub mod screening;
mod screening_outcome;
mod screening_rules;
pub mod template;
pub mod value;
pub mod view;

//! What an assessment is: types, templates, rich text, scales and rules. No I/O, no clock, no randomness.

pub mod answered;
pub mod bounds;
pub mod check;
pub mod comparison;
pub mod drift;
pub mod field;
mod field_kind;
mod field_role;
pub mod filter;
pub mod headed;
pub mod id;
pub mod method;
pub mod passage;
mod placeholder;
pub mod project;
pub mod provider;
pub mod richtext;
pub mod risk;
pub mod role;
pub mod scenario;
pub mod screening;
mod screening_outcome;
mod screening_rules;
pub mod template;
pub mod value;
pub mod view;

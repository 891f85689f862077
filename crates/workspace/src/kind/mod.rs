//! The kinds of records, each in a file of its own.
//!
//! To add a kind: its file here, its line in `change.rs` (or in `layout.rs` if undo does not reach the kind), and a
//! migration that makes its table.

pub(crate) mod attachment;
pub(crate) mod blob;
pub(crate) mod body;
pub(crate) mod citation;
pub(crate) mod number;
pub(crate) mod operation;
pub(crate) mod own_statement;
pub(crate) mod own_word;
pub(crate) mod page;
pub(crate) mod passage_word;
pub(crate) mod project;
pub(crate) mod revision;
pub(crate) mod row;
pub(crate) mod value;
pub(crate) mod version;

//! The sample's two reports, read back with the tools that other people read PDFs with.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod complete;
mod file;
mod golden;
mod made;
mod printed;

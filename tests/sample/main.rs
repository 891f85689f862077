//! The sample's reports, read with the PDF tools that other people use.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod complete;
mod file;
mod golden;
mod made;
mod printed;

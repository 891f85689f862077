//! The real window, driven by WebDriver. A test starts the program itself where it tests the start, the end, or a file
//! that does not open. All other tests share one program on each screen (`SharedWindow`), each with a fresh sample.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod coverage;
mod editing;
mod files;
mod findings;
mod form_moves;
mod importing;
mod journey;
mod language;
mod leaving;
mod letters;
mod library;
mod not_applicable;
mod opening;
mod outside;
mod own_words;
mod popups;
mod refusals;
mod remarks;
mod report_pages;
mod requests;
mod risks;
mod rows;
mod screening;
mod screens;
mod sheets;
mod starting;
mod typing_on;
mod undo;
mod versions;

//! The real window, driven by WebDriver. Each test starts the app anew.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod editing;
mod journey;
mod leaving;
mod library;
mod opening;
mod outside;
mod popups;
mod refusals;
mod screens;
mod sheets;
mod typing_on;
mod undo;

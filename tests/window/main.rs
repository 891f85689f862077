//! The real window, driven by WebDriver. Each test starts the app anew.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod journey;
mod opening;

//! Tests of whole flows: the command line, the exported files, and the real window driven by WebDriver.
//!
//! The tests of the window need the built app, a screen and a WebDriver. `cargo xtask test` provides all three, so each
//! such test is marked `#[ignore = "run by the window lane"]`.

pub mod accessibility;
pub mod app_window;
pub mod base64;
pub mod blanked_sample;
pub mod by_keyboard;
pub mod disk;
pub mod http;
pub mod keyboard;
pub mod large;
pub mod layout;
pub mod outside;
pub mod page_files;
pub mod pdf;
pub mod screen;
pub mod shared_window;
pub mod site;
pub mod site_edits;
pub mod test_language;
pub mod walk;
pub mod webdriver;

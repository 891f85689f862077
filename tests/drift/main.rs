//! What is told of two states of a provider's pages, from the files on: whether every change is told, and how much is
//! told that a reader would not call a change.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generated;
mod genomedk;
mod judged;

use vurder_import::{About, Files, read};
use vurder_model::provider::Pack;

/// The pack that the files of a site are read into.
fn imported(files: &Files) -> Pack {
    let about = About {
        provider: "p".into(),
        name: "A provider".into(),
        country: "Denmark".into(),
        website: "https://docs.example.org/".into(),
        address: "https://docs.example.org/".into(),
        revision: None,
        date: chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
    };
    read(files, None, &about).unwrap().pack
}

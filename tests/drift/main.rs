//! The drift between two states of a provider's pages, read from their files: every change is listed, and few changes
//! are listed that a reader would not call a change.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generated;
mod genomedk;
mod judged;

use vurder_import::{About, Files, read};
use vurder_model::provider::Pack;

/// The pack that the import reads from the files of a site.
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

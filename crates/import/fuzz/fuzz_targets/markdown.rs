//! Any bytes as a page, in the dialect that the first byte chooses.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vurder_import::{About, Dialect, Files, Format, read};

fuzz_target!(|bytes: &[u8]| {
    let Some((first, page)) = bytes.split_first() else { return };
    let dialect = Dialect::ALL[usize::from(*first) % Dialect::ALL.len()];
    let files: Files = [("page.md", page)].into_iter().collect();
    let about = About {
        provider: "p".into(),
        name: "P".into(),
        country: "Norway".into(),
        website: String::new(),
        address: "https://p.example/".into(),
        revision: None,
        date: chrono::NaiveDate::default(),
    };
    let _ = read(&files, Some(Format::Markdown(dialect)), &about);
});

//! The ink on the pages: within the margins, without overlaps, and nothing alone at a page's end.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]
#![allow(
    dead_code,
    unreachable_pub,
    reason = "shared modules, of which each test program uses a part"
)]

mod ink;
mod keeps;
mod odd_input;
mod raster;
#[path = "../sample/mod.rs"]
mod sample;
#[path = "../specimen/mod.rs"]
mod specimen;

use vurder_report::{Document, Empty};

/// Every report of the sample, and the specimen with everything that the layout can set.
fn reports() -> Vec<(String, Document)> {
    let content = sample::content();
    let project = sample::project(&content);
    let report = |form| sample::report(&content, &project, form, Empty::Say);
    let mut all = vec![
        ("DPIA".to_owned(), report("edpb-dpia")),
        ("RAR".to_owned(), report("rar")),
        ("screening".to_owned(), sample::screening(&content, &project)),
        ("consultation".to_owned(), sample::consultation(&content, &project)),
        ("specimen".to_owned(), specimen::everything()),
    ];
    for rule in &content.cuts.cuts {
        for form in &rule.of {
            let document = sample::cut(&content, &project, form, rule.cut);
            all.push((format!("{} of {form}", rule.cut.id()), document));
        }
    }
    all
}

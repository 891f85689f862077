//! Helpers for the tests of all readers: a provider, and a page as lines.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use vurder_model::passage::PassageShape;
use vurder_model::provider::{Page, PageBlock};
use vurder_model::richtext::{Inline, Mark};

use crate::about::About;

pub(crate) fn about(address: &str) -> About {
    About {
        provider: "lab".into(),
        name: "Lab".into(),
        country: "Norway".into(),
        website: "https://lab.example/".into(),
        address: address.into(),
        revision: None,
        date: chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap(),
    }
}

/// A page as lines: `#` headings, `-` items, `|` rows, and the boxes before the words.
pub(crate) fn shown(page: &Page) -> String {
    let mut lines = String::new();
    for block in &page.body {
        match block {
            PageBlock::Heading { level, text } => {
                let _ = writeln!(lines, "{} {text}", "#".repeat(usize::from(*level)));
            }
            PageBlock::Passage { passage } => {
                let mark = match &passage.shape {
                    PassageShape::Paragraph {} => String::new(),
                    PassageShape::Item { depth, ordinal, continues } => {
                        let mark = match (ordinal, continues) {
                            (Some(ordinal), _) => format!("{ordinal}. "),
                            (None, true) => "  ".to_owned(),
                            (None, false) => "- ".to_owned(),
                        };
                        "  ".repeat(usize::from(*depth) - 1) + &mark
                    }
                    PassageShape::Row { head: true } => "|| ".to_owned(),
                    PassageShape::Row { head: false } => "| ".to_owned(),
                    PassageShape::Quote {} => "> ".to_owned(),
                    PassageShape::Definition { term: true } => "term ".to_owned(),
                    PassageShape::Definition { term: false } => ": ".to_owned(),
                    PassageShape::Code {} => "code ".to_owned(),
                    PassageShape::Note { label } => format!("[{label}] "),
                };
                let boxes: String =
                    passage.boxes.iter().map(|title| format!("({title}) ")).collect();
                let _ = writeln!(lines, "{boxes}{mark}{}", passage.words());
            }
            PageBlock::Statement { id } => {
                let _ = writeln!(lines, "= {id}");
            }
            other => panic!("{other:?}"),
        }
    }
    lines
}

pub(crate) fn links(page: &Page) -> Vec<(String, String)> {
    let mut links = Vec::new();
    for block in &page.body {
        let PageBlock::Passage { passage } = block else { continue };
        for inline in passage.cells.iter().flatten() {
            let Inline::Text { text, marks } = inline else { continue };
            for mark in marks {
                if let Mark::Link { attrs } = mark {
                    links.push((text.clone(), attrs.href.clone()));
                }
            }
        }
    }
    links
}

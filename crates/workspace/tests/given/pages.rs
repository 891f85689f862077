//! Imported pages for the tests.
#![allow(dead_code, unreachable_pub, missing_docs)]

use chrono::NaiveDate;
use vurder_model::passage::{Passage, PassageShape};
use vurder_model::provider::{Pack, PackOrigin, Page, PageBlock, Side, StatementKind, Theme};
use vurder_model::richtext::Inline;
use vurder_workspace::{NewRevision, OwnStatement, PinnedPassage};

use super::start;

fn day(day: &str) -> Option<NaiveDate> {
    Some(day.parse().unwrap())
}

pub fn heading(level: u8, text: &str) -> PageBlock {
    PageBlock::Heading { level, text: text.to_owned() }
}

pub fn passage(number: u32, words: &str) -> PageBlock {
    PageBlock::Passage {
        passage: Passage {
            number,
            shape: PassageShape::Paragraph {},
            cells: vec![vec![Inline::text(words)]],
            boxes: Vec::new(),
            line: number,
        },
    }
}

pub fn page(slug: &str, order: u32, body: Vec<PageBlock>) -> Page {
    Page {
        id: format!("cloud/{slug}"),
        title: format!("About {slug}"),
        address: format!("https://cloud.example/{slug}"),
        revision: "4f2a".to_owned(),
        captured: day("2026-05-01"),
        since_then: None,
        order,
        body,
    }
}

pub fn pack(revision: &str, pages: Vec<Page>) -> Pack {
    Pack {
        provider: "cloud".to_owned(),
        name: "Cloud".to_owned(),
        other_names: Vec::new(),
        country: "Norway".to_owned(),
        website: "https://cloud.example".to_owned(),
        revision: revision.to_owned(),
        origin: PackOrigin::Imported,
        follows: None,
        captured: day("2026-05-01"),
        licence: "In the words of Cloud, CC BY 4.0".to_owned(),
        about: "A cloud for research data.".to_owned(),
        pages,
        statements: Vec::new(),
        actions: Vec::new(),
        documents: Vec::new(),
        became: Vec::new(),
        not_stated: Vec::new(),
    }
}

/// The first state: two pages.
pub fn first() -> Pack {
    let backup = vec![
        heading(1, "Backup"),
        passage(1, "Home folders are copied each night."),
        heading(2, "Retention"),
        passage(2, "Copies are kept for thirty days, ærlig talt."),
    ];
    let access = vec![passage(1, "Access needs two factors."), passage(2, "Guests are logged.")];
    pack("2026-05-01", vec![page("backup", 1, backup), page("access", 2, access)])
}

/// The second state: one page has other words, the other is unchanged.
pub fn second() -> Pack {
    let mut next = first();
    next.revision = "2026-06-01".to_owned();
    next.captured = day("2026-06-01");
    next.follows = Some("2026-05-01".to_owned());
    for page in &mut next.pages {
        page.captured = next.captured;
    }
    next.pages[0].body[3] = passage(2, "Copies are kept for ten days.");
    next
}

pub fn new_revision(pack: &Pack) -> NewRevision<'_> {
    NewRevision { pack, format: "markdown" }
}

pub fn own_statement(slug: &str) -> OwnStatement {
    OwnStatement {
        id: format!("cloud/{slug}"),
        provider: "cloud".to_owned(),
        words: "Backups are kept for thirty days.".to_owned(),
        kind: StatementKind::Measure,
        side: Side::Provided,
        theme: Theme::Technological,
        topics: vec!["backup".to_owned()],
        iso: vec!["A.8.13".to_owned()],
        passage: PinnedPassage {
            name: "cloud/backup#2".to_owned(),
            pack: "2026-05-01".to_owned(),
            words: "Copies are kept for thirty days, ærlig talt.".to_owned(),
            page: "About backup".to_owned(),
            heading: "Backup / Retention".to_owned(),
            address: "https://cloud.example/backup".to_owned(),
            revision: "4f2a".to_owned(),
            captured: day("2026-05-01"),
        },
        made: start(),
    }
}

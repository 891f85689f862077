//! The report of a comparison: the statements of both sides by topic, with page and day, and what they do not state.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

#[path = "accessible/check/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "a checker, of which each test program uses a part"
)]
mod check;
mod sample;

use std::collections::HashMap;
use std::process::Command;

use chrono::NaiveDate;
use vurder_content::Messages;
use vurder_model::comparison::{
    ComparedChange, ComparedCoverage, ComparedState, ComparedStatement, ComparedTopic, Comparison,
    ComparisonSide, CoverageSums,
};
use vurder_model::drift::StatementChange;
use vurder_model::provider::{CoverageStatus, PackOrigin, Side, Source, StatementKind, Topic};
use vurder_report::document::{BlockKind, Document, Inline, TableRow};
use vurder_report::{ComparisonReport, Rendered, compose_comparison, render};

const LONG: &str = "Databehandleraftalens sikkerhedsforanstaltningsdokumentation og \
    underdatabehandlergodkendelsesproceduren beskrives i informationssikkerhedsledelsessystemet.";

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

fn source(page: &str, captured: Option<NaiveDate>) -> Source {
    Source {
        page: format!("north/{page}"),
        page_title: page.to_owned(),
        heading: "In short".into(),
        address: format!("https://example.org/{page}"),
        revision: "r".into(),
        captured,
    }
}

fn statement(id: &str, side: Side, words: &str) -> ComparedStatement {
    ComparedStatement {
        statement: id.to_owned(),
        words: words.to_owned(),
        side,
        kind: StatementKind::Measure,
        uncertain: None,
        sources: vec![source("Backup", day("2026-05-04"))],
        judgement: None,
        became: None,
    }
}

fn covered(status: CoverageStatus, statements: Vec<ComparedStatement>) -> ComparedCoverage {
    ComparedCoverage { status, statements, missing: Vec::new(), open: false }
}

fn topic(id: &str, group: &str, left: ComparedCoverage, right: ComparedCoverage) -> ComparedTopic {
    let differs = left.differs(&right);
    let topic = Topic {
        id: id.to_owned(),
        title: format!("Topic {id}"),
        question: String::new(),
        group: group.to_owned(),
        iso: Vec::new(),
        gdpr: Vec::new(),
    };
    ComparedTopic { topic, left, right, differs }
}

fn state(provider: &str, day: Option<NaiveDate>, origin: PackOrigin) -> ComparedState {
    ComparedState {
        provider: provider.to_lowercase(),
        provider_name: provider.to_owned(),
        revision: "7".into(),
        day,
        origin,
        pages: 12,
        statements: 34,
        sums: CoverageSums::default(),
    }
}

/// Two providers: the left one is of the program, the right one was imported.
fn two_providers() -> Comparison {
    let both = ComparedStatement {
        uncertain: Some("Another page says else.".into()),
        sources: vec![source("Backup", day("2026-05-04")), source("Terms", None)],
        judgement: Some("partly".into()),
        ..statement("north/nightly", Side::Provided, "Folders are copied every night.")
    };
    let topics = vec![
        topic(
            "backup",
            "Operation",
            ComparedCoverage {
                missing: vec!["How long copies are kept.".into()],
                ..covered(
                    CoverageStatus::Stated,
                    vec![
                        both,
                        statement("north/scratch", Side::Limitation, "Scratch has no copy."),
                        statement("north/users", Side::ControllersDuty, "Users test a restore."),
                    ],
                )
            },
            covered(CoverageStatus::Stated, vec![statement("s/a", Side::Provided, LONG)]),
        ),
        topic(
            "deletion",
            "Operation",
            covered(CoverageStatus::NotStated, Vec::new()),
            covered(CoverageStatus::NotLookedAt, Vec::new()),
        ),
        topic(
            "staff",
            "People",
            covered(CoverageStatus::ControllersDuty, Vec::new()),
            covered(CoverageStatus::Limitation, Vec::new()),
        ),
    ];
    let mut left = state("North Compute", day("2026-05-04"), PackOrigin::Bundled);
    let mut right = state("Sør", None, PackOrigin::Imported);
    left.sums = CoverageSums::of(topics.iter().map(|topic| &topic.left));
    right.sums = CoverageSums::of(topics.iter().map(|topic| &topic.right));
    Comparison { left, right, earlier: None, topics }
}

/// Two states of one provider. The left one is the earlier.
fn two_states() -> Comparison {
    let change = |change, note: &str, since| ComparedChange {
        change,
        others: Vec::new(),
        words: Vec::new(),
        note: note.to_owned(),
        since,
    };
    let told = |id: &str, words: &str, became| ComparedStatement {
        became: Some(became),
        ..statement(id, Side::Provided, words)
    };
    let before = vec![
        told(
            "north/nightly",
            "Copied every night.",
            change(StatementChange::Narrowed, "Less often now.", day("2026-02-01")),
        ),
        told("north/gone", "Kept for ever.", change(StatementChange::Removed, "", None)),
        told(
            "north/same",
            "Copies lie apart.",
            change(StatementChange::Unchanged, "See also terms.", None),
        ),
    ];
    let now = vec![told("north/new", "Copied abroad.", change(StatementChange::New, "", None))];
    Comparison {
        left: state("North Compute", day("2025-05-01"), PackOrigin::Bundled),
        right: state("North Compute", day("2026-05-04"), PackOrigin::Bundled),
        earlier: Some(ComparisonSide::Left),
        topics: vec![topic(
            "backup",
            "Operation",
            covered(CoverageStatus::Stated, before),
            covered(CoverageStatus::Stated, now),
        )],
    }
}

fn composed(comparison: &Comparison) -> Document {
    compose_comparison(&ComparisonReport {
        comparison,
        project: Some("Kidneys"),
        judgements: HashMap::from([("partly", "Partly sufficient")]),
        date: day("2026-11-20").unwrap(),
        language: "en",
        messages: &sample::InLanguage(Messages::for_language("en")),
    })
}

/// The words of a report in reading order, without line ends.
fn words(made: &Rendered) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &made.pdf).unwrap();
    let output =
        Command::new("pdftotext").arg("-raw").arg(file.path()).arg("-").output().expect("poppler");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn printed(comparison: &Comparison) -> String {
    let made = render(&composed(comparison)).unwrap();
    assert!(made.missing_glyphs.is_empty(), "{:?}", made.missing_glyphs);
    words(&made)
}

/// The cells of the last tables, each as a list of pieces of text. Stars mark bold pieces.
fn cells(document: &Document, anchor: &str) -> Vec<Vec<String>> {
    let rows = document.blocks.iter().flat_map(|block| match &block.kind {
        BlockKind::Table(table) => table.rows.as_slice(),
        _ => &[],
    });
    let row = rows.into_iter().find_map(|row| match row {
        TableRow::Cells { anchor: Some(found), cells } if found == anchor => Some(cells),
        _ => None,
    });
    let paragraph = |inlines: &[Inline]| {
        let piece = |inline: &Inline| match inline {
            Inline::Text { text, emphasis } if emphasis.bold => format!("*{text}*"),
            Inline::Text { text, emphasis } if emphasis.italic => format!("_{text}_"),
            Inline::Text { text, .. } => text.clone(),
            Inline::Remark(text) => format!("({text})"),
            Inline::Break => "|".to_owned(),
            other => panic!("{other:?}"),
        };
        inlines.iter().map(piece).collect::<String>()
    };
    let blocks = row.unwrap().iter().map(|cell| {
        let paragraphs = cell.blocks.iter().map(|block| match &block.kind {
            BlockKind::Paragraph(inlines) => paragraph(inlines),
            other => panic!("{other:?}"),
        });
        paragraphs.collect()
    });
    blocks.collect()
}

#[test]
fn each_statement_stands_with_its_page_its_day_and_what_is_to_be_said_of_it() {
    let document = composed(&two_providers());
    let cells = cells(&document, "topic/backup");
    assert_eq!(
        cells[0],
        [
            "*Provided*|Folders are copied every night.|_Uncertain: Another page says else._|\
             (Backup / In short, 4\u{a0}May 2026 · also on Terms, undated · Judged: Partly sufficient)",
            "*Limits*|Scratch has no copy.|(Backup / In short, 4\u{a0}May 2026)",
            "*Left to the controller*|Users test a restore.|(Backup / In short, 4\u{a0}May 2026)",
            "*Left open: *How long copies are kept.",
        ]
    );
    assert_eq!(cells[1].len(), 1);
}

#[test]
fn that_nothing_is_stated_stands_out() {
    let document = composed(&two_providers());
    let cells = cells(&document, "topic/deletion");
    assert_eq!(cells[0], ["*Not on the pages read*"]);
    assert_eq!(cells[1], ["_No statement was made from the imported pages yet_"]);
}

#[test]
fn what_became_of_a_statement_stands_before_its_words() {
    let document = composed(&two_states());
    let cells = cells(&document, "topic/backup");
    assert_eq!(
        cells[0],
        [
            "*Provided*|_Promises less since 1\u{a0}February 2026: _Copied every night.|_Less often now._|\
             (Backup / In short, 4\u{a0}May 2026)",
            "_No longer published: _Kept for ever.|(Backup / In short, 4\u{a0}May 2026)",
            "Copies lie apart.|_See also terms._|(Backup / In short, 4\u{a0}May 2026)",
        ]
    );
    assert_eq!(cells[1], ["*Provided*|_New: _Copied abroad.|(Backup / In short, 4\u{a0}May 2026)"]);
}

#[test]
fn the_first_page_says_what_is_compared_of_which_day_and_in_whose_words() {
    let text = printed(&two_providers());
    for wanted in [
        "North Compute and Sør: what they publish, by topic",
        "State of 4 May 2026, revision 7: 12 pages, 34 statements",
        "Undated, revision 7: 12 pages, 34 statements",
        "Judgements of Kidneys",
        "Date 20 November 2026",
        "The statements on North Compute are Vurder’s own words",
        "The statements on Sør were made by users of Vurder from its imported pages",
        "Topics stated 1 1",
        "Topics not on the pages read 1 0",
        "Topics without a statement yet 0 1",
        "Topics with something left open 1 0",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let text = printed(&two_states());
    assert!(text.contains("North Compute: what it publishes in two states of its pages"), "{text}");
    assert!(text.contains("The statements on North Compute are Vurder’s own words"), "{text}");
    assert!(!text.contains("were made by users"), "{text}");
    assert!(
        !text.contains("Topics without a statement yet"),
        "a sum of nothing is left out: {text}"
    );
}

#[test]
fn the_overview_leads_to_each_topic_and_all_groups_are_listed() {
    let comparison = two_providers();
    let made = render(&composed(&comparison)).unwrap();
    for topic in &comparison.topics {
        let anchor = format!("topic/{}", topic.topic.id);
        assert!(made.anchor_areas.contains_key(&anchor), "{anchor}");
    }
    let text = words(&made);
    assert!(text.contains("Topic backup Stated (3) · something left open Stated (1)"), "{text}");
    assert!(text.contains("Topic deletion Not on the pages read No statement was made"), "{text}");
    for heading in ["Overview", "1 Operation", "2 People"] {
        assert!(
            text.matches(heading).count() >= 2,
            "in the contents and above its table: {heading}"
        );
    }
}

#[test]
fn long_words_are_all_there() {
    let text = printed(&two_providers()).replace("- ", "").replace(' ', "");
    for word in LONG.split(' ') {
        let word = word.trim_end_matches('.');
        assert!(text.contains(word), "{word}: {text}");
    }
}

#[test]
fn it_is_no_draft_and_the_same_comparison_gives_the_same_bytes() {
    let document = composed(&two_providers());
    assert!(!document.meta.draft);
    let (one, other) = (render(&document).unwrap(), render(&composed(&two_providers())).unwrap());
    assert_eq!(one.pdf, other.pdf);
}

#[test]
fn a_comparison_is_an_accessible_file() {
    for comparison in [two_providers(), two_states()] {
        check::assert_accessible("comparison", &render(&composed(&comparison)).unwrap().pdf);
    }
}

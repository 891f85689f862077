//! What keeps a report short must not disadvantage the reader: laws of cards, matrices, tables and sections.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

mod specimen;

use std::process::Command;

use vurder_report::document::*;
use vurder_report::{Rendered, render};

fn made(blocks: Vec<Block>) -> Rendered {
    render(&specimen::document(blocks)).unwrap()
}

fn lines(made: &Rendered) -> Vec<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &made.pdf).unwrap();
    let output =
        Command::new("pdftotext").arg("-raw").arg(file.path()).arg("-").output().expect("poppler");
    String::from_utf8(output.stdout).unwrap().lines().map(|line| line.trim().to_owned()).collect()
}

fn flat(made: &Rendered) -> String {
    lines(made).join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn matrices_side_by_side_keep_captions_labels_entries_and_legends() {
    let BlockKind::RiskMatrix(one) = specimen::matrix().kind else { unreachable!() };
    let mut other = one.clone();
    other.caption = "Figure 2. Residual risks".into();
    other.entries.retain(|entry| entry.label != "R4");
    let made = made(vec![Block::new(BlockKind::RiskMatrices(vec![one.clone(), other])).at("both")]);
    let text = flat(&made);
    assert!(text.contains(&one.caption) && text.contains("Figure 2. Residual risks"), "{text}");
    for (_, words) in &one.legend {
        let count = text.split(' ').collect::<Vec<_>>();
        let wanted: Vec<&str> = words.split(' ').collect();
        let found = count.windows(wanted.len()).filter(|window| *window == wanted).count();
        assert!(found >= 2, "the legend \"{words}\" stands under both: {text}");
    }
    for label in one.rows.iter().chain(&one.columns) {
        assert_eq!(text.matches(label.as_str()).count(), 2, "{label}: {text}");
    }
    assert_eq!(text.matches("R1").count(), 2);
    assert_eq!(text.matches("R4").count(), 1, "only where it is");
    assert_eq!(made.anchor_areas["both"].len(), 1, "they stand on one page");
}

#[test]
fn an_answer_follows_its_label_in_the_line_and_levels_follow_the_name() {
    let text = flat(&made(vec![specimen::card(1)]));
    assert!(text.contains("Scenario The controllers collect"), "{text}");
    assert!(text.contains("R1 Re-identification of participants"), "{text}");
    assert!(text.contains("public genealogies Level high"), "after the name's last word: {text}");
}

#[test]
fn an_answer_that_is_a_list_stands_below_its_label() {
    let list = List { start: None, items: vec![vec![Block::text("first")]] };
    let pair = |value| Pair { anchor: None, label: "Recipients".into(), value };
    let card = Card {
        number: "D1".into(),
        title: vec![Inline::plain("Genotypes")],
        pairs: vec![
            pair(vec![Block::new(BlockKind::List(list))]),
            pair(vec![Block::new(BlockKind::Prompt("Not filled in.".into()))]),
        ],
        ..Card::default()
    };
    let text = flat(&made(vec![Block::new(BlockKind::Card(card))]));
    assert!(text.contains("Recipients • first"), "{text}");
    assert!(text.contains("Recipients Not filled in."), "{text}");
}

#[test]
fn a_card_that_goes_on_says_so_however_long_its_name() {
    let card = Card {
        number: "R7".into(),
        title: vec![Inline::plain("A name that is much longer than one line. ".repeat(6))],
        pairs: vec![Pair {
            anchor: None,
            label: "Scenario".into(),
            value: (0..30).map(|_| Block::text(specimen::LOREM)).collect(),
        }],
        ..Card::default()
    };
    let made = made(vec![Block::new(BlockKind::Card(card)).at("card")]);
    let pages = made.anchor_areas["card"].len();
    assert!(pages >= 2);
    assert_eq!(flat(&made).matches("(continued)").count(), pages - 1);
}

#[test]
fn a_heading_and_the_articles_it_answers_are_both_there_however_long() {
    let law = |count: usize| vec!["GDPR 35(7)(a)".to_owned(); count];
    for (words, count) in [("Purposes", 1), ("Purposes", 30), (specimen::LOREM, 2)] {
        let heading = Block::heading(2, "1.1.b", words).answering(&law(count)).at("here");
        let text = flat(&made(vec![heading, Block::text("Then.")]));
        assert!(text.contains(words), "{text}");
        assert_eq!(text.matches("GDPR 35(7)(a)").count(), count, "{text}");
    }
}

#[test]
fn references_to_law_are_not_broken_between_brackets() {
    let words = "Article 9(2)(j) and Article 28(3)(h); ".repeat(10);
    let blocks = (0..50).map(|n| Block::text(format!("{} {words}", "x".repeat(n + 1)))).collect();
    let made = made(blocks);
    for line in lines(&made) {
        assert!(!line.starts_with('('), "{line}");
    }
}

fn sections(paragraphs: usize) -> Rendered {
    let mut blocks = Vec::new();
    for n in 0..4 {
        blocks.push(Block::heading(1, n.to_string(), "Section").at(format!("section-{n}")));
        blocks.extend((1..paragraphs).map(|_| Block::text(specimen::LOREM)));
        blocks.push(Block::text(specimen::LOREM).at(format!("end-{n}")));
    }
    made(blocks)
}

/// The top and bottom of a page's text area.
const AREA: (f32, f32) = (66.0, 841.89 - 60.0);

/// A page that ends half empty looks like the end of the report. A heading with only a line or two at the foot of a
/// page is read without its text. So a section begins on the same page as long as some of its lines fit.
#[test]
fn a_section_follows_on_the_page_unless_its_first_lines_do_not_fit() {
    let short = sections(1);
    assert!((0..4).all(|n| short.anchor_areas[&format!("section-{n}")][0].page == 1));
    let mut at_foot = 0.0_f32;
    let mut new_pages = 0;
    for paragraphs in (20..44).step_by(2) {
        let made = sections(paragraphs);
        for n in 1..4 {
            let place = made.anchor_areas[&format!("section-{n}")][0];
            let last = made.anchor_areas[&format!("end-{}", n - 1)].last().unwrap();
            let end = last.rect.y + last.rect.height;
            if place.page == last.page {
                at_foot = at_foot.max(place.rect.y);
            } else {
                new_pages += 1;
                let free = AREA.1 - end;
                assert!(free < 0.25 * (AREA.1 - AREA.0), "{paragraphs}: {free} free before {n}");
            }
        }
    }
    assert!(at_foot > 0.6 * AREA.1, "some sections start low on the page: {at_foot}");
    assert!(AREA.1 - at_foot > 90.0, "and then with some lines: at {at_foot}");
    assert!(new_pages > 0, "some start a page");
}

#[test]
fn a_page_break_before_a_section_starts_a_page_wherever_it_stands() {
    let made = made(vec![
        Block::heading(1, "1", "One"),
        Block::text("Little."),
        Block::new(BlockKind::PageBreak),
        Block::heading(1, "2", "Two").at("two"),
    ]);
    assert_eq!(made.anchor_areas["two"][0].page, 2);
}

#[test]
fn numbers_stand_above_the_words_of_all_columns_where_one_does_not_fit() {
    let BlockKind::RiskMatrix(mut one) = specimen::matrix().kind else { unreachable!() };
    let names = ["Rare", "Unlikely", "Possible", "Likely", "Expected"];
    one.columns = (1..).zip(names).map(|(n, name)| format!("{n} {name}")).collect();
    one.levels.iter_mut().for_each(|row| row.push(Level(1.0)));
    let alone = lines(&made(vec![Block::new(BlockKind::RiskMatrix(one.clone()))]));
    assert!(alone.iter().any(|line| line.contains("5 Expected")), "{alone:?}");
    let two = vec![one.clone(), one.clone()];
    let beside = lines(&made(vec![Block::new(BlockKind::RiskMatrices(two))]));
    for label in &one.columns {
        assert!(!beside.iter().any(|line| line.contains(label.as_str())), "{label}: {beside:?}");
    }
}

#[test]
fn addresses_break_at_their_signs_and_never_within_a_word() {
    let address = "forskningsdataforvaltning.personvern@universitetssykehuset.fjordby.example";
    let mut blocks = Vec::new();
    for n in 1..60 {
        blocks.push(Block::text(format!("{} {address}", "x".repeat(n))));
    }
    let made = made(blocks);
    let lines = lines(&made);
    let parts = ["forskningsdataforvaltning", "personvern", "universitetssykehuset", "fjordby"];
    for part in parts {
        let whole = lines.iter().filter(|line| line.contains(part)).count();
        assert_eq!(whole, 59, "\"{part}\" is never divided: {lines:?}");
    }
}

#[test]
fn the_last_row_of_a_table_is_not_alone_on_a_page() {
    for rows in 36..60 {
        let made = made(vec![specimen::items_table(rows)]);
        let page = |n: usize| made.anchor_areas[&format!("row-d{n}")].last().unwrap().page;
        assert_eq!(page(rows), page(rows - 1), "{rows} rows");
    }
}

#[test]
fn a_source_names_its_page_by_letter_and_leads_to_its_address() {
    let made = made(vec![specimen::sources()]);
    assert!(flat(&made).contains("the lab's coordinator on request. A Secure perimeter"));
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &made.pdf).unwrap();
    let output = Command::new("pdfinfo").arg("-url").arg(file.path()).output().expect("poppler");
    let urls = String::from_utf8(output.stdout).unwrap();
    assert!(urls.matches("security-measures-and-assurances").count() >= 3, "{urls}");
}

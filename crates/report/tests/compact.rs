//! What keeps a report short must not cost the reader anything: laws of cards, matrices, tables and sections.
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
    assert_eq!(made.places["both"].len(), 1, "they stand on one page");
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
    let pages = made.places["card"].len();
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
        blocks.extend((0..paragraphs).map(|_| Block::text(specimen::LOREM)));
    }
    made(blocks)
}

#[test]
fn long_sections_start_a_page_and_short_ones_follow_one_another() {
    let short = sections(2);
    assert!((0..4).all(|n| short.places[&format!("section-{n}")][0].page == 1));
    for paragraphs in 34..44 {
        let long = sections(paragraphs);
        for n in 0..4 {
            let place = long.places[&format!("section-{n}")][0];
            assert!(
                place.rect.y < 841.89 / 2.0 + 10.0,
                "{paragraphs}: section {n} starts at {}, in the lower half",
                place.rect.y
            );
        }
    }
}

#[test]
fn the_last_row_of_a_table_is_not_alone_on_a_page() {
    for rows in 36..60 {
        let made = made(vec![specimen::items_table(rows)]);
        let page = |n: usize| made.places[&format!("row-d{n}")].last().unwrap().page;
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

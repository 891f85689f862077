//! The structure of a report: its words in order, below the elements that a reader expects.

use std::process::Command;

use crate::check::{Element, Kid, assert_accessible, structure_of};
use crate::specimen;
use vurder_report::render;

fn all(pdf: &[u8], kind: &str) -> usize {
    structure_of(pdf).all().iter().filter(|element| element.kind == kind).count()
}

#[test]
fn the_structure_follows_the_document() {
    let pdf = render(&specimen::everything()).unwrap().pdf;
    let tree = structure_of(&pdf);
    // The title, then the contents and the sections. Each section has its parts below it.
    let kinds: Vec<&str> = tree.elements().map(|element| element.kind.as_str()).collect();
    assert_eq!(kinds[..4], ["P", "H1", "P", "Table"], "the cover");
    assert!(kinds[4..].iter().all(|kind| *kind == "Sect"), "{kinds:?}");
    assert_eq!(kinds.len(), 4 + 5, "contents, three sections, sources");
    assert_eq!(all(&pdf, "Figure"), 1);
    assert_eq!(all(&pdf, "Note"), 3, "the sources");
    assert_eq!(all(&pdf, "TOC"), 3, "the contents, and what is below two of the sections");
    assert_eq!(all(&pdf, "TOCI"), 4 + 4);
    // Forty rows with a head and two groups; two rows with a head; two tables of labels.
    assert_eq!(all(&pdf, "Table"), 4);
    assert_eq!(all(&pdf, "TR"), 43 + 3 + 3 + 4);
    // A head that is repeated on the next page is not a second head.
    assert_eq!(all(&pdf, "THead"), 2);
}

#[test]
fn the_cards_of_risks_can_be_gone_to_by_their_headings() {
    let pdf = render(&specimen::everything()).unwrap().pdf;
    let tree = structure_of(&pdf);
    let cards: Vec<&Element> =
        tree.all().into_iter().filter(|element| element.kind == "Div").collect();
    assert_eq!(cards.len(), 6);
    for card in cards {
        let kinds: Vec<&str> = card.elements().map(|element| element.kind.as_str()).collect();
        assert_eq!(kinds, ["H3", "P", "P", "P", "P", "P"], "title, level, facts, three answers");
    }
}

#[test]
fn a_link_over_two_lines_is_one_link() {
    use vurder_report::document::{Block, BlockKind, Inline};
    let words = "a link whose words go on ".repeat(12);
    let link =
        Inline::Link { href: "https://example.org/".into(), content: vec![Inline::plain(words)] };
    let blocks = vec![Block::heading(1, "", "Links"), Block::new(BlockKind::Paragraph(vec![link]))];
    let pdf = render(&specimen::document(blocks)).unwrap().pdf;
    let tree = structure_of(&pdf);
    let links: Vec<&Element> =
        tree.all().into_iter().filter(|element| element.kind == "Link").collect();
    assert_eq!(links.len(), 1);
    let annotations = links[0].kids.iter().filter(|kid| matches!(kid, Kid::Annotation(_))).count();
    assert!(annotations > 2, "{annotations}");
}

#[test]
fn poppler_reads_the_structure() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), render(&specimen::everything()).unwrap().pdf).unwrap();
    let output = Command::new("pdfinfo").arg("-struct-text").arg(file.path()).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let complaints = String::from_utf8(output.stderr).unwrap();
    assert!(complaints.is_empty(), "{complaints}");
    for line in ["H1", "Sect", "\"0 Overview of the processing", "TH", "Figure", "LBody", "TOCI"] {
        assert!(printed.contains(line), "{line} in {printed}");
    }
}

#[test]
fn a_broken_word_is_said_once_and_whole() {
    use vurder_report::document::{Block, BlockKind, Cell, TableRow};
    let words = ["pseudonymisation", "interoperability", "administrative", "responsibility"];
    let mut cells = specimen::items_table(0);
    let BlockKind::Table(table) = &mut cells.kind else { unreachable!() };
    let line = format!("{} ", words.join(" ")).repeat(6);
    let cells_of = (0..4).map(|_| Cell::text(line.as_str())).collect();
    table.rows = vec![TableRow::Cells { anchor: None, cells: cells_of }];
    let blocks = vec![Block::heading(1, "", "Words"), cells];
    let pdf = render(&specimen::document(blocks)).unwrap().pdf;
    assert_accessible("broken words", &pdf);
    let tree = structure_of(&pdf);
    let spans: Vec<&Element> =
        tree.all().into_iter().filter(|element| element.kind == "Span").collect();
    assert!(spans.len() > 5, "words are broken");
    for span in spans {
        assert!(words.contains(&&*span.actual), "{}", span.actual);
        assert!(!span.kids.is_empty());
    }
    // A reader that takes the text out of the file without its structure still finds each word whole.
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &pdf).unwrap();
    let output = Command::new("pdftotext").arg(file.path()).arg("-").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    for word in words {
        assert_eq!(text.matches(word).count(), 24, "{word} in {text}");
    }
}

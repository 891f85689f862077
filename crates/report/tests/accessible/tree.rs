//! What the structure says of a report: the words, in their order, under the elements that a reader expects.

use std::process::Command;

use crate::check::{Element, File, Kid, structure_of};
use crate::specimen;
use vurder_report::render;

fn all(pdf: &[u8], kind: &str) -> usize {
    structure_of(pdf).all().iter().filter(|element| element.kind == kind).count()
}

#[test]
fn the_structure_follows_the_document() {
    let pdf = render(&specimen::everything()).unwrap().pdf;
    let tree = structure_of(&pdf);
    // The title; below it contents and sections, each a section with its parts below it.
    let kinds: Vec<&str> = tree.elements().map(|element| element.kind.as_str()).collect();
    assert_eq!(kinds[..4], ["P", "H1", "P", "Table"], "the cover");
    assert!(kinds[4..].iter().all(|kind| *kind == "Sect"), "{kinds:?}");
    assert_eq!(kinds.len(), 4 + 5, "contents, three sections, sources");
    assert_eq!(all(&pdf, "Figure"), 1);
    assert_eq!(all(&pdf, "Note"), 3, "the sources");
    assert_eq!(all(&pdf, "TOC"), 4, "the contents, and what is below each of three sections");
    assert_eq!(all(&pdf, "TOCI"), 4 + 6);
    // Forty rows, a head and two groups; two rows and a head; two tables of labels.
    assert_eq!(all(&pdf, "Table"), 4);
    assert_eq!(all(&pdf, "TR"), 43 + 3 + 3 + 4);
    // A head that is set again on the next page is no second head.
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
    let link = Inline::Link { href: "https://example.org/".into(), content: vec![Inline::plain(words)] };
    let blocks =
        vec![Block::heading(1, "", "Links"), Block::new(BlockKind::Paragraph(vec![link]))];
    let pdf = render(&specimen::document(blocks)).unwrap().pdf;
    let tree = structure_of(&pdf);
    let links: Vec<&Element> =
        tree.all().into_iter().filter(|element| element.kind == "Link").collect();
    assert_eq!(links.len(), 1);
    let annotations =
        links[0].kids.iter().filter(|kid| matches!(kid, Kid::Annotation(_))).count();
    assert!(annotations > 2, "{annotations}");
}

#[test]
fn poppler_reads_the_structure() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), render(&specimen::everything()).unwrap().pdf).unwrap();
    let output = Command::new("pdfinfo").arg("-struct-text").arg(file.path()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let complaints = String::from_utf8(output.stderr).unwrap();
    assert!(complaints.is_empty(), "{complaints}");
    for line in ["H1", "Sect", "\"Overview of the processing\"", "TH", "Figure", "LBody", "TOCI"] {
        assert!(said.contains(line), "{line} in {said}");
    }
}

#[test]
fn a_broken_word_is_said_once_and_whole() {
    use vurder_report::document::Block;
    let text = "pseudonymisation interoperability administrative responsibility ".repeat(14);
    let blocks = vec![Block::heading(1, "", "Words"), Block::text(text)];
    let pdf = render(&specimen::document(blocks)).unwrap().pdf;
    let file = File::read(&pdf).unwrap();
    let content = file.pdf.get_page_content(file.pages[0]);
    let content = String::from_utf8_lossy(&content);
    let spans: Vec<&str> = content.split("/ActualText <FEFF").skip(1).collect();
    assert!(spans.len() > 5, "words are broken");
    let said: String = spans
        .iter()
        .filter_map(|span| span.split_once('>'))
        .flat_map(|(hex, _)| {
            let unit = |at: usize| u32::from_str_radix(&hex[at..at + 4], 16).unwrap();
            let word: String =
                (0..hex.len()).step_by(4).filter_map(|at| char::from_u32(unit(at))).collect();
            [word, " ".into()]
        })
        .collect();
    let words = ["pseudonymisation", "interoperability", "administrative", "responsibility"];
    for word in said.split_whitespace() {
        assert!(words.contains(&word), "{word} in {said}");
    }
}

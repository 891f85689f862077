//! What a person, a viewer and a text extractor find in the PDF, read with poppler and qpdf.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

mod specimen;

use std::process::Command;
use std::sync::OnceLock;

use vurder_report::document::{Block, BlockKind};
use vurder_report::{Laid, PdfOptions, Rendered, lay_out, render, to_pdf};

/// The report with everything that the layout can set, made once.
fn everything() -> &'static Rendered {
    static MADE: OnceLock<Rendered> = OnceLock::new();
    MADE.get_or_init(|| render(&specimen::everything()).unwrap())
}

fn laid() -> &'static Laid {
    static MADE: OnceLock<Laid> = OnceLock::new();
    MADE.get_or_init(|| lay_out(&specimen::everything()).unwrap())
}

fn run(program: &str, pdf: &[u8], arguments: &[&str]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let arguments = arguments.iter().map(|a| match *a {
        "FILE" => file.path().to_str().unwrap().to_owned(),
        other => other.to_owned(),
    });
    let output = Command::new(program).args(arguments).output().expect("poppler-utils and qpdf");
    assert!(
        output.status.success(),
        "{program}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn text(pdf: &[u8]) -> String {
    run("pdftotext", pdf, &["FILE", "-"])
}

fn page(pdf: &[u8], number: usize) -> String {
    let number = number.to_string();
    run("pdftotext", pdf, &["-f", &number, "-l", &number, "-layout", "FILE", "-"])
}

/// The words with single spaces, so that line ends do not matter.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_file_is_sound() {
    let printed = run("qpdf", &everything().pdf, &["--check", "FILE"]);
    assert!(printed.contains("No syntax or stream encoding errors"), "{printed}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(render(&specimen::everything()).unwrap().pdf, everything().pdf);
    let elsewhere = std::thread::spawn(|| render(&specimen::everything()).unwrap().pdf);
    assert_eq!(
        elsewhere.join().unwrap(),
        everything().pdf,
        "a fresh thread has a fresh font cache"
    );
}

#[test]
fn another_date_gives_another_identity() {
    let mut document = specimen::everything();
    document.meta.date = document.meta.date.succ_opt().unwrap();
    assert_ne!(render(&document).unwrap().pdf, everything().pdf);
}

#[test]
fn letters_of_three_alphabets_come_back_intact() {
    let text = flat(&text(&everything().pdf));
    for words in [
        "Ærlig talt: blåbærsyltetøy på Ærø, Ålesund og Østfold.",
        "Ελληνικά: προσωπικά δεδομένα.",
        "Кириллица: персональные данные.",
        "4 ≥ 3, → next, “quoted” – dashes — and … €100.",
        "difficult, office",
    ] {
        assert!(text.contains(words), "missing: {words}");
    }
}

#[test]
fn words_that_were_hyphenated_come_back_whole() {
    let words = ["pseudonymisation", "administrative", "responsibility", "interoperability"];
    let mut cells = specimen::items_table(0);
    let BlockKind::Table(table) = &mut cells.kind else { unreachable!() };
    let line = format!("{} ", words.join(" "));
    table.rows = vec![vurder_report::document::TableRow::Cells {
        anchor: None,
        cells: (0..4).map(|_| vurder_report::document::Cell::text(line.repeat(6))).collect(),
    }];
    let laid = lay_out(&specimen::document(vec![cells])).unwrap();
    let ends = laid.pages.iter().flat_map(|page| &page.draws).filter(
        |draw| matches!(&draw.shape, vurder_report::draw::Shape::Glyphs(run) if run.text == "-"),
    );
    assert!(ends.count() > 4, "four narrow columns of long words are hyphenated");
    let text = text(&to_pdf(&laid, &PdfOptions::default()).unwrap());
    assert!(!text.contains('\u{ad}'), "no soft hyphen");
    for word in words {
        assert_eq!(text.matches(word).count(), 24, "{word} in: {text}");
    }
}

#[test]
fn a_true_hyphen_is_never_lost_at_a_line_end() {
    let words = "re-identification, health- and research-data, follow-up of non-users; ".repeat(12);
    let blocks = (0..40).map(|n| Block::text(format!("{}{words}", "x".repeat(n + 1)))).collect();
    let text = flat(&text(&render(&specimen::document(blocks)).unwrap().pdf));
    for word in ["re-identification", "health- and", "research-data", "follow-up", "non-users"] {
        assert_eq!(text.matches(word).count(), 480, "{word}");
    }
}

#[test]
fn the_head_of_a_table_stands_on_each_page_it_goes_on_to() {
    let found = &everything().anchor_areas["table-1"];
    assert!(found.len() >= 2, "the table is longer than a page");
    for place in found {
        let text = page(&everything().pdf, place.page);
        assert!(text.contains("Data item"), "page {}: {text}", place.page);
        assert!(text.contains("Explanation"));
    }
    let second = page(&everything().pdf, found[1].page);
    assert!(
        second.contains("Linked from registers (continued)"),
        "the group is named again: {second}"
    );
}

#[test]
fn every_row_of_a_table_is_there_once() {
    let text = text(&everything().pdf);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    for n in 1..=40 {
        let number = format!("D{n}");
        let count = lines.iter().filter(|line| **line == number).count();
        assert_eq!(count, 1, "{number}");
    }
}

#[test]
fn a_long_row_goes_on_on_the_next_page_and_loses_nothing() {
    let places = &everything().anchor_areas["row-long"];
    assert!(places.len() >= 2, "one cell of sixteen paragraphs is higher than a page");
    let text = flat(&text(&everything().pdf));
    for n in 0..16 {
        assert!(text.contains(&format!("Paragraph {n} of the long cell.")), "paragraph {n}");
        assert!(everything().anchor_areas.contains_key(&format!("long-{n}")), "its place is known");
    }
    assert!(text.contains("Checksums are verified on transfer."), "the row after it");
}

#[test]
fn nothing_is_set_outside_the_page() {
    for (index, page) in laid().pages.iter().enumerate() {
        for draw in &page.draws {
            if let vurder_report::draw::Shape::Glyphs(run) = &draw.shape {
                let right = run.x + run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
                let inside = run.x > 56.0 && right < page.width - 56.0;
                assert!(
                    inside && run.y > 30.0 && run.y < page.height - 30.0,
                    "page {index}: {run:?}"
                );
            }
        }
    }
}

#[test]
fn the_contents_name_the_pages_on_which_headings_stand() {
    let contents = page(&everything().pdf, 2);
    for entry in laid().outline.iter().filter(|entry| entry.level <= 2) {
        let expected = laid().anchor_areas[&entry.anchor][0].page;
        let line = contents
            .lines()
            .find(|line| line.contains(&entry.text))
            .unwrap_or_else(|| panic!("{} is in the contents:\n{contents}", entry.text));
        assert!(
            line.trim_end().ends_with(&format!(" {expected}")),
            "{line:?} says page {expected}"
        );
        assert!(page(&everything().pdf, expected).contains(&entry.text));
    }
}

#[test]
fn header_and_footer_say_project_version_and_page() {
    let total = everything().pages;
    for number in 1..=total {
        let text = page(&everything().pdf, number);
        assert!(text.contains(&format!("page {number} of {total}")), "{text}");
        assert_eq!(
            text.contains("Version 0.3"),
            number > 1,
            "the first page has a head of its own"
        );
    }
}

#[test]
fn the_draft_mark_is_drawn_and_not_written() {
    assert!(laid().mark.is_some());
    assert!(!text(&everything().pdf).contains("DRAFT"), "a mark as text would be picked up");
    let mut fair = specimen::everything();
    fair.meta.draft = false;
    assert!(lay_out(&fair).unwrap().mark.is_none());
}

#[test]
fn a_letter_that_no_font_has_is_reported_and_its_text_kept() {
    let block = Block::text("Written 漢字 and שלום.").at("here");
    let made = render(&specimen::document(vec![block])).unwrap();
    let found: Vec<char> = made.missing_glyphs.iter().map(|missing| missing.character).collect();
    assert!(found.contains(&'漢') && found.contains(&'字') && found.contains(&'ש'), "{found:?}");
    assert!(made.missing_glyphs.iter().all(|m| m.anchor == "here" && m.page == Some(1)));
    assert!(text(&made.pdf).contains("漢字"), "what is a box on paper is still text in the file");
    assert!(everything().missing_glyphs.is_empty(), "{:?}", everything().missing_glyphs);
}

#[test]
fn metadata_outline_and_links_are_in_the_file() {
    let info = run("pdfinfo", &everything().pdf, &["FILE"]);
    assert!(info.contains("Data protection impact assessment – Fjordkohorten"), "{info}");
    assert!(info.contains("Nordfjord universitet, Østby sykehus"));
    assert!(info.contains("Nov 22") && info.contains("2026"), "the date that was given: {info}");
    let names = run("pdfinfo", &everything().pdf, &["-dests", "FILE"]);
    for anchor in ["section-1", "row-d3", "source-2", "paragraph-1"] {
        assert!(names.contains(&format!("\"{anchor}\"")), "{anchor}: {names}");
    }
    let addresses = run("pdfinfo", &everything().pdf, &["-url", "FILE"]);
    assert!(addresses.contains("https://www.edpb.europa.eu/%C3%A5"), "{addresses}");
    let json = run("qpdf", &everything().pdf, &["--json", "--json-key=outlines", "FILE"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let sections = json["outlines"].as_array().unwrap();
    assert_eq!(sections[0]["title"], "0 Overview of the processing");
    assert_eq!(sections[0]["kids"][1]["title"], "0.3 Name of the processing", "nested");
    for (section, anchor) in sections.iter().zip(["section-0", "section-1", "section-4", "sources"])
    {
        let page = everything().anchor_areas[anchor][0].page;
        assert_eq!(section["destpageposfrom1"], page, "the name {anchor} leads to its page");
    }
}

#[test]
fn fonts_are_embedded_cut_and_have_unicode() {
    let fonts = run("pdffonts", &everything().pdf, &["FILE"]);
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(lines.len() >= 4, "{fonts}");
    for line in lines {
        assert!(line.contains("yes yes yes"), "embedded, cut, with ToUnicode: {line}");
    }
    assert!(everything().pdf.len() < 120_000, "{} bytes", everything().pdf.len());
}

#[test]
fn headings_stay_with_what_follows() {
    for entry in &laid().outline {
        let place = laid().anchor_areas[&entry.anchor][0];
        let bottom = place.rect.y + place.rect.height;
        assert!(bottom < 841.89 - 70.0 - 14.0, "{} stands alone at a page's foot", entry.text);
    }
}

#[test]
fn the_preview_is_a_picture_without_text_or_scripts() {
    let svg = vurder_report::first_page_preview(laid());
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    for forbidden in ["<text", "<script", "http://www.edpb", "font-family", "<image", "onload"] {
        assert!(!svg.contains(forbidden), "{forbidden}");
    }
    assert!(svg.matches("<use ").count() > 80, "the cover's letters are drawn");
}

#[test]
fn an_empty_document_is_one_page() {
    let made = render(&specimen::document(Vec::new())).unwrap();
    assert_eq!(made.pages, 1);
    run("qpdf", &made.pdf, &["--check", "FILE"]);
}

#[test]
fn one_word_longer_than_a_line_is_cut_and_complete() {
    let word = "x".repeat(900);
    let made = render(&specimen::document(vec![Block::text(word.clone())])).unwrap();
    let text: String = text(&made.pdf).chars().filter(|c| *c == 'x').collect();
    // Header and footer have one "x": "page x" is a number and "Fjordkohorten" has none.
    assert_eq!(text.len(), word.len());
}

/// The whole text that an extractor gives. After an intended change: `UPDATE_GOLDEN=1 cargo test -p vurder-report`.
#[test]
fn the_text_is_the_golden_text() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/everything.txt");
    let text = text(&everything().pdf).replace('\u{c}', "\n---- page ----\n");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(file, &text).unwrap();
    }
    let golden = std::fs::read_to_string(file).unwrap();
    let first = golden.lines().zip(text.lines()).find(|(golden, text)| golden != text);
    assert_eq!(first, None, "the first line that differs (golden, now)");
    assert_eq!(golden.lines().count(), text.lines().count());
}

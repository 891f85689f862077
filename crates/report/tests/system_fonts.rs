//! Letters that the bundled fonts do not have, set in fonts of the computer. The tests generate these fonts.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

mod specimen;
mod test_font;

use std::process::Command;

use tempfile::TempDir;
use test_font::TestFont;
use vurder_report::document::{Block, Document};
use vurder_report::draw::{GlyphRun, Shape};
use vurder_report::{Laid, PdfOptions, SystemFonts, lay_out, lay_out_with, to_pdf};

const HEBREW: &str = "אבגדהוזחטיכלמנסעפצקרשתםןףךץ";

fn font<'a>(family: &'a str, letters: &'a str) -> TestFont<'a> {
    TestFont { family, letters, drawn: true, forbidden: 0 }
}

/// A folder with fonts, some of them in a subfolder.
fn computer(fonts: &[TestFont<'_>]) -> (TempDir, SystemFonts) {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("truetype/more");
    std::fs::create_dir_all(&below).unwrap();
    for (at, font) in fonts.iter().enumerate() {
        let to = if at % 2 == 0 { folder.path() } else { below.as_path() };
        std::fs::write(to.join(format!("{at}.ttf")), font.bytes()).unwrap();
    }
    let fonts = SystemFonts::in_folders(vec![folder.path().into(), "/no such folder".into()]);
    (folder, fonts)
}

fn written(text: &str) -> Document {
    specimen::document(vec![Block::text(text).at("here")])
}

fn missing(laid: &Laid) -> String {
    laid.missing.iter().map(|missing| missing.character).collect()
}

fn text_of(laid: &Laid) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), to_pdf(laid, &PdfOptions::default()).unwrap()).unwrap();
    let output = Command::new("pdftotext").arg(file.path()).arg("-").output().expect("poppler");
    String::from_utf8(output.stdout).unwrap()
}

fn runs(laid: &Laid) -> Vec<&GlyphRun> {
    let draws = laid.pages.iter().flat_map(|page| &page.draws);
    let runs = draws.filter_map(|draw| match &draw.shape {
        Shape::Glyphs(run) => Some(run),
        _ => None,
    });
    runs.filter(|run| run.y > 60.0 && run.y < 790.0).collect()
}

#[test]
fn letters_are_taken_from_as_few_fonts_as_have_them() {
    let (_folder, fonts) = computer(&[
        font("One Letter", "漢"),
        font("Both Letters", "漢字"),
        font("Tree", "🌲"),
        font("Not Needed", "ж語"),
    ]);
    let laid = lay_out_with(&written("Written 漢字 under a 🌲 and 한."), &fonts).unwrap();
    assert_eq!(laid.faces.system_families(), ["Both Letters", "Tree"]);
    assert_eq!(missing(&laid), "한", "what no font has is said");
    assert!(text_of(&laid).contains("漢字 under a 🌲 and 한."), "{}", text_of(&laid));
}

#[test]
fn without_such_letters_the_computers_fonts_do_not_count() {
    let (_folder, fonts) = computer(&[font("All", "abcdefghijklmnopqrstuvwxyzæøå漢")]);
    let pdf = |laid: &Laid| to_pdf(laid, &PdfOptions::default()).unwrap();
    let document = specimen::everything();
    let here = lay_out_with(&document, &fonts).unwrap();
    assert!(here.faces.system_families().is_empty());
    assert!(pdf(&here) == pdf(&lay_out(&document).unwrap()), "the same bytes on every computer");
    let nowhere = lay_out_with(&written("漢"), &SystemFonts::none()).unwrap();
    assert_eq!(missing(&nowhere), "漢");
}

#[test]
fn the_same_fonts_give_the_same_bytes() {
    let made = || {
        let all = [font("B", "漢字"), font("A", "漢字"), font("C", HEBREW)];
        let (_folder, fonts) = computer(&all);
        let laid = lay_out_with(&written("漢字 שלום עולם"), &fonts).unwrap();
        assert_eq!(missing(&laid), "");
        to_pdf(&laid, &PdfOptions::default()).unwrap()
    };
    let first = made();
    let elsewhere = std::thread::spawn(made).join().unwrap();
    assert!(first == made() && first == elsewhere);
}

#[test]
fn fonts_that_cannot_serve_are_passed_over() {
    let (folder, fonts) = computer(&[
        TestFont { forbidden: 2, ..font("Forbidden", "漢字") },
        TestFont { drawn: false, ..font("Pictures in Colours", "漢字🌲") },
        font("Last Resort", "漢字🌲"),
        font("Serves", "字"),
    ]);
    let whole = font("Cut Off", "漢字🌲").bytes();
    for length in (0..whole.len()).step_by(37) {
        let file = folder.path().join(format!("cut-{length}.otf"));
        std::fs::write(file, &whole[..length]).unwrap();
    }
    let laid = lay_out_with(&written("漢字🌲"), &fonts).unwrap();
    assert_eq!(laid.faces.system_families(), ["Serves"]);
    assert_eq!(missing(&laid), "漢🌲");
    assert!(text_of(&laid).contains("漢字🌲"));
}

#[test]
fn words_that_run_from_right_to_left_stand_and_read_in_their_order() {
    let (_folder, fonts) = computer(&[font("Hebrew", HEBREW)]);
    let laid = lay_out_with(&written("Before שלום עולם 12 אבג after."), &fonts).unwrap();
    assert_eq!(missing(&laid), "");
    let shown = runs(&laid);
    let words_of = |run: &GlyphRun| run.text.clone();
    let read: String = shown.iter().map(|run| words_of(run)).collect();
    assert_eq!(read, "Before שלום עולם 12 אבג after.", "the file reads as it was written");
    let mut placed: Vec<(f32, String)> =
        shown.iter().map(|run| (run.x, words_of(run).trim().to_owned())).collect();
    placed.sort_by(|one, other| one.0.total_cmp(&other.0));
    placed.retain(|(_, words)| !words.is_empty());
    let text: String =
        text_of(&laid).chars().filter(|c| !matches!(c, '\u{202a}'..='\u{202e}')).collect();
    for words in ["Before", "שלום", "עולם", "אבג", "after."] {
        assert!(text.contains(words), "a reader's program finds {words}: {text}");
    }
    let placed: Vec<&str> = placed.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(placed, ["Before", "אבג", "12", "עולם", "שלום", "after."]);
}

#[test]
fn a_paragraph_that_runs_from_right_to_left_is_flush_right() {
    let (_folder, fonts) = computer(&[font("Hebrew", HEBREW)]);
    let words = "שלום עולם אבגד (2027) ".repeat(30);
    let laid = lay_out_with(&written(&words), &fonts).unwrap();
    let shown = runs(&laid);
    let mut lines: Vec<(f32, f32, f32)> = Vec::new();
    for run in shown {
        let right = run.x + run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
        match lines.last_mut().filter(|line| line.0 == run.y) {
            Some(line) => *line = (line.0, line.1.min(run.x), line.2.max(right)),
            None => lines.push((run.y, run.x, right)),
        }
    }
    assert!(lines.len() > 3, "{lines:?}");
    for (y, left, right) in &lines {
        // The space at the end of a line extends beyond it on the left, and has no ink.
        assert!((right - 538.28).abs() < 0.1 && *left > 90.0, "line at {y}: {left} to {right}");
    }
}

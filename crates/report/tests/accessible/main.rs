//! Every report is an accessible PDF. The project's own checker reads it; other tests show that the checker refuses
//! broken files.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]
#![allow(dead_code, unreachable_pub, reason = "a checker, of which each test program uses a part")]

mod broken;
mod check;
#[path = "../sample/mod.rs"]
mod sample;
#[path = "../specimen/mod.rs"]
mod specimen;
#[path = "../test_font/mod.rs"]
mod test_font;
mod tree;

use std::process::Command;

use check::{assert_accessible, problems};
use vurder_model::cut::Cut;
use vurder_report::{
    Document, Empty, Origin, PdfOptions, SourceFile, lay_out, render, source_of, to_pdf,
};

/// The options of the PDF of a version.
fn version_options() -> PdfOptions {
    PdfOptions {
        archival: true,
        source: Some(SourceFile {
            name: "project.json".into(),
            description: "The project, as Vurder reads it".into(),
            media_type: "application/json".into(),
            bytes: br#"{"format": "vurder-workspace"}"#.to_vec(),
        }),
        origin: Some(Origin {
            project: "cohort".into(),
            form: "dpia".into(),
            form_version: "1.0".into(),
            report_version: String::new(),
            version: None,
        }),
    }
}

/// The specimen with the options of a kept PDF.
fn whole() -> Vec<u8> {
    let mut document = specimen::everything();
    document.meta.draft = false;
    to_pdf(&lay_out(&document).unwrap(), &version_options()).unwrap()
}

fn reports() -> Vec<(&'static str, Document)> {
    let content = sample::content();
    let project = sample::project(&content);
    let report = |form| sample::report(&content, &project, form, Empty::Say);
    vec![
        ("DPIA", report("edpb-dpia")),
        ("RAR", report("rar")),
        ("screening", sample::screening(&content, &project)),
        ("consultation", sample::consultation(&content, &project)),
        ("DPIA with its changes", sample::redline(&content, &project, "edpb-dpia")),
        ("RAR with its changes", sample::redline(&content, &project, "rar")),
    ]
}

#[test]
fn each_report_of_the_sample_is_accessible() {
    for (name, document) in reports() {
        assert_accessible(name, &to_pdf(&lay_out(&document).unwrap(), &version_options()).unwrap());
    }
}

#[test]
fn each_cut_of_the_sample_is_accessible_and_the_summary_is_one_page() {
    let content = sample::content();
    let project = sample::project(&content);
    for rule in &content.cuts.cuts {
        for form in &rule.of {
            let name = format!("{} of {form}", rule.cut.id());
            let laid = lay_out(&sample::cut(&content, &project, form, rule.cut)).unwrap();
            assert_accessible(&name, &to_pdf(&laid, &version_options()).unwrap());
            if rule.cut == Cut::Summary {
                assert_eq!(laid.pages.len(), 1, "{name}");
            }
        }
    }
}

#[test]
fn a_report_with_everything_in_it_is_accessible() {
    assert_accessible("draft", &render(&specimen::everything()).unwrap().pdf);
    assert_accessible("kept", &whole());
}

/// A report in Norwegian, as the program makes it: it has headings and labels in English.
fn in_norwegian() -> Document {
    use vurder_report::document::{Block, BlockKind, Card, Inline, Pair};
    let pair = |value: Block| Pair { anchor: None, label: "Name of it".into(), value: vec![value] };
    let norwegian = "Opplysningene er lagret i Norge, og den som spør, får svar av oss.";
    let english = "The samples are kept in the archive of the provider, which is theirs.";
    let blocks = vec![
        Block::heading(1, "1", "Assets and the needs that are with them"),
        Block::text("Kort svar").written(),
        Block::text(norwegian).written(),
        Block::text(english).written(),
        Block::new(BlockKind::KeyValue(vec![pair(Block::text("Prøver").written())])),
        Block::new(BlockKind::Card(Card {
            number: "R1".into(),
            title: vec![Inline::plain("Nøkler går tapt")],
            levels: Vec::new(),
            facts: Vec::new(),
            pairs: vec![pair(Block::text("Nøklene ligger i et skap.").written())],
        })),
    ];
    let mut document = specimen::document(blocks);
    document.meta.language = "nb".into();
    document
}

#[test]
fn words_are_in_the_language_that_their_place_says() {
    let pdf = render(&in_norwegian()).unwrap().pdf;
    assert_accessible("in Norwegian", &pdf);
    let tree = check::structure_of(&pdf);
    let all = tree.all();
    let languages = |kind: &str| -> Vec<&str> {
        let of_kind = all.iter().filter(|element| element.kind == kind);
        of_kind.map(|element| element.language.as_str()).collect()
    };
    assert_eq!(languages("H1"), ["en"], "the program says it in English");
    let paragraphs = languages("P");
    assert!(paragraphs.iter().filter(|language| language.is_empty()).count() >= 3);
    assert!(paragraphs.contains(&"en"), "what is quoted in English is English: {paragraphs:?}");
    assert!(languages("Span").contains(&"en"), "so is a label before an answer");
    // The same report with all answers, whose forms are English.
    let content = sample::content();
    let mut project = sample::project(&content);
    project.head.language = "da".into();
    for form in ["edpb-dpia", "rar"] {
        let document = sample::report(&content, &project, form, Empty::Say);
        assert_accessible(form, &to_pdf(&lay_out(&document).unwrap(), &version_options()).unwrap());
    }
}

#[test]
fn a_letter_without_a_glyph_is_no_glyph_without_a_letter() {
    use vurder_report::document::{Block, BlockKind, Inline};
    let words = "漢字 and שלום, long enough for hyphenation: pseudonymisation. ".repeat(8);
    let blocks = vec![
        Block::heading(1, "1", "漢"),
        Block::new(BlockKind::Paragraph(vec![Inline::plain(words)])),
    ];
    assert_accessible("boxes", &render(&specimen::document(blocks)).unwrap().pdf);
}

#[test]
fn letters_from_fonts_of_the_computer_are_accessible() {
    use vurder_report::{SystemFonts, document::Block, lay_out_with};
    let made = tempfile::tempdir().unwrap();
    let letters = "אבגדהוזחטיכלמנסעפצקרשתםןףךץ漢字🌲";
    let font =
        test_font::TestFont { family: "Made Here", letters, drawn: true, forbidden: 0 }.bytes();
    std::fs::write(made.path().join("made.ttf"), font).unwrap();
    let words =
        "Written שלום עולם 12 and 漢字🌲, \u{202e}turned\u{202c}. مرحبا بالعالم. ".repeat(9);
    let document = specimen::document(vec![Block::heading(1, "1", "漢 שלום"), Block::text(words)]);
    let here = SystemFonts::in_folders(vec![made.path().into()]);
    for (name, fonts) in [("made", here), ("this computer's", SystemFonts::of_this_computer())] {
        let laid = lay_out_with(&document, &fonts).unwrap();
        println!(
            "{name}: set in {:?}, without a font: {:?}",
            laid.faces.system_families(),
            laid.missing.len()
        );
        assert_accessible(name, &to_pdf(&laid, &version_options()).unwrap());
    }
}

#[test]
fn a_draft_does_not_claim_to_be_for_keeping() {
    let draft = render(&specimen::everything()).unwrap().pdf;
    let version = whole();
    let claims = |pdf: &[u8]| {
        let packet = check::packet(pdf);
        (packet.contains("pdfuaid:part"), packet.contains("pdfaid:"))
    };
    assert_eq!(claims(&draft), (true, false), "others are to comment on a draft");
    assert_eq!(claims(&version), (true, true));
}

#[test]
fn what_is_attached_comes_out_as_it_went_in() {
    let options = version_options();
    let file = options.source.as_ref().unwrap();
    let pdf = check::File::read(&whole()).unwrap();
    let names = pdf.dict(pdf.catalog(), "Names").unwrap();
    let embedded = pdf.leaves(pdf.dict(names, "EmbeddedFiles").unwrap(), "Names");
    let specification = pdf.as_dict(embedded[0].1).unwrap();
    let bytes = pdf.stream(pdf.dict(specification, "EF").unwrap(), "F").unwrap();
    assert_eq!(bytes, file.bytes);
    assert_eq!(
        source_of(&whole()).unwrap().as_ref(),
        Some(&file.bytes),
        "the program finds it, too"
    );
    let mut again = Vec::new();
    lopdf::Document::load_mem(&whole()).unwrap().save_to(&mut again).unwrap();
    assert_eq!(source_of(&again).unwrap().as_ref(), Some(&file.bytes), "and saved by another one");
    assert!(source_of(&whole()[..5000]).is_err(), "half a file");
    assert!(source_of(b"{}").is_err(), "no PDF");
    let other = PdfOptions { source: None, ..options };
    let mut document = specimen::everything();
    document.meta.draft = false;
    let without = to_pdf(&lay_out(&document).unwrap(), &other).unwrap();
    assert!(problems(&without).is_empty());
    assert_eq!(source_of(&without).unwrap(), None);
    let id = |pdf: &[u8]| check::File::read(pdf).unwrap().pdf.trailer.get(b"ID").unwrap().clone();
    assert_ne!(id(&without), id(&whole()), "what is attached is part of the file's identity");
}

/// Set in the two child processes of the test below: the path to which they write the file.
const OUT: &str = "VURDER_TEST_ACCESSIBLE_OUT";

#[test]
fn two_processes_write_the_same_bytes() {
    if let Some(out) = std::env::var_os(OUT) {
        let (_, document) = reports().swap_remove(0);
        std::fs::write(out, to_pdf(&lay_out(&document).unwrap(), &version_options()).unwrap())
            .unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let written = ["first.pdf", "second.pdf"].map(|name| {
        let out = folder.path().join(name);
        let status = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "two_processes_write_the_same_bytes"])
            .env(OUT, &out)
            .stdout(std::process::Stdio::null())
            .status();
        assert!(status.unwrap().success());
        std::fs::read(out).unwrap()
    });
    assert!(written[0].len() > 100_000, "a whole report");
    assert!(written[0] == written[1], "two processes, two files");
}

#[test]
fn the_file_says_what_it_was_made_from_and_where_its_places_begin() {
    let pdf = lopdf::Document::load_mem(&whole()).unwrap();
    let info = pdf.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = pdf.get_dictionary(info).unwrap();
    let entry = |key: &str| info.get(key.as_bytes()).and_then(lopdf::Object::as_str).ok();
    assert_eq!(entry("VurderProject"), Some(&b"cohort"[..]));
    assert_eq!(entry("VurderForm"), Some(&b"dpia"[..]));
    assert_eq!(entry("VurderFormVersion"), Some(&b"1.0"[..]));
    assert_eq!(entry("VurderReportVersion"), None);
    assert_eq!(entry("VurderDate").map(<[u8]>::len), Some(10));
    let places = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"Names").ok()?.as_array().ok());
    let lefts: std::collections::BTreeSet<i64> = places
        .flatten()
        .filter_map(|target| target.as_array().ok()?.get(2)?.as_float().ok())
        .map(|left| left.round() as i64)
        .collect();
    assert!(lefts.len() > 1, "cells of a row begin at places of their own: {lefts:?}");
}

//! Every report is a Word file that a word processor opens as intended. The project's own checker reads it.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]
#![allow(dead_code, unreachable_pub, reason = "a checker, of which each test program uses a part")]

mod answers;
mod broken;
mod check;
mod libreoffice;
mod odd;
#[path = "../sample/mod.rs"]
mod sample;
#[path = "../specimen/mod.rs"]
mod specimen;

use std::process::Command;

use check::sound;
use vurder_model::report_address::{bookmark, property};
use vurder_report::document::{Block, BlockKind, Inline, Source};
use vurder_report::{Document, Empty, Origin, to_docx};

pub fn origin() -> Origin {
    Origin {
        project: "sample".into(),
        form: "edpb-dpia".into(),
        form_version: "1.0.1".into(),
        report_version: String::new(),
        version: None,
    }
}

pub fn reports() -> Vec<(&'static str, Document)> {
    let content = sample::content();
    let project = sample::project(&content);
    let report = |form| sample::report(&content, &project, form, Empty::Say);
    vec![
        ("DPIA", report("edpb-dpia")),
        ("RAR", report("rar")),
        ("screening", sample::screening(&content, &project)),
        ("consultation", sample::consultation(&content, &project)),
        ("DPIA-changes", sample::redline(&content, &project, "edpb-dpia")),
        ("RAR-changes", sample::redline(&content, &project, "rar")),
    ]
}

#[test]
fn each_report_of_the_sample_is_sound() {
    for (name, document) in reports() {
        sound(name, &to_docx(&document, Some(&origin())).unwrap());
    }
}

#[test]
fn a_report_with_everything_in_it_is_sound() {
    let package = sound("everything", &to_docx(&specimen::everything(), None).unwrap());
    let document = package.part("word/document.xml");
    assert_eq!(package.other.len(), document.named("pic:pic").count(), "each picture is a file");
    let described = document.named("wp:docPr").all(|picture| !picture.get("descr").is_empty());
    assert!(described, "each picture says what it shows");
}

#[test]
fn the_file_says_what_it_was_made_from() {
    let (_, document) = reports().swap_remove(0);
    let package = sound("DPIA", &to_docx(&document, Some(&origin())).unwrap());
    let properties = package.custom_properties();
    let of = |name: &str| properties.get(name).map(String::as_str);
    assert_eq!(of(property::PROJECT), Some("sample"));
    assert_eq!(of(property::FORM), Some("edpb-dpia"));
    assert_eq!(of(property::FORM_VERSION), Some("1.0.1"));
    assert_eq!(of(property::REPORT_VERSION), None, "it has none");
    assert_eq!(of(property::DATE), Some("2026-11-22"));
    let language = package.part("word/styles.xml").named("w:lang").next().unwrap().get("w:val");
    assert_eq!(language, "en-GB");
    let header = package.part("word/header2.xml").words();
    assert!(header.contains("DRAFT") && header.contains(&document.meta.project), "{header}");
    assert_eq!(package.part("word/header1.xml").words().trim(), "DRAFT", "so does the first page");
    let mut approved = document;
    approved.meta.draft = false;
    let package = sound("approved", &to_docx(&approved, None).unwrap());
    assert!(!package.part("word/header2.xml").words().contains("DRAFT"));
    assert!(package.custom_properties().is_empty());
}

#[test]
fn the_contents_read_without_being_counted_and_sections_have_bookmarks() {
    let (_, document) = reports().swap_remove(0);
    let package = sound("DPIA", &to_docx(&document, None).unwrap());
    let text = package.part("word/document.xml");
    let of_style = |style: &str| -> Vec<String> {
        let styled = text.named("w:p").filter(|paragraph| {
            paragraph.child("w:pPr").is_some_and(|of| of.value("w:pStyle") == style)
        });
        styled.map(|paragraph| paragraph.words().trim().to_owned()).collect()
    };
    let titled = |words: &String| words.split('\t').next_back().unwrap_or_default().to_owned();
    let listed: Vec<String> =
        of_style("TOC1").iter().map(|w| titled(&w.trim().to_owned())).collect();
    let headings: Vec<String> = of_style("Heading1").iter().map(titled).collect();
    assert_eq!(listed, headings);
    assert!(headings.len() > 6, "{headings:?}");
    let named: Vec<&str> = text.named("w:bookmarkStart").map(|mark| mark.get("w:name")).collect();
    for anchor in ["section/0", "section/6", "part/1.1.a", "part/2.3.e", "sources", "sources/a"] {
        assert!(named.contains(&bookmark(anchor).as_str()), "{anchor}");
    }
    assert!(named.iter().filter(|name| name.starts_with("row_")).count() > 100);
}

#[test]
fn each_source_is_a_note_where_it_is_cited_first() {
    for (name, document) in reports() {
        let sources = document.blocks.iter().find_map(|block| match &block.kind {
            BlockKind::Sources(sources) => Some(sources.clone()),
            _ => None,
        });
        let Some(sources) = sources else { continue };
        let package = sound(name, &to_docx(&document, None).unwrap());
        let text = package.part("word/document.xml");
        let cited: Vec<String> =
            text.named("w:endnoteReference").map(|note| note.get("w:id").to_owned()).collect();
        let counted: Vec<String> = (1..=cited.len()).map(|number| number.to_string()).collect();
        assert_eq!(cited, counted, "{name}: programs count the notes as the report does");
        let notes = package.part("word/endnotes.xml");
        for source in &sources {
            let id = source.number.to_string();
            let note = notes.elements().find(|note| note.get("w:id") == id);
            // A source that only a list names, and no text cites, stands in the text before the notes.
            let words = note.map_or_else(|| text.words(), check::Element::words);
            assert!(words.contains(source.words.trim()), "{name}: source {id}");
            for place in &source.places {
                assert!(words.contains(&place.heading), "{name}: source {id}");
            }
        }
        assert!(cited.len() > 20 || sources.len() < 20, "{name}: {} notes", cited.len());
    }
}

#[test]
fn sources_that_are_numbered_out_of_order_keep_their_numbers() {
    let source = |number: u32| Source {
        number,
        anchor: format!("source/{number}"),
        words: format!("Words of {number}"),
        places: Vec::new(),
        answer: String::new(),
        drift: String::new(),
    };
    let cite = |number: u32| Inline::Citation { number, anchor: format!("source/{number}") };
    let blocks = vec![
        Block::new(BlockKind::Paragraph(vec![cite(2), cite(1), cite(2), cite(9), cite(3)])),
        Block::heading(1, "", "Sources").at("sources"),
        Block::new(BlockKind::Sources((1..=4).map(source).collect())),
    ];
    let package = sound("out of order", &to_docx(&specimen::document(blocks), None).unwrap());
    let text = package.part("word/document.xml");
    let first = text.named("w:p").next().unwrap();
    // The word processor would number notes in the order of the citations, so there are none.
    assert_eq!(first.named("w:endnoteReference").count(), 0);
    assert_eq!(first.words(), "[2][1][2][9][3]");
    let links: Vec<&str> = first.named("w:hyperlink").map(|link| link.get("w:anchor")).collect();
    let expected = ["source_2", "source_1", "source_2", "source_3"];
    assert_eq!(links, expected, "a source that is gone is words");
    let places = (1..=4).map(|n| text.words().find(&format!("[{n}]\tWords of {n}")).unwrap());
    assert!(places.is_sorted(), "all sources in the order of their numbers");
    assert!(text.words().contains("[4]\tWords of 4"), "{}", text.words());
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let (_, document) = reports().swap_remove(1);
    let bytes = to_docx(&document, Some(&origin())).unwrap();
    assert_eq!(bytes, to_docx(&document, Some(&origin())).unwrap());
    if std::env::var_os("VURDER_TEST_CHILD").is_some() {
        println!("hash {}", hash(&bytes));
        return;
    }
    // Another process has other seeds for its hash maps.
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["the_same_document_gives_the_same_bytes", "--exact", "--nocapture"])
        .env("VURDER_TEST_CHILD", "1")
        .output()
        .unwrap();
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.contains(&format!("hash {}", hash(&bytes))), "{output}");
}

fn hash(bytes: &[u8]) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn words_are_in_the_language_that_their_run_says() {
    let english = "The samples are kept in the archive of the provider, which is theirs.";
    let mut document = specimen::document(vec![
        Block::heading(1, "1", "Assets"),
        Block::text("Kort svar").written(),
        Block::text(english).written(),
    ]);
    document.meta.language = "nb".into();
    let package = sound("in Norwegian", &to_docx(&document, None).unwrap());
    let part = package.part("word/document.xml");
    let spoken = |words: &str| -> Option<String> {
        let mut runs = part.named("w:r").filter(|run| run.words().contains(words));
        let run = runs.next().expect("a run");
        run.all().find(|one| one.name == "w:lang").map(|one| one.get("w:val").to_owned())
    };
    assert_eq!(spoken("Assets").as_deref(), Some("en-GB"));
    assert_eq!(spoken("Kort svar"), None, "it is that of the document");
    assert_eq!(spoken("The samples").as_deref(), Some("en-GB"));
}

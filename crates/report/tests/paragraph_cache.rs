//! Paragraphs in the cache make a later report faster and change nothing else: its bytes are those of a fresh layout.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

mod sample;
mod specimen;

use proptest::prelude::*;
use vurder_report::document::*;
use vurder_report::{Empty, PdfOptions, lay_out, lay_out_anew, to_pdf};

fn assert_as_anew(document: &Document) {
    let (cached, fresh) = (lay_out(document).unwrap(), lay_out_anew(document));
    assert_eq!(cached.missing, fresh.missing);
    assert_eq!(cached.anchor_areas, fresh.anchor_areas);
    assert!(cached.pages == fresh.pages, "the pages are those of a fresh layout");
    let options = PdfOptions::default();
    assert!(to_pdf(&cached, &options).unwrap() == to_pdf(&fresh, &options).unwrap());
}

/// What a person does between two previews.
#[derive(Debug, Clone)]
enum Edit {
    /// Writes other words into a paragraph.
    Write(usize, String),
    /// Turns emphasis of a paragraph on or off: the same words in another font.
    Emphasise(usize),
    /// Puts a paragraph into a list: the same words in another width.
    PutInList(usize),
    /// Changes the language of the report: words are divided in another way.
    Speak(&'static str),
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = prop::sample::select(vec![
        "Pseudonymisation of the responsibilities of controllers",
        "A fish 🐟 and a tree 🌲 in the databeskyttelsesrådgiver's administration",
        "See https://example.org/a/very/long/address/without/any/hyphen, 9(2)(j)",
        "Short",
        "",
    ]);
    let written = (0..4usize, words, 1..4usize);
    prop_oneof![
        6 => written.prop_map(|(at, words, times)| Edit::Write(at, [words].repeat(times).join(" "))),
        2 => (0..4usize).prop_map(Edit::Emphasise),
        2 => (0..4usize).prop_map(Edit::PutInList),
        1 => prop::sample::select(vec!["en", "da", "nb"]).prop_map(Edit::Speak),
    ]
}

struct Draft {
    words: [(String, bool, bool); 4],
    language: &'static str,
}

impl Draft {
    fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Write(at, words) => self.words[at].0 = words,
            Edit::Emphasise(at) => self.words[at].1 ^= true,
            Edit::PutInList(at) => self.words[at].2 ^= true,
            Edit::Speak(language) => self.language = language,
        }
    }

    fn document(&self) -> Document {
        let mut blocks = vec![Block::heading(1, "1", "What is written")];
        for (at, (words, strong, listed)) in self.words.iter().enumerate() {
            let inline = if *strong { Inline::bold(words) } else { Inline::plain(words) };
            let paragraph =
                Block::new(BlockKind::Paragraph(vec![inline])).at(format!("value/{at}/words"));
            let list = List { start: None, items: vec![vec![paragraph.clone()]] };
            blocks.push(if *listed { Block::new(BlockKind::List(list)) } else { paragraph });
        }
        blocks.push(specimen::items_table(2));
        let mut document = specimen::document(blocks);
        document.meta = specimen::meta(self.language);
        document
    }
}

proptest! {
    // Each step reads all fonts again.
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_report_after_edits_is_what_a_fresh_layout_gives(edits in prop::collection::vec(edit(), 1..6)) {
        let mut draft = Draft { words: Default::default(), language: "en" };
        for edit in edits {
            draft.edit(edit);
            assert_as_anew(&draft.document());
        }
    }
}

#[test]
fn the_sample_after_an_edit_is_what_a_fresh_layout_gives() {
    let content = sample::content();
    let project = sample::project(&content);
    let document = sample::report(&content, &project, "edpb-dpia", Empty::LeaveOut);
    lay_out(&document).unwrap();
    let mut edited = document.clone();
    let first = edited.blocks.iter_mut().find_map(|block| match &mut block.kind {
        BlockKind::Paragraph(inlines) => Some(inlines),
        _ => None,
    });
    first.unwrap().push(Inline::plain(" One more sentence about pseudonymisation."));
    assert_as_anew(&edited);
    // The change is taken back, as by undo.
    assert_as_anew(&document);
}

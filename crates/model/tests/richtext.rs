//! The laws of rich text, for random trees and random Markdown.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use vurder_model::richtext::{
    Block, HeadingAttrs, Inline, ListItem, Mark, OrderedListAttrs, RichText, TableCell, TableRow,
    markdown_plain_text, markdown_says_something, markdown_shows_nothing, says_something,
    shows_nothing,
};

/// Snippets that Markdown could misread, and ordinary words in several scripts.
const WORDS: &[&str] = &[
    "a",
    "word",
    "two words",
    "æøå",
    "Ωμέγα",
    "Жизнь",
    "漢字",
    "🧬",
    "👩‍🔬",
    "Ⓐ",
    "é",
    "e\u{301}",
    "1",
    "12",
    "1.",
    "1)",
    "123456789.",
    "1234567890.",
    ".",
    ")",
    "(",
    "-",
    "- ",
    "+",
    "+ ",
    "*",
    "* ",
    "**",
    "***",
    "_",
    "__",
    "a_b",
    "_a_",
    "*a*",
    "#",
    "# ",
    "##",
    "#a",
    ">",
    "> ",
    "<",
    "<b>",
    "<br>",
    "<br/>",
    "<!-- c -->",
    "<!---->",
    "<a@b.c>",
    "</p>",
    "<https://a.b>",
    "< 5",
    "<?",
    "&",
    "&amp;",
    "&amp",
    "&#98;",
    "&#",
    "&;",
    "R&D",
    "\\",
    "\\\\",
    "\\*",
    "`",
    "``",
    "```",
    "~",
    "~~",
    "~~~",
    "|",
    "||",
    "|-",
    "| a |",
    "---",
    "--",
    "===",
    "=",
    ":-",
    ":-:",
    "-|-",
    ":",
    "[",
    "]",
    "[a]",
    "[a](b)",
    "](",
    "]:",
    "[a]: b",
    "![",
    "!",
    "![a](b)",
    "[^1]",
    "[ ]",
    "\"",
    "'",
    "...",
    " ",
    "  ",
    "    ",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "\u{85}",
    "\u{0}",
    "\u{b}",
    "\u{c}",
    "\u{7f}",
    "\n",
    "\r\n",
    "\n\n",
    "https://a.no/x_y_z",
    "C:\\data",
    "$",
    "$$",
    "^",
    "{#id}",
    "—",
    "«",
    "»",
    "“q”",
    "…",
    "№",
    "€",
    "§ 35",
    "art. 32(1)(b)",
    "\u{301}",
    "\u{fe0f}",
    "%",
    "@",
    "+++",
    ":::",
];

fn words() -> impl Strategy<Value = String> {
    let snippet = prop_oneof![
        8 => proptest::sample::select(WORDS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{0,6}",
    ];
    proptest::collection::vec(snippet, 0..4).prop_map(|parts| parts.concat())
}

fn marks() -> impl Strategy<Value = Vec<Mark>> {
    let href = prop_oneof![
        Just("https://docs.hdc.ntnu.no/govern-science/".to_owned()),
        Just("https://en.wikipedia.org/wiki/A_(b)".to_owned()),
        Just("http://a.b/c d?e=1&amp;f=2&g|h".to_owned()),
        Just("mailto:post@example.org".to_owned()),
        Just("#risk-3".to_owned()),
        Just("javascript:alert(1)".to_owned()),
        words().prop_map(|w| format!("https://a.b/{w}")),
        words(),
    ];
    let mark = prop_oneof![
        3 => Just(Mark::Strong {}),
        3 => Just(Mark::Em {}),
        2 => href.prop_map(Mark::link),
    ];
    prop_oneof![2 => Just(Vec::new()), 2 => proptest::collection::vec(mark, 0..4)]
}

fn inline() -> impl Strategy<Value = Inline> {
    let id = prop_oneof![4 => "[a-z0-9-]{1,8}", 1 => words()];
    prop_oneof![
        8 => (words(), marks()).prop_map(|(text, marks)| Inline::marked(text, marks)),
        1 => Just(Inline::HardBreak {}),
        1 => id.prop_map(Inline::citation),
    ]
}

fn line() -> impl Strategy<Value = Vec<Inline>> {
    proptest::collection::vec(inline(), 0..6)
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        4 => line().prop_map(Block::paragraph),
        1 => (0..8_u8, line()).prop_map(|(level, content)| Block::Heading {
            attrs: HeadingAttrs { level },
            content
        }),
    ];
    leaf.prop_recursive(5, 24, 4, |inner| {
        let blocks = proptest::collection::vec(inner, 0..4);
        let items = proptest::collection::vec(
            blocks.clone().prop_map(|content| ListItem { content }),
            0..4,
        );
        let start = prop_oneof![Just(1_u32), 0..20_u32, Just(999_999_999), any::<u32>()];
        let cell = (any::<bool>(), blocks).prop_map(|(header, content)| {
            if header {
                TableCell::TableHeader { content }
            } else {
                TableCell::TableCell { content }
            }
        });
        let row = proptest::collection::vec(cell, 0..4).prop_map(|content| TableRow { content });
        prop_oneof![
            2 => items.clone().prop_map(|content| Block::BulletList { content }),
            2 => (start, items).prop_map(|(start, content)| Block::OrderedList {
                attrs: OrderedListAttrs { start },
                content
            }),
            1 => proptest::collection::vec(row, 0..4).prop_map(|content| Block::Table { content }),
        ]
    })
}

fn tree() -> impl Strategy<Value = RichText> {
    proptest::collection::vec(block(), 0..5).prop_map(|content| RichText { content })
}

fn markdown() -> impl Strategy<Value = String> {
    let glue = proptest::sample::select(
        &["", "", " ", "\n", "\n\n", "\n- ", "\n  ", "\n    ", "\n> ", "| "][..],
    );
    proptest::collection::vec((words(), glue), 0..12)
        .prop_map(|parts| parts.into_iter().map(|(a, b)| a + b).collect())
}

/// The characters of a text without white space.
fn letters(text: &RichText) -> String {
    text.plain_text().chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markdown_says_every_normalised_tree(tree in tree()) {
        let tree = tree.normalise();
        let markdown = tree.to_markdown();
        prop_assert_eq!(RichText::from_markdown(&markdown), tree, "through:\n{}", markdown);
    }

    #[test]
    fn one_line_of_text_comes_back(content in line()) {
        let tree = RichText { content: vec![Block::paragraph(content)] }.normalise();
        let markdown = tree.to_markdown();
        prop_assert_eq!(RichText::from_markdown(&markdown), tree, "through:\n{}", markdown);
    }

    #[test]
    fn normalising_twice_is_normalising_once(tree in tree()) {
        let once = tree.normalise();
        prop_assert_eq!(once.normalise(), once);
    }

    #[test]
    fn normalising_loses_no_letter(tree in tree()) {
        // Markdown cannot hold U+0000.
        let letters = |tree: &RichText| letters(tree).replace('\0', "\u{fffd}");
        prop_assert_eq!(letters(&tree.normalise()), letters(&tree));
    }

    #[test]
    fn any_markdown_settles_after_one_step(markdown in markdown()) {
        let read = RichText::from_markdown(&markdown);
        prop_assert_eq!(&read.normalise(), &read);
        let written = read.to_markdown();
        prop_assert_eq!(RichText::from_markdown(&written).to_markdown(), written);
    }

    #[test]
    fn json_is_the_same_tree(tree in tree()) {
        let tree = tree.normalise();
        let json = serde_json::to_string(&tree).unwrap();
        prop_assert_eq!(serde_json::from_str::<RichText>(&json).unwrap(), tree);
    }
}

#[test]
fn ordinary_writing_stays_readable() {
    for markdown in [
        "The cohort of 12 000 people (R&D, \"Phase 2\") keeps 5 * 3 files; p < 0.05, snake_case, C:/data, 100 %.",
        "Bold **words**, *italic*, ***both***, a [link](https://docs.hdc.ntnu.no/contact) and [H05](cite:H05).",
        "Line one\\\nline two",
        "## Heading\n\nText - with a dash, 1. number, # hash, + plus.\n\n- one\n- two\n  - two a\n  - two b\n- three",
        "1. first\n\n2. second\n\n   More of the second.\n\nAfter.",
        "| Item | Kept for |\n| --- | --- |\n| Blodprøver | 10 years<br>then deleted |\n|  | — |",
        "Личные данные, γονιδίωμα, æøå, 🧬, [sic], e.g. art. 32(1)(b).",
    ] {
        assert_eq!(RichText::from_markdown(markdown).to_markdown(), markdown);
    }
}

#[test]
fn what_is_unsupported_degrades_to_its_words() {
    let cases = [
        ("`code` and <b>tag</b>", "code and <b>tag</b>"),
        ("```rust\nlet a;\nlet b;\n```", "let a;\nlet b;"),
        ("> quoted\n> twice", "quoted twice"),
        ("<div onclick='x()'>\nraw\n</div>", "<div onclick='x()'>\nraw\n</div>"),
        ("![an image](a.png) ![](b.png)", "an image b.png"),
        ("##### deep", "deep"),
        ("[bad](javascript:alert) [file](other.md)", "bad file"),
        ("~~gone~~ [ ] task[^1]", "~~gone~~ [ ] task[^1]"),
        ("above\n\n---\n\nbelow", "above\nbelow"),
        ("a<br>b", "a<br>b"),
        ("[label **bold**](cite:c-1)", ""),
        ("Kept [H01](cite:c-1) for long [H02](cite:c-2).", "Kept for long."),
    ];
    for (markdown, words) in cases {
        let text = RichText::from_markdown(markdown);
        assert_eq!(text.plain_text(), words, "of {markdown}");
        assert_eq!(RichText::from_markdown(&text.to_markdown()), text);
    }
    let link = RichText::from_markdown("[bad](javascript:alert)");
    assert_eq!(link.content, [Block::paragraph([Inline::text("bad")])]);
}

#[test]
fn json_is_the_editors_document() {
    let text = RichText::from_markdown("**a** [x](cite:c1)\\\nb\n\n3. i\n\n| h |\n|---|\n|  |");
    let json = serde_json::json!({"type": "doc", "content": [
        {"type": "paragraph", "content": [
            {"type": "text", "text": "a", "marks": [{"type": "strong"}]},
            {"type": "text", "text": " "},
            {"type": "citation", "attrs": {"id": "c1"}},
            {"type": "hard_break"},
            {"type": "text", "text": "b"}]},
        {"type": "ordered_list", "attrs": {"start": 3}, "content": [
            {"type": "list_item", "content": [
                {"type": "paragraph", "content": [{"type": "text", "text": "i"}]}]}]},
        {"type": "table", "content": [
            {"type": "table_row", "content": [{"type": "table_header", "content": [
                {"type": "paragraph", "content": [{"type": "text", "text": "h"}]}]}]},
            {"type": "table_row", "content": [{"type": "table_cell", "content": [
                {"type": "paragraph"}]}]}]}]});
    assert_eq!(serde_json::to_value(&text).unwrap(), json);
    // Attributes that the editor adds (marks on a break, the column widths of a table) are ignored.
    let edited = r#"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"hard_break","marks":[{"type":"strong"}]},
        {"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":"https://a.b","title":null}}]}]}]}"#;
    let edited: RichText = serde_json::from_str(edited).unwrap();
    assert_eq!(edited.to_markdown(), "[a](https://a.b)");
    assert!(
        serde_json::from_str::<RichText>(r#"{"type":"doc","content":[{"type":"code_block"}]}"#)
            .is_err()
    );
    assert_eq!(
        serde_json::to_string(&RichText::default()).unwrap(),
        r#"{"type":"doc","content":[]}"#
    );
}

#[test]
fn citations_are_found_everywhere() {
    let text = RichText::from_markdown(
        "# [a](cite:one)\n\n- x [b](cite:two)\n  - [c](cite:three)\n\n| [d](cite:four) |\n|---|\n| [e](cite:one) |",
    );
    assert_eq!(text.citations(), ["one", "two", "three", "four", "one"]);
}

#[test]
fn blank_text_is_empty() {
    for blank in ["", " \n\n ", "&#32;&nbsp;", "#", "- ", "<!-- -->x"] {
        let text = RichText::from_markdown(blank);
        assert_eq!(text.is_empty(), blank != "<!-- -->x", "of {blank:?}: {text:?}");
    }
    assert_eq!(RichText::from_plain("a\r\nb\n\n\n c").to_markdown(), "a\\\nb\n\n&#32;c");
}

#[test]
fn depth_and_size_do_no_harm() {
    for hostile in [
        "- ".repeat(20_000) + "deep",
        "> ".repeat(20_000) + "deep",
        "[".repeat(50_000) + "deep",
        "*a _b ".repeat(20_000) + "deep",
        (0..500).map(|n| " ".repeat(n * 2) + "- deep\n").collect(),
        "| ".repeat(2_000) + "\n" + &"|-".repeat(2_000) + "\n| deep",
    ] {
        let text = RichText::from_markdown(&hostile);
        assert!(text.plain_text().contains("deep"));
        let json = serde_json::to_string(&text).unwrap();
        assert_eq!(serde_json::from_str::<RichText>(&json).unwrap(), text);
        assert_eq!(RichText::from_markdown(&text.to_markdown()), text);
    }
}

/// If the tree were read as an empty document, the next save would overwrite the text.
#[test]
fn what_is_no_document_is_not_taken_for_an_empty_one() {
    for wrong in [
        r#"{"type": "paragraph", "content": []}"#,
        r#"{"content": []}"#,
        r#"{"type": "doc", "contents": [{"type": "paragraph"}]}"#,
        r#"{"type": "doc", "content": [{"type": "bullet_list", "content": [{"type": "paragraph"}]}]}"#,
        r#"{"type": "doc", "content": [{"type": "table", "content": [{"type": "list_item"}]}]}"#,
        r#"{"type": "doc", "content": [{"type": "video"}]}"#,
    ] {
        assert!(serde_json::from_str::<RichText>(wrong).is_err(), "{wrong}");
    }
    let empty = serde_json::from_str::<RichText>(r#"{"type": "doc"}"#).unwrap();
    assert!(empty.is_empty());
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(300)
}

proptest! {
    #[test]
    fn a_quick_look_says_the_same_as_reading(markdown in markdown()) {
        let text = RichText::from_markdown(&markdown);
        let seen = !shows_nothing(&text.plain_text()) || text.cites();
        prop_assert_eq!(markdown_shows_nothing(&markdown), !seen);
        let expected = says_something(&text.plain_text()) || text.cites();
        prop_assert_eq!(markdown_says_something(&markdown), expected);
    }

    #[test]
    fn plain_words_are_read_as_they_are_written(words in "[A-Za-zÀ-ž0-9 ,;()/.-]{0,40}", markdown in markdown()) {
        for text in [words, markdown] {
            prop_assert_eq!(markdown_plain_text(&text), RichText::from_markdown(&text).plain_text());
        }
    }
}

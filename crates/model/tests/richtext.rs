//! The laws of rich text, over arbitrary trees and arbitrary Markdown.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use vurder_model::richtext::{
    Block, HeadingAttrs, Inline, ListItem, Mark, OrderedListAttrs, RichText, TableCell, TableRow,
};

/// Snippets that Markdown could misread, beside ordinary words in several scripts.
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

/// The characters of a text, white space apart.
fn letters(text: &RichText) -> String {
    text.plain_text().chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

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
        let written = letters(&tree).replace('\0', "\u{fffd}");
        // A citation without an id is nothing.
        let written = written.replace("[]", "");
        prop_assert_eq!(letters(&tree.normalise()).replace("[]", ""), written);
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

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(300)
}

//! Unusual documents, which must still give valid files.

use proptest::prelude::*;
use vurder_model::id::RowId;
use vurder_model::report_address::AnswerAddress;
use vurder_report::document::*;
use vurder_report::to_docx;

use super::check::sound;
use super::specimen;

const ODD: [&str; 9] = [
    "",
    " \n\n ",
    "\u{0}\u{1}\u{b}\u{c}\u{1f}\u{7f}\u{fffe}\u{ffff}",
    "e\u{301}o\u{308} 👩\u{200d}👩\u{200d}👧 🇳🇴",
    "\u{202e}abc\u{202c} \u{2066}x\u{2069} \u{200b}\u{feff}",
    "שלום עולם and مرحبا بالعالم",
    "שלום",
    "]]> <w:p/> & \" ' <!-- --> <?x?>",
    "a\tb\r\nc\u{2028}d\u{2029}e",
];

fn address(row: &str, field: &str) -> AnswerAddress {
    AnswerAddress::new(RowId::new(row).unwrap(), field)
}

fn column(kind: ColumnKind) -> Column {
    Column::new("Head", 1.0, kind)
}

/// Every kind of block with the same words.
fn all_with(words: &str) -> Vec<Block> {
    let inline = || {
        vec![
            Inline::Lead(vec![Inline::plain(words)]),
            Inline::Answer {
                address: address("r", "b"),
                missing: false,
                content: vec![Inline::bold(words)],
            },
            Inline::plain(words),
            Inline::Link { href: words.into(), content: vec![Inline::plain(words)] },
            Inline::Link {
                href: "https://a.example/x y".into(),
                content: vec![Inline::plain(words)],
            },
            Inline::Citation { number: 7, anchor: "source/7".into() },
            Inline::RowRef { label: words.into(), anchor: "row/gone".into() },
            Inline::Label(words.into()),
            Inline::Remark(words.into()),
            Inline::Break,
        ]
    };
    let paragraph = || Block::new(BlockKind::Paragraph(inline()));
    let kinds = [ColumnKind::Text, ColumnKind::Number, ColumnKind::Short, ColumnKind::Figure];
    let cells = || {
        (0..4)
            .map(|_| Cell {
                anchor: Some(words.into()),
                blocks: vec![paragraph()],
                level: Some(Level(0.4)),
            })
            .collect()
    };
    let table = Table {
        caption: Some(words.into()),
        columns: kinds.into_iter().map(column).collect(),
        rows: vec![
            TableRow::Group(words.into()),
            TableRow::Cells { anchor: Some(words.into()), cells: cells() },
        ],
        inset: true,
    };
    let pair = || Pair {
        anchor: Some(words.into()),
        label: words.into(),
        value: vec![
            paragraph().answer(address("r", "a")),
            Block::text(words).answer(address("r", "a")),
        ],
    };
    vec![
        Block::heading(1, words, words).at(words),
        Block::heading(4, "", words).answering(&[words.to_owned()]),
        paragraph().at(words).answer(address("r", "a")),
        Block::new(BlockKind::Note(inline())),
        Block::new(BlockKind::Prompt(words.into())).answer(address("r", "a")),
        Block::new(BlockKind::List(List {
            start: Some(u32::MAX),
            items: vec![vec![paragraph()], Vec::new()],
        })),
        Block::new(BlockKind::Table(table)),
        Block::new(BlockKind::KeyValue(vec![pair()])),
        Block::new(BlockKind::Card(Card {
            number: words.into(),
            title: Vec::new(),
            levels: vec![Mark { label: words.into(), words: words.into(), level: Level(9.0) }],
            facts: vec![(words.into(), inline())],
            pairs: vec![pair()],
        })),
    ]
}

#[test]
fn texts_that_no_keyboard_writes_are_sound() {
    for words in ODD {
        let mut document = specimen::document(all_with(words));
        document.meta.title = words.into();
        document.meta.project = words.into();
        document.meta.authors = vec![words.into()];
        document.words.page_of = format!("{words}{{x}} of {{{{y}} {{");
        sound(words, &to_docx(&document, None).unwrap());
    }
}

#[test]
fn words_are_kept_and_what_xml_lacks_is_left_out() {
    let words = "left\u{0} \u{1}right & <b> 👩\u{200d}👧";
    let package =
        sound("words", &to_docx(&specimen::document(vec![Block::text(words)]), None).unwrap());
    assert_eq!(package.part("word/document.xml").words(), "left right & <b> 👩\u{200d}👧\n");
}

#[test]
fn words_from_right_to_left_say_so() {
    let of = |words: &str| {
        let blocks = vec![Block::text(words)];
        let package = sound(words, &to_docx(&specimen::document(blocks), None).unwrap());
        let text = package.part("word/document.xml").clone();
        (text.named("w:bidi").count(), text.named("w:rtl").count())
    };
    assert_eq!(of("שלום עולם"), (1, 1));
    assert_eq!(of("plain words"), (0, 0));
    assert_eq!(of("first English, then שלום"), (0, 0));
}

#[test]
fn a_word_of_500_letters_and_2000_rows_are_sound() {
    let rows = (0..2000)
        .map(|n| TableRow::Cells {
            anchor: Some(format!("row/r{n}")),
            cells: vec![
                Cell::text(format!("R{n}")),
                Cell {
                    blocks: vec![
                        Block::text("x".repeat(500)).answer(address(&format!("r{n}"), "name")),
                    ],
                    ..Cell::default()
                },
            ],
        })
        .collect();
    let table = Table {
        columns: vec![column(ColumnKind::Number), column(ColumnKind::Text)],
        rows,
        ..Table::default()
    };
    let started = std::time::Instant::now();
    let bytes =
        to_docx(&specimen::document(vec![Block::new(BlockKind::Table(table))]), None).unwrap();
    let took = started.elapsed();
    assert!(took.as_secs() < 10, "{took:?}");
    let package = sound("2000 rows", &bytes);
    assert_eq!(package.part("word/document.xml").named("w:sdt").count(), 2000);
    assert_eq!(package.part("word/document.xml").named("w:bookmarkStart").count(), 2000);
}

#[test]
fn rows_with_too_few_and_too_many_cells_meet_the_grid() {
    let row = |n: usize| TableRow::Cells {
        anchor: None,
        cells: (0..n).map(|n| Cell::text(format!("cell {n}"))).collect(),
    };
    let table = |columns: usize, rows| {
        let columns = (0..columns).map(|_| column(ColumnKind::Text)).collect();
        Block::new(BlockKind::Table(Table { columns, rows, ..Table::default() }))
    };
    let blocks = vec![
        table(3, vec![row(0), row(1), row(5), TableRow::Group("alone".into())]),
        table(0, vec![row(2)]),
        table(2, Vec::new()),
        table(30, vec![row(2)]),
        Block::new(BlockKind::PageBreak),
        table(1, vec![row(1)]),
        Block::new(BlockKind::PageBreak),
    ];
    let package = sound("rows", &to_docx(&specimen::document(blocks), None).unwrap());
    // Cells beyond the columns are left out.
    assert!(!package.part("word/document.xml").words().contains("cell 3"));
}

#[test]
fn an_address_that_is_too_long_for_a_tag_has_no_control_and_keeps_its_words() {
    let long = address(&"r".repeat(40), &"f".repeat(30));
    let blocks = vec![Block::text("kept").answer(long)];
    let package = sound("long", &to_docx(&specimen::document(blocks), None).unwrap());
    assert_eq!(package.part("word/document.xml").named("w:sdt").count(), 0);
    assert!(package.part("word/document.xml").words().contains("kept"));
}

fn any_block(depth: u32) -> BoxedStrategy<Block> {
    let words = || prop_oneof!["[a-zæøå ]{0,40}", "[\\PC]{0,20}", "\\PC{0,10}|[\u{0}-\u{20}]{0,9}"];
    let answer =
        prop_oneof![Just(None), Just(Some(address("r", "f"))), Just(Some(address("r", "g")))];
    let text = (words(), answer.clone()).prop_map(|(w, a)| Block { address: a, ..Block::text(w) });
    let heading = (1..5_u8, words()).prop_map(|(level, w)| Block::heading(level, "1.1", w));
    if depth == 0 {
        return prop_oneof![text, heading].boxed();
    }
    let inner = || prop::collection::vec(any_block(depth - 1), 0..3);
    let list = (prop::collection::vec(inner(), 0..4), prop::option::of(0..9_u32))
        .prop_map(|(items, start)| Block::new(BlockKind::List(List { start, items })));
    let table = (1..4_usize, prop::collection::vec(prop::collection::vec(inner(), 0..4), 0..4))
        .prop_map(|(columns, rows)| {
            let cells = |row: Vec<Vec<Block>>| {
                row.into_iter().map(|blocks| Cell { blocks, ..Cell::default() }).collect()
            };
            let rows = rows
                .into_iter()
                .map(|row| TableRow::Cells { anchor: None, cells: cells(row) })
                .collect();
            let columns = (0..columns).map(|_| column(ColumnKind::Text)).collect();
            Block::new(BlockKind::Table(Table { columns, rows, ..Table::default() }))
        });
    let pair = || (words(), inner()).prop_map(|(label, value)| Pair { anchor: None, label, value });
    let pairs = prop::collection::vec(pair(), 0..3)
        .prop_map(|pairs| Block::new(BlockKind::KeyValue(pairs)));
    let card = (words(), prop::collection::vec(pair(), 0..3)).prop_map(|(title, pairs)| {
        Block::new(BlockKind::Card(Card {
            number: "R1".into(),
            title: vec![Inline::plain(title)],
            pairs,
            ..Card::default()
        }))
    });
    let broken = Just(Block::new(BlockKind::PageBreak));
    (prop_oneof![3 => text, 1 => heading, 1 => list, 1 => table, 1 => pairs, 1 => card, 1 => broken], answer)
        .prop_map(|(block, address)| Block { address, ..block })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn any_tree_becomes_a_sound_file(blocks in prop::collection::vec(any_block(2), 0..10)) {
        let found = super::check::problems(&to_docx(&specimen::document(blocks), None).unwrap());
        prop_assert!(found.is_empty(), "{found:#?}");
    }
}

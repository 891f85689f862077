//! Unusual documents, which must not break the layout.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

mod specimen;

use proptest::prelude::*;
use vurder_report::document::*;
use vurder_report::{AnchorArea, lay_out, page_words, render};

fn cell(blocks: Vec<Block>) -> Cell {
    Cell { anchor: None, blocks, level: None }
}

fn table(columns: usize, rows: Vec<TableRow>) -> Block {
    let columns =
        (0..columns).map(|n| Column::new(format!("Column {n}"), 1.0, ColumnKind::Text)).collect();
    Block::new(BlockKind::Table(Table { caption: None, columns, rows, inset: false }))
}

fn nested_list(depth: usize) -> Block {
    let mut items = vec![vec![Block::text(format!("Depth {depth} administrative responsibility"))]];
    if depth > 0 {
        items[0].push(nested_list(depth - 1));
    }
    Block::new(BlockKind::List(List { start: depth.is_multiple_of(2).then_some(98), items }))
}

#[test]
fn twenty_columns_with_deep_lists_are_set() {
    let cells = (0..20).map(|_| cell(vec![nested_list(8)])).collect();
    let made = render(&specimen::document(vec![table(
        20,
        vec![TableRow::Cells { anchor: Some("row".into()), cells }],
    )]));
    assert!(made.unwrap().anchor_areas.contains_key("row"));
}

#[test]
fn rows_with_too_few_and_too_many_cells_are_set() {
    let row = |n: usize| TableRow::Cells {
        anchor: None,
        cells: (0..n).map(|n| Cell::text(format!("cell {n}"))).collect(),
    };
    let made = render(&specimen::document(vec![
        table(3, vec![row(0), row(1), row(5), TableRow::Group("alone at the end".into())]),
        table(0, vec![row(2)]),
        table(2, Vec::new()),
    ]));
    assert_eq!(made.unwrap().pages, 1);
}

#[test]
fn the_words_of_a_page_are_told_apart_where_cells_stand_side_by_side() {
    let bold = Emphasis { bold: true, ..Emphasis::default() };
    let mixed = vec![
        Inline::plain("half"),
        Inline::Text { text: "bold".to_owned(), emphasis: bold },
        Inline::plain(" word"),
    ];
    let cells = vec![
        Cell::text("one"),
        Cell::text("two"),
        cell(vec![Block::new(BlockKind::Paragraph(mixed))]),
    ];
    let rows = vec![TableRow::Cells { anchor: None, cells }];
    let laid = lay_out(&specimen::document(vec![table(3, rows)])).unwrap();
    let words: Vec<String> = laid.pages.iter().map(|page| page_words(page, &laid)).collect();
    let words = words.join(" ");
    assert!(words.contains("one two halfbold word"), "{words}");
}

#[test]
fn a_head_higher_than_a_page_ends() {
    let mut block = table(2, Vec::new());
    if let BlockKind::Table(table) = &mut block.kind {
        table.columns[0].head = vec![Inline::plain("very long head ".repeat(2000))];
        table.rows = (0..30)
            .map(|n| TableRow::Cells {
                anchor: Some(format!("row-{n}")),
                cells: vec![Cell::text("a"), Cell::text("b")],
            })
            .collect();
    }
    let made = render(&specimen::document(vec![block])).unwrap();
    assert_eq!((0..30).filter(|n| made.anchor_areas.contains_key(&format!("row-{n}"))).count(), 30);
}

#[test]
fn only_page_breaks_and_empty_words_are_set() {
    let blocks = vec![
        Block::new(BlockKind::PageBreak),
        Block::new(BlockKind::PageBreak),
        Block::text(""),
        Block::text(" \n\n "),
        Block::new(BlockKind::Paragraph(Vec::new())),
        Block::heading(1, "", ""),
        Block::new(BlockKind::KeyValue(Vec::new())),
        Block::new(BlockKind::Contents),
        Block::new(BlockKind::Sources(Vec::new())),
        Block::new(BlockKind::PageBreak),
    ];
    assert!(render(&specimen::document(blocks)).unwrap().pages <= 2);
}

#[test]
fn a_megabyte_in_one_cell_is_set_whole() {
    let cells = vec![Cell::text("left"), Cell::text("word and more ".repeat(30_000))];
    let rows = vec![TableRow::Cells { anchor: Some("row".into()), cells }];
    let made = render(&specimen::document(vec![table(2, rows)])).unwrap();
    let places: &[AnchorArea] = &made.anchor_areas["row"];
    assert_eq!(places.len(), made.pages, "it goes on over all pages");
    assert!(made.pages > 50, "{} pages", made.pages);
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zæøå ]{0,60}",
        "[\\PC]{0,30}",
        Just("e\u{301}o\u{308} 👩‍👩‍👧 \u{202e}abc\u{202c} \u{0} \t\n\n ﬁ".to_owned()),
        Just("https://example.org/a/very/long/address-that-has/no-end?x=1&y=2#z".to_owned()),
    ]
}

fn block(depth: u32) -> BoxedStrategy<Block> {
    let text = words().prop_map(Block::text);
    let heading = (1..5_u8, words()).prop_map(|(level, text)| Block::heading(level, "1.1", text));
    if depth == 0 {
        return prop_oneof![text, heading].boxed();
    }
    let list = prop::collection::vec(prop::collection::vec(block(depth - 1), 0..3), 0..4)
        .prop_map(|items| Block::new(BlockKind::List(List { start: Some(1), items })));
    let rows = prop::collection::vec(
        prop::collection::vec(prop::collection::vec(block(depth - 1), 0..2), 0..4),
        0..5,
    );
    let rows = (1..4_usize, rows).prop_map(|(columns, rows)| {
        let rows = rows
            .into_iter()
            .map(|cells| TableRow::Cells {
                anchor: None,
                cells: cells.into_iter().map(cell).collect(),
            })
            .collect();
        table(columns, rows)
    });
    let pairs =
        prop::collection::vec((words(), prop::collection::vec(block(depth - 1), 0..3)), 0..4)
            .prop_map(|pairs| {
                let pairs = pairs
                    .into_iter()
                    .map(|(label, value)| Pair { anchor: None, label, value })
                    .collect();
                Block::new(BlockKind::KeyValue(pairs))
            });
    prop_oneof![3 => text, 1 => heading, 1 => list, 1 => rows, 1 => pairs].boxed()
}

/// Collects words that every PDF reader gives back unchanged, whatever the layout: letters and digits only.
fn plain_words(text: &str, found: &mut Vec<String>) {
    // Words that are set from right to left on purpose come back from right to left.
    if text.contains('\u{202e}') {
        return;
    }
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| w.len() >= 3);
    found.extend(words.map(str::to_owned));
}

/// Collects all such words of the blocks, as often as they occur.
fn words_of(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(inlines) => {
                for inline in inlines {
                    if let Inline::Text { text, .. } = inline {
                        plain_words(text, found);
                    }
                }
            }
            BlockKind::Heading { text, .. } => {
                plain_words(&vurder_report::document::plain_words(text), found)
            }
            BlockKind::List(list) => list.items.iter().for_each(|item| words_of(item, found)),
            BlockKind::KeyValue(pairs) => {
                for pair in pairs {
                    plain_words(&pair.label, found);
                    words_of(&pair.value, found);
                }
            }
            BlockKind::Table(table) => {
                for row in &table.rows {
                    if let TableRow::Cells { cells, .. } = row {
                        // Cells beyond the columns are left out.
                        let cells = cells.iter().take(table.columns.len());
                        cells.for_each(|cell| words_of(&cell.blocks, found));
                    }
                }
            }
            _ => {}
        }
    }
}

fn read_back(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("any.pdf");
    std::fs::write(&file, pdf).unwrap();
    let output = std::process::Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(&file)
        .arg("-")
        .output();
    let output = output.expect("pdftotext (package poppler-utils)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    // In the text of a PDF, nobody can tell a divided word from a hyphen that a person wrote.
    let text = String::from_utf8(output.stdout).unwrap();
    text.chars().filter(|c| c.is_ascii_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn any_tree_becomes_a_file(blocks in prop::collection::vec(block(2), 0..12)) {
        let mut words = Vec::new();
        words_of(&blocks, &mut words);
        let made = render(&specimen::document(blocks)).unwrap();
        prop_assert!(made.pages >= 1);
        prop_assert!(made.pdf.starts_with(b"%PDF-1.7"));
        let text = read_back(&made.pdf);
        for word in &words {
            prop_assert!(text.contains(word.as_str()), "{word} is lost");
        }
    }
}

//! Unusual input: it is set in full, within the margins, and nothing overlaps.

use chrono::Days;
use vurder_report::document::*;
use vurder_report::{Document, Laid, MOST_PIXELS, Picture, PictureFault, lay_out};

use super::ink::assert_in_place;
use super::specimen;

/// A word of five hundred letters that cannot be divided.
pub fn long_word() -> String {
    "x".repeat(500)
}

fn cells(words: &[&str]) -> TableRow {
    TableRow::Cells { anchor: None, cells: words.iter().map(|text| Cell::text(*text)).collect() }
}

fn table(heads: &[&str], kind: ColumnKind, rows: Vec<TableRow>) -> Block {
    let column = |head: &&str| Column::new(*head, 1.0, kind);
    let columns = heads.iter().map(column).collect();
    Block::new(BlockKind::Table(Table { caption: None, columns, rows, inset: false }))
}

fn nested(depth: usize, block: Block) -> Block {
    (0..depth).fold(block, |inner, at| {
        let start = (at % 2 == 0).then_some(98);
        let items = vec![vec![Block::text("An item"), inner]];
        Block::new(BlockKind::List(List { start, items }))
    })
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![90; (width * height) as usize]).unwrap();
    writer.finish().unwrap();
    bytes
}

fn figure(width: u32, height: u32) -> Block {
    let picture = Picture::read(&png(width, height)).unwrap().into();
    let caption = format!("Figure 1: {} {}", long_word(), "a caption of many words ".repeat(30));
    Block::new(BlockKind::Figure(Figure { picture, caption, alternative: "Grey".into() }))
}

fn card(levels: usize, name: &str) -> Block {
    let mark = |at: usize| Mark {
        label: format!("Level {at} {name}"),
        words: name.to_owned(),
        level: Level(0.4),
    };
    Block::new(BlockKind::Card(Card {
        number: "R1000".into(),
        title: vec![Inline::plain(format!("A risk {}", long_word()))],
        levels: (0..levels).map(mark).collect(),
        facts: vec![("Owner".into(), vec![Inline::plain(long_word())])],
        pairs: vec![Pair {
            anchor: None,
            label: long_word(),
            value: vec![Block::text(long_word()), nested(12, Block::text(long_word()))],
        }],
    }))
}

fn pair(label: &str, value: &str) -> Pair {
    Pair { anchor: None, label: label.into(), value: vec![Block::text(value)] }
}

/// Text from right to left, invisible marks, control characters, emoji, letters with many marks.
pub const SIGNS: &str = "Before \u{202e}turned\u{202c} שלום עולם (12) after; a\u{200b}b\u{200d}c\u{feff}d \u{0}\u{7}\u{1b} \
    tab\tend \u{2028} new 👩‍👩‍👧 🌲 e\u{301}o\u{308}\u{323} ﷽ \u{fffd} \u{e000} \u{10ffff} 漢字 e\u{308}\u{308}.";

/// A document of this input.
pub fn document() -> Document {
    let word = long_word();
    let wide: Vec<String> = (0..30).map(|at| format!("Column {at}")).collect();
    let wide: Vec<&str> = wide.iter().map(String::as_str).collect();
    let gone = Inline::Citation { number: 7, anchor: "source/gone".into() };
    let blocks = vec![
        Block::new(BlockKind::Cover(Cover {
            kicker: word.clone(),
            title: word.clone(),
            subtitle: SIGNS.into(),
            particulars: vec![pair(&word, &word), pair("Version", SIGNS)],
        })),
        Block::new(BlockKind::PageBreak),
        Block::new(BlockKind::Contents),
        Block::heading(1, "1", word.clone()),
        Block::heading(2, "1.1", SIGNS),
        Block::text(format!("{word} and {SIGNS} ").repeat(4)),
        Block::text("שלום עולם אבגד ".repeat(60)),
        Block::new(BlockKind::Paragraph(vec![Inline::plain("A citation of nothing"), gone])),
        Block::new(BlockKind::Note(vec![Inline::plain(word.clone())])),
        Block::new(BlockKind::Prompt(word.clone())),
        Block::new(BlockKind::KeyValue(vec![pair(&word, &word), pair("", SIGNS)])),
        table(
            &["Name", &word, "Days"],
            ColumnKind::Short,
            vec![TableRow::Group(word.clone()), cells(&[&word, SIGNS, "22 November 2026"])],
        ),
        table(
            &["A", "B"],
            ColumnKind::Text,
            vec![cells(&["left", &"word and more ".repeat(3000)])],
        ),
        table(&["A", "B"], ColumnKind::Figure, vec![cells(&[&word, &word])]),
        table(&wide, ColumnKind::Text, vec![cells(&wide), cells(&wide)]),
        nested(14, Block::text(format!("Deep {word} {SIGNS}"))),
        nested(9, table(&wide[..6], ColumnKind::Text, vec![cells(&wide[..6])])),
        nested(20, Block::new(BlockKind::KeyValue(vec![pair("A label", "and its value")]))),
        table(
            &["Lists in cells", "B", "C", "D", "E", "F", "G", "H"],
            ColumnKind::Text,
            vec![TableRow::Cells {
                anchor: None,
                cells: (0..8)
                    .map(|at| Cell {
                        anchor: None,
                        blocks: vec![nested(at, Block::heading(3, "1.1", "A heading"))],
                        level: (at > 5).then_some(Level(0.8)),
                    })
                    .collect(),
            }],
        ),
        figure(900, 20),
        figure(20, 1800),
        card(2, "Very high"),
        card(3, "A level that has a name as long as a sentence"),
        card(0, ""),
        Block::new(BlockKind::Sources(vec![Source {
            number: 1,
            anchor: "source/1".into(),
            words: format!("{word} {SIGNS}"),
            places: vec![SourcePlace {
                page: "A".into(),
                anchor: "page/a".into(),
                heading: word.clone(),
                address: format!("https://example.org/{word}"),
            }],
            answer: String::new(),
            drift: word.clone(),
        }])),
    ];
    let mut document = specimen::document(blocks);
    document.meta.project = word.clone();
    document.meta.version = word;
    document
}

#[test]
fn odd_input_stands_within_the_margins_and_apart() {
    assert_in_place("odd input", &lay_out(&document()).unwrap());
}

#[test]
fn drawings_of_odd_numbers_and_names_stand_on_their_pages() {
    let entry = |at: usize| MatrixEntry {
        row: at % 5,
        column: at % 3,
        label: format!("R{at}"),
        anchor: format!("row-{at}"),
    };
    let names = |count: usize| (0..count).map(|at| format!("A long name {at}")).collect();
    let matrix = RiskMatrix {
        caption: "Risks before treatment".into(),
        vertical: "Severity".into(),
        horizontal: "Likelihood".into(),
        rows: names(5),
        columns: names(5),
        levels: vec![vec![Level(0.5); 5]; 5],
        entries: (0..2000).map(entry).collect(),
        legend: vec![(Level(0.5), long_word())],
        alternative: "All of them".into(),
    };
    let segment = |count: usize| Segment {
        count,
        words: "A level that has a name as long as a sentence".into(),
        ground: Ground::Strong,
    };
    let bar = Bar { label: long_word(), segments: (0..40).map(segment).collect() };
    let day = |at: u64| TimelineEntry {
        day: specimen::date() + Days::new(at / 3),
        words: "1 May".into(),
        label: format!("M{at}"),
        anchor: format!("row-m{at}"),
    };
    let months =
        vec![(specimen::date(), long_word()), (specimen::date() + Days::new(31), "May".into())];
    let chart = |drawing| {
        BlockKind::Chart(Chart { caption: long_word(), drawing, alternative: "Bars".into() })
    };
    for block in [
        chart(Drawing::Bars {
            bars: vec![bar],
            legend: vec![(Ground::Strong, long_word()), (Ground::Light, "Light".into())],
        }),
        chart(Drawing::Timeline { entries: (0..90).map(day).collect(), months }),
        BlockKind::RiskMatrix(matrix.clone()),
        BlockKind::RiskMatrices(vec![matrix.clone(), matrix]),
    ] {
        let laid = lay_out(&specimen::document(vec![Block::new(block)])).unwrap();
        assert_in_place("a drawing", &laid);
        let text = words_of(&laid);
        let matrix = text.contains("R0") && text.contains('+');
        assert!(matrix || text.contains("M89") || text.contains("Light"), "{text}");
    }
}

#[test]
fn two_thousand_rows_stand_on_their_pages() {
    let row = |at: usize| {
        let words = [format!("D{at}"), format!("Item {at}"), "Kept for ten years".repeat(at % 9)];
        TableRow::Cells {
            anchor: Some(format!("row-{at}")),
            cells: words.into_iter().map(Cell::text).collect(),
        }
    };
    let rows = table(&["No", "Name", "Retention"], ColumnKind::Text, (0..2000).map(row).collect());
    let laid = lay_out(&specimen::document(vec![rows])).unwrap();
    assert!((0..2000).all(|at| laid.anchor_areas.contains_key(&format!("row-{at}"))));
    assert_in_place("two thousand rows", &laid);
}

fn words_of(laid: &Laid) -> String {
    super::raster::text(laid)
}

#[test]
fn of_odd_input_nothing_is_cut_off() {
    let laid = lay_out(&document()).unwrap();
    let text = words_of(&laid);
    // The document has the word in 27 places. Titles in running heads are not counted.
    let letters = text.chars().filter(|c| *c == 'x').count();
    assert!(letters >= 500 * 27, "{letters} of them");
    for at in 0..30 {
        assert!(text.matches(&format!("Column {at}")).count() >= 3, "column {at}");
    }
    assert!(text.contains("A citation of nothing[7]"), "the number stays, the link is gone");
    for part in ["שלום", "🌲", "漢字", "A level that has a name as long as a sentence"] {
        assert!(text.contains(part), "{part}");
    }
    let characters: String = laid.missing.iter().map(|missing| missing.character).collect();
    assert!(
        characters.contains('🌲') && characters.contains('漢'),
        "what is drawn as a box is said: {characters}"
    );
    assert!(
        !characters.contains(['\u{200d}', '\u{202e}', '\u{feff}']),
        "invisible marks need no font"
    );
}

#[test]
fn a_picture_too_large_or_broken_is_refused_by_its_head() {
    // A hundred megapixels, in a file of fifty bytes.
    let mut head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    head.extend(10_000_u32.to_be_bytes());
    head.extend(10_000_u32.to_be_bytes());
    head.extend([8, 0, 0, 0, 0]);
    let sum = crc(&head[12..]);
    head.extend(sum.to_be_bytes());
    assert!(u64::from(10_000_u32) * 10_000 > MOST_PIXELS);
    let refused = Picture::read(&head);
    assert_eq!(refused, Err(PictureFault::Pixels { width: 10_000, height: 10_000 }));
    let whole = png(40, 40);
    for length in 0..whole.len() - 12 {
        assert!(Picture::read(&whole[..length]).is_err(), "cut off after {length} bytes");
    }
}

/// The checksum that PNG uses.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}

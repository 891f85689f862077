//! What stays together on a page: at least two lines of a paragraph, a heading with the text after it, a caption with
//! its table or picture, and the head of a table with a row.

use std::collections::BTreeMap;

use proptest::prelude::*;
use vurder_report::document::*;
use vurder_report::draw::{Role, Shape, SlotId};
use vurder_report::{Laid, Picture, lay_out};

use super::specimen;

/// The lines of one paragraph, heading or cell.
#[derive(Debug, Default)]
struct Lines {
    /// By page, the height of each line, in tenths of a point.
    pages: BTreeMap<usize, Vec<i32>>,
    words: String,
}

impl Lines {
    fn total(&self) -> usize {
        self.pages.values().map(Vec::len).sum()
    }

    fn first(&self) -> usize {
        *self.pages.keys().next().unwrap()
    }

    fn last(&self) -> usize {
        *self.pages.keys().last().unwrap()
    }

    fn on(&self, page: usize) -> usize {
        self.pages.get(&page).map_or(0, Vec::len)
    }
}

/// The slot of the paragraph, heading, caption or cell that a slot belongs to.
fn holder(laid: &Laid, slot: SlotId) -> Option<SlotId> {
    let mut at = slot;
    loop {
        let found = laid.slots.get(at.0 as usize)?;
        match found.role {
            Role::Paragraph | Role::Heading(_) | Role::Caption | Role::ListLabel => {
                return Some(at);
            }
            Role::DataCell | Role::HeaderCell { .. } | Role::Figure => return Some(at),
            Role::ContentsItem => return Some(at),
            _ => at = found.parent?,
        }
    }
}

fn role(laid: &Laid, slot: SlotId) -> Role {
    laid.slots[slot.0 as usize].role
}

/// All lines by the slot that they belong to, in reading order.
fn lines(laid: &Laid) -> BTreeMap<SlotId, Lines> {
    let mut all: BTreeMap<SlotId, Lines> = BTreeMap::new();
    for (page, found) in laid.pages.iter().enumerate() {
        for draw in found.draws.iter().filter(|draw| !draw.slot.is_artifact()) {
            let y = match &draw.shape {
                Shape::Glyphs(run) => run.y,
                Shape::Picture(area, _) => area.y,
                _ => continue,
            };
            let Some(holder) = holder(laid, draw.slot) else { continue };
            let lines = all.entry(holder).or_default();
            let (y, known) = ((y * 10.0) as i32, lines.pages.entry(page + 1).or_default());
            if !known.contains(&y) {
                known.push(y);
            }
            if let Shape::Glyphs(run) = &draw.shape {
                lines.words.push_str(&run.text);
            }
        }
    }
    all
}

/// Descriptions of what stands alone at the end or at the beginning of a page.
fn left_alone(laid: &Laid) -> Vec<String> {
    let all = lines(laid);
    let read: Vec<(SlotId, &Lines)> = all.iter().map(|(slot, lines)| (*slot, lines)).collect();
    let mut found = Vec::new();
    for (at, (slot, lines)) in read.iter().enumerate() {
        let short: String = lines.words.chars().take(30).collect();
        let divided = lines.pages.len() > 1;
        match role(laid, *slot) {
            Role::Paragraph | Role::DataCell | Role::Caption if divided => {
                for (page, of_page) in &lines.pages {
                    if of_page.len() < 2 {
                        found.push(format!("one line of \"{short}\" on page {page}"));
                    }
                }
            }
            Role::Heading(_) if divided => found.push(format!("\"{short}\" is divided")),
            _ => {}
        }
        let next = read[at + 1..].iter().find(|(next, _)| role(laid, *next) != Role::ListLabel);
        let Some((next, below)) = next else { continue };
        let stays = match role(laid, *slot) {
            Role::Heading(_) => true,
            // What follows a matrix, which has no caption, may stand on the next page.
            Role::Figure => role(laid, *next) == Role::Caption,
            // The caption of a table stands above it, that of a picture below.
            Role::Caption => {
                let parent = laid.slots[slot.0 as usize].parent;
                parent.is_some_and(|of| role(laid, of) == Role::Table)
            }
            _ => false,
        };
        let wanted = if matches!(role(laid, *next), Role::Heading(_)) { 1 } else { 2 };
        if stays && below.on(lines.last()) < below.total().min(wanted) {
            let follows: String = below.words.chars().take(30).collect();
            let page = lines.last();
            found.push(format!("\"{short}\" without \"{follows}\" on page {page}"));
        }
    }
    // The head of a table and the first of its cells.
    for (index, slot) in laid.slots.iter().enumerate() {
        if slot.role != Role::Table {
            continue;
        }
        let within = |held: &SlotId, wanted: Role| {
            let mut at = *held;
            let mut seen = false;
            while let Some(parent) = laid.slots[at.0 as usize].parent {
                seen |= laid.slots[at.0 as usize].role == wanted;
                if at.0 as usize == index {
                    return seen;
                }
                at = parent;
            }
            false
        };
        let head = read.iter().rfind(|(held, _)| within(held, Role::TableHead));
        let body = read.iter().find(|(held, _)| within(held, Role::TableBody));
        if let (Some((_, head)), Some((_, body))) = (head, body)
            && head.last() != body.first()
        {
            found.push(format!("the head \"{}\" without a row", head.words));
        }
    }
    found
}

fn words(range: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    range.prop_map(|count| {
        let lorem: Vec<&str> = specimen::LOREM.split(' ').collect();
        (0..count.max(1)).map(|at| lorem[at % lorem.len()]).collect::<Vec<_>>().join(" ")
    })
}

fn table() -> impl Strategy<Value = Block> {
    let row = prop::collection::vec(words(1..120), 2..3);
    (prop::option::of(words(1..30)), prop::collection::vec(row, 1..8)).prop_map(
        |(caption, rows)| {
            let column = |head: &str| Column::new(head.to_owned(), 1.0, ColumnKind::Text);
            let rows = rows
                .into_iter()
                .map(|cells| TableRow::Cells {
                    anchor: None,
                    cells: cells.into_iter().map(Cell::text).collect(),
                })
                .collect();
            let columns = vec![column("The first"), column("The second of two")];
            Block::new(BlockKind::Table(Table { caption, columns, rows, inset: false }))
        },
    )
}

fn figure() -> impl Strategy<Value = Block> {
    (20..900_u32, words(1..60)).prop_map(|(height, caption)| grey(height, &caption))
}

/// A picture 300 pixels wide.
fn grey(height: u32, caption: &str) -> Block {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 300, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![90; 300 * height as usize]).unwrap();
    writer.finish().unwrap();
    let picture = Picture::read(&bytes).unwrap().into();
    let (caption, alternative) = (caption.to_owned(), "Grey".into());
    Block::new(BlockKind::Figure(Figure { picture, caption, alternative }))
}

fn list() -> impl Strategy<Value = Block> {
    prop::collection::vec(words(1..70), 1..7).prop_map(|items| {
        let items = items.into_iter().map(|item| vec![Block::text(item)]).collect();
        Block::new(BlockKind::List(List { start: None, items }))
    })
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let heading =
        (1..5_u8, words(1..14)).prop_map(|(level, text)| Block::heading(level, "1.1", text));
    let block = prop_oneof![
        5 => words(1..160).prop_map(Block::text),
        4 => heading,
        2 => table(),
        1 => figure(),
        2 => list(),
    ];
    prop::collection::vec(block, 12..30)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn nothing_is_left_alone_at_the_end_of_a_page(mut blocks in blocks()) {
        blocks.push(Block::text("The end."));
        let laid = lay_out(&specimen::document(blocks)).unwrap();
        let found = left_alone(&laid);
        prop_assert!(found.is_empty(), "{:#?}", found);
    }
}

/// A picture that fills a page gives way to the headings above it and to its caption.
#[test]
fn a_high_picture_stands_with_its_headings_and_its_caption() {
    let caption = [specimen::LOREM; 2].join(" ");
    let mut blocks: Vec<Block> =
        (1..5).map(|level| Block::heading(level, "1.1", "What is processed")).collect();
    blocks.push(grey(900, &caption));
    let laid = lay_out(&specimen::document(blocks)).unwrap();
    assert_eq!(left_alone(&laid), Vec::<String>::new());
    let page_of = |wanted: fn(Role) -> bool| {
        lines(&laid).iter().find(|(slot, _)| wanted(role(&laid, **slot))).map(|(_, l)| l.first())
    };
    let picture = page_of(|role| role == Role::Figure);
    assert!(picture.is_some(), "the picture is drawn");
    assert_eq!(page_of(|role| role == Role::Heading(1)), picture);
}

#[test]
fn nothing_is_left_alone_in_the_reports_of_the_sample() {
    for (name, document) in super::reports() {
        let found = left_alone(&lay_out(&document).unwrap());
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

//! Compares the earlier blocks of an answer with the present ones.

use vurder_model::aligned::{Aligned, aligned};

use super::words;
use crate::document::{Block, BlockKind, Cell, Change, List, Table, TableRow};

/// The least similarity of two blocks that count as the same block in other words.
const ALIKE: f32 = 0.3;

/// The present blocks, with the removed ones at their former places.
pub(super) fn marked(before: Vec<Block>, after: Vec<Block>) -> Vec<Block> {
    let mut done = Vec::new();
    for step in paired(&before, &after, key, likeness) {
        match step {
            Aligned::Both(was, is) => done.extend(pair(&before[was], &after[is])),
            Aligned::Before(was) => {
                done.extend(Change::Deleted.mark_blocks(vec![before[was].clone()]));
            }
            Aligned::After(is) => {
                done.extend(Change::Inserted.mark_blocks(vec![after[is].clone()]));
            }
        }
    }
    done
}

/// A block that both versions have, perhaps with other words.
fn pair(before: &Block, after: &Block) -> Vec<Block> {
    if key(before) == key(after) {
        return vec![after.clone()];
    }
    let kind = match (&before.kind, &after.kind) {
        (BlockKind::Paragraph(was), BlockKind::Paragraph(is)) => {
            BlockKind::Paragraph(words::marked(was, is))
        }
        (BlockKind::Note(was), BlockKind::Note(is)) => BlockKind::Note(words::marked(was, is)),
        (BlockKind::List(was), BlockKind::List(is)) => BlockKind::List(list(was, is)),
        (BlockKind::Table(was), BlockKind::Table(is)) => BlockKind::Table(table(was, is)),
        _ => {
            let mut both = Change::Deleted.mark_blocks(vec![before.clone()]);
            both.extend(Change::Inserted.mark_blocks(vec![after.clone()]));
            return both;
        }
    };
    vec![Block { kind, ..after.clone() }]
}

fn list(before: &List, after: &List) -> List {
    let (was, is) = (&before.items, &after.items);
    let mut items = Vec::new();
    let key = |item: &Vec<Block>| keys(item);
    for step in paired(was, is, key, |one, other| likeness_of_all(one, other)) {
        items.push(match step {
            Aligned::Both(at_was, at_is) => marked(was[at_was].clone(), is[at_is].clone()),
            Aligned::Before(at) => Change::Deleted.mark_blocks(was[at].clone()),
            Aligned::After(at) => Change::Inserted.mark_blocks(is[at].clone()),
        });
    }
    List { start: after.start, items }
}

/// Compares two tables with the same columns. The heads are those of the present table.
fn table(before: &Table, after: &Table) -> Table {
    let (was, is) = (&before.rows, &after.rows);
    let mut rows = Vec::new();
    for step in paired(was, is, key_of_row, likeness_of_rows) {
        rows.push(match step {
            Aligned::Both(at_was, at_is) => match (&was[at_was], &is[at_is]) {
                (TableRow::Cells { cells: was, .. }, TableRow::Cells { anchor, cells: is }) => {
                    let cell = |(was, is): (&Cell, &Cell)| {
                        let blocks = marked(was.blocks.clone(), is.blocks.clone());
                        Cell { blocks, ..is.clone() }
                    };
                    let cells = was.iter().zip(is).map(cell).collect();
                    TableRow::Cells { anchor: anchor.clone(), cells }
                }
                (_, is) => is.clone(),
            },
            Aligned::Before(at) => Change::Deleted.mark_row(was[at].clone()),
            Aligned::After(at) => Change::Inserted.mark_row(is[at].clone()),
        });
    }
    Table { rows, ..after.clone() }
}

/// Compares two sequences. Between elements that are the same, similar elements count as the same element in other
/// words.
fn paired<T>(
    before: &[T],
    after: &[T],
    key: impl Fn(&T) -> String,
    likeness: impl Fn(&T, &T) -> f32,
) -> Vec<Aligned> {
    let keys = |all: &[T]| all.iter().map(&key).collect::<Vec<_>>();
    let mut done = Vec::new();
    let (mut went, mut came): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let settle = |went: &mut Vec<usize>, came: &mut Vec<usize>, done: &mut Vec<Aligned>| {
        let mut from = 0;
        // What was removed stands before what was added at the same place.
        let mut added: Vec<Aligned> = Vec::new();
        for is in came.drain(..) {
            let alike = |was: &&usize| likeness(&before[**was], &after[is]) >= ALIKE;
            let found = went[from..].iter().find(alike).copied();
            match found.and_then(|was| went.iter().position(|at| *at == was)) {
                Some(at) => {
                    done.extend(went[from..at].iter().map(|was| Aligned::Before(*was)));
                    done.append(&mut added);
                    done.push(Aligned::Both(went[at], is));
                    from = at + 1;
                }
                None => added.push(Aligned::After(is)),
            }
        }
        done.extend(went[from..].iter().map(|was| Aligned::Before(*was)));
        done.append(&mut added);
        went.clear();
    };
    for step in aligned(&keys(before), &keys(after)) {
        match step {
            Aligned::Before(at) => went.push(at),
            Aligned::After(at) => came.push(at),
            both => {
                settle(&mut went, &mut came, &mut done);
                done.push(both);
            }
        }
    }
    settle(&mut went, &mut came, &mut done);
    done
}

/// The text by which a block is compared.
fn key(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(inlines) | BlockKind::Note(inlines) => words::key(inlines),
        BlockKind::Heading { text, .. } => format!("heading {}", words::key(text)),
        BlockKind::Prompt(text) => format!("prompt {text}"),
        BlockKind::List(list) => {
            let items: Vec<String> = list.items.iter().map(|item| keys(item)).collect();
            format!("list {:?} {}", list.start.is_some(), items.join("\n"))
        }
        BlockKind::Table(table) => {
            let rows: Vec<String> = table.rows.iter().map(key_of_row).collect();
            format!("table {} {}", heads(table), rows.join("\n"))
        }
        // The program computes drawings. They are shown as they are now.
        _ => "drawn".to_owned(),
    }
}

fn keys(blocks: &[Block]) -> String {
    blocks.iter().map(key).collect::<Vec<_>>().join("\n")
}

fn heads(table: &Table) -> String {
    table.columns.iter().map(|column| words::key(&column.head)).collect::<Vec<_>>().join("|")
}

fn key_of_row(row: &TableRow) -> String {
    match row {
        TableRow::Group(label) => format!("group {label}"),
        TableRow::Cells { cells, .. } => {
            cells.iter().map(|cell| keys(&cell.blocks)).collect::<Vec<_>>().join("|")
        }
    }
}

/// The similarity of two blocks; 0 if they are of different kinds.
fn likeness(before: &Block, after: &Block) -> f32 {
    match (&before.kind, &after.kind) {
        (BlockKind::Paragraph(was), BlockKind::Paragraph(is))
        | (BlockKind::Note(was), BlockKind::Note(is)) => words::likeness(was, is),
        // Lists and tables are compared item by item.
        (BlockKind::List(was), BlockKind::List(is)) => {
            f32::from(u8::from(was.start.is_some() == is.start.is_some()))
        }
        (BlockKind::Table(was), BlockKind::Table(is)) => {
            f32::from(u8::from(was.columns.len() == is.columns.len()))
        }
        _ => 0.0,
    }
}

/// The similarity of the first blocks of two items.
fn likeness_of_all(before: &[Block], after: &[Block]) -> f32 {
    match (before.first(), after.first()) {
        (Some(was), Some(is)) => likeness(was, is),
        _ => 0.0,
    }
}

/// The share of cells in which two rows are similar.
fn likeness_of_rows(before: &TableRow, after: &TableRow) -> f32 {
    let (TableRow::Cells { cells: was, .. }, TableRow::Cells { cells: is, .. }) = (before, after)
    else {
        return 0.0;
    };
    let alike = |(was, is): &(&Cell, &Cell)| {
        keys(&was.blocks) == keys(&is.blocks) || likeness_of_all(&was.blocks, &is.blocks) >= ALIKE
    };
    let count = was.iter().zip(is).filter(alike).count();
    if was.len() == is.len() { count as f32 / was.len().max(1) as f32 } else { 0.0 }
}

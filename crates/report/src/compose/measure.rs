//! Measures how much text the columns of a table have, and decides whether they can stand side by side.

use vurder_model::field::FieldKind;
use vurder_model::value::Value;
use vurder_model::view::{CellView, ColumnView, TableView};

use crate::document::ColumnKind;

/// Number of characters in a line of the full width, in the type of tables.
const LINE: f32 = 110.0;
/// Number of characters in a line of a card.
const CARD_LINE: f32 = 101.0;
/// Space between columns, in characters.
const GUTTER: f32 = 2.8;
/// The least width of a column of running text, in characters. In narrower columns, text becomes a tower.
const NARROW: f32 = 29.0;
/// The least width of a column with long answers, in characters. Narrower columns are hard to read.
const TIGHT: f32 = 44.0;
/// The least number of characters of a long answer.
const LONG: usize = 260;
/// The greatest length of a row's name. Its column is at most [`NAME_WIDTH`] wide.
const NAME: usize = 90;
const NAME_WIDTH: f32 = 26.0;

/// The lengths of a column's cells, in characters.
pub(super) struct Measured {
    lengths: Vec<usize>,
    longest: usize,
    label: usize,
    running: bool,
    pub(super) kind: ColumnKind,
}

impl Measured {
    /// The width of a narrow column; `None` for a column that shares the remaining width.
    fn fixed(&self) -> Option<f32> {
        match self.kind {
            ColumnKind::Text if self.longest > NAME => None,
            ColumnKind::Text => Some((self.longest as f32 / 2.0).clamp(9.0, NAME_WIDTH)),
            _ => Some((self.longest as f32).clamp(7.0, 14.0)),
        }
    }
}

/// The approximate number of characters in a cell.
pub(super) fn length(cell: &CellView) -> usize {
    let of_files: usize = cell.attached.iter().map(|file| file.name.chars().count() + 6).sum();
    if !cell.asked {
        return of_files;
    }
    let of_refs: usize = cell.refs.iter().map(|row| row.number.len() + 2).sum();
    let of_level = cell.level.as_ref().map_or(0, |level| level.label.chars().count() + 2);
    let of_value = match &cell.value {
        None => 0,
        Some(Value::Choice(chosen)) => 14 + chosen.note.chars().count(),
        Some(Value::Choices(all)) => {
            all.iter().map(|chosen| 16 + chosen.note.chars().count()).sum()
        }
        Some(Value::Citations(ids)) => ids.len() * 5,
        Some(Value::Scale(_) | Value::Matrix(_)) => LONG,
        Some(Value::Acceptance(_)) => 40,
        Some(value @ Value::YesNo { .. }) => 4 + value.plain_text().chars().count(),
        Some(value) => value.plain_text().chars().count(),
    };
    of_files + of_refs + of_level + of_value
}

pub(super) fn measure(table: &TableView, at: usize) -> Measured {
    let lengths: Vec<usize> =
        table.rows().filter_map(|row| row.cells.get(at)).map(length).collect();
    let longest = lengths.iter().copied().max().unwrap_or(0);
    let column: Option<&ColumnView> = table.columns.get(at);
    let running = column
        .and_then(|column| column.field.as_ref())
        .is_some_and(|field| matches!(field.kind, FieldKind::Text | FieldKind::YesNo));
    let kind = if longest <= 24 { ColumnKind::Short } else { ColumnKind::Text };
    let label = column.map_or(0, |column| column.label.chars().count() + 2);
    Measured { lengths, longest, label, running, kind }
}

/// Whether columns with this content can be read side by side on upright A4, and take no more space than cards.
pub(super) fn reads_as_table(columns: &[Measured]) -> bool {
    let gutters = columns.len() as f32 * GUTTER + 5.0;
    let fixed: f32 = columns.iter().filter_map(Measured::fixed).sum();
    let sharing = columns.iter().filter(|column| column.fixed().is_none());
    let long: Vec<usize> = sharing.map(|column| column.longest).collect();
    let room = LINE - gutters - fixed;
    if long.is_empty() {
        return room > 0.0;
    }
    let each = room / long.len() as f32;
    let longest = long.iter().copied().max().unwrap_or(0);
    let readable = each >= TIGHT || (each >= NARROW && longest <= LONG);
    readable && lines_of_table(columns, each) <= lines_of_cards(columns) * 1.1
}

/// Whether columns of running text are wide enough together with these heads. The words of heads are not broken.
pub(super) fn heads_fit(columns: &[Measured], heads: &[&str]) -> bool {
    let word = |head: &str| head.split_whitespace().map(|w| w.chars().count()).max().unwrap_or(0);
    let least = |(column, head): (&Measured, &&str)| {
        let content = match column.fixed() {
            Some(width) => width,
            None if column.longest > LONG => TIGHT,
            None => NARROW,
        };
        content.max(word(head) as f32)
    };
    let gutters = columns.len() as f32 * GUTTER + 5.0;
    gutters + columns.iter().zip(heads).map(least).sum::<f32>() <= LINE
}

/// The height of the rows as a table, in lines.
fn lines_of_table(columns: &[Measured], each: f32) -> f32 {
    let count = columns.first().map_or(0, |column| column.lengths.len());
    let row = |at: usize| {
        columns.iter().fold(1.0_f32, |highest, column| {
            let width = column.fixed().unwrap_or(each);
            highest.max((column.lengths.get(at).map_or(0.0, |l| *l as f32) / width).ceil())
        })
    };
    (0..count).map(|at| row(at) + 0.55).sum()
}

/// The height of the rows as cards, in lines: a name, a line of short facts, and each answer on a new line.
fn lines_of_cards(columns: &[Measured]) -> f32 {
    let Some((_, rest)) = columns.split_first() else { return 0.0 };
    let count = rest.first().map_or(0, |column| column.lengths.len());
    let row = |at: usize| {
        let lines = |length: usize| (length as f32 / CARD_LINE).ceil();
        let of = |column: &Measured| {
            column.lengths.get(at).filter(|l| **l > 0).map_or(0, |length| length + column.label)
        };
        let facts: usize = rest.iter().filter(|column| !column.running).map(of).sum();
        let answers = rest.iter().filter(|column| column.running);
        lines(facts) + answers.map(|column| lines(of(column)) + 0.2).sum::<f32>()
    };
    (0..count).map(|at| row(at) + 2.2).sum()
}

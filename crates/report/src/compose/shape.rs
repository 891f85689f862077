//! Tables of the form as tables or as cards.

use vurder_model::field::{Field, FieldKind};
use vurder_model::value::Value;
use vurder_model::view::{CellView, ColumnView, GroupView, PartView, RowView, TableView};

use super::Empty;
use super::form::{Composer, law, row_anchor};
use crate::document::{
    Block, BlockKind, Card, Cell, Column, ColumnKind, Inline, Pair, Table, TableRow,
};

/// Characters on a line over the whole width, in the type of tables.
const LINE: f32 = 104.0;
/// A column of running text narrower than this is a tower.
const NARROW: f32 = 29.0;
/// Below this, long answers are still unpleasant.
const TIGHT: f32 = 44.0;
/// What counts as a long answer, in characters.
const LONG: usize = 260;
/// Answers up to this length stand in a card's line of facts.
const FACT: usize = 46;

/// What stands in a column, measured.
struct Measured {
    longest: usize,
    kind: ColumnKind,
}

impl Composer<'_> {
    /// A table of the form, as a table where it reads like one, else as cards.
    pub(crate) fn table(&mut self, table: &TableView, part: &PartView, blocks: &mut Vec<Block>) {
        let derived = table.adds.is_empty();
        let none = table.groups.iter().all(|group| group.rows.is_empty());
        let owed = table.groups.iter().any(|group| group.required)
            || table.columns.iter().any(|column| column.required);
        if none && self.from.empty == Empty::LeaveOut && (!owed || part.optional) {
            return;
        }
        if !table.title.is_empty() {
            blocks.push(subhead(&table.title));
        }
        if none && table.subjects_label.is_none() {
            // Of a derived table the form says why it is empty; of others it says what to do, which is not for paper.
            blocks.push(if derived && !table.empty.is_empty() {
                Block::new(BlockKind::Prompt(table.empty.clone()))
            } else {
                self.not_filled_in()
            });
            return;
        }
        let columns = self.shown(table);
        let measured: Vec<Measured> = columns.iter().map(|at| measure(table, *at)).collect();
        if reads_as_table(&measured) {
            let set = self.as_table(table, &columns, &measured);
            blocks.push(set);
        } else {
            self.as_cards(table, &columns, blocks);
        }
    }

    /// The columns that say anything, or should.
    fn shown(&self, table: &TableView) -> Vec<usize> {
        let says = |at: &usize| {
            let column = &table.columns[*at];
            let any = rows(table).any(|row| row.cells.get(*at).is_some_and(|c| length(c) > 0));
            any || column.required || self.from.empty == Empty::Say
        };
        (0..table.columns.len()).filter(says).collect()
    }

    fn as_table(&mut self, table: &TableView, shown: &[usize], measured: &[Measured]) -> Block {
        let numbered = rows(table).any(|row| !row.number.is_empty());
        let mut columns = Vec::new();
        if numbered {
            let head = self.say("report-number");
            columns.push(Column { head, weight: 1.0, kind: ColumnKind::Number });
        }
        for (at, measured) in shown.iter().zip(measured) {
            let column = &table.columns[*at];
            let weight = if column.width == 0 { 1.0 } else { f32::from(column.width) / 3.0 };
            columns.push(Column { head: column.label.clone(), weight, kind: measured.kind });
        }
        let mut set = Vec::new();
        for group in &table.groups {
            if group.rows.is_empty() && !group.required && self.from.empty == Empty::LeaveOut {
                continue;
            }
            if !group.label.is_empty() {
                set.push(TableRow::Group(group_words(group)));
            }
            if group.rows.is_empty() {
                let mut cells = vec![Cell::default(); columns.len()];
                if let Some(cell) = cells.get_mut(usize::from(numbered)) {
                    cell.blocks = vec![self.not_filled_in()];
                }
                set.push(TableRow::Cells { anchor: None, cells });
            }
            for row in &group.rows {
                set.push(self.row(table, row, shown, numbered));
            }
        }
        Block::new(BlockKind::Table(Table { caption: None, columns, rows: set, inset: false }))
    }

    fn row(
        &mut self,
        table: &TableView,
        row: &RowView,
        shown: &[usize],
        numbered: bool,
    ) -> TableRow {
        let anchor = self.anchor(row_anchor(row.id.as_str()), &table.id);
        let mut cells = Vec::new();
        if numbered {
            cells.push(Cell::text(&row.number));
        }
        for at in shown {
            let (Some(column), Some(cell)) = (table.columns.get(*at), row.cells.get(*at)) else {
                continue;
            };
            let mut blocks = self.content(column, cell, false);
            if blocks.is_empty() && cell.missing {
                blocks.push(self.not_filled_in());
            }
            let wanted = format!("value/{}/{}", row.id, column.id);
            let anchor = if blocks.is_empty() { None } else { self.anchor(wanted, &table.id) };
            cells.push(Cell { anchor, blocks, level: Self::tint(cell) });
        }
        TableRow::Cells { anchor, cells }
    }

    fn as_cards(&mut self, table: &TableView, shown: &[usize], blocks: &mut Vec<Block>) {
        // All cards of a table have a title, or none has.
        let naming =
            shown.first().copied().filter(|at| rows(table).all(|row| names(table, row, *at)));
        for group in &table.groups {
            if group.rows.is_empty() && !group.required && self.from.empty == Empty::LeaveOut {
                continue;
            }
            if !group.label.is_empty() {
                blocks.push(subhead(&group.label));
                law(&group.law, blocks);
            }
            if group.rows.is_empty() {
                blocks.push(self.not_filled_in());
            }
            for row in &group.rows {
                let card = self.card(table, row, shown, naming);
                let anchor = self.anchor(row_anchor(row.id.as_str()), &table.id);
                blocks.push(Block { anchor, kind: BlockKind::Card(card) });
            }
        }
    }

    fn card(
        &mut self,
        table: &TableView,
        row: &RowView,
        shown: &[usize],
        naming: Option<usize>,
    ) -> Card {
        let mut title = Vec::new();
        let mut facts = Vec::new();
        let mut pairs = Vec::new();
        for at in shown.iter().copied() {
            let (Some(column), Some(cell)) = (table.columns.get(at), row.cells.get(at)) else {
                continue;
            };
            if Some(at) == naming {
                title = first_line(self.content(column, cell, false));
                continue;
            }
            let short = is_fact(column, cell);
            let mut content = self.content(column, cell, !short);
            if content.is_empty() {
                if !cell.asked || (!cell.missing && self.from.empty == Empty::LeaveOut) {
                    continue;
                }
                content.push(self.not_filled_in());
            }
            if short {
                facts.push((column.label.clone(), first_line(content)));
            } else {
                let anchor = self.anchor(format!("value/{}/{}", row.id, column.id), &table.id);
                pairs.push(Pair { anchor, label: column.label.clone(), value: content });
            }
        }
        Card { number: row.number.clone(), title, facts, pairs }
    }

    /// A cell's blocks; the row's own name where the column only says which row this is.
    pub(crate) fn content(
        &mut self,
        column: &ColumnView,
        cell: &CellView,
        roomy: bool,
    ) -> Vec<Block> {
        if column.field.is_none() && column.id == "Label" {
            return cell.refs.iter().map(|row| Block::text(self.name(&row.label))).collect();
        }
        self.cell(column.field.as_ref(), cell, roomy)
    }
}

fn rows(table: &TableView) -> impl Iterator<Item = &RowView> {
    table.groups.iter().flat_map(|group| &group.rows)
}

fn subhead(text: &str) -> Block {
    Block::new(BlockKind::Heading {
        level: 3,
        number: String::new(),
        text: text.to_owned(),
        listed: false,
    })
}

fn group_words(group: &GroupView) -> String {
    if group.law.is_empty() {
        return group.label.clone();
    }
    format!("{}  ·  {}", group.label, group.law.join(", "))
}

fn first_line(blocks: Vec<Block>) -> Vec<Inline> {
    let mut line = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::Paragraph(inlines) => {
                if !line.is_empty() {
                    line.push(Inline::plain(" "));
                }
                line.extend(inlines);
            }
            BlockKind::Prompt(text) => line.push(Inline::italic(text)),
            _ => {}
        }
    }
    line
}

/// How many characters a cell sets, about.
fn length(cell: &CellView) -> usize {
    if !cell.asked {
        return 0;
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
    of_refs + of_level + of_value
}

fn measure(table: &TableView, at: usize) -> Measured {
    let lengths: Vec<usize> = rows(table).filter_map(|row| row.cells.get(at)).map(length).collect();
    let longest = lengths.iter().copied().max().unwrap_or(0);
    let kind = if longest <= 24 { ColumnKind::Short } else { ColumnKind::Text };
    Measured { longest, kind }
}

/// Whether columns of this content, side by side on upright A4, can be read.
fn reads_as_table(columns: &[Measured]) -> bool {
    let gutters = columns.len() as f32 * 2.8 + 5.0;
    let short: f32 = columns
        .iter()
        .filter(|column| column.kind == ColumnKind::Short)
        .map(|column| (column.longest as f32).clamp(7.0, 14.0))
        .sum();
    let texts: Vec<usize> = columns
        .iter()
        .filter(|column| column.kind == ColumnKind::Text)
        .map(|column| column.longest)
        .collect();
    if texts.is_empty() {
        return LINE - gutters - short > 0.0;
    }
    // Names of a few words take little; the rest is shared by the long ones.
    let names: f32 = texts.iter().filter(|l| **l <= 70).map(|l| (*l as f32 / 2.0).min(24.0)).sum();
    let long: Vec<usize> = texts.iter().copied().filter(|l| *l > 70).collect();
    let room = LINE - gutters - short - names;
    if long.is_empty() {
        return room > 0.0;
    }
    let each = room / long.len() as f32;
    let longest = long.iter().copied().max().unwrap_or(0);
    each >= TIGHT || (each >= NARROW && longest <= LONG)
}

/// Whether a column gives the row its name: its first line of words, if they are few.
fn names(table: &TableView, row: &RowView, at: usize) -> bool {
    let (Some(column), Some(cell)) = (table.columns.get(at), row.cells.get(at)) else {
        return false;
    };
    let of_kind = |field: &Field| matches!(field.kind, FieldKind::Line | FieldKind::Text);
    let named = column.id == "Label" || column.field.as_ref().is_some_and(of_kind);
    let one_paragraph = cell.doc.as_ref().is_none_or(|doc| {
        matches!(doc.content.as_slice(), [vurder_model::richtext::Block::Paragraph { .. }])
    });
    named && length(cell) > 0 && length(cell) <= 170 && one_paragraph
}

/// Whether an answer stands in the card's line of facts.
fn is_fact(column: &ColumnView, cell: &CellView) -> bool {
    let kind = column.field.as_ref().map(|field| field.kind);
    let by_kind = match kind {
        None => true,
        Some(FieldKind::Text | FieldKind::YesNo | FieldKind::Scale | FieldKind::Matrix) => false,
        Some(FieldKind::Refs) => cell.refs.len() > 6,
        Some(_) => true,
    };
    by_kind && length(cell) <= FACT && (kind.is_some() || cell.refs.is_empty())
}

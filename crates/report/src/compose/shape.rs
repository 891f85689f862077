//! Sets tables of the form as tables or as cards.

use vurder_model::report_address::AnswerAddress;
use vurder_model::template::ComputedCell;
use vurder_model::view::{CellView, ColumnView, GroupView, PartView, RowView, TableView};

use super::Empty;
use super::form::{Composer, row_anchor};
use super::measure::{Measured, heads_fit, length, measure, reads_as_table};
use super::pictures::holds_pictures;
use super::records::is_request_to;
use crate::document::{
    Block, BlockKind, Cell, Change, Column, ColumnKind, Inline, Table, TableRow,
};
use crate::messages::msg;

impl Composer<'_> {
    /// Sets a table of the form as a table if it is easy to read as one, otherwise as cards.
    pub(crate) fn table(&mut self, table: &TableView, part: &PartView, blocks: &mut Vec<Block>) {
        let derived = table.adds.is_empty();
        let none = table.groups.iter().all(|group| group.rows.is_empty());
        // Nobody has to attach a picture. But a picture without a caption or an alternative text has a gap.
        let owed = !holds_pictures(table)
            && (table.groups.iter().any(|group| group.required)
                || table.columns.iter().any(|column| column.required));
        if none && self.from.empty == Empty::LeaveOut && (!owed || part.optional) {
            return;
        }
        if !table.title.is_empty() {
            blocks.push(Block::subheading(3, &table.title));
        }
        if let [group] = &table.groups[..]
            && none
            && let Some(reason) = group.reason()
        {
            let words = Block::text(msg::report_none_because(self.messages(), reason));
            blocks.append(&mut self.marked_reason(group, words));
            return;
        }
        if none && table.subjects_label.is_none() {
            // The form says why a derived table is empty. For other tables it names the next step, which has no meaning
            // on paper.
            blocks.push(if derived && !table.empty.is_empty() {
                Block::new(BlockKind::Prompt(table.empty.clone()))
            } else {
                self.not_filled_in()
            });
            return;
        }
        if holds_pictures(table) {
            self.pictures(table, blocks);
            return;
        }
        if table.columns.iter().any(is_request_to) {
            let rows: Vec<&RowView> = table.rows().collect();
            let set = self.requests(table, &rows);
            blocks.push(set);
            return;
        }
        let columns = self.shown(table);
        let measured: Vec<Measured> = columns.iter().map(|at| measure(table, *at)).collect();
        if reads_as_table(&measured) {
            self.as_table(table, &columns, &measured, blocks);
        } else {
            self.as_cards(table, &columns, blocks);
        }
    }

    /// The columns with content or with gaps. A column that is asked in no row is left out.
    fn shown(&self, table: &TableView) -> Vec<usize> {
        let has_rows = table.rows().next().is_some();
        let says = |at: &usize| {
            let column = &table.columns[*at];
            let cells = || table.rows().filter_map(|row| row.cells.get(*at));
            let asked = !has_rows || cells().any(|cell| cell.asked);
            let owed = column.required || self.from.empty == Empty::Say;
            cells().any(|cell| length(cell) > 0) || (asked && owed)
        };
        (0..table.columns.len()).filter(says).collect()
    }

    fn as_table(
        &mut self,
        table: &TableView,
        shown: &[usize],
        measured: &[Measured],
        blocks: &mut Vec<Block>,
    ) {
        let numbered = table.rows().any(|row| !row.number.is_empty());
        let mut columns = Vec::new();
        if numbered {
            columns.push(self.column(msg::report_number, ColumnKind::Number));
        }
        let full: Vec<&str> = shown.iter().map(|at| full_label(&table.columns[*at])).collect();
        let in_full = heads_fit(measured, &full);
        let mut heads = Vec::new();
        for ((at, measured), full) in shown.iter().zip(measured).zip(&full) {
            let column = &table.columns[*at];
            let weight = if column.width == 0 { 1.0 } else { f32::from(column.width) / 3.0 };
            let head = if in_full { *full } else { column.label.as_str() };
            heads.push((head, column));
            columns.push(Column::new(head.to_owned(), weight, measured.kind));
        }
        let mut set = Vec::new();
        for group in &table.groups {
            if self.is_left_out(group) {
                continue;
            }
            if !group.label.is_empty() {
                set.push(TableRow::Group(group_words(group)));
            }
            if group.rows.is_empty() {
                let mut cells = vec![Cell::default(); columns.len()];
                if let Some(cell) = cells.get_mut(usize::from(numbered)) {
                    cell.blocks = self.in_place_of_rows(group);
                }
                set.push(TableRow::Cells { anchor: None, cells });
            }
            for row in &group.rows {
                set.push(self.row(table, row, shown, numbered));
            }
        }
        let set = Table { caption: None, columns, rows: set, inset: false };
        blocks.push(Block::new(BlockKind::Table(set)));
        blocks.extend(explained(heads.into_iter()));
    }

    /// Whether a subject is left out: it has no rows, requires none, and has no reason.
    pub(super) fn is_left_out(&self, group: &GroupView) -> bool {
        group.rows.is_empty()
            && !group.required
            && group.reason().is_none()
            && self.from.empty == Empty::LeaveOut
    }

    /// The text under a subject without rows: the reason why it does not apply, or that it is open.
    pub(super) fn in_place_of_rows(&self, group: &GroupView) -> Vec<Block> {
        match group.reason() {
            Some(reason) => {
                let words = Block::text(msg::report_not_applicable(self.messages(), reason));
                self.marked_reason(group, words)
            }
            None => vec![self.not_filled_in()],
        }
    }

    fn row(
        &mut self,
        table: &TableView,
        row: &RowView,
        shown: &[usize],
        numbered: bool,
    ) -> TableRow {
        let anchor = self.anchor(row_anchor(row.id.as_str()), &table.id);
        self.named.insert(row.id.clone());
        let mut cells = Vec::new();
        if numbered {
            cells.push(Cell { blocks: self.marked_number(row), ..Cell::default() });
        }
        let gone = self.change_of_row(&row.id) == Some(Change::Deleted);
        for at in shown {
            let (Some(column), Some(cell)) = (table.columns.get(*at), row.cells.get(*at)) else {
                continue;
            };
            let mut blocks = self.content(row, column, cell, false);
            if blocks.is_empty() && cell.missing {
                blocks.push(self.not_filled_in_at(row, column));
            }
            let wanted = format!("value/{}/{}", row.id, column.id);
            let anchor = if blocks.is_empty() { None } else { self.anchor(wanted, &table.id) };
            let level = Self::tint(cell).filter(|_| !gone);
            cells.push(Cell { anchor, blocks, level });
        }
        TableRow::Cells { anchor, cells }
    }

    /// The blocks of a cell. If the column only says which row this is, they are the row's own name.
    pub(crate) fn content(
        &mut self,
        row: &RowView,
        column: &ColumnView,
        cell: &CellView,
        roomy: bool,
    ) -> Vec<Block> {
        if column.field.is_none() && column.id == ComputedCell::Label.id() {
            // A cut may show the name of the row nowhere else.
            let cut = self.from.cut.is_some();
            let names = cell.refs.iter().map(|row| {
                let name = if cut { row.whole_label() } else { row.label.as_str() };
                Block::text(self.name(name))
            });
            let names = names.collect();
            return match self.change_of_row(&row.id) {
                Some(change) => change.mark_blocks(names),
                None => names,
            };
        }
        self.cell(&row.id, column.field.as_ref(), cell, roomy)
    }

    /// The text at a place where a row lacks an answer.
    pub(super) fn not_filled_in_at(&self, row: &RowView, column: &ColumnView) -> Block {
        let address = column.field.as_ref().map(|f| AnswerAddress::new(row.id.clone(), &f.id));
        Block { address, ..self.not_filled_in() }
    }
}

/// The full heading of a column.
fn full_label(column: &ColumnView) -> &str {
    column.full_label.as_ref().unwrap_or(&column.label)
}

/// The meaning of abbreviated heads or labels: "C: Need of confidentiality · I: Need of integrity"; `None` if there are
/// no abbreviations.
pub(super) fn explained<'v>(
    heads: impl Iterator<Item = (&'v str, &'v ColumnView)>,
) -> Option<Block> {
    let short = heads.filter(|(head, column)| *head != full_label(column));
    let words: Vec<String> =
        short.map(|(head, column)| format!("{head}: {}", full_label(column))).collect();
    let note =
        |words: Vec<String>| Block::new(BlockKind::Note(vec![Inline::plain(words.join(" · "))]));
    (!words.is_empty()).then(|| note(words))
}

fn group_words(group: &GroupView) -> String {
    if group.law.is_empty() {
        return group.label.clone();
    }
    format!("{}  ·  {}", group.label, group.law.join(", "))
}

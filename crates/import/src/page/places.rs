//! The constructs in which words of a page stand: lists, quotations, definitions, footnotes, rows of tables, boxes.

use super::{PageWriter, Place};

/// The number of constructs that are searched for the open row of a cell.
const ROW_WITHIN: usize = 64;

impl PageWriter {
    /// Begins a list. A numbered list has the number of its first item.
    pub(crate) fn open_list(&mut self, first: Option<u64>) {
        self.end_passage();
        self.lists = self.lists.saturating_add(1);
        self.places.push(Place::List { next: first });
    }

    /// Ends a list.
    pub(crate) fn close_list(&mut self) {
        self.close(|place| matches!(place, Place::List { .. }));
    }

    /// Begins an item of the list.
    pub(crate) fn open_item(&mut self) {
        self.end_passage();
        let mut ordinal = None;
        if let Some(Place::List { next: Some(next) }) = self.places.last_mut() {
            ordinal = u32::try_from(*next).ok();
            *next = next.saturating_add(1);
        }
        self.places.push(Place::Item { ordinal, begun: false });
    }

    /// Ends an item.
    pub(crate) fn close_item(&mut self) {
        self.close(|place| matches!(place, Place::Item { .. }));
    }

    /// Begins a quotation.
    pub(crate) fn open_quote(&mut self) {
        self.end_passage();
        self.places.push(Place::Quote);
    }

    /// Ends a quotation.
    pub(crate) fn close_quote(&mut self) {
        self.close(|place| matches!(place, Place::Quote));
    }

    /// Begins a term or its explanation.
    pub(crate) fn open_definition(&mut self, term: bool) {
        self.end_passage();
        self.places.push(Place::Definition { term });
    }

    /// Ends a term or its explanation.
    pub(crate) fn close_definition(&mut self) {
        self.close(|place| matches!(place, Place::Definition { .. }));
    }

    /// Begins a footnote.
    pub(crate) fn open_note(&mut self, label: &str) {
        self.end_passage();
        self.places.push(Place::Note { label: label.to_owned() });
    }

    /// Ends a footnote.
    pub(crate) fn close_note(&mut self) {
        self.close(|place| matches!(place, Place::Note { .. }));
    }

    /// Begins a row of a table.
    pub(crate) fn open_row(&mut self, line: u32) {
        self.end_passage();
        self.rows += 1;
        self.places.push(Place::Row { head: true, cells: Vec::new(), line });
    }

    /// Begins a cell of the row. The row holds the heads of the columns if each of its cells is a head.
    pub(crate) fn open_cell(&mut self, is_head: bool) {
        self.end_passage();
        let rows = self.places.iter_mut().rev();
        let row = rows.take(ROW_WITHIN).find(|place| matches!(place, Place::Row { .. }));
        if let Some(Place::Row { head, cells, .. }) = row {
            *head &= is_head;
            cells.push(Vec::new());
        }
    }

    /// Ends a cell.
    pub(crate) fn close_cell(&mut self) {
        self.end_passage();
    }

    /// Ends a row.
    pub(crate) fn close_row(&mut self) {
        self.close(|place| matches!(place, Place::Row { .. }));
    }

    /// Begins a box or a tab. A box without a title is not listed among the boxes of a passage.
    pub(crate) fn open_box(&mut self, title: &str) {
        self.end_passage();
        let title: Vec<&str> = title.split_whitespace().collect();
        self.boxes.push(title.join(" "));
    }

    /// Ends the innermost box.
    pub(crate) fn close_box(&mut self) {
        self.end_passage();
        self.boxes.pop();
    }
}

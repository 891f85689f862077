//! The constructs in which words of a page stand: lists, quotations, definitions, footnotes, rows of tables, boxes.

use super::{Container, PageWriter};

/// The number of constructs that are searched for the open row of a cell.
const ROW_WITHIN: usize = 64;

impl PageWriter {
    /// Begins a list. A numbered list has the number of its first item.
    pub(crate) fn open_list(&mut self, first: Option<u64>) {
        self.end_passage();
        self.lists = self.lists.saturating_add(1);
        self.containers.push(Container::List { next: first });
    }

    /// Ends a list.
    pub(crate) fn close_list(&mut self) {
        self.close(|container| matches!(container, Container::List { .. }));
    }

    /// Begins an item of the list.
    pub(crate) fn open_item(&mut self) {
        self.end_passage();
        let mut ordinal = None;
        if let Some(Container::List { next: Some(next) }) = self.containers.last_mut() {
            ordinal = u32::try_from(*next).ok();
            *next = next.saturating_add(1);
        }
        self.containers.push(Container::Item { ordinal, begun: false });
    }

    /// Ends an item.
    pub(crate) fn close_item(&mut self) {
        self.close(|container| matches!(container, Container::Item { .. }));
    }

    /// Begins a quotation.
    pub(crate) fn open_quote(&mut self) {
        self.end_passage();
        self.containers.push(Container::Quote);
    }

    /// Ends a quotation.
    pub(crate) fn close_quote(&mut self) {
        self.close(|container| matches!(container, Container::Quote));
    }

    /// Begins a term or its explanation.
    pub(crate) fn open_definition(&mut self, term: bool) {
        self.end_passage();
        self.containers.push(Container::Definition { term });
    }

    /// Ends a term or its explanation.
    pub(crate) fn close_definition(&mut self) {
        self.close(|container| matches!(container, Container::Definition { .. }));
    }

    /// Begins a footnote.
    pub(crate) fn open_note(&mut self, label: &str) {
        self.end_passage();
        self.containers.push(Container::Note { label: label.to_owned() });
    }

    /// Ends a footnote.
    pub(crate) fn close_note(&mut self) {
        self.close(|container| matches!(container, Container::Note { .. }));
    }

    /// Begins a row of a table.
    pub(crate) fn open_row(&mut self, line: u32) {
        self.end_passage();
        self.rows += 1;
        self.containers.push(Container::Row { head: true, cells: Vec::new(), line });
    }

    /// Begins a cell of the row. The row holds the heads of the columns if each of its cells is a head.
    pub(crate) fn open_cell(&mut self, is_head: bool) {
        self.end_passage();
        let rows = self.containers.iter_mut().rev();
        let row =
            rows.take(ROW_WITHIN).find(|container| matches!(container, Container::Row { .. }));
        if let Some(Container::Row { head, cells, .. }) = row {
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
        self.close(|container| matches!(container, Container::Row { .. }));
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

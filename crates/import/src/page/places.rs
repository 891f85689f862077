//! What words of a page stand in: lists, quotations, definitions, footnotes, rows of tables, boxes.

use super::{PageWriter, Place};

/// How many places inside a row are looked through for it.
const ROW_WITHIN: usize = 64;

impl PageWriter {
    /// A list begins, a numbered one with its first number.
    pub(crate) fn open_list(&mut self, first: Option<u64>) {
        self.end_passage();
        self.lists = self.lists.saturating_add(1);
        self.places.push(Place::List { next: first });
    }

    /// A list ends.
    pub(crate) fn close_list(&mut self) {
        self.close(|place| matches!(place, Place::List { .. }));
    }

    /// An item of the list begins.
    pub(crate) fn open_item(&mut self) {
        self.end_passage();
        let mut ordinal = None;
        if let Some(Place::List { next: Some(next) }) = self.places.last_mut() {
            ordinal = u32::try_from(*next).ok();
            *next = next.saturating_add(1);
        }
        self.places.push(Place::Item { ordinal, begun: false });
    }

    /// An item ends.
    pub(crate) fn close_item(&mut self) {
        self.close(|place| matches!(place, Place::Item { .. }));
    }

    /// A quotation begins.
    pub(crate) fn open_quote(&mut self) {
        self.end_passage();
        self.places.push(Place::Quote);
    }

    /// A quotation ends.
    pub(crate) fn close_quote(&mut self) {
        self.close(|place| matches!(place, Place::Quote));
    }

    /// A term, or what explains it, begins.
    pub(crate) fn open_definition(&mut self, term: bool) {
        self.end_passage();
        self.places.push(Place::Definition { term });
    }

    /// A term, or what explains it, ends.
    pub(crate) fn close_definition(&mut self) {
        self.close(|place| matches!(place, Place::Definition { .. }));
    }

    /// A footnote begins.
    pub(crate) fn open_note(&mut self, label: &str) {
        self.end_passage();
        self.places.push(Place::Note { label: label.to_owned() });
    }

    /// A footnote ends.
    pub(crate) fn close_note(&mut self) {
        self.close(|place| matches!(place, Place::Note { .. }));
    }

    /// A row of a table begins.
    pub(crate) fn open_row(&mut self, line: u32) {
        self.end_passage();
        self.rows += 1;
        self.places.push(Place::Row { head: true, cells: Vec::new(), line });
    }

    /// A cell of the row begins. A row holds the heads of the columns if each of its cells does.
    pub(crate) fn open_cell(&mut self, is_head: bool) {
        self.end_passage();
        let rows = self.places.iter_mut().rev();
        let row = rows.take(ROW_WITHIN).find(|place| matches!(place, Place::Row { .. }));
        if let Some(Place::Row { head, cells, .. }) = row {
            *head &= is_head;
            cells.push(Vec::new());
        }
    }

    /// A cell ends.
    pub(crate) fn close_cell(&mut self) {
        self.end_passage();
    }

    /// A row ends.
    pub(crate) fn close_row(&mut self) {
        self.close(|place| matches!(place, Place::Row { .. }));
    }

    /// A box or a tab begins. One without a title is not told among the boxes of a passage.
    pub(crate) fn open_box(&mut self, title: &str) {
        self.end_passage();
        let title: Vec<&str> = title.split_whitespace().collect();
        self.boxes.push(title.join(" "));
    }

    /// The innermost box ends.
    pub(crate) fn close_box(&mut self) {
        self.end_passage();
        self.boxes.pop();
    }
}

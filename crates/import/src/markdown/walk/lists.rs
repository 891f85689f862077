//! Lists, and lists that are shown as tables: the items of the outer list are rows, those of the inner list cells.

use super::Walk;

/// A table that is written as a list.
#[derive(Debug)]
pub(super) struct ListTable {
    pub(super) heads: usize,
    pub(super) rows: usize,
    pub(super) lists: usize,
}

impl Walk<'_> {
    pub(super) fn open_list(&mut self, first: Option<u64>) {
        if let Some(table) = self.list_tables.last_mut() {
            table.lists += 1;
            if table.lists <= 2 {
                return self.page.end_passage();
            }
        }
        self.page.open_list(first);
    }

    pub(super) fn close_list(&mut self) {
        if let Some(table) = self.list_tables.last_mut() {
            table.lists = table.lists.saturating_sub(1);
            if table.lists < 2 {
                return self.page.end_passage();
            }
        }
        self.page.close_list();
    }

    pub(super) fn open_item(&mut self) {
        match self.list_tables.last_mut() {
            Some(table) if table.lists == 1 => {
                table.rows += 1;
                self.page.open_row(self.line);
            }
            Some(table) if table.lists == 2 => {
                let head = table.rows <= table.heads;
                self.page.open_cell(head);
            }
            _ => self.page.open_item(),
        }
    }

    pub(super) fn close_item(&mut self) {
        match self.list_tables.last() {
            Some(table) if table.lists == 1 => self.page.close_row(),
            Some(table) if table.lists == 2 => self.page.close_cell(),
            _ => self.page.close_item(),
        }
    }
}

//! Sets answers with their changes: words that were added are marked as inserted, words that were removed as deleted.

use vurder_model::field::Field;
use vurder_model::id::{CitationId, RowId};
use vurder_model::report_address::AnswerAddress;
use vurder_model::view::{CellView, GroupView, RowView};

use super::{AnswerChange, blocks};
use crate::compose::form::Composer;
use crate::compose::source_anchor;
use crate::document::{Block, Change, Inline};
use crate::messages::{Message, msg};

impl<'a> Composer<'a> {
    /// What became of an answer; `None` if changes are not marked here.
    pub(in crate::compose) fn change_of(
        &self,
        row: &RowId,
        field: &Field,
        cell: &CellView,
    ) -> Option<AnswerChange<'a>> {
        let changes = self.changes.filter(|_| self.marking)?;
        changes.answer(&AnswerAddress::new(row.clone(), &field.id), cell)
    }

    /// What became of a row; `None` if changes are not marked here.
    pub(in crate::compose) fn change_of_row(&self, row: &RowId) -> Option<Change> {
        self.changes.filter(|_| self.marking)?.row(row)
    }

    /// The blocks of an answer with its changes.
    pub(in crate::compose) fn marked_answer(
        &mut self,
        row: &RowId,
        field: Option<&Field>,
        cell: &CellView,
        roomy: bool,
    ) -> Vec<Block> {
        let went = self.change_of_row(row) == Some(Change::Deleted);
        let change = field.and_then(|field| self.change_of(row, field, cell));
        let change = if went { Some(AnswerChange::Went) } else { change };
        match change {
            None => self.addressed_answer(row, field, cell, roomy),
            Some(AnswerChange::Came) => {
                Change::Inserted.mark_blocks(self.addressed_answer(row, field, cell, roomy))
            }
            Some(AnswerChange::Went) => {
                // The words belong to no present answer. Therefore they have no address.
                let before = self.as_it_was(|composer| composer.answer(field, cell, roomy));
                let mut blocks = Change::Deleted.mark_blocks(before);
                if let Some(field) = field.filter(|_| cell.missing) {
                    let address = AnswerAddress::new(row.clone(), &field.id);
                    blocks.push(self.not_filled_in().answer(address));
                }
                blocks
            }
            Some(AnswerChange::Reworded(was)) => {
                self.compared = true;
                let before = self.as_it_was(|composer| composer.answer(field, was, roomy));
                let after = self.answer(field, cell, roomy);
                self.compared = false;
                let mut blocks = blocks::marked(before, after);
                if let Some(field) = field {
                    let address = AnswerAddress::new(row.clone(), &field.id);
                    blocks.iter_mut().for_each(|block| block.address = Some(address.clone()));
                }
                blocks
            }
        }
    }

    /// Sets something as the earlier version had it. The rows that count as named do not change.
    fn as_it_was<T>(&mut self, set: impl FnOnce(&mut Self) -> T) -> T {
        let named = self.named.clone();
        let set_before = std::mem::replace(&mut self.earlier, true);
        let made = set(self);
        self.earlier = set_before;
        self.named = named;
        made
    }

    /// A citation of the earlier version: its number if the report still has the source.
    pub(in crate::compose) fn citation_as_it_was(&mut self, id: &CitationId) -> Inline {
        let cited = self.from.form.cited.contains(id);
        match cited.then(|| self.numbering.known(id)).flatten() {
            Some(number) => Inline::SourceNumber { number, anchor: source_anchor(number) },
            None => Inline::Remark(format!("[{}]", self.say(msg::report_change_source))),
        }
    }

    /// Marks the reason why a group has no rows.
    pub(in crate::compose) fn marked_reason(&self, group: &GroupView, reason: Block) -> Vec<Block> {
        let note = group.note.as_ref();
        let change = note.and_then(|note| self.change_of(&note.row, &note.field, &note.cell));
        match change {
            None => vec![reason],
            Some(AnswerChange::Came) => Change::Inserted.mark_blocks(vec![reason]),
            Some(AnswerChange::Went) => {
                let mut blocks = Change::Deleted.mark_blocks(vec![reason]);
                blocks.extend(group.required.then(|| self.not_filled_in()));
                blocks
            }
            Some(AnswerChange::Reworded(was)) => {
                let was = was.value.as_ref().map(|value| Block::text(value.plain_text()));
                let mut blocks = Change::Deleted.mark_blocks(was.into_iter().collect());
                blocks.extend(Change::Inserted.mark_blocks(vec![reason]));
                blocks
            }
        }
    }

    /// The number of a row. It is marked if the row was added or removed.
    pub(in crate::compose) fn marked_number(&self, row: &RowView) -> Vec<Block> {
        if row.number.is_empty() {
            return Vec::new();
        }
        let number = vec![Block::text(&row.number)];
        match self.change_of_row(&row.id) {
            Some(change) => change.mark_blocks(number),
            None => number,
        }
    }

    /// "new row" or "row removed"; `None` if changes are not marked here.
    pub(in crate::compose) fn row_remark(&self, row: &RowId) -> Option<String> {
        let message: Message = match self.change_of_row(row)? {
            Change::Inserted => msg::report_change_row_came,
            Change::Deleted => msg::report_change_row_went,
        };
        Some(self.say(message))
    }
}

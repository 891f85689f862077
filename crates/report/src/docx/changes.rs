//! Added and removed words as tracked changes (ISO/IEC 29500-1, 17.13.5), so that Word shows, accepts and rejects them.
//!
//! Their author is a name that says since when. The custom properties of the file contain it
//! ([`property::MARKED_BY`](vurder_model::report_address::property::MARKED_BY)), so that the reader of a returned file
//! can separate them from the changes of reviewers. Changes in a list of changes are only underlined or struck through.
//! They are not tracked changes, because accepting all changes must not empty the list.

use super::story::Story;
use crate::document::{Block, BlockKind, Cell, Change, Inline};

impl Story<'_> {
    /// Writes content within the open tracked change, if there is one.
    pub(super) fn in_change(&mut self, write: impl FnOnce(&mut Self)) {
        let Some(change) = self.change else { return write(self) };
        self.change_mark(change, |story, name, attributes| story.xml.open(name, attributes));
        write(self);
        self.xml.close();
    }

    /// Writes that the end of the paragraph, or the row, was added or removed.
    pub(super) fn end_changed(&mut self, change: Change) {
        self.change_mark(change, |story, name, attributes| story.xml.empty(name, attributes));
    }

    fn change_mark(
        &mut self,
        change: Change,
        write: impl FnOnce(&mut Self, &'static str, &[(&str, &str)]),
    ) {
        let name = match change {
            Change::Inserted => "w:ins",
            Change::Deleted => "w:del",
        };
        let id = self.names.id();
        let document = self.document;
        let day = format!("{}T00:00:00Z", document.meta.date.format("%Y-%m-%d"));
        let by = document.words.marked_by.as_str();
        write(self, name, &[("w:id", &id), ("w:author", by), ("w:date", &day)]);
    }
}

/// The tracked change of a whole line; `None` if only a part of it, or nothing, changed.
pub(super) fn whole_line(words: &[Inline]) -> Option<Change> {
    let mut of_all = None;
    for word in words {
        let change = match word {
            Inline::Changed { change, told: false, .. } => *change,
            Inline::Answer { content, .. } => whole_line(content)?,
            _ => return None,
        };
        if *of_all.get_or_insert(change) != change {
            return None;
        }
    }
    of_all
}

/// The tracked change of a whole row; `None` if only a part of it, or nothing, changed.
pub(super) fn whole_row(cells: &[Cell]) -> Option<Change> {
    let mut of_all = None;
    for block in cells.iter().flat_map(|cell| &cell.blocks) {
        let change = whole_block(block)?;
        if *of_all.get_or_insert(change) != change {
            return None;
        }
    }
    of_all
}

fn whole_block(block: &Block) -> Option<Change> {
    match &block.kind {
        BlockKind::Paragraph(words) | BlockKind::Note(words) => whole_line(words),
        BlockKind::List(list) => {
            let mut all = list.items.iter().flatten().map(whole_block);
            let first = all.next()??;
            all.all(|change| change == Some(first)).then_some(first)
        }
        _ => None,
    }
}

//! The rows of a table that a change did not alter. The new view shares them with the earlier view.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::id::RowId;
use crate::view::depends::Touch;
use crate::view::{BlockView, PartView, RowView, TableView};

/// A part before a change, together with the change.
#[derive(Clone, Copy)]
pub(crate) struct EarlierPart<'v> {
    /// The part.
    pub(crate) part: &'v PartView,
    /// The registers and answers that the change touched.
    pub(crate) touch: &'v Touch,
    /// The rows whose records the change touched.
    pub(crate) rows: &'v HashSet<&'v RowId>,
}

/// The rows of a table before a change, by id.
pub(crate) type EarlierRows<'v> = HashMap<&'v RowId, &'v Arc<RowView>>;

impl<'v> EarlierPart<'v> {
    /// The rows of a table that the change did not touch and that refer to no touched row, because such a row may have
    /// another name now. Empty if rows were added, removed or moved, or if more than answers changed: then every row
    /// may have another number, or may refer to a row with another number.
    pub(crate) fn untouched(
        &self,
        of: impl Fn(&BlockView) -> Option<&TableView>,
    ) -> EarlierRows<'v> {
        if self.touch.everything || !self.touch.rows.is_empty() {
            return EarlierRows::new();
        }
        let table = self.part.blocks.iter().find_map(of);
        let rows = table.into_iter().flat_map(|table| &table.groups).flat_map(|group| &group.rows);
        let untouched = rows.filter(|row| {
            let mut named = row.cells.iter().flat_map(|cell| &cell.refs).map(|named| &named.row);
            !self.rows.contains(&row.id) && !named.any(|named| self.rows.contains(named))
        });
        untouched.map(|row| (&row.id, row)).collect()
    }
}

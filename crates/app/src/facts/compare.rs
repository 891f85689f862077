//! How two views of the same form differ.

use std::collections::HashMap;

use vurder_model::id::RowId;
use vurder_model::view::{BlockView, FormView, PartView, RowView, SectionView, TableView};

use crate::derived::{FormChange, PartChange, SectionChange};

/// What makes the view `now` of the view `before`, which is of revision `since`.
pub(super) fn form_change(before: &FormView, now: &FormView, since: u64) -> FormChange {
    let sections = before.sections.iter().zip(&now.sections);
    FormChange {
        form: now.form.clone(),
        since,
        sections: sections.filter_map(|(before, now)| section_change(before, now)).collect(),
        cited: (before.cited != now.cited).then(|| now.cited.clone()),
    }
}

fn section_change(before: &SectionView, now: &SectionView) -> Option<SectionChange> {
    let parts: Vec<PartChange> = before
        .parts
        .iter()
        .zip(&now.parts)
        .filter(|(before, now)| before != now)
        .map(|(before, now)| part_change(before, now))
        .collect();
    let changed = !parts.is_empty() || before.progress != now.progress;
    changed.then(|| SectionChange { id: now.id.clone(), progress: now.progress.clone(), parts })
}

/// The part without the rows that are as they were.
pub(super) fn part_change(before: &PartView, now: &PartView) -> PartChange {
    let mut part = now.clone();
    let rows = part.blocks.iter_mut().map(|block| match table_mut(block) {
        Some(table) => leave_out(before, table),
        None => Vec::new(),
    });
    let rows = rows.collect();
    PartChange { part, rows }
}

/// Leaves out the rows of a table that the table had before, and names all it has.
fn leave_out(before: &PartView, table: &mut TableView) -> Vec<Vec<RowId>> {
    let was = before.blocks.iter().filter_map(table_of).find(|was| was.id == table.id);
    let known: HashMap<&RowId, &RowView> = was
        .into_iter()
        .flat_map(|was| &was.groups)
        .flat_map(|group| &group.rows)
        .map(|row| (&row.id, row))
        .collect();
    let mut named = Vec::new();
    for group in &mut table.groups {
        named.push(group.rows.iter().map(|row| row.id.clone()).collect());
        group.rows.retain(|row| known.get(&row.id) != Some(&row));
    }
    named
}

fn table_of(block: &BlockView) -> Option<&TableView> {
    match block {
        BlockView::Table(table) | BlockView::Rows { table, .. } => Some(table),
        _ => None,
    }
}

fn table_mut(block: &mut BlockView) -> Option<&mut TableView> {
    match block {
        BlockView::Table(table) | BlockView::Rows { table, .. } => Some(table),
        _ => None,
    }
}

//! Compares two views of the same form.

use std::collections::HashMap;
use std::sync::Arc;

use vurder_model::id::{CitationId, RowId};
use vurder_model::template::ComputedCell;
use vurder_model::view::{
    BlockView, FormView, MatrixEntry, MatrixView, PartView, Progress, Replaced, RowView, TableView,
};

use crate::changed::{FormChange, PartChange, SectionChange};

/// What is kept of a view before the view is updated, besides its parts.
pub(super) struct Before {
    progress: Vec<Progress>,
    cited: Vec<CitationId>,
    controllers: Vec<String>,
}

impl Before {
    pub(super) fn of(view: &FormView) -> Self {
        let sections = view.sections.iter();
        Self {
            progress: sections.map(|section| section.progress.clone()).collect(),
            cited: view.cited.clone(),
            controllers: view.controllers.clone(),
        }
    }
}

/// The change that turns the earlier view, of revision `since`, into the view `now`. `replaced` are the earlier parts.
pub(super) fn form_change(
    before: &Before,
    replaced: &[Replaced],
    now: &FormView,
    since: u64,
) -> FormChange {
    let sections = now.sections.iter().zip(&before.progress).enumerate();
    let sections = sections.filter_map(|(at, (section, progress))| {
        let parts: Vec<PartChange> = replaced
            .iter()
            .filter(|replaced| replaced.section == at)
            .filter_map(|replaced| Some((&replaced.was, section.parts.get(replaced.part)?)))
            .filter(|(was, part)| was != part)
            .map(|(was, part)| part_change(was, part))
            .collect();
        let changed = !parts.is_empty() || section.progress != *progress;
        changed.then(|| SectionChange {
            id: section.id.clone(),
            progress: section.progress.clone(),
            parts,
        })
    });
    FormChange {
        form: now.form.clone(),
        since,
        sections: sections.collect(),
        controllers: (before.controllers != now.controllers).then(|| now.controllers.clone()),
        cited: (before.cited != now.cited).then(|| now.cited.clone()),
    }
}

/// The part without rows and risks that did not change.
fn part_change(before: &PartView, now: &PartView) -> PartChange {
    let mut part = now.clone();
    let rows = part.blocks.iter_mut().map(|block| match block {
        BlockView::Table(table) | BlockView::Rows { table, .. } => leave_out_rows(before, table),
        BlockView::Matrix(matrix) => leave_out_risks(before, matrix),
        _ => Vec::new(),
    });
    let rows = rows.collect();
    PartChange { part, rows }
}

/// Removes the rows that the table had before and names all rows of the table.
fn leave_out_rows(before: &PartView, table: &mut TableView) -> Vec<Vec<RowId>> {
    let was = before.blocks.iter().filter_map(table_of).find(|was| was.id == table.id);
    let rows = was.into_iter().flat_map(|was| &was.groups).flat_map(|group| &group.rows);
    let known: HashMap<&RowId, &Arc<RowView>> = rows.map(|row| (&row.id, row)).collect();
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

/// Removes the risks that stood at the same place of the matrix before and names all risks in the matrix.
fn leave_out_risks(before: &PartView, matrix: &mut MatrixView) -> Vec<Vec<RowId>> {
    let sides_before = |side: ComputedCell| {
        let matrices = before.blocks.iter().filter_map(|block| match block {
            BlockView::Matrix(matrix) => Some(matrix),
            _ => None,
        });
        matrices.flat_map(|matrix| &matrix.sides).filter(move |was| was.side == side)
    };
    let mut named = Vec::new();
    for side in &mut matrix.sides {
        named.push(side.entries.iter().map(|entry| entry.risk.row.clone()).collect());
        let known: HashMap<RowId, &MatrixEntry> = sides_before(side.side)
            .flat_map(|was| &was.entries)
            .map(|entry| (entry.risk.row.clone(), entry))
            .collect();
        side.entries.retain(|entry| known.get(&entry.risk.row) != Some(&entry));
    }
    named
}

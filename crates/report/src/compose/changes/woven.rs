//! Joins two views of a form: the present view, with removed answers and rows at their former places.

use std::collections::HashSet;
use std::sync::Arc;

use vurder_model::field::Field;
use vurder_model::id::RowId;
use vurder_model::report_address::AnswerAddress;
use vurder_model::value::Value;
use vurder_model::view::{
    BlockView, CellView, FieldView, FormView, GroupView, NoteView, PartView, RowView, SectionView,
    TableView,
};

use crate::compose::pictures::holds_pictures;

/// Joins views, and collects what was removed.
#[derive(Default)]
pub(super) struct Weaver {
    /// Rows that no table of the present view shows.
    pub(super) gone_rows: HashSet<RowId>,
    /// Answers that were removed.
    pub(super) gone: HashSet<AnswerAddress>,
    /// Rows of the present view that is being joined.
    rows: HashSet<RowId>,
}

impl Weaver {
    /// The present view, with what was removed.
    pub(super) fn weave(&mut self, now: &FormView, before: &FormView) -> FormView {
        self.rows = rows(now).cloned().collect();
        let sections = woven(&now.sections, &before.sections, |a, b| a.id == b.id);
        let sections = sections.into_iter().filter_map(|pair| match pair {
            (Some(now), Some(before)) => Some(self.section(now, before)),
            (Some(now), None) => Some(now.clone()),
            (None, Some(before)) => Some(self.section(&emptied(before), before)),
            (None, None) => None,
        });
        let sections = sections.collect();
        FormView { sections, ..now.clone() }
    }

    fn section(&mut self, now: &SectionView, before: &SectionView) -> SectionView {
        let parts = woven(&now.parts, &before.parts, |a, b| a.id == b.id);
        let parts = parts.into_iter().filter_map(|pair| match pair {
            (Some(now), Some(before)) => Some(self.part(now, before)),
            (Some(now), None) => Some(now.clone()),
            (None, Some(before)) => {
                let none = PartView { blocks: Vec::new(), empty: true, ..before.clone() };
                Some(self.part(&none, before)).filter(|part| !part.blocks.is_empty())
            }
            (None, None) => None,
        });
        let parts = parts.collect();
        SectionView { parts, ..now.clone() }
    }

    fn part(&mut self, now: &PartView, before: &PartView) -> PartView {
        let blocks = woven(&now.blocks, &before.blocks, same_block);
        let blocks: Vec<BlockView> = blocks
            .into_iter()
            .filter_map(|pair| match pair {
                (Some(BlockView::Field(now)), Some(BlockView::Field(before))) => {
                    Some(BlockView::Field(self.field(now, &before.cell)))
                }
                (Some(BlockView::Table(now)), Some(BlockView::Table(before))) => {
                    Some(BlockView::Table(self.table(now, before)))
                }
                (
                    Some(BlockView::Rows { what, table: now }),
                    Some(BlockView::Rows { table: before, .. }),
                ) => Some(BlockView::Rows { what: *what, table: self.table(now, before) }),
                (Some(now), _) => Some(now.clone()),
                (None, Some(BlockView::Field(before))) if answered(&before.cell) => {
                    let cell = CellView { missing: false, ..CellView::default() };
                    let now = FieldView { cell, ..before.clone() };
                    Some(BlockView::Field(self.field(&now, &before.cell)))
                }
                (None, Some(BlockView::Table(before))) if before.rows().next().is_some() => {
                    let groups = before.groups.iter().map(without_rows).collect();
                    let now = TableView { groups, ..before.clone() };
                    Some(BlockView::Table(self.table(&now, before)))
                }
                (None, _) => None,
            })
            .collect();
        let empty = now.empty && before.empty;
        PartView { blocks, empty, ..now.clone() }
    }

    fn field(&mut self, now: &FieldView, before: &CellView) -> FieldView {
        let cell = self.cell(&now.row, &now.field, &now.cell, before);
        FieldView { cell, ..now.clone() }
    }

    /// The present cell. If its answer was removed, the cell has the earlier answer, together with what is missing now.
    fn cell(&mut self, row: &RowId, field: &Field, now: &CellView, before: &CellView) -> CellView {
        if answered(now) || !answered(before) {
            return now.clone();
        }
        self.gone.insert(AnswerAddress::new(row.clone(), &field.id));
        let (missing, lacks) = (now.missing, now.lacks.clone());
        let (matrix, attached) = (now.matrix.clone(), now.attached.clone());
        CellView { asked: true, missing, lacks, matrix, attached, ..before.clone() }
    }

    fn table(&mut self, now: &TableView, before: &TableView) -> TableView {
        if holds_pictures(now) {
            return now.clone();
        }
        let groups = woven(&now.groups, &before.groups, |a, b| a.id == b.id);
        let groups = groups.into_iter().filter_map(|pair| match pair {
            (Some(group), Some(was)) => Some(self.group(now, group, before, was)),
            (Some(group), None) => Some(group.clone()),
            (None, Some(was)) => {
                let group = self.group(now, &without_rows(was), before, was);
                Some(group).filter(|group| !group.rows.is_empty())
            }
            (None, None) => None,
        });
        let groups = groups.collect();
        TableView { groups, ..now.clone() }
    }

    fn group(
        &mut self,
        table: &TableView,
        now: &GroupView,
        table_before: &TableView,
        before: &GroupView,
    ) -> GroupView {
        let rows = woven(&now.rows, &before.rows, |a, b| a.id == b.id);
        let rows = rows.into_iter().filter_map(|pair| match pair {
            (Some(row), Some(was)) => Some(Arc::new(self.row(table, row, table_before, was))),
            (Some(row), None) => Some(Arc::clone(row)),
            // A row that is now in another table was not removed.
            (None, Some(was)) if self.rows.contains(&was.id) => None,
            (None, Some(was)) => {
                self.gone_rows.insert(was.id.clone());
                let cells = cells_of(table, table_before, was);
                // A removed row no longer needs any answers.
                let cells = cells.map(|cell| CellView { missing: false, ..cell });
                Some(Arc::new(RowView { cells: cells.collect(), ..RowView::clone(was) }))
            }
            (None, None) => None,
        });
        let rows = rows.collect();
        let note = self.note(now.note.as_ref(), before.note.as_ref());
        GroupView { rows, note, ..now.clone() }
    }

    fn note(&mut self, now: Option<&NoteView>, before: Option<&NoteView>) -> Option<NoteView> {
        match (now, before) {
            (Some(now), Some(before)) if now.row == before.row => {
                let cell = self.cell(&now.row, &now.field, &now.cell, &before.cell);
                Some(NoteView { cell, ..now.clone() })
            }
            (None, Some(before)) if answered(&before.cell) => {
                let none = CellView::default();
                let cell = self.cell(&before.row, &before.field, &none, &before.cell);
                Some(NoteView { cell, ..before.clone() })
            }
            (now, _) => now.cloned(),
        }
    }

    fn row(
        &mut self,
        table: &TableView,
        now: &RowView,
        table_before: &TableView,
        before: &RowView,
    ) -> RowView {
        let was: Vec<CellView> = cells_of(table, table_before, before).collect();
        let cells = table.columns.iter().zip(&now.cells).zip(&was);
        let cells = cells.map(|((column, cell), was)| match &column.field {
            Some(field) => self.cell(&now.id, field, cell, was),
            None => cell.clone(),
        });
        let cells = cells.collect();
        RowView { cells, ..now.clone() }
    }
}

/// The items of both lists. Items that only `before` has stand after the item that was before them.
fn woven<'v, T>(
    now: &'v [T],
    before: &'v [T],
    same: impl Fn(&T, &T) -> bool,
) -> Vec<(Option<&'v T>, Option<&'v T>)> {
    let counterpart = |item: &T| before.iter().find(|was| same(item, was));
    let mut all: Vec<(Option<&T>, Option<&T>)> =
        now.iter().map(|item| (Some(item), counterpart(item))).collect();
    let mut at = 0;
    for was in before {
        let found = all.iter().position(|(item, _)| item.is_some_and(|item| same(item, was)));
        match found {
            Some(found) => at = found + 1,
            None => {
                all.insert(at, (None, Some(was)));
                at += 1;
            }
        }
    }
    all
}

fn same_block(one: &BlockView, other: &BlockView) -> bool {
    match (one, other) {
        (BlockView::Field(one), BlockView::Field(other)) => {
            one.row == other.row && one.field.id == other.field.id
        }
        (BlockView::Table(one), BlockView::Table(other)) => one.id == other.id,
        (BlockView::Rows { what: one, .. }, BlockView::Rows { what: other, .. }) => one == other,
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// The cells of an earlier row, in the columns of the present table.
fn cells_of(
    table: &TableView,
    before: &TableView,
    row: &RowView,
) -> impl Iterator<Item = CellView> {
    table.columns.iter().map(|column| {
        let at = before.columns.iter().position(|was| was.id == column.id);
        at.and_then(|at| row.cells.get(at)).cloned().unwrap_or_default()
    })
}

fn without_rows(group: &GroupView) -> GroupView {
    GroupView { rows: Vec::new(), note: None, required: false, ..group.clone() }
}

fn emptied(section: &SectionView) -> SectionView {
    SectionView { parts: Vec::new(), ..section.clone() }
}

fn answered(cell: &CellView) -> bool {
    cell.value.as_ref().is_some_and(|value: &Value| !value.is_empty())
}

/// The tables of a form.
fn tables(form: &FormView) -> impl DoubleEndedIterator<Item = &TableView> {
    blocks(form).filter_map(|block| match block {
        BlockView::Table(table) | BlockView::Rows { table, .. } => Some(table),
        _ => None,
    })
}

fn blocks(form: &FormView) -> impl DoubleEndedIterator<Item = &BlockView> {
    form.sections.iter().flat_map(|section| &section.parts).flat_map(|part| &part.blocks)
}

/// The rows that a form shows.
pub(super) fn rows(form: &FormView) -> impl Iterator<Item = &RowId> {
    tables(form).flat_map(TableView::rows).map(|row| &row.id)
}

/// The answers that a form shows, with their cells.
pub(super) fn answers(form: &FormView) -> Vec<(AnswerAddress, &CellView)> {
    let at = |row: &RowId, field: &Field| AnswerAddress::new(row.clone(), &field.id);
    let mut found = Vec::new();
    for block in blocks(form) {
        match block {
            BlockView::Field(field) => found.push((at(&field.row, &field.field), &field.cell)),
            BlockView::Table(table) | BlockView::Rows { table, .. } => {
                for group in &table.groups {
                    let note = group.note.as_ref();
                    found.extend(note.map(|note| (at(&note.row, &note.field), &note.cell)));
                    for row in &group.rows {
                        let cells = table.columns.iter().zip(&row.cells);
                        found.extend(cells.filter_map(|(column, cell)| {
                            Some((at(&row.id, column.field.as_ref()?), cell))
                        }));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

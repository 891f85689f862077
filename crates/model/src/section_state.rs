//! A short name for the answers of a section. The name changes when one of the answers changes.

use crate::check::fingerprint;
use crate::id::RowId;
use crate::value::Value;
use crate::view::{BlockView, CellView, SectionView};

/// One answer: its row, its field or column, the answer, and the files attached to the row there.
type Answered<'a> = (&'a RowId, &'a str, Option<&'a Value>, Vec<&'a str>);

/// The name of the answers that a person can write in a section, in their order. Computed values, answers that are
/// entered in another section, and the words of the form itself are left out.
#[must_use]
pub fn section_state(section: &SectionView) -> String {
    let mut answers: Vec<Answered<'_>> = Vec::new();
    for block in section.parts.iter().flat_map(|part| &part.blocks) {
        match block {
            BlockView::Field(field) => {
                answers.push(answered(&field.row, &field.field.id, &field.cell));
            }
            BlockView::Table(table) => {
                for group in &table.groups {
                    let note = group.note.as_ref();
                    answers.extend(note.map(|n| answered(&n.row, &n.field.id, &n.cell)));
                    for row in &group.rows {
                        let cells = table.columns.iter().zip(&row.cells);
                        let written =
                            cells.filter(|(column, _)| !column.read_only && column.field.is_some());
                        answers.extend(
                            written.map(|(column, cell)| answered(&row.id, &column.id, cell)),
                        );
                    }
                }
            }
            BlockView::Matrix(_)
            | BlockView::Levels(_)
            | BlockView::Coverage(_)
            | BlockView::Rows { .. }
            | BlockView::Screening(_)
            | BlockView::Versions { .. }
            | BlockView::Sources { .. } => {}
        }
    }
    fingerprint(&answers)
}

fn answered<'a>(row: &'a RowId, field: &'a str, cell: &'a CellView) -> Answered<'a> {
    // An empty answer is the same as a missing one, whether it was never given or was removed.
    let value = cell.value.as_ref().filter(|value| !value.is_empty());
    (row, field, value, cell.attached.iter().map(|file| file.id.as_str()).collect())
}

//! Computes the progress of a section: the required parts that are filled, and the gaps in the others.

use crate::answered::Lack;
use crate::id::RowId;
use crate::view::{BlockView, CellView, FieldView, Gap, GapKind, PartView, Progress, TableView};

/// Counts the parts that require answers, and lists their gaps.
///
/// `least` gives the number of rows that a table requires.
pub(crate) fn progress(parts: &[PartView], least: &dyn Fn(&str) -> usize) -> Progress {
    let mut all = Progress::default();
    for part in parts {
        let mut owes = false;
        let before = all.gaps.len();
        for block in &part.blocks {
            match block {
                BlockView::Field(field) => field_gap(part, field, &mut owes, &mut all.gaps),
                BlockView::Table(table) => {
                    table_gaps(part, table, least(&table.id), &mut owes, &mut all.gaps);
                }
                _ => {}
            }
        }
        if part.optional && part.empty {
            all.gaps.truncate(before);
            continue;
        }
        if owes {
            all.required += 1;
            if all.gaps.len() == before {
                all.filled += 1;
            }
        }
    }
    all
}

fn field_gap(part: &PartView, field: &FieldView, owes: &mut bool, gaps: &mut Vec<Gap>) {
    if !field.field.required || !field.cell.asked {
        return;
    }
    *owes = true;
    if field.cell.missing {
        let cells = [(&field.row, &field.cell)];
        let owed = Owed { part, label: &field.field.label, field: &field.field.id };
        owed.gaps(GapKind::Field, &cells, gaps);
    }
}

fn table_gaps(
    part: &PartView,
    table: &TableView,
    least: usize,
    owes: &mut bool,
    gaps: &mut Vec<Gap>,
) {
    let rows: Vec<_> = table.rows().collect();
    let gap = |label: &str, kind, missing, of| Gap {
        part: part.id.clone(),
        label: label.to_owned(),
        kind,
        lacks: Vec::new(),
        missing,
        of,
        row: None,
        field: None,
        rows: Vec::new(),
        subjects: Vec::new(),
    };
    if least > 0 {
        *owes = true;
        if rows.len() < least {
            let label = if table.title.is_empty() { &part.title } else { &table.title };
            gaps.push(gap(label, GapKind::Rows, least - rows.len(), least));
        }
    }
    let owed: Vec<_> = table.groups.iter().filter(|g| g.required).collect();
    if !owed.is_empty() {
        *owes = true;
        let bare: Vec<_> = owed.iter().filter(|g| g.rows.is_empty()).collect();
        if !bare.is_empty() {
            let names = bare.iter().map(|g| g.label.as_str()).collect::<Vec<_>>().join(", ");
            let subjects = bare.iter().map(|g| g.id.clone()).collect();
            let gap = gap(&names, GapKind::Subjects, bare.len(), owed.len());
            gaps.push(Gap { subjects, ..gap });
        }
    }
    for (at, column) in table.columns.iter().enumerate().filter(|(_, c)| c.required) {
        let asked: Vec<(&RowId, &CellView)> = rows
            .iter()
            .filter_map(|r| Some((&r.id, r.cells.get(at)?)))
            .filter(|(_, cell)| cell.asked)
            .collect();
        if !asked.is_empty() {
            *owes = true;
            let owed = Owed { part, label: &column.label, field: &column.id };
            owed.gaps(GapKind::Cells, &asked, gaps);
        }
    }
}

/// A field or column whose answers are required.
struct Owed<'a> {
    part: &'a PartView,
    label: &'a str,
    field: &'a str,
}

impl Owed<'_> {
    /// Adds the gaps in `cells`: empty cells as a gap of the kind `empty`, incomplete answers with what they lack, and
    /// scores outside their scale.
    fn gaps(&self, empty: GapKind, cells: &[(&RowId, &CellView)], gaps: &mut Vec<Gap>) {
        let kind_of = |cell: &CellView| match cell.lacks.first() {
            Some(Lack::Answer) | None => empty,
            Some(Lack::Level) => GapKind::OffScale,
            Some(_) => GapKind::Incomplete,
        };
        for kind in [empty, GapKind::Incomplete, GapKind::OffScale] {
            let open: Vec<_> =
                cells.iter().filter(|(_, c)| c.missing && kind_of(c) == kind).collect();
            let Some((first, _)) = open.first() else { continue };
            let mut lacks: Vec<Lack> = match kind {
                GapKind::Incomplete => open.iter().flat_map(|(_, c)| &c.lacks).copied().collect(),
                _ => Vec::new(),
            };
            lacks.sort_unstable();
            lacks.dedup();
            gaps.push(Gap {
                part: self.part.id.clone(),
                label: self.label.to_owned(),
                kind,
                lacks,
                missing: open.len(),
                of: cells.len(),
                row: Some((*first).clone()),
                field: Some(self.field.to_owned()),
                rows: open.iter().map(|(row, _)| (*row).clone()).collect(),
                subjects: Vec::new(),
            });
        }
    }
}

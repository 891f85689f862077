//! How far a section is: which required parts are filled, and what is open in the others.

use crate::view::{BlockView, FieldView, Gap, GapKind, PartView, Progress, TableView};

/// Counts the parts that require something, and names what is open in them.
///
/// `least` gives the number of rows a table owes.
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
        gaps.push(Gap {
            part: part.id.clone(),
            label: field.field.label.clone(),
            kind: GapKind::Field,
            missing: 1,
            of: 1,
            row: Some(field.row.clone()),
            field: Some(field.field.id.clone()),
        });
    }
}

fn table_gaps(
    part: &PartView,
    table: &TableView,
    least: usize,
    owes: &mut bool,
    gaps: &mut Vec<Gap>,
) {
    let rows: Vec<_> = table.groups.iter().flat_map(|g| &g.rows).collect();
    let gap = |label: &str, kind, missing, of| Gap {
        part: part.id.clone(),
        label: label.to_owned(),
        kind,
        missing,
        of,
        row: None,
        field: None,
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
            gaps.push(gap(&names, GapKind::Subjects, bare.len(), owed.len()));
        }
    }
    for (at, column) in table.columns.iter().enumerate().filter(|(_, c)| c.required) {
        let asked: Vec<_> =
            rows.iter().filter(|r| r.cells.get(at).is_some_and(|c| c.asked)).collect();
        if asked.is_empty() {
            continue;
        }
        *owes = true;
        let open: Vec<_> =
            asked.iter().filter(|r| r.cells.get(at).is_some_and(|c| c.missing)).collect();
        if let Some(first) = open.first() {
            gaps.push(Gap {
                row: Some(first.id.clone()),
                field: Some(column.id.clone()),
                ..gap(&column.label, GapKind::Cells, open.len(), asked.len())
            });
        }
    }
}

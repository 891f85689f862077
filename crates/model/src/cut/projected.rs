//! The project of a cut: only the rows, answers and citations that the cut shows.

use std::collections::BTreeSet;

use crate::cut::ShownFields;
use crate::id::{CitationId, RowId};
use crate::project::{Project, Row};
use crate::value::Value;
use crate::view::Numbers;

/// The project, reduced to what is shown. Its rows keep the numbers that they have in the whole project, so that R7
/// stays R7. `passes` decides whether a row is shown at all.
#[must_use]
pub fn project_of_cut(
    project: &Project,
    shown: &ShownFields,
    numbers: &Numbers<'_>,
    passes: &dyn Fn(&Row) -> bool,
) -> Project {
    let stays =
        |row: &&Row| row.trashed.is_none() && shown.shows_rows(&row.register) && passes(row);
    let mut rows: Vec<Row> = project.rows.iter().filter(stays).cloned().collect();
    let there: BTreeSet<RowId> = rows.iter().map(|row| row.id.clone()).collect();
    for row in &mut rows {
        let register = row.register.clone();
        row.values.retain(|field, _| shown.shows(&register, field));
        row.number = row.number.or_else(|| number_of(row, numbers));
        for value in row.values.values_mut() {
            if let Value::Refs(named) = value {
                named.retain(|row| there.contains(row));
            }
        }
    }
    let cited: BTreeSet<CitationId> =
        rows.iter().flat_map(|row| row.values.values()).flat_map(Value::citations).collect();
    let mut citations = project.citations.clone();
    citations.retain(|citation| cited.contains(&citation.id));
    for citation in &mut citations {
        // A cut does not name the earlier citations that this one renews, nor the reasons.
        citation.renews.clear();
    }
    Project { head: project.head.clone(), rows, citations }
}

/// The number of a row without the letter of its register.
fn number_of(row: &Row, numbers: &Numbers<'_>) -> Option<u32> {
    let prefix = &numbers.register(&row.register)?.prefix;
    numbers.row(&row.id)?.number.strip_prefix(prefix.as_str())?.parse().ok()
}

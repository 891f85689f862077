//! The project of a cut: only the rows, answers and citations that the cut shows.

use std::collections::BTreeSet;

use crate::cut::ShownFields;
use crate::id::{CitationId, RowId};
use crate::project::{Project, Row};
use crate::role::FieldRole;
use crate::value::Value;
use crate::view::Numbers;

/// The project with what is shown: the rows that a table or chapter shows, with the answers that it shows of them, and
/// the names of rows that these name. Its rows bear the numbers that they have in the whole, so that R7 stays R7.
/// `passes` says of a row whether it is shown at all; `listed` are citations that the cut lists although it shows no
/// answer that cites them.
#[must_use]
pub fn project_of_cut(
    project: &Project,
    shown: &ShownFields,
    numbers: &Numbers<'_>,
    passes: &dyn Fn(&Row) -> bool,
    listed: &BTreeSet<CitationId>,
) -> Project {
    let standing = |row: &&Row| row.trashed.is_none() && passes(row);
    let standing: Vec<&Row> = project.rows.iter().filter(standing).collect();
    let fields = shown.of_rows(&standing);
    let there: BTreeSet<RowId> = fields.keys().map(|row| (*row).clone()).collect();
    let shown_row = |row: &&Row| {
        let mut row = (*row).clone();
        let fields = fields.get(&row.id)?;
        row.values.retain(|field, _| fields.contains(field.as_str()));
        Some(row)
    };
    let mut rows: Vec<Row> = standing.iter().filter_map(shown_row).collect();
    for row in &mut rows {
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
    citations.retain(|citation| cited.contains(&citation.id) || listed.contains(&citation.id));
    let words = numbers.roles().field(FieldRole::RequestWords);
    let shows_question = |request: &RowId| {
        let shown = words.zip(fields.get(request));
        shown.is_some_and(|(words, fields)| fields.contains(words))
    };
    for citation in &mut citations {
        // A cut does not name the earlier citations that this one renews, nor why the project renewed them or keeps
        // words that are published no more: these reasons are internal to the project.
        citation.renews.clear();
        citation.kept = None;
        // The question of a request that the cut does not show is not shown beside its answer either.
        if let Some(answer) = &mut citation.answer
            && !shows_question(&answer.request)
        {
            answer.question.clear();
        }
    }
    Project { head: project.head.clone(), rows, citations }
}

/// The number of a row without the letter of its register.
fn number_of(row: &Row, numbers: &Numbers<'_>) -> Option<u32> {
    let prefix = &numbers.register(&row.register)?.prefix;
    numbers.row(&row.id)?.number.strip_prefix(prefix.as_str())?.parse().ok()
}

//! Finds the columns of a questionnaire by the words at their heads.

use super::table::Table;

/// Number of rows in which the heads of the columns are looked for. A title and an introduction may stand above them.
const ROWS: usize = 40;

/// The columns of a questionnaire.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) question: usize,
    pub(super) id: Option<usize>,
    pub(super) answer: Option<usize>,
    /// In older questionnaires, each possible answer has its own column, and a mark stands in one of them.
    pub(super) marks: Vec<(usize, &'static str)>,
    pub(super) ownership: Option<usize>,
    pub(super) description: Option<usize>,
    pub(super) duty: Option<usize>,
    pub(super) control: Option<usize>,
    pub(super) control_title: Option<usize>,
    pub(super) domain: Option<usize>,
}

/// The columns of a table, and the number of rows up to and including their heads; `None` if the table is not a
/// questionnaire.
pub(super) fn find(table: &Table) -> Option<(Columns, usize)> {
    let rows = table.rows.iter().take(ROWS).enumerate();
    rows.filter_map(|(at, (_, cells))| Some((of_row(cells)?, at + 1))).next()
}

fn of_row(cells: &[String]) -> Option<Columns> {
    let mut columns = Columns::default();
    let mut question = None;
    for (at, cell) in cells.iter().enumerate() {
        let head = cell.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let has = |words: &str| head.contains(words);
        let place = match head.as_str() {
            "yes" => {
                columns.marks.push((at, "Yes"));
                continue;
            }
            "no" => {
                columns.marks.push((at, "No"));
                continue;
            }
            "n/a" | "na" | "not applicable" => {
                columns.marks.push((at, "NA"));
                continue;
            }
            _ if has("question id") => &mut columns.id,
            _ if has("answer") => &mut columns.answer,
            _ if has("ownership") || head == "responsibility" => &mut columns.ownership,
            _ if has("csc respons") || has("customer respons") => &mut columns.duty,
            _ if has("implementation description") || head == "notes" || head == "comments" => {
                &mut columns.description
            }
            _ if has("control title") => &mut columns.control_title,
            _ if has("control id") => &mut columns.control,
            _ if has("domain") && !has("id") => &mut columns.domain,
            "question" | "questions" => &mut question,
            _ if has("assessment question") => &mut question,
            _ => continue,
        };
        place.get_or_insert(at);
    }
    columns.question = question?;
    let answered = columns.answer.is_some() || columns.marks.len() > 1;
    answered.then_some(columns)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let row = |cells: &&[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        Table { rows: rows.iter().zip(1..).map(|(cells, line)| (line, row(cells))).collect() }
    }

    #[test]
    fn heads_of_both_generations_are_known_wherever_they_stand() {
        let newer = table(&[
            &["A questionnaire"],
            &[
                "Question ID",
                "Question",
                "CSP CAIQ\nAnswer",
                "SSRM Control Ownership",
                "CSP Implementation Description (Optional)",
                "CSC Responsibilities (Optional)",
                "CCM Control ID",
                "CCM Control Specification",
                "CCM Control Title",
                "CCM Domain Title",
            ],
        ]);
        let (columns, after) = find(&newer).unwrap();
        assert_eq!(after, 2);
        assert_eq!((columns.id, columns.question, columns.answer), (Some(0), 1, Some(2)));
        assert_eq!(
            (columns.ownership, columns.description, columns.duty),
            (Some(3), Some(4), Some(5))
        );
        assert_eq!(
            (columns.control, columns.control_title, columns.domain),
            (Some(6), Some(8), Some(9))
        );
        let older = table(&[&[
            "Control ID",
            "Question ID",
            "Consensus Assessment Questions",
            "Yes",
            "No",
            "Not Applicable",
            "Notes",
        ]]);
        let (columns, _) = find(&older).unwrap();
        assert_eq!(columns.marks, [(3, "Yes"), (4, "No"), (5, "NA")]);
        assert_eq!((columns.question, columns.description), (2, Some(6)));
    }

    #[test]
    fn another_table_is_none() {
        assert_eq!(find(&table(&[&["Question", "Price"], &["a", "b"]])), None);
        assert_eq!(find(&table(&[])), None);
    }
}

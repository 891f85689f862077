//! The changes since an earlier version. They are listed, and marked in the report itself.
//!
//! Both use the same data. For each answer that it sets, the report asks [`Changes`] by row and field. An answer that
//! changed is set in its earlier and its present form, and both are compared word by word (`blocks`, `words`). Removed
//! rows stand at their former place in a view that joins the earlier and the present one (`woven`), so that tables,
//! cards and lists are set as usual. Computed values (levels, sums, drawings) are shown as they are now.

mod answers;
mod blocks;
mod list;
mod words;
mod woven;

use std::collections::{HashMap, HashSet};

use vurder_model::frozen::{AttachmentLine, VersionLine};
use vurder_model::id::RowId;
use vurder_model::project::Project;
use vurder_model::report_address::AnswerAddress;
use vurder_model::value::Value;
use vurder_model::view::{CellView, FormView};

use self::woven::Weaver;
use crate::document::Change;

/// An earlier version, as a report would show it to the same reader.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    /// The version.
    pub version: &'a VersionLine,
    /// Its project; for a cut, only what the cut shows of it.
    pub project: &'a Project,
    /// The form as it was then.
    pub form: &'a FormView,
    /// The forms whose changes are listed: for each, the earlier and the present view. For a cut, they show every
    /// answer that the cut has, also those in its chapters.
    pub listed: &'a [(FormView, FormView)],
    /// The files that were attached then.
    pub attachments: &'a [AttachmentLine],
    /// Whether the changes are marked in the report itself, too.
    pub marked: bool,
}

/// What became of an answer.
#[derive(Debug, Clone, Copy)]
pub(crate) enum AnswerChange<'a> {
    /// It was added.
    Came,
    /// It was removed.
    Went,
    /// It has another value.
    Reworded(&'a CellView),
}

/// The data for marking and listing the changes.
pub(crate) struct Changes<'a> {
    pub(crate) earlier: &'a Earlier<'a>,
    /// The earlier answers.
    before: HashMap<AnswerAddress, &'a CellView>,
    /// The rows that the earlier version showed.
    rows_before: HashSet<RowId>,
    /// The rows that only the earlier version showed.
    gone_rows: HashSet<RowId>,
    /// The answers that only the earlier version showed, in rows that still exist.
    gone: HashSet<AnswerAddress>,
    /// The form, with removed answers and rows at their former places.
    pub(crate) printed: FormView,
    /// The forms whose changes are listed, with removed answers and rows at their former places.
    listed: Vec<FormView>,
}

impl<'a> Changes<'a> {
    /// Compares the present form with an earlier version.
    pub(crate) fn of(earlier: &'a Earlier<'a>, now: &FormView) -> Self {
        let mut weaver = Weaver::default();
        let listed = earlier.listed.iter().map(|(was, is)| weaver.weave(is, was)).collect();
        let printed = weaver.weave(now, earlier.form);
        let was = earlier.listed.iter().map(|(was, _)| was);
        let was: Vec<&'a FormView> = std::iter::once(earlier.form).chain(was).collect();
        Self {
            earlier,
            before: was.iter().flat_map(|form| woven::answers(form)).rev().collect(),
            rows_before: was.iter().flat_map(|form| woven::rows(form)).cloned().collect(),
            gone_rows: weaver.gone_rows,
            gone: weaver.gone,
            printed,
            listed,
        }
    }

    /// What became of a row; `None` if both versions show it.
    fn row(&self, row: &RowId) -> Option<Change> {
        if self.gone_rows.contains(row) {
            Some(Change::Deleted)
        } else if self.rows_before.contains(row) {
            None
        } else {
            Some(Change::Inserted)
        }
    }

    /// What became of an answer; `None` if it did not change.
    fn answer(&self, at: &AnswerAddress, now: &CellView) -> Option<AnswerChange<'a>> {
        let given = |value: &&Value| !value.is_empty();
        let now = now.value.as_ref().filter(given);
        if self.gone_rows.contains(&at.row) || self.gone.contains(at) {
            // The joined view shows removed answers as they were.
            return now.map(|_| AnswerChange::Went);
        }
        let before = self.before.get(at).copied();
        match (before.and_then(|cell| cell.value.as_ref()).filter(given), now) {
            (Some(before), Some(now)) if before == now => None,
            (Some(_), Some(_)) => before.map(AnswerChange::Reworded),
            // The earlier report may not have shown the answer although it existed.
            (None, Some(now)) => {
                let was = self.earlier.project.row(&at.row);
                let was = was.and_then(|row| row.values.get(&at.field));
                (was != Some(now)).then_some(AnswerChange::Came)
            }
            (_, None) => None,
        }
    }
}

//! What changed since an earlier version: told in a list, and marked in the report itself.
//!
//! Both come from one place. The report asks [`Changes`] of every answer that it sets, by row and field; an answer that
//! changed is set as it was and as it is, and the two are laid beside each other word by word (`blocks`, `words`). Rows
//! that went stand at their place in a view that is woven of the earlier and the present one (`woven`), so that tables,
//! cards and lists are set as ever. What the program works out (levels, sums, drawings) stands as it is now.

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

/// An earlier version, as far as a report of it would show it to the same reader.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    /// The version.
    pub version: &'a VersionLine,
    /// Its project; of a cut, what the cut shows of it.
    pub project: &'a Project,
    /// The form as it was.
    pub form: &'a FormView,
    /// The forms whose changes are listed, as they were and as they are, in the same order. Those of a cut show every
    /// answer that the cut holds, also those that stand in its chapters.
    pub listed: &'a [(FormView, FormView)],
    /// The files that were attached.
    pub attachments: &'a [AttachmentLine],
    /// Whether the changes are marked in the report itself, too.
    pub marked: bool,
}

/// What became of an answer.
#[derive(Debug, Clone, Copy)]
pub(crate) enum AnswerChange<'a> {
    /// It is there now and was not.
    Came,
    /// It was there and is not.
    Went,
    /// It is another one.
    Reworded(&'a CellView),
}

/// What a report needs to mark and list what changed.
pub(crate) struct Changes<'a> {
    pub(crate) earlier: &'a Earlier<'a>,
    /// The answers as they were.
    before: HashMap<AnswerAddress, &'a CellView>,
    /// The rows that were shown.
    rows_before: HashSet<RowId>,
    /// The rows that were shown and are not.
    gone_rows: HashSet<RowId>,
    /// The answers that were shown and are not, in rows that are still there.
    gone: HashSet<AnswerAddress>,
    /// The form with what went at its place.
    pub(crate) printed: FormView,
    /// The forms whose changes are listed, with what went at its place.
    listed: Vec<FormView>,
}

impl<'a> Changes<'a> {
    /// Lays the form as it is beside an earlier version.
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

    /// What became of a row; `None` where it was there and is there.
    fn row(&self, row: &RowId) -> Option<Change> {
        if self.gone_rows.contains(row) {
            Some(Change::Deleted)
        } else if self.rows_before.contains(row) {
            None
        } else {
            Some(Change::Inserted)
        }
    }

    /// What became of an answer; `None` where it is as it was.
    fn answer(&self, at: &AnswerAddress, now: &CellView) -> Option<AnswerChange<'a>> {
        let given = |value: &&Value| !value.is_empty();
        let now = now.value.as_ref().filter(given);
        if self.gone_rows.contains(&at.row) || self.gone.contains(at) {
            // The woven view shows what went as it was.
            return now.map(|_| AnswerChange::Went);
        }
        let before = self.before.get(at).copied();
        match (before.and_then(|cell| cell.value.as_ref()).filter(given), now) {
            (Some(before), Some(now)) if before == now => None,
            (Some(_), Some(_)) => before.map(AnswerChange::Reworded),
            // Where the earlier report did not show the answer, it was there all the same.
            (None, Some(now)) => {
                let was = self.earlier.project.row(&at.row);
                let was = was.and_then(|row| row.values.get(&at.field));
                (was != Some(now)).then_some(AnswerChange::Came)
            }
            (_, None) => None,
        }
    }
}

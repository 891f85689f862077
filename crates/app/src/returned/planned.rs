//! What a returned file would bring into the project.

use vurder_model::id::RowId;
use vurder_remarks::ReturnedRemark;

use crate::remark_state::RemarkState;
use crate::remark_told::Told;
use crate::remarks::Remark;
use crate::returned::place::RemarkPlace;

/// A returned file compared with a project.
pub(crate) struct Planned<'f> {
    /// The remarks, in the order of the file.
    pub(crate) remarks: Vec<PlannedRemark<'f>>,
    /// Whether the file says that it is a report of another project.
    pub(crate) other_project: bool,
    /// The version of the report.
    pub(crate) version: Option<u32>,
    /// The last version of the project.
    pub(crate) last_version: Option<u32>,
    /// The authors of remarks, those with the most remarks first.
    pub(crate) people: Vec<String>,
}

/// A remark of a file compared with the project.
pub(crate) struct PlannedRemark<'f> {
    pub(crate) returned: &'f ReturnedRemark,
    /// The words of the remark: those of the reviewer, and what a state says without words.
    pub(crate) words: String,
    /// What is told of it besides its words.
    pub(crate) told: Vec<Told>,
    /// The name of the state that a reviewer set, if by this state nothing is left to do. It is another name when the
    /// state is set again.
    pub(crate) done: Option<String>,
    /// The key of the row for the remark.
    pub(crate) key: String,
    /// The row that already has this remark in these words, in the trash or not.
    pub(crate) known: Option<RowId>,
    /// The identity that the remark keeps when its words change, within reports of this form and version.
    pub(crate) identity: Option<String>,
    /// The row that has this remark in other words.
    pub(crate) edits: Option<RowId>,
    pub(crate) place: RemarkPlace,
}

impl PlannedRemark<'_> {
    /// Whether a reviewer says by now that this remark of the project is done. What a person decided stays, and a
    /// remark that a person opened again is not closed by the same state.
    pub(crate) fn closes(&self, before: &Remark<'_>) -> bool {
        // Earlier versions of the program did not store the states: nobody knows whether this one is new.
        let knows_states = !before.seen.is_empty();
        before.state == RemarkState::Open && knows_states && self.has_new_state(before)
    }

    /// Whether a reviewer set a state that this remark of the project did not have when it was read before.
    pub(crate) fn has_new_state(&self, before: &Remark<'_>) -> bool {
        let is_known = |done: &str| before.seen.split_whitespace().any(|seen| seen == done);
        self.done.as_deref().is_some_and(|done| !is_known(done))
    }
}

//! What a returned file would bring into the project.

use vurder_model::id::RowId;
use vurder_remarks::ReturnedRemark;

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
    /// The words of the remark: those of the reviewer, and what a change of paragraphs or a state says without words.
    pub(crate) words: String,
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

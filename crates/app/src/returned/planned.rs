//! What a returned file would bring into the project.

use vurder_model::id::RowId;
use vurder_remarks::ReturnedRemark;

use crate::returned::place::RemarkPlace;

/// A returned file held against a project.
pub(crate) struct Planned<'f> {
    /// The remarks, in the order of the file.
    pub(crate) remarks: Vec<PlannedRemark<'f>>,
    /// Whether the file says that it is a report of another project.
    pub(crate) other_project: bool,
    /// The version that it is a report of.
    pub(crate) version: Option<u32>,
    /// The last version of the project.
    pub(crate) last_version: Option<u32>,
    /// Who wrote remarks, those with the most first.
    pub(crate) people: Vec<String>,
}

/// A remark with what the project makes of it.
pub(crate) struct PlannedRemark<'f> {
    pub(crate) returned: &'f ReturnedRemark,
    /// The key of its row.
    pub(crate) key: String,
    /// The row that the project has of it already, in the trash or not.
    pub(crate) known: Option<RowId>,
    /// What stays of it when its reviewer writes other words, in reports of this form and version.
    pub(crate) identity: Option<String>,
    /// The row that the project has of it in other words.
    pub(crate) edits: Option<RowId>,
    pub(crate) place: RemarkPlace,
}

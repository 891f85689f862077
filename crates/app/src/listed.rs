//! What lists of all projects show of each project.

use crate::duty_answers::DutyView;
use crate::project_answers::ProjectSummary;

/// What lists of all projects show of one project, kept until the project changes.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    /// The entry in the list of projects.
    pub(crate) summary: ProjectSummary,
    /// The days in the project's answers that are duties.
    pub(crate) duties: Vec<DutyView>,
}

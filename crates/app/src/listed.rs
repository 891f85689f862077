//! What is kept of each project for lists over all projects.

use crate::answers::ProjectSummary;
use crate::duty_answers::DutyView;

/// What lists over all projects tell of one, kept until it changes.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    /// The project in the list of projects.
    pub(crate) summary: ProjectSummary,
    /// The days in its answers that are duties.
    pub(crate) duties: Vec<DutyView>,
}

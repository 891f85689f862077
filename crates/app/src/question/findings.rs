//! The question for the findings of a project.

use crate::app::App;
use crate::error::Outcome;
use crate::finding_answers::Findings;
use crate::project_arguments::OfProject;

/// The findings of a project.
pub(crate) fn findings(app: &mut App, of: OfProject) -> Outcome<Findings> {
    let (facts, context) = app.facts_to_tell(&of.project)?;
    Ok(facts.tell_findings(context))
}

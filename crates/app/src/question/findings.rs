//! What the checks say of a project.

use crate::app::App;
use crate::arguments::OfProject;
use crate::error::Outcome;
use crate::facts::Telling;
use crate::finding_answers::Findings;

/// The findings of a project.
pub(crate) fn findings(app: &mut App, of: OfProject) -> Outcome<Findings> {
    let today = app.workspace.now().date_naive();
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let telling = Telling { library: &app.library, messages: &app.messages, today };
    Ok(facts.tell_findings(telling))
}

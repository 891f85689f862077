//! The question about duties with a day.

use crate::app::App;
use crate::duties::{of_answers, of_documents};
use crate::duty_answers::Duties;
use crate::error::Outcome;
use crate::project_arguments::OfProjectOrAll;
use crate::question::listing::read_listed;

/// The duties of a project, or of all projects outside the trash.
pub(crate) fn duties(app: &mut App, of: OfProjectOrAll) -> Outcome<Duties> {
    let mut duties = Vec::new();
    match &of.project {
        Some(project) => {
            let facts = app.open.facts(&app.workspace, &app.library, project)?;
            duties = of_answers(&app.library, &facts.project, &facts.registers);
            duties.extend(of_documents(&app.library, facts.head()));
        }
        None => {
            read_listed(app)?;
            for project in app.listed.values() {
                duties.extend(project.duties.iter().cloned());
                duties.extend(of_documents(&app.library, &project.summary.head));
            }
        }
    }
    let today = app.workspace.today();
    for duty in &mut duties {
        duty.overdue = duty.day < today;
    }
    // A stable sort: duties of one project on one day keep their order.
    duties.sort_by(|a, b| (a.day, &a.project).cmp(&(b.day, &b.project)));
    Ok(Duties { today, duties })
}

//! The attachments of a project.

use vurder_model::view::Numbers;
use vurder_workspace::LARGEST_ATTACHMENT;

use crate::app::App;
use crate::error::Outcome;
use crate::project_arguments::OfProject;
use crate::version_answers::{AttachmentView, Attachments};
use crate::versions_and_files::attachment_line;

/// The attachments of a project, with those in the trash.
pub(crate) fn attachments(app: &mut App, of: OfProject) -> Outcome<Attachments> {
    let all = app.workspace.attachments(&of.project)?;
    let facts = app.facts(&of.project)?;
    let numbers = Numbers::of(&facts.project, facts.registers.all(), None);
    let view = |(place, file)| {
        let line = attachment_line(place, file);
        let row = line.row.as_ref().and_then(|row| numbers.row(row));
        AttachmentView {
            added: file.added,
            row_number: row.map(|row| row.number.clone()),
            row_label: row.map(|row| row.label.clone()),
            line,
        }
    };
    let (trashed, used): (Vec<_>, Vec<_>) =
        (1..).zip(&all).partition(|(_, file)| file.trashed.is_some());
    Ok(Attachments {
        attachments: used.into_iter().map(view).collect(),
        trashed: trashed.into_iter().map(view).collect(),
        most: LARGEST_ATTACHMENT,
    })
}

//! The questions for the program, its forms, and the projects of the workspace.

use vurder_content::spoken_languages;
use vurder_model::template::Template;

use crate::answers::Status;
use crate::app::App;
use crate::arguments::Nothing;
use crate::error::Outcome;
use crate::form_answers::TemplateSummary;
use crate::language::text_languages;
use crate::project_answers::ProjectOverview;
use crate::project_arguments::OfProject;

/// The program and its workspace.
pub(crate) fn status(app: &mut App, _: Nothing) -> Outcome<Status> {
    Ok(Status {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        workspace: app.workspace.path().display().to_string(),
        first_start: app.workspace.projects()?.is_empty()
            && app.workspace.trashed_projects()?.is_empty(),
        languages: spoken_languages().to_vec(),
        text_languages: text_languages(),
        notices: app.notices(),
        backups: app.backups(),
    })
}

/// The newest version of each form, in the order in which a person works on the forms.
pub(crate) fn templates(app: &mut App, _: Nothing) -> Outcome<Vec<TemplateSummary>> {
    let mut newest: Vec<TemplateSummary> = Vec::new();
    let mut templates: Vec<&Template> = app.library.templates().iter().collect();
    // A stable sort: newer versions stay after older ones.
    templates.sort_by_key(|template| !template.first);
    for template in templates {
        newest.retain(|t| t.id != template.id);
        newest.push(TemplateSummary {
            id: template.id.clone(),
            version: template.version.clone(),
            title: template.title.clone(),
            short: template.short.clone(),
            source: template.source.clone(),
        });
    }
    Ok(newest)
}

/// The overview of a project.
pub(crate) fn project(app: &mut App, of: OfProject) -> Outcome<ProjectOverview> {
    let undo = app.undo_state(&of.project)?;
    let (facts, context) = app.facts_to_tell(&of.project)?;
    Ok(facts.tell_overview(context, undo))
}

//! The program, its forms, and the projects of the workspace.

use vurder_content::spoken_languages;
use vurder_model::project::Project;
use vurder_model::value::Value;
use vurder_model::view::{FormView, Progress, SectionView};

use crate::answers::{FormSummary, ProjectOverview, SectionSummary, Status, TemplateSummary};
use crate::app::App;
use crate::arguments::{Nothing, OfProject};
use crate::change::text_languages;
use crate::error::Outcome;
use crate::library::Library;
use crate::question::forms::progress_of;

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

/// The newest version of each form.
pub(crate) fn templates(app: &mut App, _: Nothing) -> Outcome<Vec<TemplateSummary>> {
    let mut newest: Vec<TemplateSummary> = Vec::new();
    for template in app.library.templates() {
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

/// A project at a glance.
pub(crate) fn project(app: &mut App, of: OfProject) -> Outcome<ProjectOverview> {
    let undo = app.undo_state(&of.project)?;
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    Ok(facts.tell_overview(&app.library, undo))
}

/// Names of a project's controllers.
pub(crate) fn controllers(project: &Project) -> Vec<String> {
    let name = |value: &Value| value.plain_text();
    project.rows_of("controller").filter_map(|r| r.values.get("name").map(name)).collect()
}

/// The forms of a project with their sections and how far they are.
pub(crate) fn form_summaries(library: &Library, project: &Project) -> Vec<FormSummary> {
    let templates = project.head.forms.iter().filter_map(|choice| library.template(choice));
    templates
        .map(|template| {
            let mut all = Progress::default();
            let sections: Vec<SectionSummary> = template
                .sections
                .iter()
                .zip(progress_of(library, project, template))
                .map(|(section, progress)| {
                    all.filled += progress.filled;
                    all.required += progress.required;
                    all.gaps.extend(progress.gaps.iter().cloned());
                    SectionSummary {
                        id: section.id.clone(),
                        title: section.title.clone(),
                        progress,
                    }
                })
                .collect();
            FormSummary {
                form: template.id.clone(),
                short: template.short.clone(),
                title: template.title.clone(),
                version: template.version.clone(),
                progress: all,
                sections,
            }
        })
        .collect()
}

/// A form that is built, with its sections and how far they are.
pub(crate) fn form_summary(form: &FormView) -> FormSummary {
    let mut all = Progress::default();
    let section = |section: &SectionView| {
        all.filled += section.progress.filled;
        all.required += section.progress.required;
        all.gaps.extend(section.progress.gaps.iter().cloned());
        SectionSummary {
            id: section.id.clone(),
            title: section.title.clone(),
            progress: section.progress.clone(),
        }
    };
    let sections = form.sections.iter().map(section).collect();
    FormSummary {
        form: form.form.clone(),
        short: form.short.clone(),
        title: form.title.clone(),
        version: form.version.clone(),
        progress: all,
        sections,
    }
}

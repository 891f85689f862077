//! The program, its forms, and the projects of the workspace.

use chrono::{DateTime, Utc};
use vurder_content::Content;
use vurder_model::project::Project;
use vurder_model::value::Value;
use vurder_model::view::Progress;

use crate::answers::{FormSummary, ProjectOverview, SectionSummary, Status, TemplateSummary};
use crate::app::App;
use crate::arguments::{Nothing, OfProject};
use crate::change::LANGUAGES;
use crate::error::Outcome;
use crate::question::forms::{chosen_packs, progress_of};
use crate::question::library::provider_summary;

/// The program and its workspace.
pub(crate) fn status(app: &mut App, _: Nothing) -> Outcome<Status> {
    Ok(Status {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        workspace: app.workspace.path().display().to_string(),
        first_start: app.workspace.projects()?.is_empty()
            && app.workspace.trashed_projects()?.is_empty(),
        languages: LANGUAGES.map(str::to_owned).to_vec(),
        notices: app.notices(),
        backups: app.backups(),
    })
}

/// The newest version of each form.
pub(crate) fn templates(app: &mut App, _: Nothing) -> Outcome<Vec<TemplateSummary>> {
    let mut newest: Vec<TemplateSummary> = Vec::new();
    for template in &app.content.templates.templates {
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
    let project = app.project(&of.project)?;
    let changed = last_changed(app, &project)?;
    Ok(ProjectOverview {
        controllers: controllers(&project),
        forms: form_summaries(app.content, &project),
        providers: chosen_packs(app.content, &project)
            .into_iter()
            .map(|pack| provider_summary(app.content, pack, Some(&project)))
            .collect(),
        undo: app.undo_state(&of.project)?,
        changed,
        head: project.head,
    })
}

fn last_changed(app: &App, project: &Project) -> Outcome<DateTime<Utc>> {
    let mut listed = app.workspace.projects()?;
    listed.extend(app.workspace.trashed_projects()?);
    let known = listed.iter().find(|l| l.head.id == project.head.id);
    Ok(known.map_or(project.head.created, |l| l.changed))
}

pub(super) fn controllers(project: &Project) -> Vec<String> {
    let name = |value: &Value| value.plain_text();
    project.rows_of("controller").filter_map(|r| r.values.get("name").map(name)).collect()
}

/// The forms of a project with their sections and how far they are.
pub(super) fn form_summaries(content: &Content, project: &Project) -> Vec<FormSummary> {
    let templates = project
        .head
        .forms
        .iter()
        .filter_map(|f| content.templates.template(&f.template, &f.version));
    templates
        .map(|template| {
            let mut all = Progress::default();
            let sections: Vec<SectionSummary> = template
                .sections
                .iter()
                .zip(progress_of(content, project, template))
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

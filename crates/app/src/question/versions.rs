//! The questions for the versions of a project, for one version, and for the difference of two versions.

use vurder_model::project::ProjectHead;
use vurder_workspace::ProjectVersion;

use crate::app::App;
use crate::citation_views::citation_views;
use crate::error::Outcome;
use crate::forms::build_form;
use crate::library::Library;
use crate::project_arguments::OfProject;
use crate::version_answers::{
    ProjectVersions, VersionComparison, VersionReport, VersionSummary, VersionView,
};
use crate::version_arguments::{CompareVersions, OfVersion};
use crate::version_comparison;
use crate::versions_and_files::VersionsAndFiles;

/// The versions of a project.
pub(crate) fn versions(app: &mut App, of: OfProject) -> Outcome<ProjectVersions> {
    let head = app.workspace.head(&of.project)?;
    let versions = app.workspace.versions(&of.project)?;
    let summary = |version| summary(&app.library, &head, version);
    Ok(ProjectVersions { versions: versions.iter().map(summary).collect() })
}

/// A form as it was when a version was frozen.
pub(crate) fn version(app: &mut App, of: OfVersion) -> Outcome<VersionView> {
    let found = app.workspace.version(&of.project, of.version)?;
    let state = app.version_state(&of.project, of.version)?;
    let files = VersionsAndFiles::of_version(&app.workspace, &of.project, of.version, &state)?;
    let project = &state.project;
    app.library.read_cited_pages(&app.workspace, &project.citations)?;
    let template = app.library.followed(&project.head, &of.form)?;
    Ok(VersionView {
        version: summary(&app.library, &project.head, &found),
        head: project.head.clone(),
        view: build_form(&app.library, project, &files, template),
        citations: citation_views(&app.library, project),
        attachments: files.attachments,
    })
}

/// How two versions, or a version and the draft, differ.
pub(crate) fn compare_versions(app: &mut App, of: CompareVersions) -> Outcome<VersionComparison> {
    version_comparison::compare(app, &of)
}

fn summary(library: &Library, head: &ProjectHead, version: &ProjectVersion) -> VersionSummary {
    let reports = version.head.reports.iter().map(|report| VersionReport {
        form: report.template.clone(),
        short: library
            .followed(head, &report.template)
            .map_or_else(|_| report.template.clone(), |template| template.short.clone()),
        pages: report.pages,
        bytes: report.size,
        sha256: report.blob.clone(),
        since: report.since,
    });
    VersionSummary { line: version.line(), frozen: version.frozen, reports: reports.collect() }
}

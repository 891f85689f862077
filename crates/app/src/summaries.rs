//! Short descriptions of forms and providers for lists and the overview.

use std::collections::{HashMap, HashSet};

use vurder_model::project::{FormChoice, Project};
use vurder_model::provider::{CoverageStatus, Pack, ProviderCoverage, coverage};
use vurder_model::role::FieldRole;
use vurder_model::view::{FormView, Progress, SectionView};

use crate::forms::progress_of;
use crate::library::Library;
use crate::project_answers::{FormSummary, SectionSummary};
use crate::provider_answers::{PageSummary, ProviderSummary};

/// The forms of a project, with the progress of their sections.
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
                newer: library.newer_form(template).map(|newer| newer.version.clone()),
                progress: all,
                sections,
            }
        })
        .collect()
}

/// A built form, with the progress of its sections.
pub(crate) fn form_summary(library: &Library, form: &FormView) -> FormSummary {
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
    let choice = FormChoice { template: form.form.clone(), version: form.version.clone() };
    let newer = library.template(&choice).and_then(|template| library.newer_form(template));
    FormSummary {
        form: form.form.clone(),
        short: form.short.clone(),
        title: form.title.clone(),
        version: form.version.clone(),
        newer: newer.map(|newer| newer.version.clone()),
        progress: all,
        sections,
    }
}

/// A provider with the numbers of its pages, statements and actions.
pub(crate) fn provider_summary(
    library: &Library,
    pack: &Pack,
    project: Option<&Project>,
) -> ProviderSummary {
    let coverage = coverage(library.topics(), [pack]);
    let status = |wanted: CoverageStatus| {
        coverage.topics.iter().filter(move |t| t.providers.iter().any(|p| p.status == wanted))
    };
    let left_open = |p: &ProviderCoverage| p.status.has_statement() && !p.missing.is_empty();
    // Only control notes are read. Finding out which statements are cited would take reading every text of the project,
    // and the summary does not show that.
    let (control_notes, judgement) = library.role(FieldRole::Judgement);
    let notes = project.into_iter().flat_map(|project| project.rows_of(control_notes));
    let judged: HashSet<&str> = notes
        .filter(|row| !row.chosen(judgement).is_empty())
        .filter_map(|row| row.key.as_deref())
        .collect();
    let sources = pack.statements.iter().flat_map(|statement| &statement.sources);
    let mut on_page: HashMap<&str, usize> = HashMap::new();
    sources.for_each(|source| *on_page.entry(source.page.as_str()).or_default() += 1);
    let imported = library.imported_revision(pack);
    ProviderSummary {
        id: pack.provider.clone(),
        name: pack.name.clone(),
        country: pack.country.clone(),
        website: pack.website.clone(),
        revision: pack.revision.clone(),
        captured: pack.captured.map(|day| day.to_string()),
        pages: pack
            .pages
            .iter()
            .map(|p| PageSummary {
                id: p.id.clone(),
                title: p.title.clone(),
                statements: on_page.get(p.id.as_str()).copied().unwrap_or_default(),
            })
            .collect(),
        origin: pack.origin,
        passages: imported.map_or(0, |imported| imported.counts.passages),
        statements: pack.statements.len(),
        actions: pack.actions.len(),
        topics_stated: status(CoverageStatus::Stated).count(),
        topics_not_stated: status(CoverageStatus::NotStated)
            .map(|t| t.topic.title.clone())
            .collect(),
        topics_left_open: coverage
            .topics
            .iter()
            .filter(|t| t.providers.iter().any(left_open))
            .map(|t| t.topic.title.clone())
            .collect(),
        judged: pack.statements.iter().filter(|s| judged.contains(s.id.as_str())).count(),
    }
}

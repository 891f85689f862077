//! The waived findings of a form on a day, as a report prints them.

use std::collections::HashSet;

use chrono::NaiveDate;
use vurder_content::Messages;
use vurder_model::check::{CheckSource, Finding, LiveFindings};
use vurder_model::id::CitationId;
use vurder_model::method::Method;
use vurder_model::project::Project;
use vurder_model::role::FieldRole;
use vurder_model::template::Template;
use vurder_model::view::FormView;
use vurder_report::WaivedFinding;

use crate::findings_in_words::text;
use crate::forms::build_form;
use crate::library::Library;
use crate::screening::not_made;
use crate::versions_and_files::VersionsAndFiles;

/// Whether the project has a waiver.
pub(crate) fn anything_waived(library: &Library, project: &Project) -> bool {
    project.rows_of(library.role(FieldRole::WaiverReason).0).next().is_some()
}

/// The findings of the project on `day`.
pub(crate) fn findings_on(
    library: &Library,
    project: &Project,
    files: &VersionsAndFiles,
    day: NaiveDate,
) -> LiveFindings {
    let registers = library.registers_of(&project.head);
    let not_made = not_made(library, project);
    let chosen = project.head.forms.iter().filter_map(|form| library.template(form));
    let templates: Vec<&Template> =
        chosen.filter(|form| not_made.as_deref() != Some(form.id.as_str())).collect();
    let views = templates.iter().map(|template| build_form(library, project, files, template));
    let views: Vec<FormView> = views.collect();
    let forms: Vec<&FormView> = views.iter().collect();
    let is_open = |citation: &&vurder_model::project::Citation| {
        library.citation_drift(citation).is_some_and(|drift| drift.is_open())
    };
    let changed: HashSet<CitationId> =
        project.citations.iter().filter(is_open).map(|citation| citation.id.clone()).collect();
    LiveFindings::new(&CheckSource {
        project,
        registers: registers.all(),
        method: &Method::of(project, library.registers()),
        rules: library.rules(),
        templates: &templates,
        forms: &forms,
        topics: library.topics(),
        packs: &library.chosen_packs(&project.head),
        changed: &changed,
        attached: &files.rows_with_files(),
        today: day,
    })
}

/// The waived findings of `form`. If a waiver fell, its finding counts again and is left out.
pub(crate) fn waived_findings(
    live: &LiveFindings,
    messages: &Messages,
    form: &str,
) -> Vec<WaivedFinding> {
    let waived = live.findings().iter().filter(|finding| finding.place.form == form);
    let waived = waived.filter_map(|finding: &Finding| {
        let waiver = finding.waiver.as_ref().filter(|waiver| !waiver.fell)?;
        Some(WaivedFinding {
            key: finding.key.clone(),
            part: finding.place.part.clone(),
            says: text(finding, messages),
            reason: waiver.reason.clone(),
            on: waiver.on,
        })
    });
    waived.collect()
}

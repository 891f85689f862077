//! What changed from one revision of a provider to another, and what changed under a project.

use vurder_content::drift::drift as drift_between;

use crate::app::App;
use crate::drift_answers::{FollowedProvider, ProjectDrift, ProviderDrift};
use crate::drifted;
use crate::error::Outcome;
use crate::project_arguments::OfProject;
use crate::provider_arguments::DriftOf;

/// What changed from one revision of a provider's content to another. Without arguments, from the last but one to the
/// newest.
pub(crate) fn drift(app: &mut App, of: DriftOf) -> Outcome<ProviderDrift> {
    app.library.read_pages(&app.workspace, &of.provider)?;
    let newest = app.library.known_pack(&of.provider)?;
    let to = match &of.to {
        Some(revision) => app.library.known_revision(&of.provider, revision)?,
        None => newest,
    };
    let from = match &of.from {
        Some(revision) => app.library.known_revision(&of.provider, revision)?,
        None => app.library.revision_before(to).unwrap_or(to),
    };
    Ok(ProviderDrift {
        from: drifted::revision(from),
        to: drifted::revision(to),
        drift: drift_between(from, to, app.library.topics()),
    })
}

/// The citations, judgements and requests of a project whose source changed.
pub(crate) fn project_drift(app: &mut App, of: OfProject) -> Outcome<ProjectDrift> {
    let today = app.workspace.today();
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let (library, project, registers) = (&app.library, &facts.project, &facts.registers);
    let items = drifted::items(library, project, registers);
    let followed = library.chosen_packs(&project.head).into_iter().filter_map(|follows| {
        let newest = library.pack(&follows.provider)?;
        (newest.revision != follows.revision).then(|| FollowedProvider {
            follows: drifted::revision(follows),
            newest: drifted::revision(newest),
        })
    });
    Ok(ProjectDrift {
        project: of.project.clone(),
        revision: facts.revision,
        providers: followed.collect(),
        open: items.iter().filter(|item| item.open).count(),
        items,
        topics: drifted::newly_stated(library, project, registers),
        documents: drifted::ending_documents(library, project, today),
    })
}

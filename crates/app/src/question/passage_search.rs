//! Finds passages of imported pages by their words.

use std::collections::HashMap;

use vurder_model::passage::passage_name;
use vurder_model::provider::PackOrigin;
use vurder_workspace::{PassageHit, PassageSearch};

use crate::app::App;
use crate::citing::times_cited;
use crate::error::Outcome;
use crate::import_answers::PassageView;
use crate::import_arguments::OfPassages;

/// The number of passages to give when the question names none.
const DEFAULT_LIMIT: usize = 40;
/// The most passages to give.
const HIGHEST_LIMIT: usize = 400;

/// Passages that have the words, the best match first.
pub(crate) fn passages(app: &mut App, of: OfPassages) -> Outcome<Vec<PassageView>> {
    let project = of.project.as_ref().map(|id| app.project(id)).transpose()?;
    let head = project.as_ref().map(|project| &project.head);
    let packs = match &of.provider {
        Some(provider) => vec![app.library.read_pack(head, provider)?],
        None => app.library.read_packs(head),
    };
    let within: Vec<(&str, &str)> = packs
        .iter()
        .filter(|pack| pack.origin == PackOrigin::Imported)
        .map(|pack| (pack.provider.as_str(), pack.revision.as_str()))
        .collect();
    let limit = of.limit.unwrap_or(DEFAULT_LIMIT).min(HIGHEST_LIMIT);
    let search = PassageSearch { query: &of.query, within: &within, limit };
    let cited: HashMap<String, usize> =
        project.as_ref().map(|project| times_cited(&app.library, project)).unwrap_or_default();
    let hits = app.workspace.passages(&search)?;
    Ok(hits.into_iter().filter_map(|hit| view(app, hit, &cited)).collect())
}

fn view(app: &App, hit: PassageHit, cited: &HashMap<String, usize>) -> Option<PassageView> {
    let pack = app.library.pack_at(&hit.provider, &hit.revision)?;
    let name = passage_name(&hit.page, hit.number);
    Some(PassageView {
        cited: cited.get(&name).copied().unwrap_or_default(),
        name,
        provider_name: pack.name.clone(),
        provider: hit.provider,
        revision: hit.revision,
        page: hit.page,
        page_title: hit.title,
        heading: hit.heading,
        number: hit.number,
        words: hit.words,
        snippet: hit.snippet,
    })
}

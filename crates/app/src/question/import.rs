//! What an import would bring, which revisions there are, and passages of imported pages.

use std::collections::HashMap;

use chrono::NaiveDate;
use vurder_import::{About, Format};
use vurder_model::headed::headed_passage;
use vurder_model::passage::passage_name;
use vurder_model::provider::{CoverageStatus, Pack, PackOrigin, PageBlock, coverage};
use vurder_workspace::{PassageHit, PassageSearch};

use crate::app::App;
use crate::citing::times_cited;
use crate::error::Outcome;
use crate::import_answers::{ImportLook, PageFound, PassageView, RevisionView, TopicProposal};
use crate::import_arguments::{LookAtImport, OfPassages, OfRevisions, OfWords};
use crate::importing::{self, NOBODY, formats, id_below};

/// How many passages are given where nothing else is asked.
const FEW: usize = 40;
/// How many passages are given at most.
const MOST: usize = 400;

/// Reads what stands at a path and keeps nothing of it.
pub(crate) fn look_at_import(app: &mut App, look: LookAtImport) -> Outcome<ImportLook> {
    let about = About {
        provider: NOBODY.to_owned(),
        name: String::new(),
        country: String::new(),
        website: String::new(),
        address: String::new(),
        revision: None,
        date: NaiveDate::default(),
    };
    let read = importing::read_pages(&look.path, look.format.as_deref(), &about)?;
    let imported = &read.imported;
    let (messages, pack) = (&app.messages, &imported.pack);
    // A pack tells itself whose it is and of which day.
    let is_pack = imported.format.format == Format::Pack;
    let pages = pack.pages.iter().zip(&imported.sources).map(|(page, file)| {
        let count = |wanted: fn(&PageBlock) -> bool| page.body.iter().filter(|b| wanted(b)).count();
        PageFound {
            id: id_below(page).to_owned(),
            file: file.clone(),
            title: page.title.clone(),
            passages: count(|block| matches!(block, PageBlock::Passage { .. })),
            statements: count(|block| matches!(block, PageBlock::Statement { .. })),
        }
    });
    Ok(ImportLook {
        format: formats::choice(imported.format.format, messages),
        recognised: messages.format(&formats::reason(&imported.format.reason)),
        formats: formats::choices(messages),
        pages: pages.collect(),
        counts: importing::counts(imported.counts, pack.statements.len()),
        problems: importing::problems::problems(&imported.problems, messages),
        dead_links: importing::dead_links(&imported.dead_links),
        name: if is_pack { pack.name.clone() } else { read.name },
        address: if is_pack { pack.website.clone() } else { read.address },
        date: if is_pack { pack.captured } else { read.newest },
    })
}

/// The revisions of the program and of the workspace, of each provider the oldest first.
pub(crate) fn revisions(app: &mut App, of: OfRevisions) -> Outcome<Vec<RevisionView>> {
    if let Some(provider) = &of.provider {
        app.library.known_pack(provider)?;
    }
    Ok(all_revisions(app, of.provider.as_deref()))
}

/// The revisions of one provider, or of all.
pub(crate) fn all_revisions(app: &App, provider: Option<&str>) -> Vec<RevisionView> {
    let providers = app.library.packs().map(|pack| pack.provider.as_str());
    providers
        .filter(|id| provider.is_none_or(|wanted| wanted == *id))
        .flat_map(|id| {
            let mut before: Option<String> = None;
            let revisions = app.library.revisions(id);
            revisions
                .into_iter()
                .map(|pack| {
                    let follows = before.replace(pack.revision.clone());
                    revision(app, pack, follows)
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn revision(app: &App, pack: &Pack, follows: Option<String>) -> RevisionView {
    let imported = app.library.imported().find(|imported| std::ptr::eq(imported.pack(), pack));
    let coverage = coverage(app.library.topics(), [pack]);
    let not_stated = coverage.topics.iter().filter(|topic| {
        topic.providers.iter().all(|covered| covered.status == CoverageStatus::NotStated)
    });
    RevisionView {
        provider: pack.provider.clone(),
        provider_name: pack.name.clone(),
        revision: pack.revision.clone(),
        origin: if imported.is_some() { PackOrigin::Imported } else { PackOrigin::Bundled },
        captured: pack.captured,
        imported: imported.map(|imported| imported.imported),
        follows,
        pages: pack.pages.len(),
        passages: imported.map_or(0, |imported| imported.counts.passages),
        statements: pack.statements.len(),
        topics_not_stated: (pack.origin == PackOrigin::Bundled).then(|| not_stated.count()),
    }
}

/// The topics that words speak of. They are proposals: nothing is done with them.
pub(crate) fn propose_topics(app: &mut App, of: OfWords) -> Outcome<Vec<TopicProposal>> {
    let proposed = app.library.propose_topics(&of.words).into_iter();
    let view = |proposal: vurder_content::TopicProposal| TopicProposal {
        topic: proposal.topic,
        words: proposal.words,
    };
    Ok(proposed.map(view).collect())
}

/// Passages that have the words, best first.
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
    let limit = of.limit.unwrap_or(FEW).min(MOST);
    let search = PassageSearch { query: &of.query, within: &within, limit };
    let cited: HashMap<String, usize> =
        project.as_ref().map(|project| times_cited(&app.library, project)).unwrap_or_default();
    let mut views = Vec::new();
    for hit in app.workspace.passages(&search)? {
        views.extend(view(app, hit, &cited)?);
    }
    Ok(views)
}

fn view(
    app: &App,
    hit: PassageHit,
    cited: &HashMap<String, usize>,
) -> Outcome<Option<PassageView>> {
    let Some(pack) = app.library.pack_at(&hit.provider, &hit.revision) else { return Ok(None) };
    let page = app.workspace.imported_page(&hit.provider, &hit.revision, &hit.page)?;
    let Some(page) = page else { return Ok(None) };
    let Some(headed) = headed_passage(&page.body, hit.number) else { return Ok(None) };
    let name = passage_name(&hit.page, hit.number);
    Ok(Some(PassageView {
        cited: cited.get(&name).copied().unwrap_or_default(),
        name,
        provider_name: pack.name.clone(),
        provider: hit.provider,
        revision: hit.revision,
        page: hit.page,
        page_title: hit.title,
        heading: hit.heading,
        number: hit.number,
        words: headed.passage.words(),
        snippet: hit.snippet,
    }))
}

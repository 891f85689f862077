//! The questions before an import, for the revisions that there are, and for the topics of a text.

use chrono::NaiveDate;
use vurder_import::{About, Format};
use vurder_model::provider::{CoverageStatus, Pack, PackOrigin, PageBlock, coverage};

use crate::app::App;
use crate::error::Outcome;
use crate::import_answers::{ImportLook, PageFound, RevisionView, TopicProposal};
use crate::import_arguments::{LookAtImport, OfRevisions, OfWords};
use crate::importing::{self, NOBODY, formats, id_below};

/// Reads the files at a path without storing anything.
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
    let read = importing::read_pages(&look.path, look.format.as_deref(), &about, &app.messages)?;
    let imported = &read.imported;
    let (messages, pack) = (&app.messages, &imported.pack);
    // A pack tells its provider and its day itself.
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

/// The revisions of the program and of the workspace, the oldest of each provider first.
pub(crate) fn revisions(app: &mut App, of: OfRevisions) -> Outcome<Vec<RevisionView>> {
    if let Some(provider) = &of.provider {
        app.library.known_pack(provider)?;
    }
    Ok(all_revisions(app, of.provider.as_deref()))
}

/// The revisions of one provider, or of all providers.
pub(crate) fn all_revisions(app: &App, provider: Option<&str>) -> Vec<RevisionView> {
    let providers = app.library.packs().map(|pack| pack.provider.as_str());
    providers
        .filter(|id| provider.is_none_or(|wanted| wanted == *id))
        .flat_map(|id| app.library.revisions(id))
        .map(|pack| revision(app, pack))
        .collect()
}

fn revision(app: &App, pack: &Pack) -> RevisionView {
    let imported = app.library.imported_revision(pack);
    let coverage = coverage(app.library.topics(), [pack]);
    let not_stated = coverage.topics.iter().filter(|topic| {
        topic.providers.iter().all(|covered| covered.status == CoverageStatus::NotStated)
    });
    RevisionView {
        provider: pack.provider.clone(),
        provider_name: pack.name.clone(),
        revision: pack.revision.clone(),
        origin: pack.origin,
        captured: pack.captured,
        imported: imported.map(|imported| imported.imported),
        follows: app.library.revision_before(pack).map(|before| before.revision.clone()),
        pages: pack.pages.len(),
        passages: imported.map_or(0, |imported| imported.counts.passages),
        statements: pack.statements.len(),
        topics_not_stated: (pack.origin == PackOrigin::Bundled).then(|| not_stated.count()),
    }
}

/// The topics of a text. They are only proposed: nothing is changed.
pub(crate) fn propose_topics(app: &mut App, of: OfWords) -> Outcome<Vec<TopicProposal>> {
    let proposed = app.library.propose_topics(&of.words).into_iter();
    let view = |proposal: vurder_content::TopicProposal| TopicProposal {
        topic: proposal.topic,
        words: proposal.words,
    };
    Ok(proposed.map(view).collect())
}

//! Puts statements that people made from passages into the packs of imported pages.

use vurder_content::drift::passage_place;
use vurder_model::passage::passage_of;
use vurder_model::provider::{Pack, Source, Statement, words_hash};
use vurder_workspace::{OwnStatement, PinnedPassage};

use crate::followed_passages::FollowedPassages;

/// Puts each statement into the pack if it was made from one of the pack's passages.
pub(crate) fn put_where_made(pack: &mut Pack, own: &[OwnStatement]) {
    let made_here =
        |own: &&OwnStatement| own.provider == pack.provider && own.passage.pack == pack.revision;
    let statements: Vec<Statement> = own
        .iter()
        .filter(made_here)
        .map(|own| statement(own, vec![as_pinned(&own.passage)], &own.passage.words))
        .collect();
    pack.statements.extend(statements);
}

/// Puts each statement into the packs of one provider, from the revision in which it was made to the last one that has
/// its passage. `packs` are oldest first, and their pages were read. If the passage has other words in a later
/// revision, the statement gets another hash there, although it has the same words.
pub(crate) fn put_where_they_stand(
    packs: &mut [Pack],
    own: &[OwnStatement],
    followed: &FollowedPassages,
) {
    for own in own {
        let Some(made) = packs
            .iter()
            .position(|pack| pack.provider == own.provider && pack.revision == own.passage.pack)
        else {
            continue;
        };
        for at in made + 1..packs.len() {
            let until: Vec<&Pack> = packs[made..=at].iter().collect();
            let names = passages_of(own, &until, followed);
            let pack = &mut packs[at];
            let places: Vec<(Source, String)> =
                names.iter().filter_map(|name| place(pack, name)).collect();
            let (sources, words): (Vec<Source>, Vec<String>) = places.into_iter().unzip();
            if !sources.is_empty() {
                pack.statements.push(statement(own, sources, &words.join(" ")));
            }
        }
    }
}

/// The names of the passages on which a statement stands in the last of `packs`; empty if its passage is gone. The
/// first of `packs` is the revision in which the statement was made, and the others follow it.
pub(crate) fn passages_of(
    own: &OwnStatement,
    packs: &[&Pack],
    followed: &FollowedPassages,
) -> Vec<String> {
    let mut names = vec![own.passage.name.clone()];
    for pair in packs.windows(2) {
        let [before, after] = pair else { continue };
        let step = followed.between(before, after);
        names = names.iter().flat_map(|name| step.now(name)).collect();
        names.dedup();
    }
    names
}

/// The statement with these sources and the words of its passages.
pub(crate) fn statement(own: &OwnStatement, sources: Vec<Source>, passage: &str) -> Statement {
    Statement {
        id: own.id.clone(),
        provider: own.provider.clone(),
        words: own.words.clone(),
        kind: own.kind,
        side: own.side,
        theme: own.theme,
        topics: own.topics.clone(),
        sources,
        iso: own.iso.clone(),
        uncertain: None,
        // The hash covers the passage: a person wrote the statement from it, so other words there must be looked at
        // again.
        hash: words_hash(&format!("{} {passage}", own.words)),
    }
}

fn as_pinned(passage: &PinnedPassage) -> Source {
    let page = passage_of(&passage.name).map_or(passage.name.as_str(), |(page, _)| page);
    Source {
        page: page.to_owned(),
        page_title: passage.page.clone(),
        heading: passage.heading.clone(),
        address: passage.address.clone(),
        revision: passage.revision.clone(),
        captured: passage.captured,
    }
}

/// Where a passage stands, and its words.
fn place(pack: &Pack, name: &str) -> Option<(Source, String)> {
    let (page, _) = passage_of(name)?;
    let (page, place) = (pack.page(page)?, passage_place(pack, name)?);
    let source = Source {
        page: page.id.clone(),
        page_title: page.title.clone(),
        heading: place.heading,
        address: page.address.clone(),
        revision: page.revision.clone(),
        captured: page.captured,
    };
    Some((source, place.words))
}

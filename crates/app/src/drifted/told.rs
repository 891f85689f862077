//! Revisions and what stands in them, as they are told.

use vurder_model::provider::Pack;

use crate::drift_answers::{PublishedWords, RevisionSummary};
use crate::published::Published;

/// A revision as it is told.
pub(crate) fn revision(pack: &Pack) -> RevisionSummary {
    RevisionSummary {
        provider: pack.provider.clone(),
        provider_name: pack.name.clone(),
        revision: pack.revision.clone(),
        day: pack.captured,
    }
}

/// Something published as it is told.
pub(super) fn words_of(published: &Published) -> PublishedWords {
    let first = published.sources.first();
    PublishedWords {
        statement: published.name.clone(),
        words: published.words.clone(),
        page: first.map(|source| source.page.clone()).unwrap_or_default(),
        address: first.map(|source| source.address.clone()).unwrap_or_default(),
    }
}

/// The statements of `pack` with these ids, as they are told.
pub(super) fn statements(pack: &Pack, ids: &[String]) -> Vec<PublishedWords> {
    ids.iter().filter_map(|id| Published::of(pack, id)).map(|found| words_of(&found)).collect()
}

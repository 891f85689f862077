//! Revisions, statements and passages as answers of commands describe them.

use vurder_model::provider::Pack;

use crate::drift_answers::{PublishedWords, RevisionSummary};
use crate::published::Published;

/// The summary of a revision.
pub(crate) fn revision(pack: &Pack) -> RevisionSummary {
    RevisionSummary {
        provider: pack.provider.clone(),
        provider_name: pack.name.clone(),
        revision: pack.revision.clone(),
        day: pack.captured,
    }
}

/// The words of a statement or passage, with the first page on which they stand.
pub(super) fn words_of(published: &Published) -> PublishedWords {
    let first = published.sources.first();
    PublishedWords {
        statement: published.name.clone(),
        words: published.words.clone(),
        page: first.map(|source| source.page.clone()).unwrap_or_default(),
        address: first.map(|source| source.address.clone()).unwrap_or_default(),
    }
}

/// The words of the statements of `pack` with these ids.
pub(super) fn statements(pack: &Pack, ids: &[String]) -> Vec<PublishedWords> {
    ids.iter().filter_map(|id| Published::of(pack, id)).map(|found| words_of(&found)).collect()
}

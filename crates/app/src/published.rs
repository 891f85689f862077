//! What a citation pins: a statement or a passage in one revision of a provider's content.

use chrono::{DateTime, Utc};
use vurder_content::drift::passage_place;
use vurder_content::words_hash;
use vurder_model::id::CitationId;
use vurder_model::passage::passage_of;
use vurder_model::project::{Citation, PinnedSource};
use vurder_model::provider::Pack;

/// A statement or a passage with its words and the places where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Published {
    /// Id of the statement, or name of the passage.
    pub(crate) name: String,
    pub(crate) words: String,
    /// Hash of the words.
    pub(crate) hash: String,
    pub(crate) sources: Vec<PinnedSource>,
}

impl Published {
    /// The statement or passage that `pack` has under `name`.
    pub(crate) fn of(pack: &Pack, name: &str) -> Option<Self> {
        if passage_of(name).is_some() {
            return Self::of_passage(pack, name);
        }
        let statement = pack.statement(name)?;
        let sources = statement.sources.iter().map(|source| PinnedSource {
            page: source.page_title.clone(),
            heading: source.heading.clone(),
            address: source.address.clone(),
            revision: source.revision.clone(),
            captured: source.captured,
        });
        Some(Self {
            name: statement.id.clone(),
            words: statement.words.clone(),
            hash: statement.hash.clone(),
            sources: sources.collect(),
        })
    }

    fn of_passage(pack: &Pack, name: &str) -> Option<Self> {
        let place = passage_place(pack, name)?;
        let page = pack.page(passage_of(name)?.0)?;
        Some(Self {
            name: name.to_owned(),
            hash: words_hash(&place.words),
            words: place.words,
            sources: vec![PinnedSource {
                page: page.title.clone(),
                heading: place.heading,
                address: page.address.clone(),
                revision: page.revision.clone(),
                captured: page.captured,
            }],
        })
    }

    /// The citation of this statement or passage with the id `id`.
    pub(crate) fn pinned(&self, id: CitationId, pack: &Pack, now: DateTime<Utc>) -> Citation {
        Citation {
            id,
            provider: pack.provider.clone(),
            provider_name: pack.name.clone(),
            statement: self.name.clone(),
            words: self.words.clone(),
            hash: self.hash.clone(),
            sources: self.sources.clone(),
            pinned: now,
            revision: Some(pack.revision.clone()),
            kept: None,
            renews: Vec::new(),
            answer: None,
        }
    }
}

//! The search indexes of published statements, one for each set of revisions that somebody has searched.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use vurder_model::project::ProjectHead;
use vurder_workspace::{StatementIndex, StatementText};

use crate::error::Outcome;
use crate::library::Library;

/// Indexes of statements. An index is made at the first search, so that the program starts without it.
#[derive(Default)]
pub(crate) struct StatementIndexes {
    /// The indexes, by the revisions of all providers in the order of the library.
    indexes: BTreeMap<Vec<String>, StatementIndex>,
}

impl StatementIndexes {
    /// Forgets all indexes, since the published statements have changed.
    pub(crate) fn forget(&mut self) {
        self.indexes.clear();
    }

    /// The index of the statements in the revisions that the project follows; without a project, of the newest
    /// statements.
    pub(crate) fn index(
        &mut self,
        library: &Library,
        head: Option<&ProjectHead>,
    ) -> Outcome<&StatementIndex> {
        let packs = library.read_packs(head);
        let revisions: Vec<String> = packs.iter().map(|pack| pack.revision.clone()).collect();
        let place = match self.indexes.entry(revisions) {
            Entry::Occupied(known) => return Ok(known.into_mut()),
            Entry::Vacant(place) => place,
        };
        let statements = packs.iter().flat_map(|pack| {
            pack.statements.iter().map(|s| {
                // The search also finds a statement by other words for its topics: the law says "sub-processor" where a
                // page says "subcontractor".
                let headings = s.sources.iter().map(|s| s.heading.as_str());
                let synonyms = s.topics.iter().flat_map(|topic| library.synonyms(topic));
                let found_by: Vec<&str> = headings.chain(synonyms).collect();
                StatementText {
                    id: s.id.clone(),
                    title: format!("{}: {}", pack.name, found_by.join(" ")),
                    text: s.words.clone(),
                }
            })
        });
        Ok(place.insert(StatementIndex::build(statements)?))
    }
}

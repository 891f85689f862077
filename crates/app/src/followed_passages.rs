//! What became of the passages of a provider from one revision to another. Each pair of revisions is compared once,
//! since that takes up to a second.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use vurder_content::drift::{PassageChanges, follow};
use vurder_model::provider::Pack;

/// The results, by provider, earlier and later revision.
#[derive(Debug, Clone, Default)]
pub(crate) struct FollowedPassages {
    known: Arc<Mutex<HashMap<[String; 3], Arc<PassageChanges>>>>,
}

impl FollowedPassages {
    /// What became of the passages of `before` in `after`, two revisions of one provider. Their pages must have been
    /// read.
    pub(crate) fn between(&self, before: &Pack, after: &Pack) -> Arc<PassageChanges> {
        let key = [&before.provider, &before.revision, &after.revision].map(String::clone);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(key).or_insert_with(|| Arc::new(follow(before, after))))
    }
}

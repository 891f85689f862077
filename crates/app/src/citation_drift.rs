//! The drift of one citation: whether the newest revision in the library still has the words that the citation pins.

use chrono::NaiveDate;
use vurder_content::drift::{Trace, trace};
use vurder_model::drift::StatementChange;
use vurder_model::project::Citation;
use vurder_model::provider::Pack;

use crate::library::Library;
use crate::published::Published;

/// What became of a citation's words up to the newest revision of its provider.
#[derive(Debug, Clone)]
pub(crate) struct CitationDrift<'a> {
    /// The revision that the citation was pinned at.
    pub(crate) pinned_at: &'a Pack,
    /// The newest revision.
    pub(crate) newest: &'a Pack,
    /// Of several changes, the one that counts.
    pub(crate) change: StatementChange,
    /// The statements or passages in which the cited one goes on; empty if it is no longer published.
    pub(crate) now: Vec<Published>,
    /// What the maintainers of the pack say about the change; empty if they say nothing.
    pub(crate) note: String,
    /// Day of the first change, if it is known.
    pub(crate) since: Option<NaiveDate>,
    /// The revision that has the first change.
    pub(crate) since_revision: Option<&'a Pack>,
    /// Whether the project keeps the words for a reason, and nothing has changed since it gave that reason.
    pub(crate) kept: bool,
}

impl CitationDrift<'_> {
    /// Whether somebody still has to look at the citation.
    pub(crate) fn is_open(&self) -> bool {
        self.change != StatementChange::Unchanged && !self.kept
    }

    /// Whether the cited words are no longer published, or are published with changes.
    pub(crate) fn has_other_words(&self) -> bool {
        matches!(
            self.change,
            StatementChange::Removed
                | StatementChange::Narrowed
                | StatementChange::Widened
                | StatementChange::Reworded
        )
    }
}

impl Library {
    /// What became of a citation's words up to the newest revision of its provider. None if the library does not have
    /// the provider. None also for a cited answer, which no provider publishes.
    pub(crate) fn citation_drift(&self, citation: &Citation) -> Option<CitationDrift<'_>> {
        if citation.answer.is_some() {
            return None;
        }
        let all = self.revisions(&citation.provider);
        let at = match &citation.revision {
            None => 0,
            // The revision is not in the library, so only the words are known: look for them in the newest revision.
            Some(revision) => {
                let found = all.iter().position(|pack| pack.revision == *revision);
                found.unwrap_or_else(|| all.len().saturating_sub(1))
            }
        };
        let revisions = all.get(at..).filter(|revisions| !revisions.is_empty())?;
        let (pinned_at, newest) = (*revisions.first()?, *revisions.last()?);
        let mut trace = self.traced(revisions, &citation.statement);
        if !says(pinned_at, &citation.statement, &citation.hash) {
            // The revision does not have the words that were cited.
            trace.change = match trace.change {
                StatementChange::Removed => StatementChange::Removed,
                _ if Published::of(newest, &citation.statement).is_none() => {
                    StatementChange::Removed
                }
                change if change < StatementChange::Reworded => change,
                _ => StatementChange::Reworded,
            };
        }
        let kept = citation.kept.as_ref().is_some_and(|kept| {
            // When the project kept the words, it knew what the revision `kept.revision` says.
            let since = all.iter().position(|pack| pack.revision == kept.revision);
            since.is_some_and(|since| self.as_they_were(&citation.statement, &all, at, since))
        });
        Some(CitationDrift {
            pinned_at,
            newest,
            change: trace.change,
            now: trace.now.iter().filter_map(|name| Published::of(newest, name)).collect(),
            note: trace.note,
            since: trace.since,
            since_revision: trace
                .revision
                .and_then(|revision| all.iter().copied().find(|pack| pack.revision == revision)),
            kept,
        })
    }

    /// Whether nothing changed after the revision `kept` in the statements or passages in which `name` went on from the
    /// revision `pinned` to `kept`. `pinned` and `kept` are places in `all`.
    fn as_they_were(&self, name: &str, all: &[&Pack], pinned: usize, kept: usize) -> bool {
        let until = all.get(pinned..=kept).unwrap_or_default();
        let (until, after) = (self.traced(until, name), all.get(kept..).unwrap_or_default());
        if until.now.is_empty() {
            // It was no longer published, and may be published again since.
            let since = all.get(pinned..).unwrap_or_default();
            return self.traced(since, name).now.is_empty();
        }
        until.now.iter().all(|name| self.traced(after, name).change == StatementChange::Unchanged)
    }

    /// The name of the revision that a citation was pinned at; none if the library does not have the provider.
    pub(crate) fn revision_of<'a>(&'a self, citation: &'a Citation) -> Option<&'a String> {
        let first = || self.revisions(&citation.provider).first().map(|pack| &pack.revision);
        citation.revision.as_ref().or_else(first)
    }

    /// Whether `pack` still has what the citation pins, traced over all revisions up to that of `pack`.
    pub(crate) fn is_as_it_was(&self, citation: &Citation, pack: &Pack) -> bool {
        let all = self.revisions(&citation.provider);
        let place = |revision: &String| all.iter().position(|pack| pack.revision == *revision);
        let from = self.revision_of(citation).and_then(place);
        match (from, place(&pack.revision)) {
            (Some(from), Some(until)) if from <= until => {
                let trace = self.traced(&all[from..=until], &citation.statement);
                trace.change == StatementChange::Unchanged
            }
            _ => says(pack, &citation.statement, &citation.hash),
        }
    }

    /// What became of a statement or passage from the first to the last of `revisions`.
    pub(crate) fn traced(&self, revisions: &[&Pack], name: &str) -> Trace {
        let words = |pack: &Pack, name: &str| Published::of(pack, name).map(|found| found.hash);
        trace(revisions, name, |before, after| self.followed_passages(before, after), words)
    }
}

/// Whether the pack has a statement or passage of this name with these words.
fn says(pack: &Pack, name: &str, hash: &str) -> bool {
    Published::of(pack, name).is_some_and(|found| found.hash == hash)
}

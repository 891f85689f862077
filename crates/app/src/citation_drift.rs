//! The drift of one citation: whether the words that it pins are published as they were, by the newest revision that
//! the library has.

use chrono::NaiveDate;
use vurder_content::drift::{Trace, trace};
use vurder_model::drift::StatementChange;
use vurder_model::project::Citation;
use vurder_model::provider::Pack;

use crate::library::Library;
use crate::published::Published;

/// What became of a citation's words until the newest revision of its provider.
#[derive(Debug, Clone)]
pub(crate) struct CitationDrift<'a> {
    /// The revision that the citation was pinned at.
    pub(crate) pinned_at: &'a Pack,
    /// The newest revision.
    pub(crate) newest: &'a Pack,
    /// The change that tells most.
    pub(crate) change: StatementChange,
    /// The statements or passages in which it goes on; none where it is not published any more.
    pub(crate) now: Vec<Published>,
    /// What those who keep the pack say of it; empty where they say nothing.
    pub(crate) note: String,
    /// Day of the first change, where it is known.
    pub(crate) since: Option<NaiveDate>,
    /// The revision that has the first change.
    pub(crate) since_revision: Option<&'a Pack>,
    /// Whether the project keeps the words for a reason, and nothing changed after that was said.
    pub(crate) kept: bool,
}

impl CitationDrift<'_> {
    /// Whether somebody has to look at it.
    pub(crate) fn is_open(&self) -> bool {
        self.change != StatementChange::Unchanged && !self.kept
    }

    /// Whether the cited words are published no more, or not as they were.
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
    /// What became of a citation's words until the newest revision of its provider; none where the library does not
    /// have the provider, and for an answer, which is published nowhere.
    pub(crate) fn citation_drift(&self, citation: &Citation) -> Option<CitationDrift<'_>> {
        if citation.answer.is_some() {
            return None;
        }
        let all = self.revisions(&citation.provider);
        let at = match &citation.revision {
            None => 0,
            // Of a revision that is not here, the words alone are known: they are looked for in the newest one.
            Some(revision) => {
                let found = all.iter().position(|pack| pack.revision == *revision);
                found.unwrap_or_else(|| all.len().saturating_sub(1))
            }
        };
        let revisions = all.get(at..).filter(|revisions| !revisions.is_empty())?;
        let (pinned_at, newest) = (*revisions.first()?, *revisions.last()?);
        let mut trace = self.traced(revisions, &citation.statement);
        if !says(pinned_at, &citation.statement, &citation.hash) {
            // It was cited in words that its revision does not have.
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
            // What the newest revision says was said already when the words were kept.
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

    /// Whether nothing changed after the revision `kept` in what had become of a statement or passage of the revision
    /// `pinned` until then.
    fn as_they_were(&self, name: &str, all: &[&Pack], pinned: usize, kept: usize) -> bool {
        let until = all.get(pinned..=kept).unwrap_or_default();
        let (until, after) = (self.traced(until, name), all.get(kept..).unwrap_or_default());
        until.now.iter().all(|name| self.traced(after, name).change == StatementChange::Unchanged)
    }

    /// The revision that a citation was pinned at, by its name; none where the provider is not here.
    pub(crate) fn revision_of<'a>(&'a self, citation: &'a Citation) -> Option<&'a String> {
        let first = || self.revisions(&citation.provider).first().map(|pack| &pack.revision);
        citation.revision.as_ref().or_else(first)
    }

    /// Whether what a citation pins is in `pack` as it was, by all revisions until that one.
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

    /// What became of a statement or passage of the first of `revisions` until the last.
    pub(crate) fn traced(&self, revisions: &[&Pack], name: &str) -> Trace {
        let words = |pack: &Pack, name: &str| Published::of(pack, name).map(|found| found.hash);
        trace(revisions, name, |before, after| self.followed_passages(before, after), words)
    }
}

/// Whether these words stand in the pack under this name.
fn says(pack: &Pack, name: &str, hash: &str) -> bool {
    Published::of(pack, name).is_some_and(|found| found.hash == hash)
}

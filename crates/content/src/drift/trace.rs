//! Computes what became of one statement or passage over several revisions.

use std::collections::HashSet;

use chrono::NaiveDate;
use vurder_model::drift::{PassageChange, StatementChange};
use vurder_model::passage::passage_of;
use vurder_model::provider::{Became, Pack, Statement};

use super::PassageChanges;

/// What became of a statement or passage from one revision to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What changed.
    pub change: StatementChange,
    /// The names under which it goes on; empty if it is no longer published.
    pub now: Vec<String>,
    /// What changed, in the words of those who keep the pack; empty if they say nothing.
    pub note: String,
    /// The day of the change, if it is known.
    pub since: Option<NaiveDate>,
}

/// What became of a statement or passage over all later revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The change. Of several changes, it is the one that comes first in [`StatementChange`].
    pub change: StatementChange,
    /// The names under which it goes on in the last revision; empty if it is no longer published.
    pub now: Vec<String>,
    /// What those who keep the pack say about the changes, the earliest first; empty if they say nothing.
    pub note: String,
    /// Day of the first change, if it is known.
    pub since: Option<NaiveDate>,
    /// The revision with the first change; `None` if nothing changed.
    pub revision: Option<String>,
}

/// What became of a statement from `before` to `after`, as those who keep the pack say. If they say nothing about it,
/// the words and the addresses are compared. They are also compared with what the pack says: a provider's own pack must
/// not hide that its words changed.
#[must_use]
pub fn statement_step(before: &Pack, after: &Pack, id: &str) -> Step {
    let entry = after.became.iter().find(|became| became.statement == id);
    if let Some(entry) = entry.filter(|_| after.follows.as_ref() == Some(&before.revision)) {
        return Step {
            change: shown_by_words(before, after, entry).unwrap_or(entry.change.into()),
            now: entry.now.clone(),
            note: entry.note.trim().to_owned(),
            since: entry.since,
        };
    }
    let there = after.statement(id);
    let change =
        before.statement(id).map_or(StatementChange::Removed, |earlier| compared(earlier, there));
    let now = there.iter().map(|statement| statement.id.clone()).collect();
    Step { change, now, note: String::new(), since: None }
}

/// The entries of `after` that say less than the words of the two revisions show: that a statement says the same,
/// though no statement in its place has its words, or that it goes on, though none stands in its place.
#[must_use]
pub fn contradicted<'a>(before: &Pack, after: &'a Pack) -> Vec<&'a Became> {
    if after.follows.as_ref() != Some(&before.revision) {
        return Vec::new();
    }
    let entries = after.became.iter();
    entries.filter(|entry| shown_by_words(before, after, entry).is_some()).collect()
}

/// The change that the words show, if an entry says less; `None` if the words do not contradict the entry.
fn shown_by_words(before: &Pack, after: &Pack, entry: &Became) -> Option<StatementChange> {
    let earlier = before.statement(&entry.statement)?;
    let told = StatementChange::from(entry.change);
    let mut now = entry.now.iter().filter_map(|id| after.statement(id)).peekable();
    if now.peek().is_none() {
        return (told != StatementChange::Removed).then_some(StatementChange::Removed);
    }
    let same_words = matches!(
        told,
        StatementChange::Unchanged | StatementChange::Moved | StatementChange::Relinked
    );
    let is_there = now.any(|now| now.hash == earlier.hash);
    (same_words && !is_there).then_some(StatementChange::Reworded)
}

/// How a statement changed, judged by its words and its addresses.
fn compared(earlier: &Statement, later: Option<&Statement>) -> StatementChange {
    match later {
        None => StatementChange::Removed,
        Some(now) if now.hash != earlier.hash => StatementChange::Reworded,
        Some(now) if addresses(now) != addresses(earlier) => StatementChange::Moved,
        Some(_) => StatementChange::Unchanged,
    }
}

fn addresses(statement: &Statement) -> HashSet<&str> {
    statement.sources.iter().map(|source| source.address.as_str()).collect()
}

/// What became of a passage. `followed` are the changes of all passages of its revision.
#[must_use]
pub fn passage_step(followed: &PassageChanges, passage: &str) -> Step {
    let change = match followed.change(passage).map(|drift| drift.change) {
        None if followed.now(passage).is_empty() => StatementChange::Removed,
        None | Some(PassageChange::Same | PassageChange::New) => StatementChange::Unchanged,
        Some(PassageChange::Gone) => StatementChange::Removed,
        Some(PassageChange::Reworded | PassageChange::Split | PassageChange::Joined) => {
            StatementChange::Reworded
        }
        Some(PassageChange::Relinked) => StatementChange::Relinked,
        Some(PassageChange::Moved) => StatementChange::Moved,
    };
    let now = followed.now(passage);
    Step { change, now, note: String::new(), since: None }
}

/// What became of the statement or passage `name` from the first to the last of `revisions`, which follow each other,
/// oldest first. `follow` computes the changes of passages from one revision to the next. `words` gives the hash of the
/// words of a name in a revision. If the last revision has the first words again, the changes of words between them do
/// not count.
pub fn trace<F: AsRef<PassageChanges>>(
    revisions: &[&Pack],
    name: &str,
    mut follow: impl FnMut(&Pack, &Pack) -> F,
    words: impl Fn(&Pack, &str) -> Option<String>,
) -> Trace {
    let mut names = vec![name.to_owned()];
    let mut changes: Vec<StatementChange> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    let (mut since, mut revision, mut back) = (None, None, false);
    for pair in revisions.windows(2) {
        let [before, after] = pair else { continue };
        let mut now: Vec<String> = Vec::new();
        for name in &names {
            let step = if passage_of(name).is_some() {
                passage_step(follow(before, after).as_ref(), name)
            } else {
                statement_step(before, after, name)
            };
            now.extend(step.now);
            if !step.note.is_empty() && !notes.contains(&step.note) {
                notes.push(step.note);
            }
            if step.change != StatementChange::Unchanged {
                if revision.is_none() {
                    (since, revision) = (step.since, Some(after.revision.clone()));
                }
                changes.push(step.change);
            }
        }
        // A statement that was removed and published again under its id exists again.
        if names.is_empty() && after.statement(name).is_some() {
            now.push(name.to_owned());
            back = true;
        }
        if back {
            // It is published, so that it is not gone; it may have other words.
            changes.retain(|change| *change != StatementChange::Removed);
            changes.push(StatementChange::Reworded);
        }
        let mut seen: Vec<String> = Vec::new();
        now.retain(|name| {
            !seen.contains(name) && {
                seen.push(name.clone());
                true
            }
        });
        names = now;
    }
    let mut change = changes.iter().min().copied().unwrap_or(StatementChange::Unchanged);
    if let [first, .., last] = revisions
        && (changes.len() > 1 || back)
        && let Some(cited) = words(first, name)
        && names.iter().any(|name| words(last, name).as_ref() == Some(&cited))
    {
        let elsewhere = changes.iter().filter(|change| **change > StatementChange::Reworded);
        change = elsewhere.min().copied().unwrap_or(StatementChange::Unchanged);
    }
    if change == StatementChange::Unchanged {
        (since, revision) = (None, None);
    }
    Trace { change, now: names, note: notes.join(" "), since, revision }
}

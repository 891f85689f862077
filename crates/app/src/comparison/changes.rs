//! What became of the statements of a provider from one revision to a later one, by the statements of both revisions.

use std::collections::HashMap;

use vurder_content::drift::{Trace, changed_words};
use vurder_model::comparison::ComparedChange;
use vurder_model::drift::{ChangedWords, StatementChange};
use vurder_model::provider::{Pack, Statement};

use crate::library::Library;

/// The changed statements of two revisions, by their ids.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// For statements of the earlier revision: what became of them.
    pub(crate) earlier: HashMap<String, ComparedChange>,
    /// For statements of the later revision: what they were before.
    pub(crate) later: HashMap<String, ComparedChange>,
}

impl Changes {
    /// What changed from `earlier` to `later`, two revisions of one provider, over all revisions between them.
    pub(crate) fn between(library: &Library, earlier: &Pack, later: &Pack) -> Self {
        let all = library.revisions(&earlier.provider);
        let place = |pack: &Pack| all.iter().position(|known| known.revision == pack.revision);
        let between = match (place(earlier), place(later)) {
            (Some(from), Some(until)) => all.get(from..=until).unwrap_or_default(),
            _ => &[],
        };
        let mut changes = Self::default();
        let mut origins: HashMap<String, Vec<(&Statement, StatementChange)>> = HashMap::new();
        for statement in &earlier.statements {
            let trace = library.traced(between, &statement.id);
            for now in &trace.now {
                origins.entry(now.clone()).or_default().push((statement, trace.change));
            }
            if trace.change != StatementChange::Unchanged || !trace.note.is_empty() {
                changes.earlier.insert(statement.id.clone(), onwards(statement, trace, later));
            }
        }
        for statement in &later.statements {
            let origins = origins.remove(&statement.id).unwrap_or_default();
            changes.later.extend(
                backwards(statement, &origins).map(|change| (statement.id.clone(), change)),
            );
        }
        changes
    }
}

/// What became of a statement of the earlier revision.
fn onwards(statement: &Statement, trace: Trace, later: &Pack) -> ComparedChange {
    let words = match &trace.now[..] {
        // A statement that only stands in the place of a removed one says something else, so their words are not
        // compared.
        [only] if trace.change != StatementChange::Removed => {
            later.statement(only).map(|now| differing(statement, now)).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    ComparedChange {
        change: trace.change,
        others: trace.now,
        words,
        note: trace.note,
        since: trace.since,
    }
}

/// What a statement of the later revision was before. `origins` are the statements of the earlier revision that lead to
/// it, each with its change. None if the statement is unchanged.
fn backwards(
    statement: &Statement,
    origins: &[(&Statement, StatementChange)],
) -> Option<ComparedChange> {
    let is_itself = |(origin, change): &(&Statement, StatementChange)| {
        origin.id == statement.id && *change == StatementChange::Unchanged
    };
    if origins.iter().any(is_itself) {
        return None;
    }
    // A statement in the place of a removed one says something that was not stated before.
    let goes_on = |change: &StatementChange| *change != StatementChange::Removed;
    let change = origins.iter().map(|(_, change)| *change).filter(goes_on).min();
    let words = match (origins, change) {
        ([(only, _)], Some(_)) => differing(only, statement),
        _ => Vec::new(),
    };
    Some(ComparedChange {
        change: change.unwrap_or(StatementChange::New),
        others: origins.iter().map(|(origin, _)| origin.id.clone()).collect(),
        words,
        note: String::new(),
        since: None,
    })
}

/// The words that were removed and added; none if the words are the same.
fn differing(before: &Statement, now: &Statement) -> Vec<ChangedWords> {
    if before.hash == now.hash { Vec::new() } else { changed_words(&before.words, &now.words) }
}

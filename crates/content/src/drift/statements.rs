//! What became of statements and of topics.

use std::collections::HashSet;

use vurder_model::drift::{StatementChange, StatementDrift, TopicDrift};
use vurder_model::provider::{CoverageStatus, Pack, Statement, Topic, coverage};

use super::changed_words;

/// Statements that changed, those of the earlier revision in their order, then the new ones.
pub(super) fn drift(before: &Pack, after: &Pack) -> Vec<StatementDrift> {
    let mut told: Vec<StatementDrift> =
        before.statements.iter().map(|statement| one(statement, after)).collect();
    told.retain(|drift| drift.change != StatementChange::Unchanged);
    let known: HashSet<&str> = before.statements.iter().map(|s| s.id.as_str()).collect();
    let fresh = after.statements.iter().filter(|statement| !known.contains(statement.id.as_str()));
    told.extend(fresh.map(|statement| StatementDrift {
        statement: statement.id.clone(),
        change: StatementChange::New,
        before: None,
        now: vec![statement.id.clone()],
        words: Vec::new(),
        note: String::new(),
        since: None,
    }));
    told
}

/// What became of one statement.
fn one(statement: &Statement, after: &Pack) -> StatementDrift {
    let now = after.statement(&statement.id);
    let change = match now {
        None => StatementChange::Removed,
        Some(now) if now.hash != statement.hash => StatementChange::Reworded,
        Some(now) if addresses(now) != addresses(statement) => StatementChange::Moved,
        Some(_) => StatementChange::Unchanged,
    };
    StatementDrift {
        statement: statement.id.clone(),
        change,
        before: Some(statement.words.clone()),
        now: now.iter().map(|now| now.id.clone()).collect(),
        words: now
            .filter(|now| now.hash != statement.hash)
            .map(|now| changed_words(&statement.words, &now.words))
            .unwrap_or_default(),
        note: String::new(),
        since: None,
    }
}

fn addresses(statement: &Statement) -> HashSet<&str> {
    statement.sources.iter().map(|source| source.address.as_str()).collect()
}

/// Topics on which something is stated in one of the two revisions only.
pub(super) fn topics(before: &Pack, after: &Pack, topics: &[Topic]) -> Vec<TopicDrift> {
    let both = coverage(topics, [before, after]);
    let told = both.topics.into_iter().filter_map(|topic| {
        let [earlier, later] = topic.providers.try_into().ok()?;
        let stated = |status| status != CoverageStatus::NotStated;
        let now = stated(later.status);
        if stated(earlier.status) == now {
            return None;
        }
        let has = if now { later } else { earlier };
        let statements = [has.provided, has.limitations, has.duties].concat();
        Some(TopicDrift { topic: topic.topic.id, stated_now: now, statements })
    });
    told.collect()
}

//! Computes what became of statements and of topics.

use std::collections::HashSet;

use vurder_model::drift::{StatedNow, StatementChange, StatementDrift, TopicDrift};
use vurder_model::provider::{Pack, Statement, Topic, coverage};

use super::changed_words;
use super::trace::statement_step;

/// Statements that changed: first those of the earlier revision in their order, then the new ones.
pub(super) fn drift(before: &Pack, after: &Pack) -> Vec<StatementDrift> {
    let mut drifts: Vec<StatementDrift> =
        before.statements.iter().map(|statement| one(statement, before, after)).collect();
    drifts.retain(|drift| drift.change != StatementChange::Unchanged);
    let known: HashSet<&str> = before.statements.iter().map(|s| s.id.as_str()).collect();
    let fresh = after.statements.iter().filter(|statement| !known.contains(statement.id.as_str()));
    drifts.extend(fresh.map(|statement| StatementDrift {
        statement: statement.id.clone(),
        change: StatementChange::New,
        before: None,
        now: vec![stated(statement)],
        words: Vec::new(),
        note: String::new(),
        since: None,
    }));
    drifts
}

/// What became of one statement.
fn one(statement: &Statement, before: &Pack, after: &Pack) -> StatementDrift {
    let step = statement_step(before, after, &statement.id);
    let now: Vec<&Statement> = step.now.iter().filter_map(|id| after.statement(id)).collect();
    let only = match now[..] {
        [only] => Some(only).filter(|now| now.hash != statement.hash),
        _ => None,
    };
    StatementDrift {
        statement: statement.id.clone(),
        change: step.change,
        before: Some(statement.words.clone()),
        words: only.map(|now| changed_words(&statement.words, &now.words)).unwrap_or_default(),
        now: now.into_iter().map(stated).collect(),
        note: step.note,
        since: step.since,
    }
}

fn stated(statement: &Statement) -> StatedNow {
    StatedNow { statement: statement.id.clone(), words: statement.words.clone() }
}

/// Topics on which something is stated in one of the two revisions only.
pub(super) fn topics(before: &Pack, after: &Pack, topics: &[Topic]) -> Vec<TopicDrift> {
    let both = coverage(topics, [before, after]);
    let drifts = both.topics.into_iter().filter_map(|topic| {
        let [earlier, later] = topic.providers.try_into().ok()?;
        let now = later.status.has_statement();
        if earlier.status.has_statement() == now {
            return None;
        }
        let has = if now { later } else { earlier };
        let statements = [has.provided, has.limitations, has.duties].concat();
        Some(TopicDrift { topic: topic.topic.id, stated_now: now, statements })
    });
    drifts.collect()
}

//! The log of operations: entries in and out, and the words of one answer that are typed in one go.

use chrono::{DateTime, TimeDelta, Utc};
use vurder_model::id::ProjectId;
use vurder_model::value::Value;

use crate::change::{Change, Operation, OperationState, Scope, Step};
use crate::clock::Ids;
use crate::db::Db;
use crate::error::Result;
use crate::integrity::{Digest, Table, altered};
use crate::store::Writer;

/// When typing in one answer counts as one change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The longest pause within one change.
    pub gap: TimeDelta,
    /// The longest time one change may take.
    pub total: TimeDelta,
    /// How often words on the way are kept for the history.
    pub step: TimeDelta,
    /// Taking away this many bytes at once keeps what stood before for the history, however short the time.
    pub cut: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            gap: TimeDelta::seconds(30),
            total: TimeDelta::minutes(5),
            step: TimeDelta::seconds(60),
            cut: 20,
        }
    }
}

pub(crate) fn operation_sum(operation: &Operation, at: &str, until: &str, changes: &str) -> i64 {
    Digest::new()
        .int(operation.seq)
        .text(&operation.id)
        .text(operation.project.as_str())
        .text(operation.scope.as_str())
        .text(at)
        .text(until)
        .text(&operation.label)
        .text(operation.state.as_str())
        .text(changes)
        .sum()
}

const OPERATION: &str =
    "SELECT seq, id, project, scope, at, until, label, state, changes, sum FROM operation";

/// The last entry of a project, whatever became of it: one look into the index for each of its stacks, however long the
/// log.
const LAST: &str = "WHERE seq = (
  SELECT max(latest) FROM (
    SELECT (SELECT max(o.seq) FROM operation o
            WHERE o.project = ?1 AND o.scope = stack.column1 AND o.state = stack.column2) AS latest
    FROM (VALUES ('project', 'done'), ('project', 'undone'), ('project', 'abandoned'), ('workspace', 'done'))
      AS stack))";

fn state(db: &Db, word: &str) -> Result<OperationState> {
    [OperationState::Done, OperationState::Undone, OperationState::Abandoned]
        .into_iter()
        .find(|state| state.as_str() == word)
        .ok_or_else(|| db.damaged(format!("operation of state \"{word}\"")))
}

fn scope(db: &Db, word: &str) -> Result<Scope> {
    [Scope::Project, Scope::Workspace]
        .into_iter()
        .find(|scope| scope.as_str() == word)
        .ok_or_else(|| db.damaged(format!("operation of scope \"{word}\"")))
}

fn operation(db: &Db, row: &rusqlite::Row<'_>) -> Result<(Operation, i64)> {
    let text = |column: usize| row.get::<_, String>(column).map_err(|e| db.fault(e));
    let seq: i64 = row.get(0).map_err(|e| db.fault(e))?;
    let sum: i64 = row.get(9).map_err(|e| db.fault(e))?;
    let what = format!("operation {seq}");
    let (at, until, changes) = (text(4)?, text(5)?, text(8)?);
    let operation = Operation {
        seq,
        id: text(1)?,
        project: db.id(ProjectId::new(text(2)?))?,
        scope: scope(db, &text(3)?)?,
        at: db.moment(&at, &what)?,
        until: db.moment(&until, &what)?,
        label: text(6)?,
        state: state(db, &text(7)?)?,
        changes: db.parse(&changes, &what)?,
    };
    if operation_sum(&operation, &at, &until, &changes) != sum {
        return Err(altered(db, Table::Operation, &seq.to_string()));
    }
    Ok((operation, sum))
}

/// The entries that a clause selects, with their checksums.
pub(crate) fn operations(
    db: &Db,
    clause: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<(Operation, i64)>> {
    let mut found = Vec::new();
    db.each(&format!("{OPERATION} {clause}"), params, |row| {
        found.push(operation(db, row)?);
        Ok(())
    })?;
    Ok(found)
}

/// The first entry that a clause selects, with its checksum.
pub(crate) fn first(
    db: &Db,
    clause: &str,
    params: impl rusqlite::Params,
) -> Result<Option<(Operation, i64)>> {
    Ok(operations(db, &format!("{clause} LIMIT 1"), params)?.pop())
}

/// What [`Writer::note`] needs to know of a change besides what it changed.
pub(crate) struct Note<'a> {
    pub(crate) project: &'a ProjectId,
    pub(crate) scope: Scope,
    pub(crate) label: &'a str,
    pub(crate) at: DateTime<Utc>,
    pub(crate) pace: Pace,
}

impl Writer<'_> {
    /// Notes changes that stand in the tables already: as a new entry, or as more words of the last one.
    pub(crate) fn note(
        &mut self,
        note: &Note<'_>,
        changes: Vec<Change>,
        ids: &mut dyn Ids,
    ) -> Result<Operation> {
        let last = first(self.db, LAST, [note.project.as_str()])?;
        if let Some((last, sum)) = last
            && let [change] = changes.as_slice()
            && continues(&last, note, change)
        {
            let longer = typed_on(last, note, change);
            if longer.state == OperationState::Abandoned {
                // The answer is again the one of before, with the time it was given.
                for change in &longer.changes {
                    self.put(note.project, &change.clone().reversed())?;
                }
            }
            self.put_operation(&longer, Some(sum))?;
            return Ok(longer);
        }
        if note.scope == Scope::Project {
            self.abandon_undone(note.project)?;
        }
        let seq = self
            .db
            .one("SELECT coalesce(max(seq), 0) + 1 FROM operation", [], |row| row.get(0))?
            .unwrap_or(1);
        let mut id = ids.next();
        while self.db.one("SELECT 1 FROM operation WHERE id = ?1", [&id], |_| Ok(()))?.is_some() {
            id = ids.next();
        }
        let operation = Operation {
            seq,
            id,
            project: note.project.clone(),
            scope: note.scope,
            at: note.at,
            until: note.at,
            label: note.label.to_owned(),
            state: OperationState::Done,
            changes,
        };
        self.put_operation(&operation, None)?;
        Ok(operation)
    }

    /// What was undone cannot be done again once something else was done.
    fn abandon_undone(&mut self, project: &ProjectId) -> Result<()> {
        let undone = operations(
            self.db,
            "WHERE project = ?1 AND scope = 'project' AND state = 'undone' ORDER BY seq",
            [project.as_str()],
        )?;
        for (mut operation, sum) in undone {
            operation.state = OperationState::Abandoned;
            self.put_operation(&operation, Some(sum))?;
        }
        Ok(())
    }
}

/// Whether `change` is only more typing in the answer that `last` changed. A change of several records never is, nor is
/// one by another command.
fn continues(last: &Operation, note: &Note<'_>, change: &Change) -> bool {
    let [Change::Value { row, field, after: Some(old), .. }] = last.changes.as_slice() else {
        return false;
    };
    let Change::Value { row: same_row, field: same_field, after: Some(new), .. } = change else {
        return false;
    };
    (row, field) == (same_row, same_field)
        && last.scope == Scope::Project
        && note.scope == Scope::Project
        && last.state == OperationState::Done
        && last.label == note.label
        && typed(&old.value).zip(typed(&new.value)).is_some_and(|(old, new)| old.0 == new.0)
        && note.at >= last.until
        && note.at - last.until <= note.pace.gap
        && note.at - last.at <= note.pace.total
}

/// The words of a value that is typed, and what must stay the same for more words to be only more typing. Picking
/// another option is a change of its own.
fn typed(value: &Value) -> Option<(String, &str)> {
    match value {
        Value::Text(words) => Some(("text".to_owned(), words)),
        Value::Line(words) => Some(("line".to_owned(), words)),
        Value::YesNo { answer, reason } => Some((format!("yes_no {answer}"), reason)),
        Value::Choice(chosen) => Some((format!("choice {}", chosen.option), &chosen.note)),
        _ => None,
    }
}

/// How many bytes of `old` are not in `new`, where only one stretch was replaced.
fn taken_away(old: &str, new: &str) -> usize {
    let (old, new) = (old.as_bytes(), new.as_bytes());
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let end = old[start..]
        .iter()
        .rev()
        .zip(new[start..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    old.len() - start - end
}

/// The entry with more words. Its `before` stays; what it said until now is kept as a step where much was taken away or
/// some time has passed, so that no paragraph is lost to the history by typing over it.
fn typed_on(mut last: Operation, note: &Note<'_>, change: &Change) -> Operation {
    let began = last.at;
    if let Some(Change::Value { before, after, steps, .. }) = last.changes.first_mut()
        && let Change::Value { after: new, .. } = change
    {
        if let (Some(old), Some(new)) = (after.as_ref(), new.as_ref()) {
            let kept = steps.last().map_or(began, |step| step.answer.updated);
            let cut = typed(&old.value)
                .zip(typed(&new.value))
                .is_some_and(|(old, new)| taken_away(old.1, new.1) >= note.pace.cut);
            if cut || old.updated - kept >= note.pace.step {
                steps.push(Step { answer: old.clone() });
            }
        }
        // Typed and taken back: there is nothing to undo, but the words on the way stay readable.
        if before.as_ref().map(|a| &a.value) == new.as_ref().map(|a| &a.value) {
            last.state = OperationState::Abandoned;
        }
        after.clone_from(new);
    }
    last.until = note.at;
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_gone_counts_as_taken_away() {
        assert_eq!(taken_away("", "abc"), 0);
        assert_eq!(taken_away("abc", "abXc"), 0, "typing within the words takes nothing");
        assert_eq!(taken_away("abc", ""), 3);
        assert_eq!(taken_away("one two three", "one three"), 4);
        assert_eq!(taken_away("aaa", "aa"), 1);
        assert_eq!(taken_away("æøå", "æå"), 2);
    }
}

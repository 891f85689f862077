//! The log of operations: entries in and out.

use chrono::{DateTime, Utc};
use vurder_model::id::ProjectId;

use crate::change::{Change, Operation, OperationState, Scope};
use crate::clock::Ids;
use crate::db::Db;
use crate::error::Result;
use crate::grouping::{self, Pace};
use crate::integrity::{Digest, Table, altered};
use crate::op::Op;
use crate::store::Writer;

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
    pub(crate) op: Op,
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
        let longer =
            last.and_then(|(last, sum)| Some((grouping::joined(last, note, &changes)?, sum)));
        if let Some((longer, sum)) = longer {
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
            label: note.op.as_str().to_owned(),
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

//! Reads and writes entries of the log.

use vurder_model::id::ProjectId;

use crate::change::Change;
use crate::clock::Ids;
use crate::db::Db;
use crate::error::Result;
use crate::grouping::{self, Note};
use crate::kind::operation::{Operation, OperationState, Scope};
use crate::op::Op;
use crate::writer::Writer;

/// The last entry of a project in any state. It takes one look into the index for each state, however long the log is.
const LAST: &str = "WHERE seq = (
  SELECT max(latest) FROM (
    SELECT (SELECT max(o.seq) FROM operation o
            WHERE o.project = ?1 AND o.scope = stack.column1 AND o.state = stack.column2) AS latest
    FROM (VALUES ('project', 'done'), ('project', 'undone'), ('project', 'abandoned'), ('workspace', 'done'))
      AS stack))";

/// The entries that a clause selects, with their checksums.
pub(crate) fn operations(
    db: &Db,
    clause: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<(Operation, i64)>> {
    db.records(clause, params)
}

/// The first entry that a clause selects, with its checksum.
pub(crate) fn first(
    db: &Db,
    clause: &str,
    params: impl rusqlite::Params,
) -> Result<Option<(Operation, i64)>> {
    Ok(operations(db, &format!("{clause} LIMIT 1"), params)?.pop())
}

impl Writer<'_> {
    /// Notes changes that are already in the tables: as a new entry, or as more words of the last entry.
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
                // The answer is the same as before again. It also gets the time of that answer again.
                for change in &longer.changes {
                    self.put(note.project, &change.clone().reversed())?;
                }
            }
            self.store(&longer, Some(sum))?;
            return Ok(longer);
        }
        // A row that is removed has no number in the version. Therefore it does not get one when it comes back.
        if note.scope == Scope::Project || note.op == Op::FreezeVersion {
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
        self.store(&operation, None)?;
        Ok(operation)
    }

    /// Marks undone operations as abandoned. They cannot be done again after another operation.
    fn abandon_undone(&mut self, project: &ProjectId) -> Result<()> {
        let undone = operations(
            self.db,
            "WHERE project = ?1 AND scope = 'project' AND state = 'undone' ORDER BY seq",
            [project.as_str()],
        )?;
        for (mut operation, sum) in undone {
            operation.state = OperationState::Abandoned;
            self.store(&operation, Some(sum))?;
        }
        Ok(())
    }
}

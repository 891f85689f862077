//! Undo and redo, separately for each project. They also work after a restart.

use vurder_model::id::ProjectId;

use crate::change::{Change, touched};
use crate::changed::Changed;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::kind::operation::{Committed, Operation, OperationHead, OperationState};
use crate::log;
use crate::op::Op;
use crate::transact::open_project;
use crate::workspace::Workspace;
use crate::writer::Writer;

/// The entries that undo and redo reach next.
const LAST_DONE: &str =
    "WHERE project = ?1 AND scope = 'project' AND state = 'done' ORDER BY seq DESC";
const FIRST_UNDONE: &str =
    "WHERE project = ?1 AND scope = 'project' AND state = 'undone' ORDER BY seq";

impl Workspace {
    /// The operation that undo would take back, and its records, so that the button can name it.
    pub fn next_undo(&self, project: &ProjectId) -> Result<Option<(OperationHead, Changed)>> {
        self.next(project, LAST_DONE)
    }

    /// The operation that redo would do again, and its records.
    pub fn next_redo(&self, project: &ProjectId) -> Result<Option<(OperationHead, Changed)>> {
        self.next(project, FIRST_UNDONE)
    }

    fn next(&self, project: &ProjectId, clause: &str) -> Result<Option<(OperationHead, Changed)>> {
        let found = reached(&self.db, project, clause)?;
        Ok(found.map(|(operation, _)| (operation.head(), touched(project, &operation.changes))))
    }

    /// Takes back the last operation of a project that is done.
    ///
    /// The creation of a project cannot be undone; the project can be moved to the trash. Therefore undo ends at the
    /// project as it was made.
    pub fn undo(&mut self, project: &ProjectId) -> Result<Committed<OperationHead>> {
        self.step(project, LAST_DONE, OperationState::Undone)
    }

    /// Does the operation again that was undone last.
    pub fn redo(&mut self, project: &ProjectId) -> Result<Committed<OperationHead>> {
        self.step(project, FIRST_UNDONE, OperationState::Done)
    }

    fn step(
        &mut self,
        project: &ProjectId,
        clause: &str,
        to: OperationState,
    ) -> Result<Committed<OperationHead>> {
        let now = self.clock.now();
        self.write(|writer, _| {
            open_project(writer.db, project)?;
            let Some((mut operation, sum)) = reached(writer.db, project, clause)? else {
                return Err(match to {
                    OperationState::Done => Error::NothingToRedo(project.clone()),
                    _ => Error::NothingToUndo(project.clone()),
                });
            };
            let mut changes = operation.changes.clone();
            if to == OperationState::Undone {
                changes = changes.into_iter().rev().map(Change::reversed).collect();
            }
            for change in &changes {
                writer.expect(&operation, change)?;
                writer.put(project, change)?;
            }
            operation.state = to;
            writer.store(&operation, Some(sum))?;
            let revision = writer.revise(project, now)?;
            let head = operation.head();
            let changed = touched(project, &changes);
            Ok(Committed { output: head.clone(), revision, operation: Some(head), changed })
        })
    }
}

/// The entry that undo or redo reaches. They stop at an entry that renumbered rows if a version was frozen after it:
/// readers of that version use those numbers.
fn reached(db: &Db, project: &ProjectId, clause: &str) -> Result<Option<(Operation, i64)>> {
    let Some((operation, sum)) = log::first(db, clause, [project.as_str()])? else {
        return Ok(None);
    };
    let renumbers =
        |change: &Change| matches!(change, Change::Number(number) if number.renumbers());
    if operation.changes.iter().any(renumbers) {
        let frozen = db.one(
            "SELECT 1 FROM operation WHERE project = ?1 AND seq > ?2 AND label = ?3 LIMIT 1",
            rusqlite::params![project.as_str(), operation.seq, Op::FreezeVersion.as_str()],
            |_| Ok(()),
        )?;
        if frozen.is_some() {
            return Ok(None);
        }
    }
    Ok(Some((operation, sum)))
}

impl Writer<'_> {
    /// Checks that the record is as the log says. Otherwise undo would overwrite something that nobody has seen.
    fn expect(&self, operation: &Operation, change: &Change) -> Result<()> {
        if change.fits(self.db, &operation.project)? {
            Ok(())
        } else {
            Err(self
                .db
                .damaged(format!("operation {} does not fit what stands there", operation.seq)))
        }
    }
}

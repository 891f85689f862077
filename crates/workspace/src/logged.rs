//! What every change of a record can do. The log, undo and redo, dump and load use only this.

use vurder_model::id::ProjectId;

use crate::changed::Changed;
use crate::db::Db;
use crate::error::Result;
use crate::integrity::Table;
use crate::refusal::Refusal;
use crate::writer::Writer;

/// A record of one kind before and after a change.
pub(crate) trait RecordChange: Sized {
    /// The state of the record that the log keeps.
    type State: PartialEq + Clone;

    /// The table of the kind.
    const TABLE: &'static Table;

    /// The key of the record within its project.
    fn key(&self) -> Vec<String>;

    /// The record before the change; `None` if the change makes it.
    fn before(&self) -> Option<&Self::State>;

    /// The record after the change; `None` if the change removes it.
    fn after(&self) -> Option<&Self::State>;

    /// Merges a later change of the same record into this one.
    fn merge_later(&mut self, later: Self);

    /// The change from `after` back to `before`.
    fn reversed(self) -> Self;

    /// Whether the record is the same before and after.
    fn is_nothing(&self) -> bool {
        self.before() == self.after()
    }

    /// The record that is in the table now.
    fn stored(&self, db: &Db, project: &ProjectId) -> Result<Option<Self::State>>;

    /// Writes the record as it is after the change.
    fn put(&self, writer: &mut Writer<'_>, project: &ProjectId) -> Result<()>;

    /// Whether undo may take back a change of this kind.
    const UNDOABLE: bool = true;

    /// Whether a dump lists the records of this kind separately.
    const LISTED: bool = false;

    /// The records of a project, each as the change that makes it. It is only called if they are
    /// [`RecordChange::LISTED`].
    fn listed(_: &Db, _: &ProjectId) -> Result<Vec<Self>> {
        Ok(Vec::new())
    }

    /// Checks that this program could have written the change.
    ///
    /// # Errors
    /// Why it could not.
    fn check(&self) -> Result<(), Refusal> {
        Ok(())
    }

    /// The blobs that the record names, before or after the change. A blob is kept as long as an entry of the log names
    /// it.
    fn blobs(&self) -> Vec<&str> {
        Vec::new()
    }

    /// Adds the record to the records that a change touched.
    fn tell(&self, changed: &mut Changed);
}

/// The parts of [`RecordChange`] that are the same for each kind whose change has `before` and `after`.
macro_rules! before_and_after {
    () => {
        fn before(&self) -> Option<&Self::State> {
            self.before.as_ref()
        }

        fn after(&self) -> Option<&Self::State> {
            self.after.as_ref()
        }

        fn merge_later(&mut self, later: Self) {
            self.after = later.after;
        }
    };
}
pub(crate) use before_and_after;

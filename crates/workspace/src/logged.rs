//! What every change of a record is: the log, undo and redo, dump and load know nothing else.

use vurder_model::id::ProjectId;

use crate::changed::Changed;
use crate::db::Db;
use crate::error::Result;
use crate::integrity::Table;
use crate::refusal::Refusal;
use crate::writer::Writer;

/// A record of one kind before and after a change.
pub(crate) trait RecordChange: Sized {
    /// What the log keeps of the record.
    type State: PartialEq + Clone;

    /// The table of the kind.
    const TABLE: &'static Table;

    /// What names the record within its project.
    fn key(&self) -> Vec<String>;

    /// The record before; none where the change makes it.
    fn before(&self) -> Option<&Self::State>;

    /// The record after; none where the change removes it.
    fn after(&self) -> Option<&Self::State>;

    /// Takes over what a later change of the same record made of it.
    fn merge_later(&mut self, later: Self);

    /// The change from `after` back to `before`.
    fn reversed(self) -> Self;

    /// Whether the record says the same before and after.
    fn is_nothing(&self) -> bool {
        self.before() == self.after()
    }

    /// The record as it stands in the table now.
    fn stored(&self, db: &Db, project: &ProjectId) -> Result<Option<Self::State>>;

    /// Makes the record what the change says it is after.
    fn put(&self, writer: &mut Writer<'_>, project: &ProjectId) -> Result<()>;

    /// Whether undo may take a change of the kind back.
    const UNDOABLE: bool = true;

    /// Whether the records stand in a dump as a list of their own.
    const LISTED: bool = false;

    /// The records of a project, each as the change that makes it; only asked where they are [`RecordChange::LISTED`].
    fn listed(_: &Db, _: &ProjectId) -> Result<Vec<Self>> {
        Ok(Vec::new())
    }

    /// Whether the change holds what this program could have written.
    ///
    /// # Errors
    /// Why it could not.
    fn check(&self) -> Result<(), Refusal> {
        Ok(())
    }

    /// The blobs that the record names, before or after. A blob is kept as long as an entry of the log names it.
    fn blobs(&self) -> Vec<&str> {
        Vec::new()
    }

    /// Adds the record to what a change touched.
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

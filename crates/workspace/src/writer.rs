//! Writes records. Every write of the crate goes through [`Writer`], which updates checksums and totals.

use crate::db::Db;
use crate::error::Result;
use crate::integrity::Tally;
use crate::record::Record;

/// Writes to the tables while a transaction is open.
pub(crate) struct Writer<'a> {
    pub(crate) db: &'a Db,
    pub(crate) tally: Tally,
    /// Whether anything was written, so that the transaction must be committed.
    pub(crate) written: bool,
    /// Number of entries of the search index that were written.
    pub(crate) indexed: i64,
}

impl<'a> Writer<'a> {
    /// A writer for an open transaction. `tally` has the present totals.
    pub(crate) fn new(db: &'a Db, tally: Tally) -> Self {
        Self { db, tally, written: false, indexed: 0 }
    }

    /// Writes a record. `old` is the checksum of the record that it replaces.
    pub(crate) fn store<R: Record>(&mut self, record: &R, old: Option<i64>) -> Result<()> {
        self.written = true;
        let sum = self.db.write_record(record)?;
        if let Some(old) = old {
            self.tally.take(R::TABLE.name, old);
        }
        self.tally.add(R::TABLE.name, sum);
        Ok(())
    }

    /// Writes a record, or removes the record with this key if `new` is `None`.
    pub(crate) fn replace<R: Record>(
        &mut self,
        key: &[&str],
        new: Option<&R>,
        old: Option<i64>,
    ) -> Result<()> {
        match (new, old) {
            (Some(new), old) => self.store(new, old),
            (None, Some(old)) => {
                self.written = true;
                self.db.remove_record::<R>(key)?;
                self.tally.take(R::TABLE.name, old);
                Ok(())
            }
            (None, None) => Ok(()),
        }
    }
}

//! The numbers of rows once a version of their project is frozen: a row keeps its number, and no other row gets it.

use std::collections::BTreeMap;

use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::Row;

use crate::change::Change;
use crate::db::Db;
use crate::error::Result;
use crate::kind::number::{self, FrozenNumber, NumberChange};
use crate::kind::version;
use crate::op::Op;
use crate::transact::Tx;

impl Tx<'_, '_> {
    /// Gives every row the number by which people speak of it, register by register in the order of the rows; those in
    /// the trash come last, so that they have one when they come back. Where a version is frozen already, rows keep
    /// their numbers. Says whether any number changed.
    pub(crate) fn number_rows(&mut self, anew: bool) -> Result<bool> {
        let project = self.project()?.clone();
        let rows = self.whole()?.rows;
        let mut by_register: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in &rows {
            by_register.entry(&row.register).or_default().push(row);
        }
        let mut changed = false;
        for (register, mut rows) in by_register {
            rows.sort_by_key(|row| row.trashed.is_some());
            let mut next = if anew { 1 } else { next_number(self.writer.db, &project, register)? };
            for row in rows.into_iter().filter(|row| anew || row.number.is_none()) {
                changed |= row.number != Some(next);
                self.set_number(&project, &row.id, register, next)?;
                next = next.saturating_add(1);
            }
        }
        Ok(changed)
    }

    /// Numbers the rows of every register anew, without gaps. It changes nothing as long as no version is frozen, since
    /// numbers then follow the order. Says whether any number changed.
    pub fn renumber(&mut self) -> Result<bool> {
        let project = self.inside()?;
        if !has_version(self.writer.db, &project)? {
            return Ok(false);
        }
        self.number_rows(true)
    }

    /// Gives a new row the next number of its register, where a version is frozen.
    pub(crate) fn number_new(&mut self, row: &RowId, register: &str) -> Result<()> {
        let project = self.inside()?;
        if !has_version(self.writer.db, &project)? {
            return Ok(());
        }
        let next = next_number(self.writer.db, &project, register)?;
        self.set_number(&project, row, register, next)
    }

    fn set_number(
        &mut self,
        project: &ProjectId,
        row: &RowId,
        register: &str,
        number: u32,
    ) -> Result<()> {
        let before = number::find(self.writer.db, project, row)?;
        let after = Some(FrozenNumber { register: register.to_owned(), number });
        self.record(Change::Number(NumberChange { row: row.clone(), before, after }))
    }
}

/// Whether a version of the project is frozen.
pub(crate) fn has_version(db: &Db, project: &ProjectId) -> Result<bool> {
    let sql = "SELECT 1 FROM version WHERE project = ?1 LIMIT 1";
    Ok(db.one(sql, [project.as_str()], |_| Ok(()))?.is_some())
}

/// The number after all that rows of a register bear, or bore when a version was frozen.
fn next_number(db: &Db, project: &ProjectId, register: &str) -> Result<u32> {
    let borne: Option<u32> = db
        .one(
            "SELECT max(n.number) FROM number n JOIN row r ON r.project = n.project AND r.id = n.row
             WHERE n.project = ?1 AND n.register = ?2",
            [project.as_str(), register],
            |row| row.get(0),
        )?
        .flatten();
    let frozen = highest(db, project)?.get(register).copied();
    Ok(borne.into_iter().chain(frozen).max().map_or(1, |highest| highest.saturating_add(1)))
}

/// By register, the highest number that rows bore in the versions since numbers were last given anew.
pub(crate) fn highest(db: &Db, project: &ProjectId) -> Result<BTreeMap<String, u32>> {
    let last: Option<String> = db.one(
        "SELECT label FROM operation WHERE project = ?1 AND state = 'done' AND label IN (?2, ?3)
         ORDER BY seq DESC LIMIT 1",
        [project.as_str(), Op::FreezeVersion.as_str(), Op::Renumber.as_str()],
        |row| row.get(0),
    )?;
    if last.as_deref() == Some(Op::Renumber.as_str()) {
        return Ok(BTreeMap::new());
    }
    Ok(version::all(db, project)?.pop().map(|last| last.head.numbers).unwrap_or_default())
}

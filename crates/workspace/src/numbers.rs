//! The numbers of rows that people outside have seen, because a version of the project was frozen or because a letter
//! named them: a row keeps its number, and no other row gets it.

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
    /// Gives every row a number, register by register in the order of the rows. Rows in the trash come last; they need
    /// a number for the time when they come back. Without `anew`, rows that have a number keep it. Returns whether any
    /// number changed.
    pub(crate) fn number_rows(&mut self, anew: bool) -> Result<bool> {
        let project = self.project()?.clone();
        let rows = self.whole()?.rows;
        let mut by_register: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in &rows {
            by_register.entry(&row.register).or_default().push(row);
        }
        let mut changed = false;
        for (register, rows) in by_register {
            let next = if anew { 1 } else { next_number(self.writer.db, &project, register)? };
            changed |= self.number_in_order(&project, register, rows, next, anew)?;
        }
        Ok(changed)
    }

    /// Freezes the numbers of one register before a version is frozen, because its rows were named to people outside.
    /// Rows in the trash come last. Rows that have a number keep it.
    pub fn number_register(&mut self, register: &str) -> Result<()> {
        let project = self.inside()?;
        let rows = self.whole()?.rows;
        let rows = rows.iter().filter(|row| row.register == register).collect();
        let next = next_number(self.writer.db, &project, register)?;
        self.number_in_order(&project, register, rows, next, false)?;
        Ok(())
    }

    /// Gives the rows of a register numbers from `next` on, those in the trash last. Returns whether any number
    /// changed.
    fn number_in_order(
        &mut self,
        project: &ProjectId,
        register: &str,
        mut rows: Vec<&Row>,
        mut next: u32,
        anew: bool,
    ) -> Result<bool> {
        let mut changed = false;
        rows.sort_by_key(|row| row.trashed.is_some());
        for row in rows.into_iter().filter(|row| anew || row.number.is_none()) {
            changed |= row.number != Some(next);
            self.set_number(project, &row.id, register, next)?;
            next = next.saturating_add(1);
        }
        Ok(changed)
    }

    /// Numbers the rows of every register again, without gaps. It changes nothing as long as no version is frozen,
    /// because then the numbers follow the order anyway. Returns whether any number changed.
    pub fn renumber(&mut self) -> Result<bool> {
        let project = self.inside()?;
        if !has_version(self.writer.db, &project)? {
            return Ok(false);
        }
        self.number_rows(true)
    }

    /// If the numbers of its register are frozen, gives a new row the next number.
    pub(crate) fn number_new(&mut self, row: &RowId, register: &str) -> Result<()> {
        let project = self.inside()?;
        let db = self.writer.db;
        if !has_version(db, &project)? && !has_numbers(db, &project, register)? {
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

/// Whether the project has a frozen version.
pub(crate) fn has_version(db: &Db, project: &ProjectId) -> Result<bool> {
    let sql = "SELECT 1 FROM version WHERE project = ?1 LIMIT 1";
    Ok(db.one(sql, [project.as_str()], |_| Ok(()))?.is_some())
}

/// Whether rows of the register have frozen numbers.
fn has_numbers(db: &Db, project: &ProjectId, register: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM number WHERE project = ?1 AND register = ?2 LIMIT 1";
    Ok(db.one(sql, [project.as_str(), register], |_| Ok(()))?.is_some())
}

/// The number after the highest one that rows of a register have, or had when a version was frozen.
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

/// By register, the highest number of rows in the frozen versions. Versions before the last renumbering do not count.
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

//! Rows of a register: adding, moving, deleting. The position of a row is a number between those of its neighbours.

use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::Row;

use crate::change::Change;
use crate::error::{Error, Result};
use crate::kind::number;
use crate::kind::row::{self, RowChange, RowRecord};
use crate::refusal::{Named, Subject};
use crate::transact::Tx;

/// The place of a row among the rows of its register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowPosition {
    /// Before all others.
    First,
    /// After all others.
    Last,
    /// Directly after this one.
    After(RowId),
}

/// A row that is to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRow {
    /// Its identity; see [`Tx::new_id`].
    pub id: RowId,
    /// The register.
    pub register: String,
    /// Identifies the row if there can be only one such row in the register.
    pub key: Option<String>,
}

/// If neighbours are closer than this, the rows get new positions, long before the precision of the numbers is
/// exhausted.
const CLOSEST: f64 = 1e-6;

impl Tx<'_, '_> {
    /// The row without its answers, whether or not it is in the trash.
    pub fn row(&self, id: &RowId) -> Result<Row> {
        let number = number::find(self.writer.db, self.project()?, id)?;
        self.row_record(id).map(|record| record.into_row(id.clone(), number))
    }

    fn row_record(&self, id: &RowId) -> Result<RowRecord> {
        let project = self.project()?;
        let found = row::find(self.writer.db, project, id)?;
        found.ok_or_else(|| Error::NoRow { project: project.clone(), row: id.clone() })
    }

    /// The row, if it exists and is not in the trash.
    pub(crate) fn open_row(&self, id: &RowId) -> Result<RowRecord> {
        let record = self.row_record(id)?;
        match record.trashed {
            None => Ok(record),
            Some(_) => Err(Error::InTrash(Subject::Row(id.clone()))),
        }
    }

    /// The row of a register that has this key and is not in the trash.
    pub fn keyed(&self, register: &str, key: &str) -> Result<Option<RowId>> {
        row::with_key(self.writer.db, self.project()?, register, key)
    }

    /// Adds a row. An identity is never used again, not even that of a row in the trash.
    pub fn add_row(&mut self, row: NewRow, place: &RowPosition) -> Result<()> {
        let project = self.inside()?;
        if row::find(self.writer.db, &project, &row.id)?.is_some() {
            return Err(Error::Taken(Subject::Row(row.id)));
        }
        Named::Register.check_length(&row.register, str::len)?;
        if let Some(key) = &row.key {
            Named::RowKey.check_length(key, str::len)?;
            self.key_is_free(&row.register, key)?;
        }
        let position = self.position(&row.register, place, None)?;
        let NewRow { id, register, key } = row;
        let record = RowRecord { register: register.clone(), key, position, trashed: None };
        self.record(Change::Row(RowChange { row: id.clone(), before: None, after: Some(record) }))?;
        self.number_new(&id, &register)
    }

    /// Moves a row within its register.
    pub fn move_row(&mut self, id: &RowId, place: &RowPosition) -> Result<()> {
        let project = self.inside()?;
        let register = self.open_row(id)?.register;
        if stands_there(&self.order(&project, &register, None)?, id, place) {
            return Ok(());
        }
        let position = self.position(&register, place, Some(id))?;
        // The row is read again, because it may have got a new position, too.
        let before = self.open_row(id)?;
        let after = RowRecord { position, ..before.clone() };
        self.record(Change::Row(RowChange {
            row: id.clone(),
            before: Some(before),
            after: Some(after),
        }))
    }

    /// Moves a row to the trash. Its answers stay, and references to it are hidden.
    pub fn trash_row(&mut self, id: &RowId) -> Result<()> {
        self.inside()?;
        let before = self.row_record(id)?;
        if before.trashed.is_some() {
            return Ok(());
        }
        let after = RowRecord { trashed: Some(self.now()), ..before.clone() };
        self.record(Change::Row(RowChange {
            row: id.clone(),
            before: Some(before),
            after: Some(after),
        }))
    }

    /// Takes a row out of the trash. It gets its old place.
    pub fn restore_row(&mut self, id: &RowId) -> Result<()> {
        self.inside()?;
        let before = self.row_record(id)?;
        if before.trashed.is_none() {
            return Ok(());
        }
        if let Some(key) = &before.key {
            self.key_is_free(&before.register, key)?;
        }
        let after = RowRecord { trashed: None, ..before.clone() };
        self.record(Change::Row(RowChange {
            row: id.clone(),
            before: Some(before),
            after: Some(after),
        }))
    }

    fn key_is_free(&self, register: &str, key: &str) -> Result<()> {
        match self.keyed(register, key)? {
            None => Ok(()),
            Some(row) => {
                Err(Error::KeyTaken { register: register.to_owned(), key: key.to_owned(), row })
            }
        }
    }

    /// A position for a row at this place. The moved row itself does not count as a neighbour.
    fn position(
        &mut self,
        register: &str,
        place: &RowPosition,
        moving: Option<&RowId>,
    ) -> Result<f64> {
        let project = self.inside()?;
        if let RowPosition::After(anchor) = place {
            let anchored = self.open_row(anchor)?;
            if anchored.register != register {
                return Err(Error::NoRow { project, row: anchor.clone() });
            }
        }
        let mut order = self.order(&project, register, moving)?;
        if let Some(position) = between(&order, place) {
            return Ok(position);
        }
        for (at, (id, position)) in order.iter_mut().enumerate() {
            let (before, now) = (self.row_record(id)?, 1.0 + at as f64);
            let after = RowRecord { position: now, ..before.clone() };
            self.record(Change::Row(RowChange {
                row: id.clone(),
                before: Some(before),
                after: Some(after),
            }))?;
            *position = now;
        }
        between(&order, place).ok_or_else(|| Error::Misuse("no room for a row".to_owned()))
    }

    /// The rows of a register with their positions, in order. Rows in the trash count, because they may come back.
    fn order(
        &self,
        project: &ProjectId,
        register: &str,
        without: Option<&RowId>,
    ) -> Result<Vec<(RowId, f64)>> {
        let db = self.writer.db;
        let found: Vec<(String, f64)> = db.all(
            "SELECT id, position FROM row WHERE project = ?1 AND register = ?2 ORDER BY position, id",
            [project.as_str(), register],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut order = Vec::with_capacity(found.len());
        for (id, position) in found {
            let id = db.id(RowId::new(id))?;
            if Some(&id) != without {
                order.push((id, position));
            }
        }
        Ok(order)
    }
}

/// Whether the row already has this place.
fn stands_there(order: &[(RowId, f64)], id: &RowId, place: &RowPosition) -> bool {
    let Some(at) = order.iter().position(|(other, _)| other == id) else { return false };
    match place {
        RowPosition::First => at == 0,
        RowPosition::Last => at + 1 == order.len(),
        RowPosition::After(anchor) => {
            anchor == id || at.checked_sub(1).is_some_and(|before| order[before].0 == *anchor)
        }
    }
}

/// A position for this place among ordered rows; `None` if the neighbours are too close.
fn between(order: &[(RowId, f64)], place: &RowPosition) -> Option<f64> {
    let next = match place {
        RowPosition::First => 0,
        RowPosition::Last => order.len(),
        RowPosition::After(anchor) => order.iter().position(|(id, _)| id == anchor)? + 1,
    };
    let before = next.checked_sub(1).and_then(|at| order.get(at)).map(|(_, position)| *position);
    let after = order.get(next).map(|(_, position)| *position);
    match (before, after) {
        (None, None) => Some(1.0),
        (Some(before), None) => Some(before.floor() + 1.0),
        (None, Some(after)) => Some(after.ceil() - 1.0),
        (Some(before), Some(after)) if after - before >= CLOSEST => {
            Some(before + (after - before) / 2.0)
        }
        _ => None,
    }
}

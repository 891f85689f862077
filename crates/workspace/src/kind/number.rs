//! Frozen numbers: the numbers by which people name rows after a version of the project was frozen.

use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::id::{ProjectId, RowId};

use crate::changed::Changed;
use crate::db::Db;
use crate::error::Result;
use crate::integrity::Table;
use crate::logged::{RecordChange, before_and_after};
use crate::record::{Columns, Record, text};
use crate::refusal::Refusal;
use crate::writer::Writer;

/// The number of a row, and the register in which it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrozenNumber {
    /// The register of the row.
    pub register: String,
    /// The number, counted from 1.
    pub number: u32,
}

/// A number in the form in which its table has it.
pub(crate) struct StoredNumber {
    pub(crate) project: ProjectId,
    pub(crate) row: RowId,
    pub(crate) number: FrozenNumber,
}

impl Record for StoredNumber {
    const TABLE: Table = Table {
        name: "number",
        keys: &["project", "row"],
        rest: &["register", "number"],
        order: "project, row",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.project.as_str()),
            text(self.row.as_str()),
            text(&self.number.register),
            Value::Integer(self.number.number.into()),
        ])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        let (project, row) = (columns.named(ProjectId::new)?, columns.named(RowId::new)?);
        let register = columns.text()?;
        let number = columns.int()?;
        let number = u32::try_from(number).map_err(|e| columns.damaged(e))?;
        Ok(Self { project, row, number: FrozenNumber { register, number } })
    }
}

/// The number of a row before and after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberChange {
    /// The row.
    pub row: RowId,
    /// Its earlier number; missing if it had none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<FrozenNumber>,
    /// Its new number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<FrozenNumber>,
}

impl NumberChange {
    /// Whether a row that has a number gets another one.
    pub(crate) fn renumbers(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }
}

impl RecordChange for NumberChange {
    type State = FrozenNumber;
    const TABLE: &'static Table = &StoredNumber::TABLE;
    const LISTED: bool = true;
    before_and_after!();

    fn key(&self) -> Vec<String> {
        vec![self.row.to_string()]
    }

    fn reversed(self) -> Self {
        Self { row: self.row, before: self.after, after: self.before }
    }

    fn stored(&self, db: &Db, project: &ProjectId) -> Result<Option<FrozenNumber>> {
        find(db, project, &self.row)
    }

    fn put(&self, writer: &mut Writer<'_>, project: &ProjectId) -> Result<()> {
        let key = [project.as_str(), self.row.as_str()];
        let old = writer.db.record::<StoredNumber>(&key)?.map(|(_, sum)| sum);
        let new = self.after.clone().map(|number| StoredNumber {
            project: project.clone(),
            row: self.row.clone(),
            number,
        });
        writer.replace(&key, new.as_ref(), old)
    }

    fn listed(db: &Db, project: &ProjectId) -> Result<Vec<Self>> {
        let all = db.records::<StoredNumber>("WHERE project = ?1", [project.as_str()])?;
        let all = all.into_iter().map(|(found, _)| found);
        Ok(all
            .map(|found| Self { row: found.row, before: None, after: Some(found.number) })
            .collect())
    }

    fn check(&self) -> Result<(), Refusal> {
        for number in self.before.iter().chain(&self.after) {
            crate::refusal::Named::Register.check_length(&number.register, str::len)?;
            if number.number == 0 {
                return Err(Refusal::NumberZero(self.row.clone()));
            }
        }
        Ok(())
    }

    /// The number is shown wherever the row is shown, and wherever another row refers to it.
    fn tell(&self, changed: &mut Changed) {
        if !changed.rows.contains(&self.row) {
            changed.rows.push(self.row.clone());
        }
        for number in self.before.iter().chain(&self.after) {
            for names in [&mut changed.registers, &mut changed.order] {
                if !names.contains(&number.register) {
                    names.push(number.register.clone());
                }
            }
        }
    }
}

/// The number of a row; `None` if it has no frozen number.
pub(crate) fn find(db: &Db, project: &ProjectId, row: &RowId) -> Result<Option<FrozenNumber>> {
    let found = db.record::<StoredNumber>(&[project.as_str(), row.as_str()])?;
    Ok(found.map(|(found, _)| found.number))
}

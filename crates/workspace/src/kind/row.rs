//! Rows of registers, without their answers.

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::Row;

use crate::changed::Changed;
use crate::db::Db;
use crate::error::Result;
use crate::integrity::Table;
use crate::kind::number::FrozenNumber;
use crate::logged::{RecordChange, before_and_after};
use crate::record::{Columns, Record, maybe_text, stamp, text};
use crate::writer::Writer;

/// A row without its answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowRecord {
    /// The register it belongs to.
    pub register: String,
    /// Identifies the row if there can be only one such row in its register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Order within the register.
    pub position: f64,
    /// When it was moved to the trash; none if it is not in the trash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trashed: Option<DateTime<Utc>>,
}

impl RowRecord {
    /// The row with this identity, its frozen number and no answers.
    pub(crate) fn into_row(self, id: RowId, number: Option<FrozenNumber>) -> Row {
        Row {
            id,
            register: self.register,
            key: self.key,
            position: self.position,
            number: number.map(|number| number.number),
            trashed: self.trashed,
            values: std::collections::BTreeMap::new(),
        }
    }
}

/// A row in the form in which its table has it.
pub(crate) struct StoredRow {
    pub(crate) project: ProjectId,
    pub(crate) id: RowId,
    pub(crate) row: RowRecord,
}

impl Record for StoredRow {
    const TABLE: Table = Table {
        name: "row",
        keys: &["project", "id"],
        rest: &["register", "key", "position", "trashed"],
        order: "project, id",
        past_indexes: false,
        indexed: true,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.project.as_str()),
            text(self.id.as_str()),
            text(&self.row.register),
            maybe_text(self.row.key.clone()),
            Value::Real(self.row.position),
            maybe_text(self.row.trashed.map(stamp)),
        ])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        Ok(Self {
            project: columns.named(ProjectId::new)?,
            id: columns.named(RowId::new)?,
            row: RowRecord {
                register: columns.text()?,
                key: columns.maybe_text()?,
                position: columns.real()?,
                trashed: columns.maybe_moment()?,
            },
        })
    }
}

/// A row before and after a change: its register, position and trash.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowChange {
    /// The row.
    pub row: RowId,
    /// Its earlier state; missing if the row was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<RowRecord>,
    /// Its new state; missing if the row was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<RowRecord>,
}

impl RecordChange for RowChange {
    type State = RowRecord;
    const TABLE: &'static Table = &StoredRow::TABLE;
    before_and_after!();

    fn key(&self) -> Vec<String> {
        vec![self.row.to_string()]
    }

    fn reversed(self) -> Self {
        Self { row: self.row, before: self.after, after: self.before }
    }

    fn stored(&self, db: &Db, project: &ProjectId) -> Result<Option<RowRecord>> {
        find(db, project, &self.row)
    }

    fn put(&self, writer: &mut Writer<'_>, project: &ProjectId) -> Result<()> {
        let key = [project.as_str(), self.row.as_str()];
        let old = writer.db.record::<StoredRow>(&key)?.map(|(_, sum)| sum);
        let new = self.after.clone().map(|row| StoredRow {
            project: project.clone(),
            id: self.row.clone(),
            row,
        });
        writer.replace(&key, new.as_ref(), old)
    }

    fn tell(&self, changed: &mut Changed) {
        changed.rows.push(self.row.clone());
        for record in self.before.iter().chain(&self.after) {
            add_once(&mut changed.registers, &record.register);
        }
        if let (Some(before), Some(after)) = (&self.before, &self.after)
            && before.position != after.position
        {
            add_once(&mut changed.order, &after.register);
        }
    }
}

fn add_once(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

/// One row without its answers, whether or not it is in the trash.
pub(crate) fn find(db: &Db, project: &ProjectId, id: &RowId) -> Result<Option<RowRecord>> {
    let found = db.record::<StoredRow>(&[project.as_str(), id.as_str()])?;
    Ok(found.map(|(found, _)| found.row))
}

/// The row of a register that has this key and is not in the trash.
pub(crate) fn with_key(
    db: &Db,
    project: &ProjectId,
    register: &str,
    key: &str,
) -> Result<Option<RowId>> {
    let found = db.one(
        "SELECT id FROM row WHERE project = ?1 AND register = ?2 AND key = ?3 AND trashed IS NULL",
        [project.as_str(), register, key],
        |row| row.get::<_, String>(0),
    )?;
    found.map(|id| db.id(RowId::new(id))).transpose()
}

//! Answers: the values at fields of rows.

use chrono::{DateTime, Utc};
use rusqlite::types::Value as Column;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::id::{ProjectId, RowId};
use vurder_model::value::Value;

use crate::changed::Changed;
use crate::db::Db;
use crate::error::Result;
use crate::integrity::Table;
use crate::logged::{RecordChange, before_and_after};
use crate::record::{Columns, Entry, Record, json, maybe_int, stamp, text};
use crate::writer::Writer;

/// An answer and its time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The value.
    pub value: Value,
    /// When it was given.
    pub updated: DateTime<Utc>,
}

/// An answer in the form in which its table has it.
pub(crate) struct StoredAnswer {
    pub(crate) project: ProjectId,
    pub(crate) row: RowId,
    pub(crate) field: String,
    pub(crate) answer: Answer,
    /// The number of its entry in the search index; `None` if the answer has no words.
    pub(crate) doc: Option<i64>,
}

impl Record for StoredAnswer {
    const TABLE: Table = Table {
        name: "value",
        keys: &["project", "row", "field"],
        rest: &["value", "updated", "doc"],
        order: "project, row, field",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Column>> {
        Ok(vec![
            text(self.project.as_str()),
            text(self.row.as_str()),
            text(&self.field),
            Column::Text(json(&self.answer.value)?),
            Column::Text(stamp(self.answer.updated)),
            maybe_int(self.doc),
        ])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        Ok(Self {
            project: columns.named(ProjectId::new)?,
            row: columns.named(RowId::new)?,
            field: columns.text()?,
            answer: Answer { value: columns.json()?, updated: columns.moment()? },
            doc: columns.maybe_int()?,
        })
    }

    fn entry(&self) -> Option<Entry<'_>> {
        let place = (self.project.as_str(), self.row.as_str(), self.field.as_str());
        Some(Entry { doc: self.doc?, place, words: self.answer.value.plain_text() })
    }
}

/// An answer that was there for a time, between `before` and `after`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The answer, with the time when it was given.
    pub answer: Answer,
}

/// An answer before and after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ValueChange {
    /// The row.
    pub row: RowId,
    /// The field.
    pub field: String,
    /// The earlier answer; missing if there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Answer>,
    /// The new answer; missing if the field was emptied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Answer>,
    /// Answers between `before` and `after`, oldest first. They are kept if they would be lost otherwise, because
    /// somebody typed and removed words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

impl RecordChange for ValueChange {
    type State = Answer;
    const TABLE: &'static Table = &StoredAnswer::TABLE;
    before_and_after!();

    fn key(&self) -> Vec<String> {
        vec![self.row.to_string(), self.field.clone()]
    }

    fn reversed(self) -> Self {
        Self { before: self.after, after: self.before, steps: Vec::new(), ..self }
    }

    /// The time of an answer does not count.
    fn is_nothing(&self) -> bool {
        self.before.as_ref().map(|a| &a.value) == self.after.as_ref().map(|a| &a.value)
    }

    fn stored(&self, db: &Db, project: &ProjectId) -> Result<Option<Answer>> {
        find(db, project, &self.row, &self.field)
    }

    fn put(&self, writer: &mut Writer<'_>, project: &ProjectId) -> Result<()> {
        let key = [project.as_str(), self.row.as_str(), self.field.as_str()];
        let old = writer.db.record::<StoredAnswer>(&key)?;
        let (old_doc, sum) = old.map_or((None, None), |(old, sum)| (old.doc, Some(sum)));
        let words = self.after.as_ref().map(|answer| answer.value.plain_text()).unwrap_or_default();
        let doc = writer.index_answer(project, &self.row, &self.field, old_doc, &words)?;
        let new = self.after.clone().map(|answer| StoredAnswer {
            project: project.clone(),
            row: self.row.clone(),
            field: self.field.clone(),
            answer,
            doc,
        });
        writer.replace(&key, new.as_ref(), sum)
    }

    fn tell(&self, changed: &mut Changed) {
        changed.fields.push((self.row.clone(), self.field.clone()));
    }
}

/// One answer.
pub(crate) fn find(
    db: &Db,
    project: &ProjectId,
    row: &RowId,
    field: &str,
) -> Result<Option<Answer>> {
    let found = db.record::<StoredAnswer>(&[project.as_str(), row.as_str(), field])?;
    Ok(found.map(|(found, _)| found.answer))
}

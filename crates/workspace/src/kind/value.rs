//! Answers: what was entered at a field of a row.

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

/// An answer and when it was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What was entered.
    pub value: Value,
    /// When.
    pub updated: DateTime<Utc>,
}

/// An answer as its table holds it.
pub(crate) struct StoredAnswer {
    pub(crate) project: ProjectId,
    pub(crate) row: RowId,
    pub(crate) field: String,
    pub(crate) answer: Answer,
    /// Entry of the words in the search index; none where there are no words.
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

/// Words that stood in an answer for a time, on the way from `before` to `after`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What stood there, and since when.
    pub answer: Answer,
}

/// An answer before and after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ValueChange {
    /// In which row.
    pub row: RowId,
    /// At which field.
    pub field: String,
    /// As it was; absent where there was no answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Answer>,
    /// As it is; absent where the answer was cleared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Answer>,
    /// What stood there in between, while it was typed, where that would be lost otherwise: oldest first.
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

    /// When an answer was given does not count.
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

//! Records as the tables hold them: read, checked against their checksum, and turned into the model's words.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::{Citation, ProjectHead};

use crate::change::{Answer, RowRecord};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::integrity::{Digest, Table, altered};

/// A moment as the tables hold it: RFC 3339 in UTC, to the millisecond or as fine as it was given.
pub(crate) fn stamp(moment: DateTime<Utc>) -> String {
    let whole = moment.timestamp_subsec_nanos().is_multiple_of(1_000_000);
    moment.to_rfc3339_opts(if whole { SecondsFormat::Millis } else { SecondsFormat::Nanos }, true)
}

pub(crate) fn json<T: Serialize>(thing: &T) -> Result<String> {
    serde_json::to_string(thing).map_err(|e| Error::Misuse(e.to_string()))
}

impl Db {
    /// Reads JSON that the workspace wrote; anything else is damage.
    pub(crate) fn parse<T: DeserializeOwned>(&self, text: &str, what: &str) -> Result<T> {
        serde_json::from_str(text).map_err(|e| self.damaged(format!("{what}: {e}")))
    }

    /// Reads a moment that the workspace wrote.
    pub(crate) fn moment(&self, text: &str, what: &str) -> Result<DateTime<Utc>> {
        DateTime::parse_from_rfc3339(text)
            .map(|moment| moment.with_timezone(&Utc))
            .map_err(|e| self.damaged(format!("{what}: {e}")))
    }

    /// Reads an identity that the workspace wrote.
    pub(crate) fn id<T, E: std::fmt::Display>(&self, id: std::result::Result<T, E>) -> Result<T> {
        id.map_err(|e| self.damaged(e.to_string()))
    }
}

/// A project as its table holds it.
#[derive(Debug, Clone)]
pub(crate) struct ProjectRecord {
    pub(crate) head: ProjectHead,
    pub(crate) changed: DateTime<Utc>,
    pub(crate) number: i64,
    pub(crate) doc: Option<i64>,
    pub(crate) sum: i64,
}

const PROJECT: &str = "SELECT id, number, title, language, version, forms, providers, created, trashed, changed, doc, sum
     FROM project";

/// The columns of a project, read before anything is made of them.
type ProjectColumns = (
    (String, i64, String, String, String, String),
    (String, String, Option<String>, String, Option<i64>, i64),
);

fn project_columns(row: &rusqlite::Row<'_>) -> rusqlite::Result<ProjectColumns> {
    Ok((
        (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?),
        (row.get(6)?, row.get(7)?, row.get(8)?, row.get(9)?, row.get(10)?, row.get(11)?),
    ))
}

fn project_record(db: &Db, columns: ProjectColumns) -> Result<ProjectRecord> {
    let (
        (id, number, title, language, version, forms),
        (providers, created, trashed, changed, doc, sum),
    ) = columns;
    let digest = Digest::new()
        .text(&id)
        .int(number)
        .text(&title)
        .text(&language)
        .text(&version)
        .text(&forms)
        .text(&providers)
        .text(&created)
        .maybe_text(trashed.as_deref())
        .text(&changed)
        .maybe_int(doc);
    if digest.sum() != sum {
        return Err(altered(db, Table::Project, &id));
    }
    let head = ProjectHead {
        id: db.id(ProjectId::new(id))?,
        title,
        language,
        version,
        forms: db.parse(&forms, "forms of a project")?,
        providers: db.parse(&providers, "providers of a project")?,
        created: db.moment(&created, "when a project was made")?,
        trashed: trashed.map(|t| db.moment(&t, "when a project was trashed")).transpose()?,
    };
    Ok(ProjectRecord { head, changed: db.moment(&changed, "last change")?, number, doc, sum })
}

/// One project, in the trash or not.
pub(crate) fn project(db: &Db, id: &ProjectId) -> Result<Option<ProjectRecord>> {
    let found = db.one(&format!("{PROJECT} WHERE id = ?1"), [id.as_str()], project_columns)?;
    found.map(|columns| project_record(db, columns)).transpose()
}

/// All projects in the order in which they were made.
pub(crate) fn projects(db: &Db) -> Result<Vec<ProjectRecord>> {
    let found = db.all(&format!("{PROJECT} ORDER BY number"), [], project_columns)?;
    found.into_iter().map(|columns| project_record(db, columns)).collect()
}

type RowColumns = (String, String, Option<String>, f64, Option<String>, i64);

pub(crate) fn row_columns(row: &rusqlite::Row<'_>) -> rusqlite::Result<RowColumns> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
}

pub(crate) fn row_sum(project: &ProjectId, id: &str, record: &RowRecord) -> i64 {
    Digest::new()
        .text(project.as_str())
        .text(id)
        .text(&record.register)
        .maybe_text(record.key.as_deref())
        .real(record.position)
        .maybe_text(record.trashed.map(stamp).as_deref())
        .sum()
}

pub(crate) fn row_record(
    db: &Db,
    project: &ProjectId,
    columns: RowColumns,
) -> Result<(RowId, RowRecord, i64)> {
    let (id, register, key, position, trashed, sum) = columns;
    let trashed = trashed.map(|t| db.moment(&t, "when a row was trashed")).transpose()?;
    let record = RowRecord { register, key, position, trashed };
    if row_sum(project, &id, &record) != sum {
        return Err(altered(db, Table::Row, &format!("{project}/{id}")));
    }
    Ok((db.id(RowId::new(id))?, record, sum))
}

/// One row without its answers, in the trash or not, with its checksum.
pub(crate) fn row(db: &Db, project: &ProjectId, id: &RowId) -> Result<Option<(RowRecord, i64)>> {
    let found = db.one(
        "SELECT id, register, key, position, trashed, sum FROM row WHERE project = ?1 AND id = ?2",
        [project.as_str(), id.as_str()],
        row_columns,
    )?;
    Ok(match found {
        Some(columns) => {
            let (_, record, sum) = row_record(db, project, columns)?;
            Some((record, sum))
        }
        None => None,
    })
}

/// An answer as its table holds it.
pub(crate) struct ValueRecord {
    pub(crate) answer: Answer,
    pub(crate) doc: Option<i64>,
    pub(crate) sum: i64,
}

type ValueColumns = (String, String, String, String, Option<i64>, i64);

pub(crate) fn value_columns(row: &rusqlite::Row<'_>) -> rusqlite::Result<ValueColumns> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
}

pub(crate) fn value_sum(
    address: (&ProjectId, &str, &str),
    value: &str,
    updated: &str,
    doc: Option<i64>,
) -> i64 {
    let (project, row, field) = address;
    Digest::new()
        .text(project.as_str())
        .text(row)
        .text(field)
        .text(value)
        .text(updated)
        .maybe_int(doc)
        .sum()
}

pub(crate) fn value_record(
    db: &Db,
    project: &ProjectId,
    columns: ValueColumns,
) -> Result<(RowId, String, ValueRecord)> {
    let (row, field, value, updated, doc, sum) = columns;
    if value_sum((project, &row, &field), &value, &updated, doc) != sum {
        return Err(altered(db, Table::Value, &format!("{project}/{row}/{field}")));
    }
    let what = format!("answer {project}/{row}/{field}");
    let answer = Answer { value: db.parse(&value, &what)?, updated: db.moment(&updated, &what)? };
    Ok((db.id(RowId::new(row))?, field, ValueRecord { answer, doc, sum }))
}

/// One answer.
pub(crate) fn value(
    db: &Db,
    project: &ProjectId,
    row: &RowId,
    field: &str,
) -> Result<Option<ValueRecord>> {
    let found = db.one(
        "SELECT row, field, value, updated, doc, sum FROM value
         WHERE project = ?1 AND row = ?2 AND field = ?3",
        [project.as_str(), row.as_str(), field],
        value_columns,
    )?;
    Ok(match found {
        Some(columns) => Some(value_record(db, project, columns)?.2),
        None => None,
    })
}

pub(crate) fn citation_sum(project: &ProjectId, id: &str, citation: &str) -> i64 {
    Digest::new().text(project.as_str()).text(id).text(citation).sum()
}

pub(crate) fn citation_record(
    db: &Db,
    project: &ProjectId,
    (id, citation, sum): (String, String, i64),
) -> Result<(Citation, i64)> {
    if citation_sum(project, &id, &citation) != sum {
        return Err(altered(db, Table::Citation, &format!("{project}/{id}")));
    }
    Ok((db.parse(&citation, "a citation")?, sum))
}

/// One citation with its checksum.
pub(crate) fn citation(
    db: &Db,
    project: &ProjectId,
    id: &CitationId,
) -> Result<Option<(Citation, i64)>> {
    let found = db.one(
        "SELECT id, citation, sum FROM citation WHERE project = ?1 AND id = ?2",
        [project.as_str(), id.as_str()],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    found.map(|columns| citation_record(db, project, columns)).transpose()
}

//! Reads projects.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::{Citation, Project, ProjectHead, Row};

use crate::db::Db;
use crate::error::{Error, Result};
use crate::kind::number::StoredNumber;
use crate::kind::operation::Operation;
use crate::kind::row::StoredRow;
use crate::kind::value::{Answer, StoredAnswer};
use crate::kind::{citation, number, project, row};
use crate::log;
use crate::workspace::Workspace;

/// A project in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ProjectEntry {
    /// Title, forms, providers.
    pub head: ProjectHead,
    /// When anything in it was last changed.
    #[ts(as = "String")]
    pub changed: DateTime<Utc>,
}

/// A row with its answers, and when they were given.
pub(crate) type AnsweredRow = (Row, BTreeMap<String, Answer>);

impl Workspace {
    /// The projects that are not in the trash, in the order in which they were made.
    pub fn projects(&self) -> Result<Vec<ProjectEntry>> {
        self.entries(false)
    }

    /// The projects in the trash.
    pub fn trashed_projects(&self) -> Result<Vec<ProjectEntry>> {
        self.entries(true)
    }

    fn entries(&self, trashed: bool) -> Result<Vec<ProjectEntry>> {
        let mut found = project::all(&self.db)?;
        found.retain(|project| project.head.trashed.is_some() == trashed);
        Ok(found
            .into_iter()
            .map(|project| ProjectEntry { head: project.head, changed: project.changed })
            .collect())
    }

    /// A whole project, whether or not it is in the trash.
    pub fn project(&self, id: &ProjectId) -> Result<Project> {
        whole(&self.db, id)
    }

    /// The last entries of a project's log, newest first.
    pub fn log(&self, id: &ProjectId, limit: u32) -> Result<Vec<Operation>> {
        let found = log::operations(
            &self.db,
            "WHERE seq IN (SELECT seq FROM operation WHERE project = ?1 ORDER BY seq DESC LIMIT ?2)
             ORDER BY seq DESC",
            rusqlite::params![id.as_str(), limit],
        )?;
        Ok(found.into_iter().map(|(operation, _)| operation).collect())
    }

    /// The rows of a project that are in the trash, with their answers. The row that was deleted last comes first.
    pub fn trashed_rows(&self, id: &ProjectId) -> Result<Vec<Row>> {
        let mut rows = self.project(id)?.rows;
        rows.retain(|row| row.trashed.is_some());
        rows.sort_by_key(|row| std::cmp::Reverse(row.trashed));
        Ok(rows)
    }

    /// The places of each citation of a project, as row and field, without rows in the trash. A citation that is not
    /// used has an empty list.
    pub fn citation_uses(
        &self,
        id: &ProjectId,
    ) -> Result<BTreeMap<CitationId, Vec<(RowId, String)>>> {
        let project = self.project(id)?;
        let mut uses: BTreeMap<CitationId, Vec<(RowId, String)>> =
            project.citations.iter().map(|c| (c.id.clone(), Vec::new())).collect();
        for row in project.rows.iter().filter(|row| row.trashed.is_none()) {
            for (field, value) in &row.values {
                for citation in value.citations() {
                    let places = uses.entry(citation).or_default();
                    let place = (row.id.clone(), field.clone());
                    if !places.contains(&place) {
                        places.push(place);
                    }
                }
            }
        }
        Ok(uses)
    }
}

impl Workspace {
    /// The revision of a project: a number that grows with every commit that changes the project. Such commits are also
    /// typing that is joined to the last entry of the log, undo and redo, and moves to the trash and back. Code that
    /// keeps the project in memory compares it with the revision of a change, to find out whether there was another
    /// change in between.
    pub fn revision(&self, id: &ProjectId) -> Result<u64> {
        Ok(project::existing(&self.db, id)?.revision.unsigned_abs())
    }
}

/// Single records, which are read without their project.
impl Workspace {
    /// The head of a project, and when the project was last changed, whether or not it is in the trash.
    pub fn entry(&self, id: &ProjectId) -> Result<ProjectEntry> {
        let found = project::existing(&self.db, id)?;
        Ok(ProjectEntry { head: found.head, changed: found.changed })
    }

    /// Title, forms and providers of a project, whether or not it is in the trash.
    pub fn head(&self, id: &ProjectId) -> Result<ProjectHead> {
        Ok(project::existing(&self.db, id)?.head)
    }

    /// The row of a register that has this key and is not in the trash.
    pub fn keyed(&self, project: &ProjectId, register: &str, key: &str) -> Result<Option<RowId>> {
        row::with_key(&self.db, project, register, key)
    }

    /// A citation of a project.
    pub fn citation(&self, project: &ProjectId, id: &CitationId) -> Result<Option<Citation>> {
        citation::find(&self.db, project, id)
    }

    /// The citations of a project in the order in which they were pinned.
    pub fn citations(&self, project: &ProjectId) -> Result<Vec<Citation>> {
        citation::all(&self.db, project)
    }

    /// One row with its answers, whether or not it is in the trash.
    pub fn row(&self, project: &ProjectId, row: &RowId) -> Result<Row> {
        let missing = || Error::NoRow { project: project.clone(), row: row.clone() };
        let found = row::find(&self.db, project, row)?.ok_or_else(missing)?;
        let mut found = found.into_row(row.clone(), number::find(&self.db, project, row)?);
        let clause = "WHERE project = ?1 AND row = ?2";
        self.db.each_record(clause, [project.as_str(), row.as_str()], |of: StoredAnswer, _| {
            found.values.insert(of.field, of.answer.value);
            Ok(())
        })?;
        Ok(found)
    }
}

/// A whole project.
pub(crate) fn whole(db: &Db, id: &ProjectId) -> Result<Project> {
    let found = project::existing(db, id)?;
    let rows = answered_rows(db, id)?.into_iter().map(|(mut row, answers)| {
        row.values = answers.into_iter().map(|(field, a)| (field, a.value)).collect();
        row
    });
    Ok(Project { head: found.head, rows: rows.collect(), citations: citation::all(db, id)? })
}

/// The rows of a project by register and position, with their answers.
pub(crate) fn answered_rows(db: &Db, id: &ProjectId) -> Result<Vec<AnsweredRow>> {
    let mut answers: BTreeMap<RowId, BTreeMap<String, Answer>> = BTreeMap::new();
    db.each_record("WHERE project = ?1", [id.as_str()], |of: StoredAnswer, _| {
        answers.entry(of.row).or_default().insert(of.field, of.answer);
        Ok(())
    })?;
    let mut numbers = BTreeMap::new();
    db.each_record("WHERE project = ?1", [id.as_str()], |of: StoredNumber, _| {
        numbers.insert(of.row, of.number);
        Ok(())
    })?;
    let mut rows = Vec::new();
    let clause = "WHERE project = ?1 ORDER BY register, position, id";
    db.each_record(clause, [id.as_str()], |of: StoredRow, _| {
        let answers = answers.remove(&of.id).unwrap_or_default();
        let number = numbers.remove(&of.id);
        rows.push((of.row.into_row(of.id, number), answers));
        Ok(())
    })?;
    Ok(rows)
}

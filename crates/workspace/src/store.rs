//! Every write of the crate goes through [`Writer`], which keeps checksums, totals and the search index in step.

use chrono::{DateTime, Utc};
use rusqlite::params;
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::{Citation, ProjectHead};

use crate::change::{Answer, Change, Operation, RowRecord};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::integrity::{Digest, Table, Tally};
use crate::record::{citation, citation_sum, json, project, row, row_sum, stamp, value, value_sum};

/// The tables while a transaction is open.
pub(crate) struct Writer<'a> {
    pub(crate) db: &'a Db,
    pub(crate) tally: Tally,
    /// Whether anything was written, so that there is something to commit.
    pub(crate) written: bool,
    /// How many entries of the search index were written.
    pub(crate) indexed: i64,
}

impl Writer<'_> {
    /// Makes the record what `change` says it is after.
    pub(crate) fn put(&mut self, project: &ProjectId, change: &Change) -> Result<()> {
        self.written = true;
        match change {
            Change::Project { after: Some(head), .. } => self.put_project(head),
            Change::Project { after: None, .. } => {
                Err(Error::Misuse("a project is never taken out of the file".to_owned()))
            }
            Change::Row { row, after, .. } => self.put_row(project, row, after.as_ref()),
            Change::Value { row, field, after, .. } => {
                self.put_value(project, row, field, after.as_ref())
            }
            Change::Citation { citation, after, .. } => {
                self.put_citation(project, citation, after.as_deref())
            }
        }
    }

    fn put_project(&mut self, head: &ProjectHead) -> Result<()> {
        let old = project(self.db, &head.id)?;
        let number = match &old {
            Some(old) => old.number,
            None => self
                .db
                .one("SELECT coalesce(max(number), 0) + 1 FROM project", [], |row| row.get(0))?
                .unwrap_or(1),
        };
        let changed = old.as_ref().map_or(head.created, |old| old.changed);
        let same_words = old.as_ref().is_some_and(|old| old.head.title == head.title);
        let doc = match &old {
            Some(old) if same_words => old.doc,
            _ => {
                let doc = old.as_ref().and_then(|old| old.doc);
                self.index_title(number, &head.id, doc, &head.title)?
            }
        };
        self.write_project(head, number, changed, doc, old.map(|old| old.sum))
    }

    /// Notes that the project changed at this moment.
    pub(crate) fn touch(&mut self, id: &ProjectId, at: DateTime<Utc>) -> Result<()> {
        let old = project(self.db, id)?.ok_or_else(|| Error::NoProject(id.clone()))?;
        self.write_project(&old.head, old.number, at, old.doc, Some(old.sum))
    }

    fn write_project(
        &mut self,
        head: &ProjectHead,
        number: i64,
        changed: DateTime<Utc>,
        doc: Option<i64>,
        old: Option<i64>,
    ) -> Result<()> {
        let (forms, providers) = (json(&head.forms)?, json(&head.providers)?);
        let (created, trashed, changed) =
            (stamp(head.created), head.trashed.map(stamp), stamp(changed));
        let sum = Digest::new()
            .text(head.id.as_str())
            .int(number)
            .text(&head.title)
            .text(&head.language)
            .text(&head.version)
            .text(&forms)
            .text(&providers)
            .text(&created)
            .maybe_text(trashed.as_deref())
            .text(&changed)
            .maybe_int(doc)
            .sum();
        self.db.run(
            "INSERT INTO project (id, number, title, language, version, forms, providers, created, trashed, changed,
               doc, sum)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT (id) DO UPDATE SET title = excluded.title, language = excluded.language,
               version = excluded.version, forms = excluded.forms, providers = excluded.providers,
               created = excluded.created, trashed = excluded.trashed, changed = excluded.changed,
               doc = excluded.doc, sum = excluded.sum",
            params![
                head.id.as_str(),
                number,
                head.title,
                head.language,
                head.version,
                forms,
                providers,
                created,
                trashed,
                changed,
                doc,
                sum
            ],
        )?;
        self.settle(Table::Project, old, Some(sum));
        Ok(())
    }

    fn put_row(&mut self, project: &ProjectId, id: &RowId, new: Option<&RowRecord>) -> Result<()> {
        let old = row(self.db, project, id)?.map(|(_, sum)| sum);
        let sum = new.map(|record| row_sum(project, id.as_str(), record));
        match new {
            Some(record) => self.db.run(
                "INSERT INTO row (project, id, register, key, position, trashed, sum)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (project, id) DO UPDATE SET register = excluded.register, key = excluded.key,
                   position = excluded.position, trashed = excluded.trashed, sum = excluded.sum",
                params![
                    project.as_str(),
                    id.as_str(),
                    record.register,
                    record.key,
                    record.position,
                    record.trashed.map(stamp),
                    sum
                ],
            )?,
            None => self.db.run(
                "DELETE FROM row WHERE project = ?1 AND id = ?2",
                [project.as_str(), id.as_str()],
            )?,
        };
        self.settle(Table::Row, old, sum);
        Ok(())
    }

    fn put_value(
        &mut self,
        project: &ProjectId,
        row: &RowId,
        field: &str,
        new: Option<&Answer>,
    ) -> Result<()> {
        let old = value(self.db, project, row, field)?;
        let old_doc = old.as_ref().and_then(|old| old.doc);
        let words = new.map(|answer| answer.value.plain_text()).unwrap_or_default();
        let doc = self.index_answer(project, row, field, old_doc, &words)?;
        let mut sum = None;
        match new {
            Some(answer) => {
                let (value, updated) = (json(&answer.value)?, stamp(answer.updated));
                sum = Some(value_sum((project, row.as_str(), field), &value, &updated, doc));
                self.db.run(
                    "INSERT INTO value (project, row, field, value, updated, doc, sum)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                     ON CONFLICT (project, row, field) DO UPDATE SET value = excluded.value,
                       updated = excluded.updated, doc = excluded.doc, sum = excluded.sum",
                    params![project.as_str(), row.as_str(), field, value, updated, doc, sum],
                )?
            }
            None => self.db.run(
                "DELETE FROM value WHERE project = ?1 AND row = ?2 AND field = ?3",
                [project.as_str(), row.as_str(), field],
            )?,
        };
        self.settle(Table::Value, old.map(|old| old.sum), sum);
        Ok(())
    }

    fn put_citation(
        &mut self,
        project: &ProjectId,
        id: &CitationId,
        new: Option<&Citation>,
    ) -> Result<()> {
        let old = citation(self.db, project, id)?.map(|(_, sum)| sum);
        let mut sum = None;
        match new {
            Some(new) => {
                let text = json(new)?;
                sum = Some(citation_sum(project, id.as_str(), &text));
                self.db.run(
                    "INSERT INTO citation (project, id, citation, sum) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (project, id) DO UPDATE SET citation = excluded.citation, sum = excluded.sum",
                    params![project.as_str(), id.as_str(), text, sum],
                )?
            }
            None => self.db.run(
                "DELETE FROM citation WHERE project = ?1 AND id = ?2",
                [project.as_str(), id.as_str()],
            )?,
        };
        self.settle(Table::Citation, old, sum);
        Ok(())
    }

    /// Writes an entry of the log, new or in place of the one with the same `seq`.
    pub(crate) fn put_operation(&mut self, operation: &Operation, old: Option<i64>) -> Result<()> {
        self.written = true;
        let (at, until) = (stamp(operation.at), stamp(operation.until));
        let changes = json(&operation.changes)?;
        let sum = crate::log::operation_sum(operation, &at, &until, &changes);
        self.db.run(
            "INSERT INTO operation (seq, id, project, scope, at, until, label, state, changes, sum)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (seq) DO UPDATE SET until = excluded.until, label = excluded.label,
               state = excluded.state, changes = excluded.changes, sum = excluded.sum",
            params![
                operation.seq,
                operation.id,
                operation.project.as_str(),
                operation.scope.as_str(),
                at,
                until,
                operation.label,
                operation.state.as_str(),
                changes,
                sum
            ],
        )?;
        self.settle(Table::Operation, old, Some(sum));
        Ok(())
    }

    fn settle(&mut self, table: Table, old: Option<i64>, new: Option<i64>) {
        if let Some(old) = old {
            self.tally.take(table, old);
        }
        if let Some(new) = new {
            self.tally.add(table, new);
        }
    }
}

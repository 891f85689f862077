//! Projects: title, forms, providers, trash.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::id::ProjectId;
use vurder_model::project::ProjectHead;

use crate::changed::Changed;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::integrity::Table;
use crate::logged::{RecordChange, before_and_after};
use crate::record::{Columns, Entry, Record, json, maybe_int, maybe_text, stamp, text};
use crate::writer::Writer;

/// A project in the form in which its table has it.
#[derive(Debug, Clone)]
pub(crate) struct ProjectRecord {
    pub(crate) head: ProjectHead,
    /// The number of the project in the search index.
    pub(crate) number: i64,
    /// When anything in the project was last changed.
    pub(crate) changed: DateTime<Utc>,
    /// The number of the title's entry in the search index.
    pub(crate) doc: Option<i64>,
    /// A number that grows with every commit that changes the project.
    pub(crate) revision: i64,
}

impl Record for ProjectRecord {
    const TABLE: Table = Table {
        name: "project",
        keys: &["id"],
        rest: &[
            "number",
            "title",
            "language",
            "version",
            "forms",
            "providers",
            "created",
            "trashed",
            "changed",
            "doc",
            "revision",
        ],
        order: "number",
        past_indexes: true,
        indexed: true,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        let head = &self.head;
        Ok(vec![
            text(head.id.as_str()),
            Value::Integer(self.number),
            text(&head.title),
            text(&head.language),
            text(&head.version),
            Value::Text(json(&head.forms)?),
            Value::Text(json(&Providers::of(head))?),
            Value::Text(stamp(head.created)),
            maybe_text(head.trashed.map(stamp)),
            Value::Text(stamp(self.changed)),
            maybe_int(self.doc),
            Value::Integer(self.revision),
        ])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        let id = columns.named(ProjectId::new)?;
        let number = columns.int()?;
        let (title, language, version) = (columns.text()?, columns.text()?, columns.text()?);
        let forms = columns.json()?;
        let (providers, follows) = columns.json::<Providers<'_>>()?.parts();
        let head = ProjectHead {
            id,
            title,
            language,
            version,
            forms,
            providers,
            follows,
            created: columns.moment()?,
            trashed: columns.maybe_moment()?,
        };
        Ok(Self {
            head,
            number,
            changed: columns.moment()?,
            doc: columns.maybe_int()?,
            revision: columns.int()?,
        })
    }

    fn entry(&self) -> Option<Entry<'_>> {
        let place = (self.head.id.as_str(), "", "title");
        Some(Entry { doc: self.doc?, place, words: self.head.title.clone() })
    }
}

/// The chosen providers in the form in which their column has them. If the project names no revision, it is a list, as
/// in earlier versions.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Providers<'a> {
    Chosen(Cow<'a, [String]>),
    Following { chosen: Cow<'a, [String]>, follows: Cow<'a, BTreeMap<String, String>> },
}

impl<'a> Providers<'a> {
    fn of(head: &'a ProjectHead) -> Self {
        let chosen = Cow::Borrowed(head.providers.as_slice());
        if head.follows.is_empty() {
            Self::Chosen(chosen)
        } else {
            Self::Following { chosen, follows: Cow::Borrowed(&head.follows) }
        }
    }

    fn parts(self) -> (Vec<String>, BTreeMap<String, String>) {
        match self {
            Self::Chosen(chosen) => (chosen.into_owned(), BTreeMap::new()),
            Self::Following { chosen, follows } => (chosen.into_owned(), follows.into_owned()),
        }
    }
}

/// A project before and after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectChange {
    /// Its earlier state; missing if the project was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<ProjectHead>,
    /// Its new state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<ProjectHead>,
}

impl RecordChange for ProjectChange {
    type State = ProjectHead;
    const TABLE: &'static Table = &ProjectRecord::TABLE;
    before_and_after!();

    fn key(&self) -> Vec<String> {
        Vec::new()
    }

    fn reversed(self) -> Self {
        Self { before: self.after, after: self.before }
    }

    fn stored(&self, db: &Db, project: &ProjectId) -> Result<Option<ProjectHead>> {
        Ok(find(db, project)?.map(|found| found.head))
    }

    fn put(&self, writer: &mut Writer<'_>, _: &ProjectId) -> Result<()> {
        let Some(head) = &self.after else {
            return Err(Error::Misuse("a project is never taken out of the file".to_owned()));
        };
        let old = writer.db.record::<ProjectRecord>(&[head.id.as_str()])?;
        let (old, sum) = old.map_or((None, None), |(old, sum)| (Some(old), Some(sum)));
        let number = match &old {
            Some(old) => old.number,
            None => writer
                .db
                .one("SELECT coalesce(max(number), 0) + 1 FROM project", [], |row| row.get(0))?
                .unwrap_or(1),
        };
        let mut doc = old.as_ref().and_then(|old| old.doc);
        if old.as_ref().is_none_or(|old| old.head.title != head.title) {
            doc = writer.index_title(number, &head.id, doc, &head.title)?;
        }
        let record = ProjectRecord {
            head: head.clone(),
            number,
            changed: old.as_ref().map_or(head.created, |old| old.changed),
            doc,
            revision: old.as_ref().map_or(0, |old| old.revision),
        };
        writer.store(&record, sum)
    }

    fn tell(&self, changed: &mut Changed) {
        changed.head = true;
    }
}

/// One project, whether or not it is in the trash.
pub(crate) fn find(db: &Db, id: &ProjectId) -> Result<Option<ProjectRecord>> {
    Ok(db.record::<ProjectRecord>(&[id.as_str()])?.map(|(found, _)| found))
}

/// One project, whether or not it is in the trash; an error if it does not exist.
pub(crate) fn existing(db: &Db, id: &ProjectId) -> Result<ProjectRecord> {
    find(db, id)?.ok_or_else(|| Error::NoProject(id.clone()))
}

/// All projects in the order in which they were made.
pub(crate) fn all(db: &Db) -> Result<Vec<ProjectRecord>> {
    Ok(db.records("ORDER BY number", [])?.into_iter().map(|(found, _)| found).collect())
}

impl Writer<'_> {
    /// Notes that a commit changed the project at this time. Returns the project's new revision.
    pub(crate) fn revise(&mut self, id: &ProjectId, at: DateTime<Utc>) -> Result<u64> {
        let found = self.db.record::<ProjectRecord>(&[id.as_str()])?;
        let (mut record, sum) = found.ok_or_else(|| Error::NoProject(id.clone()))?;
        record.changed = at;
        record.revision += 1;
        self.store(&record, Some(sum))?;
        Ok(record.revision.unsigned_abs())
    }
}

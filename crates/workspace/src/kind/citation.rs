//! Citations: statements that are pinned with their words and sources.

use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::id::{CitationId, ProjectId};
use vurder_model::project::Citation;

use crate::changed::Changed;
use crate::db::Db;
use crate::error::Result;
use crate::integrity::Table;
use crate::logged::{RecordChange, before_and_after};
use crate::record::{Columns, Record, json, text};
use crate::writer::Writer;

/// A citation in the form in which its table has it.
pub(crate) struct StoredCitation {
    pub(crate) project: ProjectId,
    pub(crate) citation: Citation,
}

impl Record for StoredCitation {
    const TABLE: Table = Table {
        name: "citation",
        keys: &["project", "id"],
        rest: &["citation"],
        order: "project, id",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.project.as_str()),
            text(self.citation.id.as_str()),
            Value::Text(json(&self.citation)?),
        ])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        let project = columns.named(ProjectId::new)?;
        let id = columns.named(CitationId::new)?;
        let citation: Citation = columns.json()?;
        if citation.id != id {
            return Err(columns.damaged(format!("it says that it is {}", citation.id)));
        }
        Ok(Self { project, citation })
    }
}

/// A pinned citation before and after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitationChange {
    /// The citation.
    pub citation: CitationId,
    /// Its earlier state; missing if it was pinned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Box<Citation>>,
    /// Its new state; missing if it was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Box<Citation>>,
}

impl RecordChange for CitationChange {
    type State = Box<Citation>;
    const TABLE: &'static Table = &StoredCitation::TABLE;
    before_and_after!();

    fn key(&self) -> Vec<String> {
        vec![self.citation.to_string()]
    }

    fn reversed(self) -> Self {
        Self { citation: self.citation, before: self.after, after: self.before }
    }

    fn stored(&self, db: &Db, project: &ProjectId) -> Result<Option<Box<Citation>>> {
        Ok(find(db, project, &self.citation)?.map(Box::new))
    }

    fn put(&self, writer: &mut Writer<'_>, project: &ProjectId) -> Result<()> {
        let key = [project.as_str(), self.citation.as_str()];
        let old = writer.db.record::<StoredCitation>(&key)?.map(|(_, sum)| sum);
        let new = self.after.as_deref().map(|citation| StoredCitation {
            project: project.clone(),
            citation: citation.clone(),
        });
        writer.replace(&key, new.as_ref(), old)
    }

    fn tell(&self, changed: &mut Changed) {
        changed.citations.push(self.citation.clone());
    }
}

/// One citation.
pub(crate) fn find(db: &Db, project: &ProjectId, id: &CitationId) -> Result<Option<Citation>> {
    let found = db.record::<StoredCitation>(&[project.as_str(), id.as_str()])?;
    Ok(found.map(|(found, _)| found.citation))
}

/// The citations of a project in the order in which they were pinned.
pub(crate) fn all(db: &Db, project: &ProjectId) -> Result<Vec<Citation>> {
    let found = db.records::<StoredCitation>("WHERE project = ?1", [project.as_str()])?;
    let mut found: Vec<Citation> = found.into_iter().map(|(found, _)| found.citation).collect();
    found.sort_by(|a, b| (a.pinned, &a.id).cmp(&(b.pinned, &b.id)));
    Ok(found)
}

//! The history of one answer, read from the log.

use chrono::{DateTime, TimeDelta, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::value::Value;

use crate::change::{Change, OperationState};
use crate::error::{Error, Result};
use crate::grouping;
use crate::log;
use crate::open::Workspace;
use crate::record;

/// What once stood at a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Version {
    /// Names this version of this answer, to restore it.
    pub id: String,
    /// When it was written.
    #[ts(as = "String")]
    pub at: DateTime<Utc>,
    /// What was done, as a code.
    pub label: String,
    /// What stood there; none where the answer was cleared.
    pub value: Option<Value>,
    /// Whether it stands there now.
    pub current: bool,
    /// Whether the operation that wrote it stands, was undone, or was left behind.
    pub state: OperationState,
}

impl Workspace {
    /// What ever stood at a field, newest first: what was undone or typed over, too. Words that were only typed on
    /// within a few minutes are one version: the last of them has all of them. Restoring one is a change like any
    /// other.
    pub fn history(&self, project: &ProjectId, row: &RowId, field: &str) -> Result<Vec<Version>> {
        let mut kept: Vec<Version> = Vec::new();
        for version in self.versions(project, row, field)? {
            if !kept.last().is_some_and(|newer| only_grew(&version, newer)) {
                kept.push(version);
            }
        }
        Ok(kept)
    }

    /// Everything that ever stood at a field, newest first.
    fn versions(&self, project: &ProjectId, row: &RowId, field: &str) -> Result<Vec<Version>> {
        if record::project(&self.db, project)?.is_none() {
            return Err(Error::NoProject(project.clone()));
        }
        // A cheap look at the text first: most operations are about other rows.
        let found = log::operations(
            &self.db,
            "WHERE project = ?1 AND instr(changes, ?2) ORDER BY seq DESC",
            [project.as_str(), &format!("\"row\":\"{row}\"")],
        )?;
        let mut versions = Vec::new();
        let mut current = true;
        for (operation, _) in found {
            for change in &operation.changes {
                let Change::Value { row: r, field: f, after, steps, .. } = change else { continue };
                if (r, f.as_str()) != (row, field) {
                    continue;
                }
                let stands = current && operation.state == OperationState::Done;
                if stands {
                    current = false;
                }
                versions.push(Version {
                    id: operation.id.clone(),
                    at: after.as_ref().map_or(operation.until, |answer| answer.updated),
                    label: operation.label.clone(),
                    value: after.as_ref().map(|answer| answer.value.clone()),
                    current: stands,
                    state: operation.state,
                });
                for (number, step) in steps.iter().enumerate().rev() {
                    versions.push(Version {
                        id: format!("{}.{}", operation.id, number + 1),
                        at: step.answer.updated,
                        label: operation.label.clone(),
                        value: Some(step.answer.value.clone()),
                        current: false,
                        state: operation.state,
                    });
                }
            }
        }
        Ok(versions)
    }

    /// One version from the history of a field; none where there is no such version.
    pub fn version(
        &self,
        project: &ProjectId,
        row: &RowId,
        field: &str,
        version: &str,
    ) -> Result<Option<Version>> {
        Ok(self.versions(project, row, field)?.into_iter().find(|found| found.id == version))
    }
}

/// How long words may have been typed on for the last of them to stand for all.
const ONE_GO: TimeDelta = TimeDelta::minutes(5);

/// Whether `newer` is `older` with more words behind it, typed in one go.
fn only_grew(older: &Version, newer: &Version) -> bool {
    let words = |version: &Version| {
        let (kind, words) = grouping::typed(version.value.as_ref()?)?;
        Some((kind, words.trim_end().to_owned()))
    };
    older.state == OperationState::Done
        && newer.state == OperationState::Done
        && older.label == newer.label
        && newer.at - older.at <= ONE_GO
        && words(older).zip(words(newer)).is_some_and(|((kind, old), (same, new))| {
            kind == same && !old.is_empty() && new.starts_with(&old)
        })
}

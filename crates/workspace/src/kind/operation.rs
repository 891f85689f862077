//! Entries of the log: the operation, its time, and every record that it changed.

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::change::Change;
use crate::changed::Changed;
use crate::error::Result;
use crate::integrity::Table;
use crate::op::Op;
use crate::record::{Columns, Record, json, stamp, text};

/// The state of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum OperationState {
    /// It is done.
    Done,
    /// It was undone and can be done again.
    Undone,
    /// It was undone, or was taken back while somebody typed, and another operation followed. Only the history reads
    /// it.
    Abandoned,
}

impl OperationState {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            OperationState::Done => "done",
            OperationState::Undone => "undone",
            OperationState::Abandoned => "abandoned",
        }
    }
}

/// Whether undo reaches an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// A change within a project. Undo takes it back.
    Project,
    /// A project was made, perhaps with its content, or moved to the trash or out of it. Undo within the project does
    /// not reach it; the trash does.
    Workspace,
}

impl Scope {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Scope::Project => "project",
            Scope::Workspace => "workspace",
        }
    }
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// Place in the log of the whole workspace, counted from 1.
    pub seq: i64,
    /// Identity. It is unique among the logs of all workspaces.
    pub id: String,
    /// The project it changed.
    pub project: ProjectId,
    /// Whether undo reaches it.
    pub scope: Scope,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// When it was last added to while somebody typed; otherwise the same as `at`.
    pub until: DateTime<Utc>,
    /// The code of its [`Op`], as it was written.
    pub label: String,
    /// Its state.
    pub state: OperationState,
    /// The changed records, in the order in which they were changed.
    pub changes: Vec<Change>,
}

/// An operation without its changes, to show its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct OperationHead {
    /// Identity.
    pub id: String,
    /// Place in the log.
    #[ts(type = "number")]
    pub seq: i64,
    /// When it was made.
    #[ts(as = "String")]
    pub at: DateTime<Utc>,
    /// The operation.
    pub op: Op,
}

impl Operation {
    /// The operation without its changes.
    pub fn head(&self) -> OperationHead {
        OperationHead {
            id: self.id.clone(),
            seq: self.seq,
            at: self.at,
            op: Op::parse(&self.label),
        }
    }
}

/// The result of a committed change.
#[derive(Debug, Clone, PartialEq)]
pub struct Committed<T> {
    /// The return value of the change.
    pub output: T,
    /// The project's revision after the change; see [`crate::Workspace::revision`]. 0 if there is no project.
    pub revision: u64,
    /// The entry of the log; `None` if nothing changed.
    pub operation: Option<OperationHead>,
    /// The records that it touched.
    pub changed: Changed,
}

impl Record for Operation {
    const TABLE: Table = Table {
        name: "operation",
        keys: &["seq"],
        rest: &["id", "project", "scope", "at", "until", "label", "state", "changes"],
        order: "seq",
        past_indexes: true,
        indexed: true,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            Value::Integer(self.seq),
            text(&self.id),
            text(self.project.as_str()),
            text(self.scope.as_str()),
            Value::Text(stamp(self.at)),
            Value::Text(stamp(self.until)),
            text(&self.label),
            text(self.state.as_str()),
            Value::Text(json(&self.changes)?),
        ])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        let unknown = |what: &str, word: String| format!("it is of {what} \"{word}\"");
        Ok(Self {
            seq: columns.int()?,
            id: columns.text()?,
            project: columns.named(ProjectId::new)?,
            scope: columns.named(|word| {
                let mut all = [Scope::Project, Scope::Workspace].into_iter();
                all.find(|scope| scope.as_str() == word).ok_or_else(|| unknown("scope", word))
            })?,
            at: columns.moment()?,
            until: columns.moment()?,
            label: columns.text()?,
            state: columns.named(|word| {
                let mut all =
                    [OperationState::Done, OperationState::Undone, OperationState::Abandoned]
                        .into_iter();
                all.find(|state| state.as_str() == word).ok_or_else(|| unknown("state", word))
            })?,
            changes: columns.json()?,
        })
    }
}

//! Entries of the log: what was done, when, and every record it changed.

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

/// Whether an operation's changes stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum OperationState {
    /// They stand.
    Done,
    /// They were undone and can be done again.
    Undone,
    /// They were undone, or taken back while typing, and something else was done since. Only the history reads them.
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
    /// A change within a project: undo takes it back.
    Project,
    /// A project was made, perhaps with what stands in it, put into the trash or taken out of it. Undo within the
    /// project does not reach it; the trash does.
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
    /// Place in the log, counted from 1 through the whole workspace.
    pub seq: i64,
    /// Identity, also when logs of two workspaces meet.
    pub id: String,
    /// The project it changed.
    pub project: ProjectId,
    /// Whether undo reaches it.
    pub scope: Scope,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// When it was last added to, while somebody typed on; otherwise the same as `at`.
    pub until: DateTime<Utc>,
    /// What was done: the code of an [`Op`], kept as it was written.
    pub label: String,
    /// Whether it stands.
    pub state: OperationState,
    /// What it changed, in the order in which it was changed.
    pub changes: Vec<Change>,
}

/// An operation without its changes, to name it.
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
    /// What was done.
    pub op: Op,
}

impl Operation {
    /// Its name without its changes.
    pub fn head(&self) -> OperationHead {
        OperationHead {
            id: self.id.clone(),
            seq: self.seq,
            at: self.at,
            op: Op::parse(&self.label),
        }
    }
}

/// What a committed change brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Committed<T> {
    /// What the change returned.
    pub output: T,
    /// The project's revision after the change; see [`crate::Workspace::revision`]. 0 where there is no project.
    pub revision: u64,
    /// The entry of the log; none where nothing changed.
    pub operation: Option<OperationHead>,
    /// What it touched.
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

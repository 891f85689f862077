//! Changes: what a record was before and is after. The log, undo and redo know nothing else.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::{Citation, ProjectHead, Row};
use vurder_model::value::Value;

use crate::op::Op;

/// A row without its answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowRecord {
    /// The register it belongs to.
    pub register: String,
    /// Names it where there can be only one of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Order within the register.
    pub position: f64,
    /// Set while it lies in the trash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trashed: Option<DateTime<Utc>>,
}

impl RowRecord {
    /// The row with this identity and no answers.
    pub(crate) fn into_row(self, id: RowId) -> Row {
        Row {
            id,
            register: self.register,
            key: self.key,
            position: self.position,
            trashed: self.trashed,
            values: std::collections::BTreeMap::new(),
        }
    }
}

/// An answer and when it was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What was entered.
    pub value: Value,
    /// When.
    pub updated: DateTime<Utc>,
}

/// An answer on the way from `before` to `after` while it was typed: words that stood there for a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What stood there, and since when.
    pub answer: Answer,
}

/// One record before and after a change. `before` is absent where the record was made, `after` where it was removed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "table", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// Title, forms, providers, trash of the project.
    Project {
        /// As it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<ProjectHead>,
        /// As it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ProjectHead>,
    },
    /// A row's register, place and trash.
    Row {
        /// Which row.
        row: RowId,
        /// As it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<RowRecord>,
        /// As it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<RowRecord>,
    },
    /// An answer.
    Value {
        /// In which row.
        row: RowId,
        /// At which field.
        field: String,
        /// As it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Answer>,
        /// As it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<Answer>,
        /// What stood there in between, while it was typed, where that would be lost otherwise: oldest first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<Step>,
    },
    /// A pinned citation.
    Citation {
        /// Which citation.
        citation: CitationId,
        /// As it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Box<Citation>>,
        /// As it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<Box<Citation>>,
    },
}

/// Which record of a project a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Address {
    Project,
    Row(RowId),
    Value(RowId, String),
    Citation(CitationId),
}

impl Change {
    pub(crate) fn address(&self) -> Address {
        match self {
            Change::Project { .. } => Address::Project,
            Change::Row { row, .. } => Address::Row(row.clone()),
            Change::Value { row, field, .. } => Address::Value(row.clone(), field.clone()),
            Change::Citation { citation, .. } => Address::Citation(citation.clone()),
        }
    }

    /// Takes over what a later change of the same record made of it.
    pub(crate) fn overtake(&mut self, later: Change) {
        match (self, later) {
            (Change::Project { after, .. }, Change::Project { after: new, .. }) => *after = new,
            (Change::Row { after, .. }, Change::Row { after: new, .. }) => *after = new,
            (Change::Value { after, .. }, Change::Value { after: new, .. }) => *after = new,
            (Change::Citation { after, .. }, Change::Citation { after: new, .. }) => *after = new,
            _ => {}
        }
    }

    /// Whether the record says after the change what it said before. When it was said does not count.
    pub(crate) fn is_nothing(&self) -> bool {
        match self {
            Change::Project { before, after } => before == after,
            Change::Row { before, after, .. } => before == after,
            Change::Value { before, after, .. } => {
                before.as_ref().map(|a| &a.value) == after.as_ref().map(|a| &a.value)
            }
            Change::Citation { before, after, .. } => before == after,
        }
    }

    /// The change from `after` back to `before`.
    pub(crate) fn reversed(self) -> Change {
        match self {
            Change::Project { before, after } => Change::Project { before: after, after: before },
            Change::Row { row, before, after } => Change::Row { row, before: after, after: before },
            Change::Value { row, field, before, after, .. } => {
                Change::Value { row, field, before: after, after: before, steps: Vec::new() }
            }
            Change::Citation { citation, before, after } => {
                Change::Citation { citation, before: after, after: before }
            }
        }
    }
}

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
    /// A project was made, perhaps with what stands in it, put into the trash or taken out of it. Undo within the project does not reach it; the trash
    /// does.
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

/// What a change touched, so that whoever holds the project in memory can bring it up to date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Changed {
    /// The project, if anything changed.
    pub project: Option<ProjectId>,
    /// Title, forms, providers or trash of the project changed.
    pub head: bool,
    /// Rows that came, went or moved.
    pub rows: Vec<RowId>,
    /// Registers these rows belong to.
    pub registers: Vec<String>,
    /// Answers that changed, as row and field.
    pub fields: Vec<(RowId, String)>,
    /// Citations that were pinned, changed or went.
    pub citations: Vec<CitationId>,
    /// Registers in which a row was moved, so that their rows stand in another order.
    pub order: Vec<String>,
}

impl Changed {
    pub(crate) fn of(project: &ProjectId, changes: &[Change]) -> Changed {
        let mut touched = Changed::default();
        if !changes.is_empty() {
            touched.project = Some(project.clone());
        }
        for change in changes {
            match change {
                Change::Project { .. } => touched.head = true,
                Change::Row { row, before, after } => {
                    touched.rows.push(row.clone());
                    for record in before.iter().chain(after) {
                        add_once(&mut touched.registers, &record.register);
                    }
                    if let (Some(before), Some(after)) = (before, after)
                        && before.position != after.position
                    {
                        add_once(&mut touched.order, &after.register);
                    }
                }
                Change::Value { row, field, .. } => {
                    touched.fields.push((row.clone(), field.clone()));
                }
                Change::Citation { citation, .. } => touched.citations.push(citation.clone()),
            }
        }
        touched
    }
}

fn add_once(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
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

//! A table of a form as people see it: columns, the rows under their subjects, and each cell.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::answered::Lack;
use crate::field::{ChoiceOption, Field};
use crate::frozen::AttachmentLine;
use crate::id::RowId;
use crate::template::Preset;
use crate::value::Value;
use crate::view::{LevelView, MatrixView, RefView};

/// A table with its rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TableView {
    /// Unique within the form.
    pub id: String,
    /// Its own heading; may be empty.
    pub title: String,
    /// Columns after the number.
    pub columns: Vec<ColumnView>,
    /// Heading of the prescribed subjects, if the rows stand under subjects.
    #[ts(optional)]
    pub subjects_label: Option<String>,
    /// Rows under their subjects; a single group without a subject if the table has no subjects.
    pub groups: Vec<GroupView>,
    /// The rows that can be added here; empty if the table only shows rows.
    pub adds: Vec<AddView>,
    /// The text that stands in place of rows if there are none.
    pub empty: String,
    /// Whether "not applicable, because …" can stand instead of rows: under each subject, or in the whole table.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub absence: bool,
    /// The number of options without a row, if a row can be added for each option of a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub each: Option<EachOption>,
}

impl TableView {
    /// The rows of all subjects. A row under several subjects is returned several times.
    pub fn rows(&self) -> impl Iterator<Item = &RowView> {
        self.groups.iter().flat_map(|group| &group.rows).map(Arc::as_ref)
    }
}

/// The options of a choice that have no row yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct EachOption {
    /// The register of the rows.
    pub register: String,
    /// The choice.
    pub field: String,
    /// Number of its options without a row.
    pub missing: usize,
}

/// Who can accept a risk or approve a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Acceptors {
    /// The roles that may accept a risk of some level according to the method.
    pub roles: Vec<String>,
    /// The people named in the assessment.
    pub people: Vec<Person>,
}

/// A person with a role in the assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Person {
    /// Name and position, as written.
    pub name: String,
    /// The label of the role.
    pub role: String,
}

/// A row that can be added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AddView {
    /// The register.
    pub register: String,
    /// The name of one row of the register, as people say it.
    pub one: String,
    /// First values.
    pub values: Vec<Preset>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ColumnView {
    /// Id of the field, or of what is computed; unique within the table.
    pub id: String,
    /// Heading.
    pub label: String,
    /// The field's own label, if the heading is an abbreviation ("C" for "Need of confidentiality").
    #[ts(optional)]
    pub full_label: Option<String>,
    /// Help.
    pub hint: String,
    /// Whether its cells give the rows their one-line names.
    pub names_row: bool,
    /// The field, if the cells are answers.
    #[ts(optional)]
    pub field: Option<Field>,
    /// The options in each cell, if they depend on the project: levels of the method, rows of registers. Empty if the
    /// cells cannot be edited here.
    pub options: Vec<ChoiceOption>,
    /// Who can accept, if the cells are acceptances.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub acceptors: Option<Acceptors>,
    /// Whether it is shown but cannot be edited here.
    pub read_only: bool,
    /// Share of the width, 1 to 12; 0 lets the layout decide.
    pub width: u8,
    /// Whether an empty cell is a gap.
    pub required: bool,
}

/// Rows under one prescribed subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct GroupView {
    /// Id of the subject; empty in a table without subjects.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Articles from which it comes.
    pub law: Vec<String>,
    /// Help.
    pub hint: String,
    /// Topics of statements that fit here.
    pub topics: Vec<String>,
    /// Whether at least one row is required.
    pub required: bool,
    /// The first values of a row that is added here.
    pub new_row: Vec<Preset>,
    /// Why no row is required here, if somebody has begun to write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<NoteView>,
    /// The rows. A view that follows a change shares rows that did not change with the earlier view.
    pub rows: Vec<Arc<RowView>>,
}

impl GroupView {
    /// Why no row is required here, as it was written; `None` if there is no reason.
    pub fn reason(&self) -> Option<&str> {
        match self.note.as_ref()?.cell.value.as_ref()? {
            Value::Line(reason) if !reason.trim().is_empty() => Some(reason),
            _ => None,
        }
    }
}

/// The note that says why no row is required under a subject, or in a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NoteView {
    /// The row of the note.
    pub row: RowId,
    /// The question.
    pub field: Field,
    /// The reason.
    pub cell: CellView,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RowView {
    /// Identity.
    pub id: RowId,
    /// Register.
    pub register: String,
    /// The number that people see: `D3`.
    pub number: String,
    /// The row in one line.
    pub label: String,
    /// One cell for each column.
    pub cells: Vec<CellView>,
}

/// A cell, or the answer of a field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct CellView {
    /// Whether the question is asked here.
    pub asked: bool,
    /// The answer.
    #[ts(optional)]
    pub value: Option<Value>,
    /// The answer (or its reason) as a tree, if it is rich text.
    #[ts(optional, type = "unknown")]
    pub doc: Option<crate::richtext::RichText>,
    /// Rows to which the answer refers, or which refer to this row.
    pub refs: Vec<RefView>,
    /// The level that is the answer, or that is computed.
    #[ts(optional)]
    pub level: Option<LevelView>,
    /// For an acceptance: the role that may accept a risk of this row's level according to the method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub may_accept: Option<String>,
    /// The method in force, without risks, if the field is a scale or the matrix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub matrix: Option<MatrixView>,
    /// The files attached to the row. They stand in the cell of its evidence, or else in the cell that names the row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<AttachmentLine>>")]
    pub attached: Vec<AttachmentLine>,
    /// Whether the answer is required and is missing or incomplete.
    pub missing: bool,
    /// What a required answer lacks. A score outside its scale is reported even if it is not required.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Lack>>")]
    pub lacks: Vec<Lack>,
}

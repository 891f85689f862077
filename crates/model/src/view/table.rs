//! A table of a form as it is shown: columns, the rows under their subjects, and each cell.

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
    /// Own heading; may be empty.
    pub title: String,
    /// Columns after the number.
    pub columns: Vec<ColumnView>,
    /// Heading of the prescribed subjects, where the rows stand under subjects.
    #[ts(optional)]
    pub subjects_label: Option<String>,
    /// Rows, under their subjects; a single group without subject where there are none.
    pub groups: Vec<GroupView>,
    /// What can be added here; nothing in a table that only shows.
    pub adds: Vec<AddView>,
    /// What stands in place of rows when there are none.
    pub empty: String,
    /// Whether "not applicable, because …" can stand in place of rows: under each subject, or in the whole table.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub absence: bool,
    /// Where a row can be added for each option of a choice: how many options have none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub each: Option<EachOption>,
}

impl TableView {
    /// The rows of all subjects. A row that stands under several is there several times.
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
    /// How many of its options have no row.
    pub missing: usize,
}

/// Who could accept a risk or approve a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Acceptors {
    /// The roles that the method allows to accept a risk of some level.
    pub roles: Vec<String>,
    /// The people named in the assessment.
    pub people: Vec<Person>,
}

/// A person with a role in the assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Person {
    /// Name and position, as written.
    pub name: String,
    /// What the role is called.
    pub role: String,
}

/// What a new row would be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AddView {
    /// The register.
    pub register: String,
    /// One of them, as people say it.
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
    /// The field's own label, where the heading abbreviates it ("C" for "Need of confidentiality").
    #[ts(optional)]
    pub full_label: Option<String>,
    /// Help.
    pub hint: String,
    /// Whether its cells give the rows their one-line names.
    pub names_row: bool,
    /// The field, where cells are answers.
    #[ts(optional)]
    pub field: Option<Field>,
    /// What could be chosen in each cell, where it depends on the project: levels of the method, rows to refer to.
    /// Empty where the cells are not edited here.
    pub options: Vec<ChoiceOption>,
    /// Who could accept, where acceptances are asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub acceptors: Option<Acceptors>,
    /// Shown but not edited here.
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
    /// Articles it comes from.
    pub law: Vec<String>,
    /// Help.
    pub hint: String,
    /// Topics of statements that fit here.
    pub topics: Vec<String>,
    /// Whether a row is owed.
    pub required: bool,
    /// What a row added here is given.
    pub new_row: Vec<Preset>,
    /// Why no row is owed here, where somebody began to say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<NoteView>,
    /// The rows. A view that follows a change shares those that stayed as they were with the view before.
    pub rows: Vec<Arc<RowView>>,
}

impl GroupView {
    /// Why no row is owed here, as written; none where nothing is.
    pub fn reason(&self) -> Option<&str> {
        match self.note.as_ref()?.cell.value.as_ref()? {
            Value::Line(reason) if !reason.trim().is_empty() => Some(reason),
            _ => None,
        }
    }
}

/// The note that says why no row is owed under a subject, or in a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NoteView {
    /// The row of the note.
    pub row: RowId,
    /// What is asked.
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
    /// The number people see: `D3`.
    pub number: String,
    /// The row in one line.
    pub label: String,
    /// One cell a column.
    pub cells: Vec<CellView>,
}

/// A cell, or the answer of a field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct CellView {
    /// Whether the question is asked here at all.
    pub asked: bool,
    /// The answer.
    #[ts(optional)]
    pub value: Option<Value>,
    /// Rich text of the answer (or of its reason) as a tree.
    #[ts(optional, type = "unknown")]
    pub doc: Option<crate::richtext::RichText>,
    /// Rows that the answer names, or that name this row.
    pub refs: Vec<RefView>,
    /// The level the answer or computation stands for.
    #[ts(optional)]
    pub level: Option<LevelView>,
    /// For an acceptance: the role that the method allows to accept a risk of this row's level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub may_accept: Option<String>,
    /// The method in force, without risks, where a scale or the matrix is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub matrix: Option<MatrixView>,
    /// The files attached to the row, in the cell that shows its evidence, or else the one that names it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<AttachmentLine>>")]
    pub attached: Vec<AttachmentLine>,
    /// Required and open, in whole or in part.
    pub missing: bool,
    /// What is open of a required answer; that a score is outside its scale also where none is required.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Lack>>")]
    pub lacks: Vec<Lack>,
}

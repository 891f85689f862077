//! What a change gives back: the records that it touched, and what was derived anew from them. A window that shows the
//! project brings its view up to date with this, so that it need not ask for the whole project after each key.
//!
//! A revision counts the changes of one project. `since` is the revision of the view to which this answer applies: a
//! view of that revision that takes the answer becomes the view of the answer's `revision`. A window whose view is of
//! another revision can't use the answer and asks for the view again.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{AttachmentId, CitationId, ProjectId, RowId};
use vurder_model::view::{PartView, Progress, RiskChange};

use crate::answers::{CitationView, ProjectOverview, UndoState};
use crate::finding_answers::FindingsChange;
use crate::form_answers::FormMove;

/// What a change did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Changed {
    /// The project it belongs to.
    pub project: Option<ProjectId>,
    /// The row it made, if it made one.
    pub row: Option<RowId>,
    /// Rows it made, if it made several.
    pub rows: Vec<RowId>,
    /// The citation it made or found.
    pub citation: Option<CitationId>,
    /// When it was saved.
    #[ts(as = "String")]
    pub saved: DateTime<Utc>,
    /// What could be undone and redone now.
    pub undo: UndoState,
    /// The project's revision after this change; 0 where the change is of no single project (`load`).
    pub revision: u64,
    /// The records that it touched.
    pub touched: Touched,
    /// What was derived anew. None where the project was not in memory before, or nobody has asked for `project`,
    /// `form` or `citations` since it is: a window that shows the project then asks for them again.
    pub derived: Option<Derived>,
    /// What became of the answers, where the project was moved to another version of a form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub moved: Option<FormMove>,
}

/// The records of the project that a change touched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Touched {
    /// Title, language, version, forms, providers or trash of the project changed.
    pub head: bool,
    /// Rows that came, went into the trash, came back from it, or moved.
    pub rows: Vec<RowId>,
    /// The registers of these rows.
    pub registers: Vec<String>,
    /// Answers that changed, as row and field.
    pub fields: Vec<(RowId, String)>,
    /// Citations that came, went or were pinned anew.
    pub citations: Vec<CitationId>,
    /// Statements whose judgement or note changed.
    pub notes: Vec<String>,
    /// Registers in which the order of rows changed: rows that stay have other numbers.
    pub order: Vec<String>,
    /// Attachments that came, went into the trash, or came back from it.
    pub attachments: Vec<AttachmentId>,
    /// Numbers of the versions that were frozen.
    pub versions: Vec<u32>,
}

/// What was derived anew after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Derived {
    /// The revision before the change: `citations` and `gone` apply to what the project had then.
    pub since: u64,
    /// The project at a glance, whole.
    pub overview: ProjectOverview,
    /// Citations that came or changed, by id.
    pub citations: BTreeMap<String, CitationView>,
    /// Citations that are there no more.
    pub gone: Vec<CitationId>,
    /// How the findings differ; none where they are as they were.
    pub findings: Option<FindingsChange>,
    /// What changed in the form that was asked for last with `form`. None where no form of the project was asked for,
    /// or where the form can't be brought up to date by parts, because the project follows it no more or in another
    /// version: a window that shows a form then asks for it again.
    pub form: Option<FormChange>,
    /// What changed in the register of risks since the answer before. None where nobody asked for `risks`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub risks: Option<RiskChange>,
}

/// What a change makes of the view of one form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FormChange {
    /// Id of the template, as in the view.
    pub form: String,
    /// The revision of the view that this applies to.
    pub since: u64,
    /// Sections in which something changed, in reading order. A form always has the sections of its template, and a
    /// section the parts of its template, so neither come nor go.
    pub sections: Vec<SectionChange>,
    /// Citations that stand in the form, in order of first use; none where they are the same as before.
    pub cited: Option<Vec<CitationId>>,
    /// Names of the controllers; left out where they are the same as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub controllers: Option<Vec<String>>,
}

/// What changed in a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SectionChange {
    /// Id of the section.
    pub id: String,
    /// How far it is now.
    pub progress: Progress,
    /// Parts in which something changed, in reading order.
    pub parts: Vec<PartChange>,
}

/// A part that changed. In its tables and matrices, rows and risks that are as they were are named but not told again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PartChange {
    /// The part as it is now. The groups of its tables hold only the rows that came or changed, the sides of its
    /// matrices only the risks that came or changed.
    pub part: PartView,
    /// All rows of each group of each table, in order: `rows[block][group]`; and all risks of each side of each matrix:
    /// `rows[block][side]`. A row that the part does not tell is to be taken from the table with the same id in the
    /// part as it was, a risk from the matrix of the same side. Empty for a block that is neither.
    pub rows: Vec<Vec<Vec<RowId>>>,
}

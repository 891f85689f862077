//! The answer of a change: the records that the change touched, and what was derived anew from them. A window that
//! shows the project updates its view from this answer, so it need not ask for the whole project after each key.
//!
//! A revision counts the changes of one project. `since` is the revision of the view to which this answer applies: a
//! view of that revision becomes, with this answer, the view of `revision`. A window with a view of another revision
//! can't use the answer and asks for the view again.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{AttachmentId, CitationId, ProjectId, RowId};
use vurder_model::view::{PartView, Progress, RiskChange};

use crate::answers::UndoState;
use crate::citation_answers::CitationView;
use crate::finding_answers::FindingsChange;
use crate::form_answers::FormMove;
use crate::project_answers::ProjectOverview;

/// What a change did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Changed {
    /// The project that was changed.
    pub project: Option<ProjectId>,
    /// The row that the change made, if it made one.
    pub row: Option<RowId>,
    /// The rows that the change made, if it made several.
    pub rows: Vec<RowId>,
    /// The citation that the change made or found.
    pub citation: Option<CitationId>,
    /// When it was saved.
    #[ts(as = "String")]
    pub saved: DateTime<Utc>,
    /// The changes that `undo` and `redo` would act on now.
    pub undo: UndoState,
    /// The project's revision after this change; 0 if the change is of no single project (`load`).
    pub revision: u64,
    /// The records that the change touched.
    pub touched: Touched,
    /// What was derived anew. None if the project was not in memory before the change, or if nobody asked for
    /// `project`, `form` or `citations` since it is in memory. A window that shows the project then asks for them
    /// again.
    pub derived: Option<Derived>,
    /// What became of the answers, if the change moved the project to another version of a form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub moved: Option<FormMove>,
}

/// The records of the project that a change touched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Touched {
    /// Whether the head of the project changed: title, language, version, forms, providers or trash.
    pub head: bool,
    /// Rows that were added, went into the trash, came back from it, or moved.
    pub rows: Vec<RowId>,
    /// The registers of these rows.
    pub registers: Vec<String>,
    /// Answers that changed, as row and field.
    pub fields: Vec<(RowId, String)>,
    /// Citations that were added, removed or pinned anew.
    pub citations: Vec<CitationId>,
    /// Statements whose judgement or note changed.
    pub notes: Vec<String>,
    /// Registers in which the order of rows changed, so that other rows may have other numbers.
    pub order: Vec<String>,
    /// Attachments that were added, went into the trash, or came back from it.
    pub attachments: Vec<AttachmentId>,
    /// Numbers of the versions that were frozen.
    pub versions: Vec<u32>,
}

/// What was derived anew after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Derived {
    /// The revision before the change. `citations` and `gone` apply to the citations of that revision.
    pub since: u64,
    /// The whole overview of the project.
    pub overview: ProjectOverview,
    /// Citations that were added or changed, by id.
    pub citations: BTreeMap<String, CitationView>,
    /// Citations that were removed.
    pub gone: Vec<CitationId>,
    /// How the findings differ from those before; none if they are the same.
    pub findings: Option<FindingsChange>,
    /// What changed in the form for which `form` was called last. None if nobody asked for a form of the project, or if
    /// the view can't be updated by parts because the project no longer follows the form, or follows another version. A
    /// window that shows a form then asks for the form again.
    pub form: Option<FormChange>,
    /// What changed in the register of risks since the last answer. None if nobody asked for `risks`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub risks: Option<RiskChange>,
}

/// How a change alters the view of one form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FormChange {
    /// Id of the template, as in the view.
    pub form: String,
    /// The revision of the view that this applies to.
    pub since: u64,
    /// Sections in which something changed, in reading order. Sections and parts come from the template, so none are
    /// added or removed.
    pub sections: Vec<SectionChange>,
    /// Citations that stand in the form, in order of first use; none if they are the same as before.
    pub cited: Option<Vec<CitationId>>,
    /// Names of the controllers; left out if they are the same as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub controllers: Option<Vec<String>>,
}

/// What changed in a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SectionChange {
    /// Id of the section.
    pub id: String,
    /// The progress of the section now.
    pub progress: Progress,
    /// Parts in which something changed, in reading order.
    pub parts: Vec<PartChange>,
}

/// A part that changed. Of its tables and matrices, unchanged rows and risks are only named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PartChange {
    /// The part as it is now. Groups of its tables hold only rows that are new or changed, and sides of its matrices
    /// only risks that are new or changed.
    pub part: PartView,
    /// All rows of each group of each table, in order: `rows[block][group]`; and all risks of each side of each matrix:
    /// `rows[block][side]`. A row that `part` does not hold is taken from the table with the same id in the earlier
    /// part, and a risk from the matrix of the same side. Empty for a block that is neither.
    pub rows: Vec<Vec<Vec<RowId>>>,
}

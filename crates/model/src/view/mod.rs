//! The form view: a project as a template shows it. The window and the PDF both show this view, so that they never
//! differ in substance.

mod assessed_coverage;
mod build;
mod build_table;
mod cells;
mod computed;
mod depends;
mod earlier_rows;
mod level;
mod live;
mod numbers;
mod progress;
mod risk_detail;
mod risk_register;
mod screening;
mod subjects;
mod table;
mod treatment;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use assessed_coverage::{AssessedCoverage, AssessedProvider, AssessedTopic, assessed_coverage};
pub use build::{FormSource, form_progress, single_row};
pub use depends::Touch;
pub use live::{LiveForm, Replaced, form_view};
pub(crate) use numbers::row_numbers;
pub use numbers::{Numbers, row_label};
pub use risk_detail::{MeasureDetail, RiskDetail, risk_detail};
pub use risk_register::{
    RiskChange, RiskFrame, RiskGap, RiskGapKind, RiskMeasure, RiskRegister, RiskScore, RiskScores,
    RiskView, risk_register,
};
pub use screening::{FiredView, OpenQuestion, ScreeningView};
pub use table::{
    Acceptors, AddView, CellView, ColumnView, EachOption, GroupView, NoteView, Person, RowView,
    TableView,
};
pub use treatment::Treatment;

use crate::answered::Lack;
use crate::field::{ChoiceOption, Field};
use crate::frozen::VersionLine;
use crate::id::{CitationId, RowId};
use crate::template::{Computed, ComputedCell, ConsultationPoint};
use crate::value::ScaleLevel;

/// A form of a project, with everything that it shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FormView {
    /// Id of the template.
    pub form: String,
    /// Its version.
    pub version: String,
    /// Full title.
    pub title: String,
    /// Short name.
    pub short: String,
    /// The published document that the form follows.
    pub source: String,
    /// Names of the project's controllers; those without a name are left out.
    pub controllers: Vec<String>,
    /// The sections in reading order.
    pub sections: Vec<SectionView>,
    /// Citations in the form, in the order in which they are first cited.
    pub cited: Vec<CitationId>,
}

/// A section with its state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SectionView {
    /// Number and id.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Articles and guidelines for which it asks.
    pub law: Vec<String>,
    /// Help.
    pub hint: String,
    /// The parts that are asked.
    pub parts: Vec<PartView>,
    /// The progress.
    pub progress: Progress,
}

/// The progress of a section or form. It counts parts that require answers. A part is filled if all required answers
/// are there. The number of touched fields does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Progress {
    /// Number of parts without a gap.
    pub filled: usize,
    /// Number of parts that require answers.
    pub required: usize,
    /// The gaps, in reading order.
    pub gaps: Vec<Gap>,
}

/// A required answer, row or subject that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Gap {
    /// The part in which it is.
    pub part: String,
    /// Label of the field, column, table or subject.
    pub label: String,
    /// The kind of gap.
    pub kind: GapKind,
    /// What the answers lack, if they are incomplete.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Lack>>")]
    pub lacks: Vec<Lack>,
    /// Number of answers, rows or subjects that are missing.
    pub missing: usize,
    /// Number of answers, rows or subjects that are required.
    pub of: usize,
    /// The row to which a person goes to fill it.
    #[ts(optional)]
    pub row: Option<RowId>,
    /// The field to which a person goes to fill it.
    #[ts(optional)]
    pub field: Option<String>,
    /// The rows that lack the answer, where a field or column has the gap. The window is told the first one only.
    #[serde(skip)]
    #[ts(skip)]
    pub rows: Vec<RowId>,
    /// The ids of the subjects that have no row, where prescribed subjects are the gap.
    #[serde(skip)]
    #[ts(skip)]
    pub subjects: Vec<String>,
}

/// The kind of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// A field of the form is empty.
    Field,
    /// A table has too few rows.
    Rows,
    /// Cells of a column are empty.
    Cells,
    /// Prescribed subjects have no row.
    Subjects,
    /// Answers of a field or column are incomplete. [`Gap::lacks`] says what they lack.
    Incomplete,
    /// Scores of a column are outside their scale, because somebody shortened the scale after they were given.
    OffScale,
}

/// A part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PartView {
    /// Number and id.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Articles and guidelines for which it asks.
    pub law: Vec<String>,
    /// Help.
    pub hint: String,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Whether nothing is written in it.
    pub empty: bool,
    /// The point of a prior consultation for which it has the information.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub consultation: Option<ConsultationPoint>,
    /// Fields, tables and computed blocks.
    pub blocks: Vec<BlockView>,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "views are built once and read; few are alive")]
pub enum BlockView {
    /// A field of the form or of a single register that forms share.
    Field(FieldView),
    /// A table.
    Table(TableView),
    /// One or two risk matrices.
    Matrix(MatrixView),
    /// The number of risks at each level, and the highest level.
    Levels(LevelsView),
    /// The coverage by the providers, with the project's answers about it.
    Coverage(AssessedCoverage),
    /// A computed block that shows rows of a register: requests or notes.
    Rows {
        /// The kind of block.
        what: Computed,
        /// The rows as a table that cannot be edited here.
        table: TableView,
    },
    /// The outcome of the form's screening, and the reasons for it.
    Screening(ScreeningView),
    /// The versions of the project that were frozen, oldest first.
    Versions {
        /// One line each.
        lines: Vec<VersionLine>,
    },
    /// Every cited page.
    Sources {
        /// Pages in the order in which they are first cited.
        pages: Vec<SourceView>,
    },
}

/// A field with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FieldView {
    /// The row of the answer.
    pub row: RowId,
    /// The register of the row.
    pub register: String,
    /// The question.
    pub field: Field,
    /// The options, if they depend on the project: levels of the method, rows of registers.
    pub options: Vec<ChoiceOption>,
    /// Who can accept, if the field is an acceptance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub acceptors: Option<Acceptors>,
    /// The answer.
    pub cell: CellView,
}

/// A level with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LevelView {
    /// Counted from 1.
    pub level: u8,
    /// Number of levels of the scale.
    pub of: u8,
    /// Its name.
    pub label: String,
    /// For levels of risk: whether the level is acceptable.
    #[ts(optional)]
    pub acceptable: Option<bool>,
}

/// A row to which another row or an answer refers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RefView {
    /// Identity.
    pub row: RowId,
    /// Register.
    pub register: String,
    /// The number that people see.
    pub number: String,
    /// The row in one line.
    pub label: String,
    /// The whole name, if the line is too short for it. Only reports need it.
    #[serde(skip)]
    #[ts(skip)]
    pub full_label: Option<String>,
}

impl RefView {
    /// The whole name.
    pub fn whole_label(&self) -> &str {
        self.full_label.as_deref().unwrap_or(&self.label)
    }
}

/// A matrix of risks, before treatment and, if asked for, after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MatrixView {
    /// Levels of likelihood, lowest first.
    pub likelihood: Vec<ScaleLevel>,
    /// Levels of severity, lowest first.
    pub severity: Vec<ScaleLevel>,
    /// Levels of risk, lowest first.
    pub risk: Vec<ScaleLevel>,
    /// Level of risk per likelihood and severity, counted from 1.
    pub matrix: Vec<Vec<u8>>,
    /// The sides that are shown, each as one matrix.
    pub sides: Vec<MatrixSide>,
}

/// The risks of one side at one time, as one matrix shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MatrixSide {
    /// The side and the time.
    pub side: ComputedCell,
    /// The risks that have both scores.
    pub entries: Vec<MatrixEntry>,
    /// Risks of this side that lack a score.
    pub unscored: Vec<RefView>,
    /// Risks whose scores after treatment differ although no measure treats them. They stand where they were before
    /// treatment.
    pub untreated: Vec<RefView>,
}

/// A risk and its place in the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MatrixEntry {
    /// The risk.
    pub risk: RefView,
    /// Likelihood, counted from 1.
    pub likelihood: u8,
    /// Severity, counted from 1.
    pub severity: u8,
}

/// The number of risks at each level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LevelsView {
    /// Levels of risk, lowest first.
    pub risk: Vec<ScaleLevel>,
    /// Number of risks at each level before treatment.
    pub before: Vec<usize>,
    /// Number of risks at each level after treatment; none if no measure treats a risk. A risk that no measure treats
    /// is counted at its level before treatment.
    #[ts(optional)]
    pub after: Option<Vec<usize>>,
    /// Highest level before treatment.
    #[ts(optional)]
    pub highest_before: Option<LevelView>,
    /// Highest level after treatment; none if no measure treats a risk.
    #[ts(optional)]
    pub highest_after: Option<LevelView>,
    /// Risks whose scores after treatment differ although no measure treats them.
    pub untreated: Vec<RefView>,
    /// Risks without a level before treatment. They are not counted. As long as there are any, there is no highest
    /// level before treatment and none after it.
    pub unscored: Vec<RefView>,
    /// Risks that a measure treats and that have no level after treatment. As long as there are any, there is no
    /// highest level after treatment.
    pub unscored_after: Vec<RefView>,
}

/// A cited page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SourceView {
    /// Name of the provider.
    pub provider_name: String,
    /// Title of the page.
    pub page: String,
    /// Address.
    pub address: String,
    /// Identifies the state of the page that was read.
    pub revision: String,
    /// Day of that state, YYYY-MM-DD; none if it is not known.
    pub captured: Option<String>,
    /// The citations of this page.
    pub citations: Vec<CitationId>,
}

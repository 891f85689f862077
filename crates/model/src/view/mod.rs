//! The form view: a project seen through a template. It feeds the window and the PDF alike, so that what is
//! on the screen and what is on paper are the same.

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
pub(crate) use treatment::Treatment;

use crate::answered::Lack;
use crate::field::{ChoiceOption, Field};
use crate::frozen::VersionLine;
use crate::id::{CitationId, RowId};
use crate::template::{Computed, ComputedCell, ConsultationPoint};
use crate::value::ScaleLevel;

/// A form of a project, with everything it shows.
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
    /// What the form follows.
    pub source: String,
    /// Names of the project's controllers, as they are filled in.
    pub controllers: Vec<String>,
    /// The sections in reading order.
    pub sections: Vec<SectionView>,
    /// Citations that stand in the form, in order of first use.
    pub cited: Vec<CitationId>,
}

/// A section with its state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SectionView {
    /// Number and id.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Articles it answers.
    pub law: Vec<String>,
    /// Help.
    pub hint: String,
    /// The parts that are asked.
    pub parts: Vec<PartView>,
    /// How far it is.
    pub progress: Progress,
}

/// How far a section or form is, counted in parts that owe something: a part is filled when nothing it requires
/// is open. Fields touched do not count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Progress {
    /// Parts with nothing open.
    pub filled: usize,
    /// Parts that require something.
    pub required: usize,
    /// What is missing, in reading order.
    pub gaps: Vec<Gap>,
}

/// Something required that is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Gap {
    /// The part it belongs to.
    pub part: String,
    /// Label of the field, column, table or subject.
    pub label: String,
    /// What kind of gap.
    pub kind: GapKind,
    /// What the answers lack, where they are there in part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Lack>>")]
    pub lacks: Vec<Lack>,
    /// Rows that lack it.
    pub missing: usize,
    /// Rows that should have it.
    pub of: usize,
    /// Where to go to fill it.
    #[ts(optional)]
    pub row: Option<RowId>,
    /// The field to go to.
    #[ts(optional)]
    pub field: Option<String>,
    /// The rows that lack the answer, where a field or column has the gap. The window is told the first one only.
    #[serde(skip)]
    #[ts(skip)]
    pub rows: Vec<RowId>,
}

/// What kind of gap.
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
    /// Answers of a field or column are there in part: [`Gap::lacks`] says what is not.
    Incomplete,
    /// Scores of a column are outside their scale, which was shortened after they were given.
    OffScale,
}

/// A part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PartView {
    /// Number and id.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Articles it answers.
    pub law: Vec<String>,
    /// Help.
    pub hint: String,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Whether nothing at all is written in it.
    pub empty: bool,
    /// What it tells the authority in a prior consultation.
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
    /// A field of the form or of a shared single register.
    Field(FieldView),
    /// A table.
    Table(TableView),
    /// One or two risk matrices.
    Matrix(MatrixView),
    /// Counts per level and the highest level.
    Levels(LevelsView),
    /// Coverage by the providers, with what the project makes of it.
    Coverage(AssessedCoverage),
    /// A computed block that reads rows of a register: requests and notes.
    Rows {
        /// Which.
        what: Computed,
        /// The rows, as a table that is only read.
        table: TableView,
    },
    /// What the form's screening comes to, and why.
    Screening(ScreeningView),
    /// The versions of the project that were frozen, oldest first.
    Versions {
        /// One line each.
        lines: Vec<VersionLine>,
    },
    /// Every cited page.
    Sources {
        /// Pages in order of first citation.
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
    /// What is asked.
    pub field: Field,
    /// What could be chosen, where it depends on the project: levels of the method, rows to refer to.
    pub options: Vec<ChoiceOption>,
    /// Who could accept, where an acceptance is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub acceptors: Option<Acceptors>,
    /// The answer.
    pub cell: CellView,
}

/// A level by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LevelView {
    /// Counted from 1.
    pub level: u8,
    /// Levels of the scale in all.
    pub of: u8,
    /// Its name.
    pub label: String,
    /// For levels of risk: whether it may stay.
    #[ts(optional)]
    pub acceptable: Option<bool>,
}

/// A row referred to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RefView {
    /// Identity.
    pub row: RowId,
    /// Register.
    pub register: String,
    /// Number people see.
    pub number: String,
    /// The row in one line.
    pub label: String,
}

/// A matrix of risks, before and, where asked, after.
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
    /// Which sides are shown: one matrix each.
    pub sides: Vec<MatrixSide>,
}

/// One matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MatrixSide {
    /// Which side, at which time.
    pub side: ComputedCell,
    /// The risks that have both scores.
    pub entries: Vec<MatrixEntry>,
    /// Risks of this side without both scores.
    pub unscored: Vec<RefView>,
    /// Risks that were scored otherwise after treatment although no measure treats them; they stand where they were
    /// before.
    pub untreated: Vec<RefView>,
}

/// A risk at its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MatrixEntry {
    /// The risk.
    pub risk: RefView,
    /// Counted from 1.
    pub likelihood: u8,
    /// Counted from 1.
    pub severity: u8,
}

/// Counts of risks per level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LevelsView {
    /// Levels of risk, lowest first.
    pub risk: Vec<ScaleLevel>,
    /// Risks per level before treatment.
    pub before: Vec<usize>,
    /// Risks per level after treatment; none while no measure treats a risk. A risk that no measure treats counts at
    /// the level it has before.
    #[ts(optional)]
    pub after: Option<Vec<usize>>,
    /// Highest level before treatment.
    #[ts(optional)]
    pub highest_before: Option<LevelView>,
    /// Highest level after treatment; none while no measure treats a risk.
    #[ts(optional)]
    pub highest_after: Option<LevelView>,
    /// Risks that were scored lower or higher after treatment although no measure treats them.
    pub untreated: Vec<RefView>,
    /// Risks without a level before treatment: they are in no count, and there is no highest level before treatment
    /// and after it as long as there are any.
    pub unscored: Vec<RefView>,
    /// Risks that a measure treats and that have no level after treatment; there is no highest level after treatment
    /// as long as there are any.
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
    /// Which state of the page was read.
    pub revision: String,
    /// Day of that state, YYYY-MM-DD; none where it is not known.
    pub captured: Option<String>,
    /// Citations that stand on it.
    pub citations: Vec<CitationId>,
}

//! The cuts of a report: which parts each kind of reader gets. Which parts, columns and answers a cut shows is data.
//!
//! A cut is made from a reduced template ([`reduced`]) and a reduced project ([`project_of_cut`]). The report never
//! gets what is withheld. Therefore the withheld words cannot stand in its pages, its outline or the project that it
//! carries.

mod left_out;
mod printed;
mod projected;
mod reads;
mod reduced;
mod shown;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::project::Row;

pub use left_out::{LeftOutOfCut, LeftOutRows, LeftOutSection, left_out};
pub use printed::printed_answers;
pub use projected::project_of_cut;
pub use reads::shown_fields;
pub use reduced::{of_sections, reduced};
pub use shown::ShownFields;

/// The cuts of a report: which parts each kind of reader gets.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
    TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// The whole report.
    #[default]
    Full,
    /// One page for a reader with little time.
    Summary,
    /// The risks that a risk owner is asked to accept.
    Owner,
    /// The parts that a provider is asked to review.
    Provider,
    /// The parts that can be published.
    Public,
}

impl Cut {
    /// All cuts, the whole report first.
    pub const ALL: [Cut; 5] = [Cut::Full, Cut::Summary, Cut::Owner, Cut::Provider, Cut::Public];

    /// Its name in the content files, on the command line and in the names of files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Cut::Full => "full",
            Cut::Summary => "summary",
            Cut::Owner => "owner",
            Cut::Provider => "provider",
            Cut::Public => "public",
        }
    }
}

/// A chapter of a cut that the program computes from the project.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Chapter {
    /// The question to the readers, the decision, the highest residual risks, and what is open.
    Summary,
    /// The question to the readers, and the decision.
    Decision,
    /// Every risk with its level before and after treatment, its treatment in one line, and who accepts the residual
    /// risk.
    ResidualRisks,
    /// The number of risks at each level before and after treatment, and the number of measures that are in place.
    RiskLevels,
    /// The statements that the report relies on, page by page.
    Statements,
    /// The topics on which a provider states nothing.
    NotStated,
    /// The rights that people have, as the form lists them.
    Rights,
}

/// An answer that stands in one place: a field of a form or of a single register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerAt {
    /// The register; a form's id stands for its own fields.
    pub register: String,
    /// The field.
    pub field: String,
}

/// What a cut shows of one part of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CutPart {
    /// The form.
    pub form: String,
    /// The part.
    pub part: String,
    /// Fields of the form's own that are shown.
    #[serde(default)]
    pub fields: Vec<String>,
    /// For each table, the columns that are shown: ids of fields or of computed cells.
    #[serde(default)]
    pub tables: BTreeMap<String, Vec<String>>,
}

/// Rows of a register that a cut shows at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowsAt {
    /// The register.
    pub register: String,
    /// The choice that decides.
    pub field: String,
    /// A row is shown if one of these options is chosen.
    pub is: Vec<String>,
}

impl RowsAt {
    /// Whether the cut may show the row: it is of another register, or one of the options is chosen in it.
    #[must_use]
    pub fn passes(&self, row: &Row) -> bool {
        row.register != self.register
            || row.chosen(&self.field).iter().any(|chosen| self.is.iter().any(|one| one == chosen))
    }
}

/// The table whose prescribed subjects are rights of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableAt {
    /// The form.
    pub form: String,
    /// The table.
    pub table: String,
}

/// What a cut of a report shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CutRule {
    /// Which cut.
    pub cut: Cut,
    /// The forms whose reports can be cut in this way.
    pub of: Vec<String>,
    /// The computed chapters, in their order.
    #[serde(default)]
    pub chapters: Vec<Chapter>,
    /// Whether the chapters stand after the parts of forms. Otherwise they stand before them.
    #[serde(default)]
    pub chapters_last: bool,
    /// The parts of forms that are shown.
    #[serde(default)]
    pub parts: Vec<CutPart>,
    /// The table whose prescribed subjects are the rights of people.
    #[serde(default)]
    pub rights: Option<TableAt>,
    /// Of these registers, only the rows that are named here. Other rows are not in the file at all.
    #[serde(default)]
    pub only: Vec<RowsAt>,
    /// Whether names of people are withheld.
    #[serde(default)]
    pub withholds_names: bool,
}

/// The rules of cuts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CutRules {
    /// The answers that say what the readers are asked.
    #[serde(default)]
    pub asked: Vec<AnswerAt>,
    /// The roles of the people who are asked, as options.
    #[serde(default)]
    pub asked_of: Vec<String>,
    /// The answers that say what was decided.
    #[serde(default)]
    pub decision: Vec<AnswerAt>,
    /// The options of a measure's status that mean that the measure is in place.
    #[serde(default)]
    pub in_place: Vec<String>,
    /// The rules of the cuts. The whole report has none.
    #[serde(default)]
    pub cuts: Vec<CutRule>,
}

impl CutRules {
    /// The rule of this cut for the report of a form; `None` if the form has no such cut.
    #[must_use]
    pub fn rule(&self, cut: Cut, form: &str) -> Option<&CutRule> {
        self.cuts.iter().find(|rule| rule.cut == cut && rule.of.iter().any(|of| of == form))
    }
}

//! Cuts: what of a report goes to which reader. Which parts, columns and answers a cut shows is data.
//!
//! A cut is made of a reduced template ([`reduced`]) and a reduced project ([`project_of_cut`]): what is withheld is
//! not given to the report at all, so that it cannot stand in its pages, its outline or the project that it carries.

mod left_out;
mod projected;
mod reads;
mod reduced;
mod shown;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use left_out::{LeftOutOfCut, LeftOutRows, LeftOutSection, left_out};
pub use projected::project_of_cut;
pub use reads::shown_fields;
pub use reduced::{of_sections, reduced};
pub use shown::ShownFields;

/// What of a report goes to which reader.
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
    /// One page for whoever has little time.
    Summary,
    /// What a risk owner is asked to accept.
    Owner,
    /// What a provider is asked to review.
    Provider,
    /// What can be published.
    Public,
}

impl Cut {
    /// All cuts, the whole report first.
    pub const ALL: [Cut; 5] = [Cut::Full, Cut::Summary, Cut::Owner, Cut::Provider, Cut::Public];

    /// Its name in content, on the command line and in the names of files.
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

/// A chapter of a cut that the program works out from the project.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Chapter {
    /// What is asked of whom, the decision, the highest residual risks, and what is open.
    Summary,
    /// What is asked of whom, and the decision.
    Decision,
    /// Every risk with its level before and after, its treatment in a line, and who accepts what remains.
    ResidualRisks,
    /// How many risks have which level before and after, and how many measures are in place.
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
    /// By table, the columns that are shown: fields, or what is computed.
    #[serde(default)]
    pub tables: BTreeMap<String, Vec<String>>,
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
    /// The forms whose report can be cut so.
    pub of: Vec<String>,
    /// The chapters that are worked out, in their order.
    #[serde(default)]
    pub chapters: Vec<Chapter>,
    /// Whether they stand after the parts of forms, not before them.
    #[serde(default)]
    pub chapters_last: bool,
    /// The parts of forms that are shown.
    #[serde(default)]
    pub parts: Vec<CutPart>,
    /// The table whose prescribed subjects are the rights of people.
    #[serde(default)]
    pub rights: Option<TableAt>,
    /// Whether names of people are withheld.
    #[serde(default)]
    pub withholds_names: bool,
}

/// The rules of cuts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CutRules {
    /// Answers that say what is asked.
    #[serde(default)]
    pub asked: Vec<AnswerAt>,
    /// The roles of people, as options, of whom it is asked.
    #[serde(default)]
    pub asked_of: Vec<String>,
    /// Answers that say what was decided.
    #[serde(default)]
    pub decision: Vec<AnswerAt>,
    /// The options of the status of a measure that say that it is in place.
    #[serde(default)]
    pub in_place: Vec<String>,
    /// The cuts; the whole report has no rule.
    #[serde(default)]
    pub cuts: Vec<CutRule>,
}

impl CutRules {
    /// How this cut is made of the report of a form; nothing where there is no such cut.
    #[must_use]
    pub fn rule(&self, cut: Cut, form: &str) -> Option<&CutRule> {
        self.cuts.iter().find(|rule| rule.cut == cut && rule.of.iter().any(|of| of == form))
    }
}

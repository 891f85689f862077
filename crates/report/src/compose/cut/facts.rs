//! The facts about a project that the summary and the cuts need besides its form. The caller computes them.

use chrono::NaiveDate;
use vurder_model::check::Severity;
use vurder_model::cut::{Chapter, Cut};
use vurder_model::id::CitationId;
use vurder_model::project::Project;
use vurder_model::report_address::AnswerAddress;
use vurder_model::view::{AssessedCoverage, FormView, RefView, RiskRegister};

/// A cut of a report.
#[derive(Clone, Copy)]
pub struct ReportCut<'a> {
    /// The kind of cut.
    pub cut: Cut,
    /// The computed chapters, in their order.
    pub chapters: &'a [Chapter],
    /// Whether the chapters stand after the sections.
    pub chapters_last: bool,
    /// Whether the report only has chosen sections.
    pub chosen_sections: bool,
    /// The whole form and project. The sources have the same numbers as in the whole report.
    pub whole: (&'a FormView, &'a Project),
}

/// The facts about a project over all its forms.
pub struct ProjectFacts {
    /// What the readers are asked, as pairs of question and answer.
    pub asked: Vec<(String, String)>,
    /// The people who are asked.
    pub asked_of: Vec<String>,
    /// What was decided, as pairs of question and answer; empty if there is no decision yet.
    pub decision: Vec<(String, String)>,
    /// All risks.
    pub risks: RiskRegister,
    /// What the providers state.
    pub coverage: AssessedCoverage,
    /// The requests that wait for an answer.
    pub requests: Vec<OpenRequest>,
    /// The open findings, those of the severity law first; `None` if the checks did not look.
    pub findings: Option<Vec<OpenFinding>>,
    /// The number of measures in place, and the number of all measures.
    pub in_place: (usize, usize),
    /// The rights that people have, each with its articles.
    pub rights: Vec<(String, String)>,
    /// The statements on which the report relies, each with the answers that cite it.
    pub statements: Vec<(CitationId, Vec<AnswerAddress>)>,
}

/// A request that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenRequest {
    /// Its number and its words.
    pub request: RefView,
    /// The provider to whom it goes.
    pub to: String,
    /// The day by which an answer is needed.
    pub due: Option<NaiveDate>,
}

/// A finding that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenFinding {
    /// Its key: the same in each report as long as the finding is open.
    pub key: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The part of the form that it is about.
    pub part: String,
    /// Its message.
    pub says: String,
}

//! What a summary and the cuts say of a project besides its form, as whoever composes a report gives it.

use chrono::NaiveDate;
use vurder_model::check::Severity;
use vurder_model::cut::{Chapter, Cut};
use vurder_model::id::CitationId;
use vurder_model::project::Project;
use vurder_model::view::{AssessedCoverage, FormView, RefView, RiskRegister};

/// A cut of a report.
#[derive(Clone, Copy)]
pub struct ReportCut<'a> {
    /// Which.
    pub cut: Cut,
    /// The chapters that are worked out, in their order.
    pub chapters: &'a [Chapter],
    /// Whether they stand after the sections.
    pub chapters_last: bool,
    /// Whether the report has chosen sections only.
    pub chosen_sections: bool,
    /// The whole form and project, by which sources are numbered.
    pub whole: (&'a FormView, &'a Project),
}

/// What is said of a project over all its forms.
pub struct ProjectFacts {
    /// What is asked, as question and answer.
    pub asked: Vec<(String, String)>,
    /// Of whom.
    pub asked_of: Vec<String>,
    /// What was decided, as question and answer; nothing while there is no decision.
    pub decision: Vec<(String, String)>,
    /// All risks.
    pub risks: RiskRegister,
    /// What the providers state.
    pub coverage: AssessedCoverage,
    /// The requests that wait for an answer.
    pub requests: Vec<OpenRequest>,
    /// The findings that are open, law first.
    pub findings: Vec<OpenFinding>,
    /// How many measures are in place, of how many.
    pub in_place: (usize, usize),
    /// The rights that people have, each with its articles.
    pub rights: Vec<(String, String)>,
    /// The statements that the report relies on, each with the number of answers that cite it.
    pub statements: Vec<(CitationId, usize)>,
}

/// A request that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenRequest {
    /// Its number and words.
    pub request: RefView,
    /// Whom it goes to.
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
    /// What it says.
    pub says: String,
}

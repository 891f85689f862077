//! Makes a document of a form view. It decides the contents of the report, their order and their shape.
//!
//! # How wide tables are set
//!
//! A table of the form has up to seven columns, several of them with running text. On upright A4, such a column has
//! about fifteen characters, in which a sentence becomes a tower. Landscape pages would help little: a reviewer would
//! have to turn the paper, and the lines of long columns would still be too short to read. Therefore a table is set as
//! a table only if it is easy to read and takes no more space: if it has few or short columns. Otherwise each row
//! becomes a *card*: its number in the margin, its name with the computed levels at the end of the line, the short
//! facts, and then each long answer in the full width, after its label. Printed registers and commentaries do the same,
//! and nothing has to be shortened. `measure` decides.

mod card;
mod cells;
mod changes;
mod comparison;
mod consultation;
mod coverage;
mod coverage_chart;
mod cut;
mod deadlines;
mod form;
mod inline;
mod letter;
mod matrix;
mod measure;
mod pictures;
mod records;
mod review_answers;
mod screening;
mod shape;
mod sources;
mod versions_and_files;
mod waived;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};
use vurder_model::frozen::{AttachmentLine, VersionLine};
use vurder_model::id::{AttachmentId, CitationId, RowId};
use vurder_model::method::Method;
use vurder_model::project::{Citation, Project};
use vurder_model::view::FormView;

use self::changes::Changes;
pub use self::changes::Earlier;
pub use self::comparison::{ComparisonReport, compose_comparison};
pub use self::cut::{OpenFinding, OpenRequest, ProjectFacts, ReportCut};
use self::form::Composer;
pub use self::letter::{
    Letter, LetterGroup, LetterRequest, LetterSource, compose_letter, letter_subject, letter_text,
};
pub use self::review_answers::{AnsweredRemark, RemarkOutcome, ReviewAnswers};
pub use self::waived::WaivedFinding;
use crate::document::{Document, Words};
use crate::messages::{ReportMessages, msg};
use crate::picture::{Picture, PictureFault};

/// Whether optional parts and fields without an answer are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Empty {
    /// They are left out. Required parts and fields say that they are not filled in.
    #[default]
    LeaveOut,
    /// They also say that they are not filled in.
    Say,
}

/// The input of a report.
#[derive(Clone)]
pub struct Composition<'a> {
    /// The form as the window shows it.
    pub form: &'a FormView,
    /// The project it belongs to.
    pub project: &'a Project,
    /// Scales and matrix in force.
    pub method: Method,
    /// Names of the project's providers.
    pub providers: Vec<String>,
    /// The date on the report.
    pub date: NaiveDate,
    /// Whether optional parts and fields without an answer are printed.
    pub empty: Empty,
    /// Words of the providers' statements by id, for the table of the coverage.
    pub statement_words: HashMap<&'a str, &'a str>,
    /// The citations whose words or pages are no longer published as they were.
    pub changed_sources: HashMap<&'a CitationId, ChangedSource>,
    /// The version as which the report is issued; `None` for a draft.
    pub issued: Option<&'a VersionLine>,
    /// Whether the report is final without being one of a version: no page says that it is a draft.
    pub finished: bool,
    /// The files attached to the project.
    pub attachments: &'a [AttachmentLine],
    /// The rows with files that the form does not show, in words: number, and the form that shows the row.
    pub rows_elsewhere: &'a HashMap<RowId, String>,
    /// The pictures of rows, by attachment; for a picture that cannot be drawn, the reason.
    pub pictures: &'a HashMap<AttachmentId, Result<Arc<Picture>, PictureFault>>,
    /// The findings that were waived, in the order of the form.
    pub waived: Vec<WaivedFinding>,
    /// The answers to the remarks of reviewers, if a person asked for them as an appendix.
    pub answers: Option<ReviewAnswers>,
    /// The facts about the project over all its forms; without them, there is no summary.
    pub facts: Option<&'a ProjectFacts>,
    /// The cut; `None` for the whole report.
    pub cut: Option<ReportCut<'a>>,
    /// Whether the summary stands before the report.
    pub summary: bool,
    /// An earlier version, if the changes since then are shown.
    pub earlier: Option<Earlier<'a>>,
    /// The report's messages, in its language where the program speaks it.
    pub messages: &'a dyn ReportMessages,
    /// BCP 47 tag of the language of the messages and of the form.
    pub words_language: &'a str,
}

/// What became of a cited statement after it was cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedSource {
    /// What changed.
    pub change: SourceChange,
    /// Day of the change, if it is known.
    pub since: Option<NaiveDate>,
    /// Day of the first state of the pages with the change, if it is known.
    pub state: Option<NaiveDate>,
    /// Name of that revision.
    pub revision: String,
}

/// How a cited statement changed, for a reader of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceChange {
    /// It is no longer published.
    Gone,
    /// It is published in other words.
    Words,
    /// The same words stand at another place, or have other evidence.
    Place,
}

/// Composes the file for the authority in a prior consultation: the facts that Article 36(3) of the GDPR lists, and the
/// whole assessment, which is the form of the composition.
#[must_use]
pub fn compose_consultation(composition: &Composition<'_>) -> Document {
    consultation::compose(composition)
}

/// Composes the report.
#[must_use]
pub fn compose(composition: &Composition<'_>) -> Document {
    let Some(earlier) = &composition.earlier else { return compose_with(composition, None) };
    let changes = Changes::of(earlier, composition.form);
    if earlier.marked {
        let woven = Composition { form: &changes.printed, ..composition.clone() };
        compose_with(&woven, Some(&changes))
    } else {
        compose_with(composition, Some(&changes))
    }
}

fn compose_with<'a>(
    composition: &'a Composition<'a>,
    changes: Option<&'a Changes<'a>>,
) -> Document {
    let Some(cut) = composition.cut else {
        return in_reading_order(composition, changes, Composer::document).0;
    };
    // The sources have the numbers of the whole report, which is composed only for this purpose.
    let (form, project) = cut.whole;
    let summary = composition.facts.is_some();
    let whole = Composition { form, project, cut: None, summary, ..composition.clone() };
    let mut order = in_reading_order(&whole, None, Composer::document).1;
    order.extend(composition.form.cited.iter().cloned());
    let mut composer = Composer::new(composition, &order, changes);
    if cut.chosen_sections { composer.document() } else { composer.cut_document(&cut) }
}

/// Composes a report whose sources are numbered in the order in which they are first cited, even if a list of sources
/// stands before the text. That order is known only after the report is composed. If it differs from the assumed order,
/// which is rare, the report is composed again.
fn in_reading_order<'a>(
    from: &'a Composition<'a>,
    changes: Option<&'a Changes<'a>>,
    make: fn(&mut Composer<'a>) -> Document,
) -> (Document, Vec<CitationId>) {
    let mut composer = Composer::new(from, &from.form.cited, changes);
    let document = make(&mut composer);
    let known = composer.numbering.in_order();
    let cited = document.cited();
    if cited.iter().copied().eq(1..=u32::try_from(cited.len()).unwrap_or(u32::MAX)) {
        return (document, known.iter().map(|one| one.id.clone()).collect());
    }
    let at = |number: &u32| known.get(usize::try_from(*number).ok()?.checked_sub(1)?);
    let order: Vec<CitationId> = cited.iter().filter_map(at).map(|one| one.id.clone()).collect();
    (make(&mut Composer::new(from, &order, changes)), order)
}

/// A day in the form in which the window writes it, in the language of the report: "22 November 2026". With the name of
/// the month, nobody can misread it.
#[must_use]
pub fn date(messages: &dyn ReportMessages, day: NaiveDate) -> String {
    let month = usize::try_from(day.month()).unwrap_or_default();
    msg::report_day(messages, &day.day().to_string(), month, &day.year().to_string())
}

/// The day of the state of a page, or that it is not known.
fn day_of_state(messages: &dyn ReportMessages, day: Option<NaiveDate>) -> String {
    day.map_or_else(|| msg::report_undated(messages), |day| date(messages, day))
}

/// The words that the layout sets by itself.
fn words(messages: &dyn ReportMessages) -> Words {
    Words {
        contents: msg::report_contents(messages),
        page_of: msg::report_page_of(messages, "{x}", "{y}"),
        draft: msg::report_draft(messages),
        continued: msg::report_continued(messages),
        inserted: msg::report_inserted(messages, "{x}"),
        deleted: msg::report_deleted(messages, "{x}"),
        marked_by: String::new(),
    }
}

/// The numbers of citations. The first citation that a reader meets has the number 1. Two citations of one statement
/// with the same words and the same places are one source.
pub(crate) struct Numbering<'a> {
    project: &'a Project,
    /// For each citation in the report so far, its number.
    numbers: HashMap<CitationId, u32>,
    order: Vec<&'a Citation>,
    /// The numbers that stand in the report so far.
    met: BTreeSet<u32>,
}

impl<'a> Numbering<'a> {
    pub(crate) fn new(project: &'a Project) -> Self {
        Self { project, numbers: HashMap::new(), order: Vec::new(), met: BTreeSet::new() }
    }

    /// The number of a citation. A new source gets the next number. `None` for a citation that the project does not
    /// have.
    pub(crate) fn number(&mut self, id: &CitationId) -> Option<u32> {
        if let Some(number) = self.numbers.get(id) {
            self.met.insert(*number);
            return Some(*number);
        }
        let citation = self.project.citation(id)?;
        let at = match self.order.iter().position(|known| is_same_source(known, citation)) {
            Some(at) => at,
            None => {
                self.order.push(citation);
                self.order.len() - 1
            }
        };
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        self.numbers.insert(id.clone(), number);
        self.met.insert(number);
        Some(number)
    }

    /// The number of a citation, if it has one.
    pub(crate) fn known(&self, id: &CitationId) -> Option<u32> {
        self.numbers.get(id).copied()
    }

    /// The numbers of the sources that stand in the report so far.
    pub(crate) fn met(&self) -> &BTreeSet<u32> {
        &self.met
    }

    /// Forgets which sources stand in the report. Their numbers stay.
    pub(crate) fn meet_none(&mut self) {
        self.met.clear();
    }

    /// Sets which sources stand in the report. All numbers stay.
    pub(crate) fn meet_again(&mut self, met: BTreeSet<u32>) {
        self.met = met;
    }

    pub(crate) fn in_order(&self) -> &[&'a Citation] {
        &self.order
    }
}

/// Whether two citations are one source.
fn is_same_source(one: &Citation, other: &Citation) -> bool {
    one.statement == other.statement
        && one.words == other.words
        && one.sources == other.sources
        && one.answer == other.answer
}

/// The anchor of a source.
pub(crate) fn source_anchor(number: u32) -> String {
    format!("source/{number}")
}

//! What a report is made from: the project as it stands or as a version holds it, its forms, findings and pictures.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use vurder_content::{Messages, msg, spoken_language};
use vurder_model::bounds::YEARS;
use vurder_model::cut::{Chapter, Cut};
use vurder_model::drift::StatementChange;
use vurder_model::frozen::{AttachmentLine, VersionLine};
use vurder_model::id::{AttachmentId, CitationId, ProjectId, RowId};
use vurder_model::method::Method;
use vurder_model::project::Project;
use vurder_model::role::FieldRole;
use vurder_model::view::{BlockView, FormView, Numbers};
use vurder_report::{
    ChangedSource, Composition, Document, Empty, Origin, Picture, PictureFault, ReportCut,
    SourceChange, SystemFonts,
};
use vurder_workspace::Workspace;

use crate::app::App;
use crate::cutting::{CutChoice, Cutting, in_front};
use crate::earlier_version::{EarlierShown, EarlierVersion};
use crate::error::{ErrorCode, Fault, Outcome};
use crate::facts::Facts;
use crate::forms::build_form;
use crate::library::Library;
use crate::project_facts::FactsSource;
use crate::refused_answer::years;
use crate::report_arguments::EmptyParts;
use crate::report_messages::MessagesOfReport;
use crate::review_answers::review_answers;
use crate::shown_places::{ShownPlaces, has_answer};
use crate::since::Since;
use crate::versions_and_files::VersionsAndFiles;
use crate::waived::{anything_waived, findings_on, waived_findings};

/// The arguments of a report of the project as it stands.
pub(crate) struct Draft<'a> {
    pub(crate) project: &'a ProjectId,
    pub(crate) form: &'a str,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) empty: EmptyParts,
    pub(crate) compose: Compose,
    /// The cut. Without it, the report has no summary in front.
    pub(crate) cut: Option<&'a CutChoice>,
    /// The version since which changes are told.
    pub(crate) since: Option<Since>,
    /// Whether the report is final and no draft.
    pub(crate) finished: bool,
}

impl<'a> Draft<'a> {
    /// The report of a form with the given cut.
    pub(crate) fn of(
        project: &'a ProjectId,
        form: &'a str,
        date: Option<NaiveDate>,
        empty: EmptyParts,
        cut: &'a CutChoice,
    ) -> Self {
        let compose = vurder_report::compose;
        Self { project, form, date, empty, compose, cut: Some(cut), since: None, finished: false }
    }

    /// The same report with what changed since a version.
    pub(crate) fn since(self, since: Option<Since>) -> Self {
        Self { since, ..self }
    }
}

/// The document of a draft, and the origin that is written into its file.
pub(crate) fn document_of(app: &App, draft: &Draft<'_>) -> Outcome<(Document, Origin)> {
    with_draft(app, draft, |source| Ok((source.document()?, source.origin()?)))
}

/// Calls `make` with everything that the report of a draft is made from.
pub(crate) fn with_draft<T>(
    app: &App,
    draft: &Draft<'_>,
    make: impl FnOnce(&ReportSource<'_>) -> Outcome<T>,
) -> Outcome<T> {
    let date = day_of_report(app, draft.date)?;
    let in_memory = app.open.as_it_stands(&app.workspace, draft.project);
    let read;
    let (project, files) = match in_memory {
        Some(facts) => (&facts.project, &facts.files),
        None => {
            let project = app.project(draft.project)?;
            let files = VersionsAndFiles::of(&app.workspace, &project.head.id)?;
            read = (project, files);
            (&read.0, &read.1)
        }
    };
    app.library.read_cited_pages(&app.workspace, &project.citations)?;
    let pictures = pictures_of(&app.workspace, &app.library, project, files)?;
    let earlier = draft.since.map(|since| EarlierVersion::read(app, draft.project, project, since));
    let earlier = earlier.transpose()?;
    make(&ReportSource {
        library: &app.library,
        fonts: &app.fonts,
        project,
        told: in_memory,
        files,
        pictures: &pictures,
        form: draft.form,
        date,
        empty: match draft.empty {
            EmptyParts::LeaveOut => Empty::LeaveOut,
            EmptyParts::Say => Empty::Say,
        },
        issued: None,
        finished: draft.finished,
        compose: draft.compose,
        cut: draft.cut,
        earlier: earlier.as_ref(),
        of_past: false,
    })
}

/// A function that makes the document of a form.
pub(crate) type Compose = fn(&Composition<'_>) -> vurder_report::Document;

/// The pictures of a project by attachment, or the reason why a picture cannot be drawn.
pub(crate) type Pictures = HashMap<AttachmentId, Result<Arc<Picture>, PictureFault>>;

/// Reads the files of the pictures of a project.
pub(crate) fn pictures_of(
    workspace: &Workspace,
    library: &Library,
    project: &Project,
    files: &VersionsAndFiles,
) -> Outcome<Pictures> {
    let (register, _) = library.role(FieldRole::PictureCaption);
    let shown: HashSet<&RowId> = project.rows_of(register).map(|row| &row.id).collect();
    let mut pictures = Pictures::new();
    for file in &files.attachments {
        if file.row.as_ref().is_some_and(|row| shown.contains(row)) {
            let bytes = workspace.attachment_bytes(&project.head.id, &file.id)?;
            pictures.insert(file.id.clone(), Picture::read(&bytes).map(Arc::new));
        }
    }
    Ok(pictures)
}

/// Everything that a report is made from.
pub(crate) struct ReportSource<'a> {
    pub(crate) library: &'a Library,
    /// The fonts for letters that the bundled fonts lack.
    pub(crate) fonts: &'a SystemFonts,
    /// The project. The library has read the pages that it cites.
    pub(crate) project: &'a Project,
    /// The same project in memory, if it is the open project. Its views and findings are there and need not be made
    /// anew.
    pub(crate) told: Option<&'a Facts>,
    pub(crate) files: &'a VersionsAndFiles,
    /// The files of the project's pictures.
    pub(crate) pictures: &'a Pictures,
    /// The form, by id or short name.
    pub(crate) form: &'a str,
    /// The day on the report.
    pub(crate) date: NaiveDate,
    pub(crate) empty: Empty,
    /// The version that the report belongs to; none for a draft.
    pub(crate) issued: Option<&'a VersionLine>,
    /// Whether the report is final without being one of a version.
    pub(crate) finished: bool,
    /// The function that makes the document.
    pub(crate) compose: Compose,
    /// The cut. Without it, the report has no summary in front.
    pub(crate) cut: Option<&'a CutChoice>,
    /// The version since which changes are told.
    pub(crate) earlier: Option<&'a EarlierVersion>,
    /// Whether the report is about the past. Then nothing is told of what the checks find now, or of what is published
    /// now.
    pub(crate) of_past: bool,
}

impl ReportSource<'_> {
    /// The pages of the report.
    pub(crate) fn lay_out(&self) -> Outcome<vurder_report::Laid> {
        vurder_report::lay_out_with(&self.document()?, self.fonts).map_err(report)
    }

    /// What the report is made from, to be written into its file.
    pub(crate) fn origin(&self) -> Outcome<Origin> {
        let head = &self.project.head;
        let template = self.library.followed(head, self.form)?;
        let report_version = match self.issued {
            Some(issued) => issued.number.to_string(),
            None => head.version.clone(),
        };
        Ok(Origin {
            project: head.id.to_string(),
            form: template.id.clone(),
            form_version: template.version.clone(),
            report_version,
            version: self.issued.map(|issued| issued.number),
        })
    }

    /// The attachments that the report lists. Files attached to rows beside the draft, such as returned files, are left
    /// out.
    fn attachments(&self, beside: [&str; 6]) -> Vec<AttachmentLine> {
        let is_returned = |row: &RowId| {
            let row = self.project.row(row);
            row.is_some_and(|row| beside.contains(&row.register.as_str()))
        };
        let files = self.files.attachments.iter();
        files.filter(|file| !file.row.as_ref().is_some_and(is_returned)).cloned().collect()
    }

    /// The document of the report.
    pub(crate) fn document(&self) -> Outcome<Document> {
        let (project, language) = (self.project, &self.project.head.language);
        // The words around the answers are in the language of the answers if the program has that language.
        let library = self.library.translated(language);
        let messages = MessagesOfReport(Messages::for_language(language));
        // In another language, a form may have another short name. The id is the same in every language.
        let form = &self.library.followed(&project.head, self.form)?.id;
        let template = library.followed(&project.head, form)?;
        // Views and findings in memory are in the language of the window.
        let told = self.told.filter(|_| library.says_the_same_as(self.library));
        let built;
        let whole_view = match told.and_then(|told| told.told_form(template)) {
            Some(view) => view,
            None => {
                built = build_form(&library, project, self.files, template);
                &built
            }
        };
        let cutting = match self.cut {
            Some(choice) => {
                choice.check_provider(project)?;
                Cutting::of(&library, project, template, choice)?
            }
            None => None,
        };
        let whole = (project, whole_view);
        let cut_view = cutting.as_ref().map(|cut| cut.view(&library, self.files, template));
        let (view, project) = match (&cut_view, &cutting) {
            (Some(view), Some(cutting)) => (view, &cutting.project),
            _ => (whole_view, project),
        };
        let chapters = match (&cutting, self.cut) {
            (Some(cutting), _) => cutting.chapters.clone(),
            (None, Some(choice)) => in_front(&library, template, choice),
            (None, None) => Vec::new(),
        };
        let summary = chapters.contains(&Chapter::Summary);
        let waived = cutting.is_none() || self.cut.is_some_and(|choice| choice.cut == Cut::Full);
        let waived = waived && anything_waived(&library, whole.0);
        let looked;
        let findings = match told.and_then(|told| told.told_findings_on(self.date)) {
            _ if self.of_past || (!summary && !waived) => None,
            Some(findings) => Some(findings),
            None => {
                looked = findings_on(&library, whole.0, self.files, self.date);
                Some(&looked)
            }
        };
        let provider = cutting.as_ref().and_then(|cut| cut.provider.as_deref());
        let facts = self.cut.map(|choice| {
            // The summary in front is about the whole project. The facts of a cut hold nothing that the cut withholds.
            let of = if choice.cut == Cut::Full && summary { whole.0 } else { project };
            let findings = findings.filter(|_| summary);
            FactsSource {
                library: &library,
                project: of,
                whole,
                template,
                findings,
                messages: &messages.0,
                words: &messages,
                provider,
                chapters: &chapters,
            }
            .facts()
        });
        let whose =
            |id: &&String| self.cut.and_then(|c| c.provider.as_ref()).is_none_or(|p| p == *id);
        let providers = project.head.providers.iter().filter(whose);
        let providers = providers
            .map(|id| library.pack(id).map_or_else(|| id.clone(), |p| p.name.clone()))
            .collect();
        let statements =
            library.read_packs(Some(&project.head)).into_iter().flat_map(|p| &p.statements);
        let attachments = self.attachments(library.beside_the_draft());
        let answers = match self.cut {
            Some(choice) if choice.with_answers => {
                if choice.cut == Cut::Public {
                    return Err(Fault::wrong_value(msg::error_public_with_answers()));
                }
                let by_rule = choice.cut != Cut::Full;
                let shown = ShownPlaces {
                    project,
                    form,
                    view,
                    by_rule,
                    printed: cutting.as_ref().map(|cutting| &cutting.printed),
                };
                let answers = review_answers(&library, whole.0, &messages.0, &shown)?;
                // A version has a report of each form. A form on which nobody remarked has no appendix.
                if answers.is_none() && self.issued.is_none() {
                    return Err(Fault::wrong_value(msg::error_no_remark_shown())
                        .with_help(msg::error_no_remark_shown_help()));
                }
                answers
            }
            _ => None,
        };
        let elsewhere = rows_elsewhere(&library, whole.0, &attachments, view, &messages.0);
        let now = (project, view);
        let earlier = self.earlier.map(|earlier| earlier.shown(&library, template, self.cut, now));
        let earlier = earlier.transpose()?;
        Ok((self.compose)(&Composition {
            form: view,
            project,
            method: Method::of(project, library.registers()),
            providers,
            date: self.date,
            empty: self.empty,
            statement_words: statements.map(|s| (s.id.as_str(), s.words.as_str())).collect(),
            changed_sources: match self.of_past {
                true => HashMap::new(),
                false => changed_sources(&library, project),
            },
            issued: self.issued,
            finished: self.finished,
            attachments: &attachments,
            rows_elsewhere: &elsewhere,
            pictures: self.pictures,
            waived: match findings.filter(|_| waived) {
                Some(findings) => waived_findings(findings, &messages.0, form),
                None => Vec::new(),
            },
            answers,
            facts: facts.as_ref(),
            cut: cutting.as_ref().map(|cutting| ReportCut {
                cut: self.cut.map(|choice| choice.cut).unwrap_or_default(),
                chapters: &cutting.chapters,
                chapters_last: cutting.chapters_last,
                chosen_sections: self.cut.is_some_and(|choice| choice.cut == Cut::Full),
                whole: (whole_view, whole.0),
            }),
            summary,
            earlier: earlier.as_ref().map(EarlierShown::for_report),
            messages: &messages,
            words_language: spoken_language(language),
        }))
    }
}

/// The rows with files that the report does not show, in words: the number, and the form that shows the row.
fn rows_elsewhere(
    library: &Library,
    project: &Project,
    files: &[AttachmentLine],
    view: &FormView,
    messages: &Messages,
) -> HashMap<RowId, String> {
    let registers = library.registers_of(&project.head);
    let numbers = Numbers::of(project, registers.all(), None);
    let parts = view.sections.iter().flat_map(|section| &section.parts);
    let shown: HashSet<&RowId> = parts
        .flat_map(|part| &part.blocks)
        .filter_map(|block| match block {
            BlockView::Table(table) | BlockView::Rows { table, .. } => Some(table),
            _ => None,
        })
        .flat_map(|table| table.rows().map(|row| &row.id))
        .collect();
    let rows = files.iter().filter_map(|file| file.row.as_ref()).filter(|id| !shown.contains(id));
    let named = rows.filter_map(|id| {
        let (row, named) = (project.row(id)?, numbers.row(id)?);
        let counted = named.number.chars().all(|c| c.is_ascii_digit());
        let name = if counted { &named.label } else { &named.number };
        let mut forms = project.head.forms.iter().filter_map(|form| library.template(form));
        let words = match forms.find(|form| has_answer(library, form, row, "")) {
            Some(form) => {
                let elsewhere = msg::report_attached_elsewhere(name.as_str(), form.short.as_str());
                messages.format(&elsewhere)
            }
            None => name.clone(),
        };
        Some((id.clone(), words))
    });
    named.collect()
}

/// The citations whose words changed since, as the report shows them.
fn changed_sources<'a>(
    library: &Library,
    project: &'a Project,
) -> HashMap<&'a CitationId, ChangedSource> {
    let changed = project.citations.iter().filter_map(|citation| {
        let drift = library.citation_drift(citation)?;
        let first = drift.since_revision?;
        let change = match drift.change {
            StatementChange::Removed => SourceChange::Gone,
            _ if drift.has_other_words() => SourceChange::Words,
            _ => SourceChange::Place,
        };
        let (since, state) = (drift.since, first.captured);
        let revision = first.revision.clone();
        Some((&citation.id, ChangedSource { change, since, state, revision }))
    });
    changed.collect()
}

/// The day on a report: the given day, or today.
pub(crate) fn day_of_report(app: &App, asked: Option<NaiveDate>) -> Outcome<NaiveDate> {
    if asked.is_some_and(|day| !YEARS.contains(&day.year())) {
        return Err(Fault::wrong_value(msg::error_report_day(years())));
    }
    Ok(asked.unwrap_or_else(|| app.workspace.today()))
}

/// The fault of a report that cannot be laid out.
pub(crate) fn report(error: vurder_report::ReportError) -> Fault {
    Fault::new(ErrorCode::Report, msg::error_report()).with_detail(error)
}

//! An earlier version, to which a report compares the project.

use std::sync::Arc;

use vurder_content::msg;
use vurder_model::frozen::{AttachmentLine, VersionLine};
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::Project;
use vurder_model::template::Template;
use vurder_model::view::{BlockView, CellView, FormView};
use vurder_report::Earlier;
use vurder_workspace::ProjectVersion;

use crate::app::App;
use crate::cutting::{CutChoice, Cutting, PrintedAnswers};
use crate::error::{Fault, Outcome};
use crate::forms::build_form;
use crate::library::Library;
use crate::since::Since;
use crate::versions_and_files::VersionsAndFiles;

/// An earlier version that was read.
pub(crate) struct EarlierVersion {
    line: VersionLine,
    project: Project,
    files: VersionsAndFiles,
    redline: bool,
}

/// The fault for a version that a project does not have. It names the versions that the project has.
pub(crate) fn no_version(number: u32, versions: &[ProjectVersion]) -> Fault {
    let numbers: Vec<String> = versions.iter().map(|version| version.number.to_string()).collect();
    let there = msg::error_no_such_version(number, numbers.len(), numbers.join(", "));
    Fault::not_found(there).with_help(msg::error_no_frozen_version_help())
}

impl EarlierVersion {
    /// Reads a version and the pages that it cites. `now` is the project as it stands. A report tells what changed in
    /// answers and is made for the present forms and providers, so the version gets the head of `now`.
    ///
    /// # Errors
    /// The project has no such version.
    pub(crate) fn read(
        app: &App,
        project: &ProjectId,
        now: &Project,
        since: Since,
    ) -> Outcome<Self> {
        let versions = app.workspace.versions(project)?;
        let found = versions.iter().find(|version| version.number == since.version);
        let line = found.ok_or_else(|| no_version(since.version, &versions))?.line();
        let state = app.version_state(project, since.version)?;
        let files = VersionsAndFiles::of_version(&app.workspace, project, since.version, &state)?;
        let mut project = state.project;
        project.head.clone_from(&now.head);
        app.library.read_cited_pages(&app.workspace, &project.citations)?;
        Ok(Self { line, project, files, redline: since.redline })
    }

    /// What a report would show of the version. `template` is the form of the report and `choice` its cut. `now` is the
    /// project and the view of its form, or, for a cut, what the cut shows of them.
    ///
    /// # Errors
    /// Those of [`Cutting::of`].
    pub(crate) fn shown(
        &self,
        library: &Library,
        template: &Template,
        choice: Option<&CutChoice>,
        now: (&Project, &FormView),
    ) -> Outcome<EarlierShown> {
        let cutting = match choice {
            Some(choice) => Cutting::of(library, &self.project, template, choice)?,
            None => None,
        };
        let form = match &cutting {
            Some(cutting) => cutting.view(library, &self.files, template),
            None => build_form(library, &self.project, &self.files, template),
        };
        let (project, printed) = match cutting {
            Some(cutting) => (cutting.project, cutting.printed),
            None => (self.project.clone(), PrintedAnswers::new()),
        };
        let mut listed = vec![(form.clone(), now.1.clone())];
        if !printed.is_empty() {
            listed.extend(answers_of_chapters(library, (&project, now.0), template, &printed));
        }
        let beside = library.beside_the_draft();
        let is_beside = |row: &RowId| {
            let row = self.project.row(row);
            row.is_some_and(|row| beside.contains(&row.register.as_str()))
        };
        let attachments = self.files.attachments.iter();
        let attachments = attachments.filter(|file| !file.row.as_ref().is_some_and(is_beside));
        Ok(EarlierShown {
            line: self.line.clone(),
            project,
            form,
            listed,
            attachments: attachments.cloned().collect(),
            redline: self.redline,
        })
    }
}

/// The answers that the chapters of a cut print, in the forms in which they stand, as they were and as they are now.
/// The form of the report is first. Other answers, which the chapters only read, are left out.
fn answers_of_chapters(
    library: &Library,
    (before, now): (&Project, &Project),
    main: &Template,
    printed: &PrintedAnswers,
) -> Vec<(FormView, FormView)> {
    let others = now.head.forms.iter().filter(|choice| choice.template != main.id);
    let others = others.filter_map(|choice| library.template(choice));
    let files = VersionsAndFiles::default();
    let form = |project: &Project, template: &Template| {
        let mut form = build_form(library, project, &files, template);
        for section in form.sections.iter_mut().filter(|_| template.id != main.id) {
            section.id = format!("{} {}", template.short, section.id);
        }
        keep_printed(&mut form, printed);
        form
    };
    let all = std::iter::once(main).chain(others);
    all.map(|template| (form(before, template), form(now, template))).collect()
}

/// Leaves only printed answers in the form.
fn keep_printed(form: &mut FormView, printed: &PrintedAnswers) {
    let is_printed =
        |register: &str, field: &str| printed.contains(&(register.to_owned(), field.to_owned()));
    for part in form.sections.iter_mut().flat_map(|section| &mut section.parts) {
        part.blocks.retain_mut(|block| match block {
            BlockView::Field(field) => is_printed(&field.register, &field.field.id),
            BlockView::Table(table) | BlockView::Rows { table, .. } => {
                let columns: Vec<Option<String>> = table
                    .columns
                    .iter()
                    .map(|column| column.field.as_ref().map(|field| field.id.clone()))
                    .collect();
                for group in &mut table.groups {
                    group.note = None;
                    for row in &mut group.rows {
                        let row = Arc::make_mut(row);
                        for (field, cell) in columns.iter().zip(&mut row.cells) {
                            let field = field.as_deref();
                            if !field.is_some_and(|field| is_printed(&row.register, field)) {
                                *cell = CellView::default();
                            }
                        }
                    }
                    // A row of which nothing is printed is not listed as new or removed either.
                    group.rows.retain(|row| {
                        printed.iter().any(|(register, _)| *register == row.register)
                    });
                }
                true
            }
            _ => false,
        });
    }
}

/// What a report would show of an earlier version.
pub(crate) struct EarlierShown {
    line: VersionLine,
    project: Project,
    form: FormView,
    listed: Vec<(FormView, FormView)>,
    attachments: Vec<AttachmentLine>,
    redline: bool,
}

impl EarlierShown {
    pub(crate) fn for_report(&self) -> Earlier<'_> {
        Earlier {
            version: &self.line,
            project: &self.project,
            form: &self.form,
            listed: &self.listed,
            attachments: &self.attachments,
            marked: self.redline,
        }
    }
}

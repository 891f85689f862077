//! An earlier version, to which a report compares the project.

use vurder_content::msg;
use vurder_model::cut::Cut;
use vurder_model::frozen::{AttachmentLine, VersionLine};
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::Project;
use vurder_model::template::Template;
use vurder_model::view::FormView;
use vurder_report::Earlier;
use vurder_workspace::ProjectVersion;

use crate::app::App;
use crate::cutting::{CutChoice, Cutting};
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
        let project = cutting.map_or_else(|| self.project.clone(), |cutting| cutting.project);
        let by_rule = choice.is_some_and(|choice| choice.cut != Cut::Full);
        let listed = if by_rule {
            all_forms(library, (&project, now.0), template)
        } else {
            vec![(form.clone(), now.1.clone())]
        };
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

/// The forms of a cut, as they were and as they are now; the form of the report is first. They are whole forms of the
/// cut project, so that changes of answers in chapters are listed, and no other changes.
fn all_forms(
    library: &Library,
    (before, now): (&Project, &Project),
    main: &Template,
) -> Vec<(FormView, FormView)> {
    let others = now.head.forms.iter().filter(|choice| choice.template != main.id);
    let others = others.filter_map(|choice| library.template(choice));
    let files = VersionsAndFiles::default();
    let form = |project: &Project, template: &Template| {
        let mut form = build_form(library, project, &files, template);
        for section in form.sections.iter_mut().filter(|_| template.id != main.id) {
            section.id = format!("{} {}", template.short, section.id);
        }
        form
    };
    let all = std::iter::once(main).chain(others);
    all.map(|template| (form(before, template), form(now, template))).collect()
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

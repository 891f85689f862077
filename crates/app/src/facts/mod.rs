//! The open project in memory. Questions are answered, and changes are checked, from these facts. After a change, only
//! the records that it touched are read again.

mod check;
mod compare;
mod derive;
mod last_findings;
mod open_drift;
mod patch;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use vurder_content::msg;
use vurder_model::check::LiveFindings;
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::method::Method;
use vurder_model::project::{Citation, Project, ProjectHead, Row};
use vurder_model::template::Template;
use vurder_model::view::{FormView, LiveForm, RiskRegister};
use vurder_workspace::Workspace;

use crate::catalogue::Registers;
use crate::citation_answers::CitationView;
use crate::error::{Fault, Outcome};
pub(crate) use crate::facts::last_findings::FindingContext;
use crate::facts::last_findings::LastFindings;
use crate::facts::open_drift::OpenDrift;
use crate::library::Library;
use crate::versions_and_files::VersionsAndFiles;

/// A project as it stands at one revision, and what is derived from it.
#[derive(Debug)]
pub(crate) struct Facts {
    /// The revision of everything in here.
    pub(crate) revision: u64,
    /// The whole project.
    pub(crate) project: Project,
    /// When the project was last changed.
    pub(crate) changed: DateTime<Utc>,
    /// The registers and fields that the project can have.
    pub(crate) registers: Arc<Registers>,
    /// Scales and matrix.
    pub(crate) method: Method,
    /// The versions and attachments of the project.
    pub(crate) files: VersionsAndFiles,
    /// Counts citations, judgements and requests whose source changed and which nobody has settled.
    open_drift: OpenDrift,
    /// The answers that were told last; none before the first question.
    told: Option<LastAnswers>,
}

/// The answers that were told last. After a change, the program tells how they differ now.
#[derive(Debug)]
struct LastAnswers {
    citations: BTreeMap<String, CitationView>,
    /// All forms of the project.
    forms: Vec<LiveForm>,
    /// Id of the form that was asked for last.
    shown: Option<String>,
    /// The register of risks; none before somebody asks for it.
    risks: Option<RiskRegister>,
    /// The findings.
    findings: LastFindings,
}

/// The project in memory: the one that was asked for last.
#[derive(Debug, Default)]
pub(crate) struct OpenProject {
    facts: Option<Facts>,
}

impl OpenProject {
    /// The project. It is read from the workspace unless it is in memory at the revision of the workspace.
    pub(crate) fn facts(
        &mut self,
        workspace: &Workspace,
        library: &Library,
        id: &ProjectId,
    ) -> Outcome<&mut Facts> {
        let revision = workspace.revision(id)?;
        let held = self.facts.take().filter(|f| f.project.head.id == *id && f.revision == revision);
        let facts = match held {
            Some(facts) => facts,
            None => Facts::read(workspace, library, id, revision)?,
        };
        Ok(self.facts.insert(facts))
    }

    /// The project, if it is in memory at the revision of the workspace.
    pub(crate) fn as_it_stands(&self, workspace: &Workspace, id: &ProjectId) -> Option<&Facts> {
        let facts = self.facts.as_ref().filter(|facts| facts.project.head.id == *id)?;
        workspace.revision(id).is_ok_and(|revision| revision == facts.revision).then_some(facts)
    }

    /// Forgets the project, since it may hold changes that the workspace took back.
    pub(crate) fn forget(&mut self) {
        self.facts = None;
    }
}

impl Facts {
    fn read(
        workspace: &Workspace,
        library: &Library,
        id: &ProjectId,
        revision: u64,
    ) -> Outcome<Self> {
        let mut project = workspace.project(id)?;
        library.follow_fields(&mut project);
        library.read_cited_pages(workspace, &project.citations)?;
        let registers = library.registers_of(&project.head);
        Ok(Self {
            revision,
            changed: workspace.entry(id)?.changed,
            method: Method::of(&project, registers.all()),
            registers,
            project,
            files: VersionsAndFiles::of(workspace, id)?,
            open_drift: OpenDrift::default(),
            told: None,
        })
    }

    /// The view of a form as it is now, if it was told.
    pub(crate) fn told_form(&self, template: &Template) -> Option<&FormView> {
        let forms = self.told.iter().flat_map(|told| &told.forms);
        let mut views = forms.map(LiveForm::view);
        views.find(|view| view.form == template.id && view.version == template.version)
    }

    /// The findings of a day, if they were told.
    pub(crate) fn told_findings_on(&self, day: NaiveDate) -> Option<&LiveFindings> {
        let told = &self.told.as_ref()?.findings;
        (told.day == day).then_some(&told.live)
    }

    /// The head of the project: title, forms, providers.
    pub(crate) fn head(&self) -> &ProjectHead {
        &self.project.head
    }

    /// The row with this id, in the trash or not.
    pub(crate) fn row(&self, id: &RowId) -> Option<&Row> {
        self.project.row(id)
    }

    /// The row with this id. A row in the trash or a missing row is refused.
    pub(crate) fn row_in_use(&self, id: &RowId) -> Outcome<&Row> {
        match self.row(id) {
            Some(row) if row.trashed.is_none() => Ok(row),
            Some(_) => Err(Fault::not_found(msg::error_row_in_trash(id.as_str()))
                .with_help(msg::error_in_trash_help())),
            None => Err(Fault::not_found(msg::error_no_row(id.as_str()))),
        }
    }

    /// The row of a register with this key, unless the row is in the trash.
    pub(crate) fn row_with_key(&self, register: &str, key: &str) -> Option<&Row> {
        self.project.keyed(register, key)
    }

    /// The citation with this id.
    pub(crate) fn citation(&self, id: &CitationId) -> Option<&Citation> {
        self.project.citation(id)
    }
}

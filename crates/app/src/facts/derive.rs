//! What is derived from the project: the answers to questions about it, and how they differ after a change.

use std::collections::BTreeMap;

use vurder_model::id::CitationId;
use vurder_model::method::METHOD;
use vurder_model::project::{Citation, Project, ProjectHead};
use vurder_model::role::FieldRole;
use vurder_model::template::Template;
use vurder_model::view::{FormView, LiveForm, RiskChange, RiskRegister, Touch, risk_register};

use crate::answers::{CitationView, FormSummary, ProjectOverview, UndoState};
use crate::changed::{Derived, Touched};
use crate::facts::{Facts, Told, compare};
use crate::forms::with_source;
use crate::library::Library;
use crate::summaries::{form_summary, provider_summary};

impl Facts {
    /// The view of a form. From now on, each change tells how this view differs.
    pub(crate) fn tell_form(&mut self, library: &Library, template: &Template) -> FormView {
        let told = self.tell_changes(library);
        told.shown = Some(template.id.clone());
        let form = told.forms.iter().find(|form| form.view().form == template.id);
        match form {
            Some(form) => form.view().clone(),
            None => with_source(library, &self.project, template, vurder_model::view::form_view),
        }
    }

    /// The citations with the words as pinned, by id.
    pub(crate) fn tell_citations(&mut self, library: &Library) -> BTreeMap<String, CitationView> {
        self.tell_changes(library).citations.clone()
    }

    /// The project at a glance.
    pub(crate) fn tell_overview(&mut self, library: &Library, undo: UndoState) -> ProjectOverview {
        let told = self.tell_changes(library);
        let forms = told.forms.iter().map(|form| form_summary(form.view())).collect();
        self.overview(library, undo, forms)
    }

    /// The register of risks. From now on, each change tells how it differs.
    pub(crate) fn tell_risks(&mut self, library: &Library) -> RiskRegister {
        let register = risk_register(&self.project, &self.method, self.registers.all());
        self.tell_changes(library).risks = Some(register.clone());
        register
    }

    /// How the register of risks differs after a change, and the register now.
    fn risk_change(
        &self,
        before: &RiskRegister,
        touched: &Touched,
    ) -> Option<(RiskChange, RiskRegister)> {
        let concerns = [FieldRole::Concerns, FieldRole::MeasureTreats]
            .map(|role| self.registers.role(role).0)
            .into_iter()
            .chain([METHOD]);
        let concerns: Vec<&str> = concerns.collect();
        let rows = touched.registers.iter().chain(&touched.order).map(String::as_str);
        let answered = touched.fields.iter().filter_map(|(row, _)| self.row(row));
        let any =
            rows.chain(answered.map(|row| row.register.as_str())).any(|r| concerns.contains(&r));
        (any || touched.head).then(|| {
            let now = risk_register(&self.project, &self.method, self.registers.all());
            (now.change_from(before), now)
        })
    }

    /// From now on, each change of the project tells what was derived anew.
    fn tell_changes(&mut self, library: &Library) -> &mut Told {
        let project = &self.project;
        self.told.get_or_insert_with(|| Told {
            citations: views(library, project),
            forms: project
                .head
                .forms
                .iter()
                .filter_map(|choice| library.template(choice))
                .map(|template| with_source(library, project, template, LiveForm::new))
                .collect(),
            shown: None,
            risks: None,
        })
    }

    /// How what was told differs now; nothing where nothing was told.
    pub(crate) fn derive(
        &mut self,
        library: &Library,
        since: u64,
        touched: &Touched,
        undo: UndoState,
    ) -> Option<Derived> {
        let mut told = self.told.take()?;
        let (mut citations, mut gone) = (BTreeMap::new(), Vec::new());
        if touched.head || !touched.citations.is_empty() {
            let now = views(library, &self.project);
            let before = std::mem::replace(&mut told.citations, now);
            let new = |(id, view): &(&String, &CitationView)| before.get(*id) != Some(*view);
            let came = told.citations.iter().filter(new);
            citations = came.map(|(id, view)| (id.clone(), view.clone())).collect();
            let left = before.iter().filter(|(id, _)| !told.citations.contains_key(*id));
            gone = left.map(|(_, view)| view.citation.id.clone()).collect::<Vec<CitationId>>();
        }
        let touch = self.touch(touched);
        let mut forms = Vec::with_capacity(self.head().forms.len());
        let mut form = None;
        for template in self.head().forms.iter().filter_map(|choice| library.template(choice)) {
            let same = |form: &LiveForm| {
                form.view().form == template.id && form.view().version == template.version
            };
            let known = told.forms.iter().position(same).map(|at| told.forms.swap_remove(at));
            let Some(mut live) = known else {
                forms.push(with_source(library, &self.project, template, LiveForm::new));
                continue;
            };
            let before = compare::Before::of(live.view());
            let replaced =
                with_source(library, &self.project, template, |source| live.follow(source, &touch));
            if told.shown.as_ref() == Some(&template.id) {
                form = Some(compare::form_change(&before, &replaced, live.view(), since));
            }
            forms.push(live);
        }
        if form.is_none() {
            told.shown = None;
        }
        let risks = told.risks.take().map(|before| match self.risk_change(&before, touched) {
            Some((change, now)) => {
                told.risks = Some(now);
                change
            }
            None => {
                told.risks = Some(before);
                RiskChange { risks: Vec::new(), order: None, frame: None }
            }
        });
        let summaries = forms.iter().map(|form| form_summary(form.view())).collect();
        told.forms = forms;
        self.told = Some(told);
        let overview = self.overview(library, undo, summaries);
        Some(Derived { since, overview, citations, gone, form, risks })
    }

    /// What was touched, as forms depend on it.
    fn touch(&self, touched: &Touched) -> Touch {
        let register = |row| self.row(row).map(|row| row.register.clone());
        let fields = touched.fields.iter();
        Touch {
            everything: touched.head || !touched.citations.is_empty(),
            rows: touched.registers.iter().cloned().collect(),
            // A row that is gone is told by its register.
            fields: fields
                .filter_map(|(row, field)| Some((register(row)?, field.clone())))
                .collect(),
        }
    }

    fn overview(
        &mut self,
        library: &Library,
        undo: UndoState,
        forms: Vec<FormSummary>,
    ) -> ProjectOverview {
        let project = &self.project;
        let drifted = self.open_drift.count(library, project);
        let providers = library.chosen_packs(&project.head).into_iter();
        ProjectOverview {
            revision: self.revision,
            head: project.head.clone(),
            controllers: library.roles().controllers(project),
            forms,
            providers: providers.map(|p| provider_summary(library, p, Some(project))).collect(),
            drifted,
            undo,
            changed: self.changed,
        }
    }
}

fn views(library: &Library, project: &Project) -> BTreeMap<String, CitationView> {
    let view = |citation: &Citation| view_of_citation(library, &project.head, citation);
    project.citations.iter().map(|citation| (citation.id.to_string(), view(citation))).collect()
}

/// A citation, and whether the revision that the project follows still says the same.
fn view_of_citation(library: &Library, head: &ProjectHead, citation: &Citation) -> CitationView {
    let today = library.statement(Some(head), &citation.statement).ok();
    CitationView {
        current: today.map(|(_, statement)| statement.hash == citation.hash),
        citation: citation.clone(),
    }
}

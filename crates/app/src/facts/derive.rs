//! Derives the answers to questions from the open project, and how these answers differ after a change.

use std::collections::BTreeMap;

use vurder_model::check::Place;
use vurder_model::id::{CitationId, RowId};
use vurder_model::method::METHOD;

use vurder_model::role::FieldRole;
use vurder_model::template::Template;
use vurder_model::view::{FormView, LiveForm, RiskChange, RiskRegister, Touch, risk_register};

use crate::answers::UndoState;
use crate::changed::{Derived, Touched};
use crate::citation_answers::CitationView;
use crate::citation_views::citation_views;
use crate::facts::{Facts, FindingContext, LastAnswers, compare};
use crate::finding_answers::{FindingCounts, Findings};
use crate::forms::with_source;
use crate::own_notes::own_notes;
use crate::project_answers::{FormSummary, ProjectOverview};
use crate::provider_answers::ProviderSummary;
use crate::ready_sections::{people, ready_sections};
use crate::ready_types::ReadySection;
use crate::review_rounds;
use crate::screening::carried_over;
use crate::steps::nearest_steps;
use crate::summaries::{form_summary, provider_summary};

/// The numbers of the findings, and those that hold up the decision with the place of the first.
type FindingsNow = (FindingCounts, Option<(usize, Place)>);

impl Facts {
    /// The view of a form. From now on, the answer of each change says how this view differs.
    pub(crate) fn tell_form(
        &mut self,
        context: FindingContext<'_>,
        template: &Template,
    ) -> FormView {
        let library = context.library;
        let told = self.tell_changes(context);
        told.shown = Some(template.id.clone());
        let form = told.forms.iter().find(|form| form.view().form == template.id);
        match form {
            Some(form) => form.view().clone(),
            None => {
                let build = vurder_model::view::form_view;
                with_source(library, &self.project, &self.files, template, build)
            }
        }
    }

    /// The citations with the words as pinned, by id.
    pub(crate) fn tell_citations(
        &mut self,
        context: FindingContext<'_>,
    ) -> BTreeMap<String, CitationView> {
        self.tell_changes(context).citations.clone()
    }

    /// The overview of the project.
    pub(crate) fn tell_overview(
        &mut self,
        context: FindingContext<'_>,
        undo: UndoState,
    ) -> ProjectOverview {
        let told = self.tell_changes(context);
        let forms =
            told.forms.iter().map(|form| form_summary(context.library, form.view())).collect();
        let counts = (told.findings.counts(), told.findings.blocking());
        let views = self.told.iter().flat_map(|told| &told.forms).map(LiveForm::view);
        let ready = ready_sections(context.library, &self.project, views);
        self.overview(context, undo, forms, (counts, ready))
    }

    /// The findings of the project.
    pub(crate) fn tell_findings(&mut self, context: FindingContext<'_>) -> Findings {
        self.tell_changes(context);
        match &self.told {
            Some(told) => self.findings_of(&told.findings),
            None => Findings {
                project: self.project.head.id.clone(),
                revision: self.revision,
                findings: Vec::new(),
                idle: Vec::new(),
                counts: FindingCounts { law: 0, standard: 0, advice: 0, waived: 0 },
            },
        }
    }

    /// The fingerprint and the words of the finding with this key.
    pub(crate) fn finding_to_waive(
        &mut self,
        context: FindingContext<'_>,
        key: &str,
    ) -> Option<(String, String)> {
        let told = self.tell_changes(context);
        let (finding, view) = told.findings.finding(key)?;
        Some((finding.fingerprint.clone(), view.text.clone()))
    }

    /// The register of risks. From now on, the answer of each change says how the register differs.
    pub(crate) fn tell_risks(&mut self, context: FindingContext<'_>) -> RiskRegister {
        let register = self.risks();
        self.tell_changes(context).risks = Some(register.clone());
        register
    }

    /// The register of risks as it is now.
    pub(crate) fn risks(&self) -> RiskRegister {
        risk_register(&self.project, &self.method, self.registers.all())
    }

    /// How the register of risks differs after a change, and the register as it is now.
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
            let now = self.risks();
            (now.change_from(before), now)
        })
    }

    /// From now on, the answer of each change of the project has what was derived anew. Findings of an earlier day are
    /// made anew: what was not yet due may be overdue today.
    fn tell_changes(&mut self, context: FindingContext<'_>) -> &mut LastAnswers {
        let told = match self.told.take() {
            Some(told) if told.findings.day == context.today => told,
            _ => self.first_answers(context),
        };
        self.told.insert(told)
    }

    fn first_answers(&mut self, context: FindingContext<'_>) -> LastAnswers {
        let (library, project, files) = (context.library, &self.project, &self.files);
        let templates = project.head.forms.iter().filter_map(|choice| library.template(choice));
        let forms: Vec<LiveForm> = templates
            .map(|template| with_source(library, project, files, template, LiveForm::new))
            .collect();
        let citations = citation_views(library, project);
        let findings = self.first_findings(context, &forms);
        LastAnswers { citations, forms, shown: None, risks: None, findings }
    }

    /// How the answers that were told differ after a change; none if nothing was told before.
    pub(crate) fn derive(
        &mut self,
        context: FindingContext<'_>,
        since: u64,
        touched: &Touched,
        undo: UndoState,
    ) -> Option<Derived> {
        let library = context.library;
        let mut told = self.told.take()?;
        let (mut citations, mut gone) = (BTreeMap::new(), Vec::new());
        if touched.head || !touched.citations.is_empty() {
            let now = citation_views(library, &self.project);
            let before = std::mem::replace(&mut told.citations, now);
            let new = |(id, view): &(&String, &CitationView)| before.get(*id) != Some(*view);
            let came = told.citations.iter().filter(new);
            citations = came.map(|(id, view)| (id.clone(), view.clone())).collect();
            let left = before.iter().filter(|(id, _)| !told.citations.contains_key(*id));
            gone = left.map(|(_, view)| view.citation.id.clone()).collect::<Vec<CitationId>>();
        }
        let touch = self.touch(touched);
        let rows = touched.fields.iter().map(|(row, _)| row).chain(&touched.rows);
        let rows: Vec<RowId> = rows.cloned().collect();
        let mut forms = Vec::with_capacity(self.head().forms.len());
        let mut form = None;
        for template in self.head().forms.iter().filter_map(|choice| library.template(choice)) {
            let same = |form: &LiveForm| {
                form.view().form == template.id && form.view().version == template.version
            };
            let known = told.forms.iter().position(same).map(|at| told.forms.swap_remove(at));
            let Some(mut live) = known else {
                forms.push(with_source(
                    library,
                    &self.project,
                    &self.files,
                    template,
                    LiveForm::new,
                ));
                continue;
            };
            let before = compare::Before::of(live.view());
            let replaced = with_source(library, &self.project, &self.files, template, |source| {
                live.follow(source, &touch, &rows)
            });
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
        let summaries = forms.iter().map(|form| form_summary(library, form.view())).collect();
        let ready = ready_sections(library, &self.project, forms.iter().map(LiveForm::view));
        told.forms = forms;
        let change = (since, &touch, rows.as_slice());
        let (now, findings) = self.follow_findings(context, &told.forms, told.findings, change);
        let counts = (now.counts(), now.blocking());
        told.findings = now;
        self.told = Some(told);
        let overview = self.overview(context, undo, summaries, (counts, ready));
        Some(Derived { since, overview, citations, gone, form, risks, findings })
    }

    /// The touched records in the form in which parts of forms depend on them.
    fn touch(&self, touched: &Touched) -> Touch {
        let register = |row| self.row(row).map(|row| row.register.clone());
        let fields = touched.fields.iter();
        Touch {
            everything: touched.head
                || !touched.citations.is_empty()
                || !touched.versions.is_empty()
                || !touched.attachments.is_empty(),
            rows: touched.registers.iter().cloned().collect(),
            // A row that is gone has no register here; the list of touched registers names it.
            fields: fields
                .filter_map(|(row, field)| Some((register(row)?, field.clone())))
                .collect(),
        }
    }

    fn overview(
        &mut self,
        context: FindingContext<'_>,
        undo: UndoState,
        forms: Vec<FormSummary>,
        ((findings, blocking), ready): (FindingsNow, Vec<ReadySection>),
    ) -> ProjectOverview {
        let library = context.library;
        let project = &self.project;
        let drifted = self.open_drift.count(library, project);
        let providers = library.chosen_packs(&project.head).into_iter();
        let providers: Vec<ProviderSummary> =
            providers.map(|p| provider_summary(library, p, Some(project))).collect();
        let carry_over = carried_over(library, project).map(|carried| carried.form);
        let steps =
            nearest_steps(library, project, &forms, &providers, carry_over.as_deref(), blocking);
        ProjectOverview {
            revision: self.revision,
            head: project.head.clone(),
            controllers: library.roles().controllers(project),
            forms,
            providers,
            drifted,
            findings,
            review: review_rounds::summary(library, project),
            own_notes: own_notes(library, context.messages, &self.registers, project),
            ready,
            people: people(library, project),
            steps,
            carry_over,
            undo,
            changed: self.changed,
        }
    }
}

//! The findings of the open project, and how they differ after a change.

use std::collections::HashMap;

use vurder_model::check::{CheckSource, Finding, LiveFindings};
use vurder_model::id::RowId;
use vurder_model::provider::Pack;
use vurder_model::template::Template;
use vurder_model::view::{FormView, LiveForm, Touch};

use crate::facts::Facts;
use crate::facts::last_findings::{FindingContext, LastFindings};
use crate::finding_answers::{FindingView, Findings, FindingsChange};
use crate::findings_in_words::in_words;
use crate::screening::not_made;

impl Facts {
    /// Calls `check` with everything that the checks read of this project.
    pub(super) fn with_check_source<T>(
        &mut self,
        context: FindingContext<'_>,
        forms: &[LiveForm],
        check: impl FnOnce(&CheckSource<'_>) -> T,
    ) -> T {
        let library = context.library;
        let changed = self.open_drift.open_citations(library, &self.project);
        let head = &self.project.head;
        // A form that the screening says is not needed owes nothing.
        let not_made = not_made(library, &self.project);
        let is_made = |form: &str| not_made.as_deref() != Some(form);
        let templates = head.forms.iter().filter_map(|choice| library.template(choice));
        let templates: Vec<&Template> = templates.filter(|form| is_made(&form.id)).collect();
        let packs: Vec<&Pack> = library.chosen_packs(head);
        let forms = forms.iter().map(LiveForm::view);
        let forms: Vec<&FormView> = forms.filter(|form| is_made(&form.form)).collect();
        check(&CheckSource {
            project: &self.project,
            registers: self.registers.all(),
            method: &self.method,
            rules: library.rules(),
            templates: &templates,
            forms: &forms,
            topics: library.topics(),
            packs: &packs,
            changed: &changed,
            attached: &self.files.rows_with_files(),
            today: context.today,
        })
    }

    /// Makes the findings for the first time.
    pub(super) fn first_findings(
        &mut self,
        context: FindingContext<'_>,
        forms: &[LiveForm],
    ) -> LastFindings {
        let live = self.with_check_source(context, forms, LiveFindings::new);
        let told = self.in_words(context, &live, Vec::new());
        let not_made = not_made(context.library, &self.project);
        LastFindings { live, told, day: context.today, not_made }
    }

    /// Updates the findings after a change, and tells how they differ from those of the revision `since`.
    pub(super) fn follow_findings(
        &mut self,
        context: FindingContext<'_>,
        forms: &[LiveForm],
        before: LastFindings,
        (since, touch, rows): (u64, &Touch, &[RowId]),
    ) -> (LastFindings, Option<FindingsChange>) {
        let LastFindings { mut live, told: was, day, not_made: not_made_before } = before;
        let not_made = not_made(context.library, &self.project);
        let idle = live.idle().to_vec();
        // On another day, the result of each rule on days may change; with other forms, the place of each finding.
        let everything = Touch { everything: true, ..Touch::default() };
        let is_same = day == context.today && not_made == not_made_before;
        let touch = if is_same { touch } else { &everything };
        self.with_check_source(context, forms, |source| live.follow(source, touch, rows));
        let order: Vec<String> = was.iter().map(|(finding, _)| finding.key.clone()).collect();
        let known: HashMap<String, FindingView> =
            was.iter().map(|(finding, view)| (finding.key.clone(), view.clone())).collect();
        let told = self.in_words(context, &live, was);
        let came = told.iter().filter(|(finding, view)| known.get(&finding.key) != Some(view));
        let came: Vec<FindingView> = came.map(|(_, view)| view.clone()).collect();
        let now: Vec<String> = told.iter().map(|(finding, _)| finding.key.clone()).collect();
        let order = (now != order).then_some(now);
        let idle_now = live.idle().to_vec();
        let same = came.is_empty() && order.is_none() && idle == idle_now;
        let change = (!same).then_some(FindingsChange { since, came, order, idle: idle_now });
        (LastFindings { live, told, day: context.today, not_made }, change)
    }

    /// Puts the findings into words. A finding that did not change keeps its words.
    fn in_words(
        &self,
        context: FindingContext<'_>,
        live: &LiveFindings,
        was: Vec<(Finding, FindingView)>,
    ) -> Vec<(Finding, FindingView)> {
        let mut known: HashMap<String, (Finding, FindingView)> =
            was.into_iter().map(|told| (told.0.key.clone(), told)).collect();
        let told = live.findings().iter().map(|finding| match known.remove(&finding.key) {
            Some(told) if told.0 == *finding => told,
            _ => {
                let view = in_words(finding, self.registers.all(), context.messages);
                (finding.clone(), view)
            }
        });
        told.collect()
    }

    /// The findings that were told last.
    pub(super) fn findings_of(&self, told: &LastFindings) -> Findings {
        Findings {
            project: self.project.head.id.clone(),
            revision: self.revision,
            findings: told.told.iter().map(|(_, view)| view.clone()).collect(),
            idle: told.live.idle().to_vec(),
            counts: told.counts(),
        }
    }
}

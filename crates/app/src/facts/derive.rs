//! What is derived from the project: the answers to questions about it, and how they differ after a change.

use std::collections::BTreeMap;

use vurder_model::id::CitationId;
use vurder_model::project::Citation;
use vurder_model::template::Template;
use vurder_model::view::FormView;

use crate::answers::{CitationView, ProjectOverview, UndoState};
use crate::derived::Derived;
use crate::facts::{Facts, Told, compare};
use crate::library::Library;
use crate::question::{build_form, controllers, form_summaries, provider_summary};

impl Facts {
    /// The view of a form. From now on, each change tells how this view differs.
    pub(crate) fn tell_form(&mut self, library: &Library, template: &Template) -> FormView {
        let view = build_form(library, &self.project, template);
        self.tell_changes(library).form = Some(view.clone());
        view
    }

    /// The citations with the words as pinned, by id.
    pub(crate) fn tell_citations(&mut self, library: &Library) -> BTreeMap<String, CitationView> {
        self.tell_changes(library).citations.clone()
    }

    /// From now on, each change of the project tells what was derived anew.
    pub(crate) fn tell_changes(&mut self, library: &Library) -> &mut Told {
        let citations = &self.project.citations;
        self.told.get_or_insert_with(|| Told { citations: views(library, citations), form: None })
    }

    /// How what was told differs now; nothing where nothing was told.
    pub(crate) fn derive(
        &mut self,
        library: &Library,
        since: u64,
        undo: UndoState,
    ) -> Option<Derived> {
        let mut told = self.told.take()?;
        let now = views(library, &self.project.citations);
        let before = std::mem::replace(&mut told.citations, now);
        let new = |(id, view): &(&String, &CitationView)| before.get(*id) != Some(*view);
        let came = told.citations.iter().filter(new).map(|(id, v)| (id.clone(), v.clone()));
        let gone = before.iter().filter(|(id, _)| !told.citations.contains_key(*id));
        let gone: Vec<CitationId> = gone.map(|(_, view)| view.citation.id.clone()).collect();
        let mut form = None;
        if let Some(before) = told.form.take() {
            let choice = self.head().forms.iter().find(|f| f.template == before.form);
            let template = choice.filter(|c| c.version == before.version);
            if let Some(template) = template.and_then(|choice| library.template(choice)) {
                let now = build_form(library, &self.project, template);
                form = Some(compare::form_change(&before, &now, since));
                told.form = Some(now);
            }
        }
        let derived = Derived {
            since,
            overview: overview(library, self, undo),
            citations: came.collect(),
            gone,
            form,
        };
        self.told = Some(told);
        Some(derived)
    }
}

/// The project at a glance.
pub(crate) fn overview(library: &Library, facts: &Facts, undo: UndoState) -> ProjectOverview {
    let project = &facts.project;
    let providers = library.chosen_packs(&project.head).into_iter();
    ProjectOverview {
        revision: facts.revision,
        head: project.head.clone(),
        controllers: controllers(project),
        forms: form_summaries(library, project),
        providers: providers.map(|pack| provider_summary(library, pack, Some(project))).collect(),
        undo,
        changed: facts.changed,
    }
}

fn views(library: &Library, citations: &[Citation]) -> BTreeMap<String, CitationView> {
    citations.iter().map(|c| (c.id.to_string(), view_of_citation(library, c))).collect()
}

/// A citation, and whether the provider's pack still says the same.
fn view_of_citation(library: &Library, citation: &Citation) -> CitationView {
    let today = library.statement(&citation.statement).ok();
    CitationView {
        current: today.map(|(_, statement)| statement.hash == citation.hash),
        citation: citation.clone(),
    }
}

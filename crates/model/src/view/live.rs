//! A form view that follows changes: only the parts that depend on what a change touched are built again.

use std::collections::HashSet;

use crate::id::{CitationId, RowId};
use crate::project::Project;
use crate::view::build::{
    BuiltPart, Wanted, cited_of_project, controllers_of, fill_sources, form_of_parts, form_parts,
};
use crate::view::depends::{Depends, Touch};
use crate::view::earlier_rows::EarlierPart;
use crate::view::{FormSource, FormView, PartView, Progress};

/// Builds the view of a form.
pub fn form_view(source: &FormSource<'_>) -> FormView {
    LiveForm::new(source).view
}

/// A form of a project, kept in memory from one change to the next.
#[derive(Debug)]
pub struct LiveForm {
    view: FormView,
    /// For each section and part: what it depends on, its progress, and its citations.
    parts: Vec<Vec<PartState>>,
}

#[derive(Debug)]
struct PartState {
    depends: Depends,
    progress: Progress,
    cited: Vec<CitationId>,
}

/// The earlier state of a part that was built again, with its place in [`LiveForm::view`].
#[derive(Debug)]
pub struct Replaced {
    /// Index of the section.
    pub section: usize,
    /// Index of the part in its section.
    pub part: usize,
    /// The earlier state.
    pub was: PartView,
}

impl LiveForm {
    /// Builds all parts of the form.
    pub fn new(source: &FormSource<'_>) -> Self {
        let built = form_parts(source, &|_, _| Wanted::New);
        let mut parts: Vec<Vec<PartState>> = Vec::new();
        let mut views: Vec<Vec<PartView>> = Vec::new();
        for _ in &source.template.sections {
            parts.push(Vec::new());
            views.push(Vec::new());
        }
        for BuiltPart { section, depends, view, progress, cited, .. } in built {
            parts[section].push(PartState { depends, progress, cited });
            views[section].push(view);
        }
        let mut form = Self { view: form_of_parts(source, views), parts };
        for section in 0..form.parts.len() {
            form.sum_up(section);
        }
        form.view.controllers = controllers_of(source);
        form.view.cited = form.cited(source.project);
        for part in form.view.sections.iter_mut().flat_map(|section| &mut section.parts) {
            fill_sources(part, source.project, &form.view.cited);
        }
        form
    }

    /// The current view.
    pub fn view(&self) -> &FormView {
        &self.view
    }

    /// Updates the view after a change that touched `touch` and the records of `rows`. Returns the earlier state of
    /// each part that was built again. The new state may be equal to it.
    pub fn follow(
        &mut self,
        source: &FormSource<'_>,
        touch: &Touch,
        rows: &[RowId],
    ) -> Vec<Replaced> {
        let rows: HashSet<&RowId> = rows.iter().collect();
        let wanted = |section: usize, part: usize| {
            let state = self.parts.get(section).and_then(|parts| parts.get(part));
            let view = self.view.sections.get(section).and_then(|s| s.parts.get(part));
            match (state, view) {
                (Some(state), _) if !state.depends.on(touch) => Wanted::No,
                (Some(_), Some(part)) => Wanted::Instead(EarlierPart { part, touch, rows: &rows }),
                _ => Wanted::New,
            }
        };
        let built = form_parts(source, &wanted);
        let mut places = Vec::new();
        for BuiltPart { section, part, depends, view, progress, cited } in built {
            self.parts[section][part] = PartState { depends, progress, cited };
            let was = std::mem::replace(&mut self.view.sections[section].parts[part], view);
            places.push(Replaced { section, part, was });
            self.sum_up(section);
        }
        self.view.controllers = controllers_of(source);
        self.view.cited = self.cited(source.project);
        for place in &places {
            let part = &mut self.view.sections[place.section].parts[place.part];
            fill_sources(part, source.project, &self.view.cited);
        }
        places
    }

    /// Computes the progress of a section from the progress of its parts.
    fn sum_up(&mut self, section: usize) {
        let mut all = Progress::default();
        for part in &self.parts[section] {
            all.filled += part.progress.filled;
            all.required += part.progress.required;
            all.gaps.extend(part.progress.gaps.iter().cloned());
        }
        self.view.sections[section].progress = all;
    }

    fn cited(&self, project: &Project) -> Vec<CitationId> {
        cited_of_project(project, self.parts.iter().flatten().flat_map(|part| &part.cited))
    }
}

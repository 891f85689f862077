//! The next steps of a project, from the progress of its forms and from its answers.

use vurder_model::check::Place;
use vurder_model::next_step::{NextStep, SectionState, StepFacts, next_steps};
use vurder_model::project::Project;

use crate::library::Library;
use crate::project_answers::FormSummary;
use crate::provider_answers::ProviderSummary;
use crate::requests::requests_by_state;
use crate::screening::not_made;

/// The number of steps to give. More steps would be a list of everything that is missing.
const NEAREST: usize = 3;

/// The next steps, in the order in which a person can do them; empty when all is done. `carry_over` is the form that
/// can take over the result of the screening; `blocking` are the findings that hold up the decision, with the place of
/// the first.
pub(crate) fn nearest_steps(
    library: &Library,
    project: &Project,
    forms: &[FormSummary],
    providers: &[ProviderSummary],
    carry_over: Option<&str>,
    blocking: Option<(usize, Place)>,
) -> Vec<NextStep> {
    let sections = forms.iter().flat_map(|form| {
        form.sections.iter().map(|section| SectionState {
            form: &form.form,
            section: &section.id,
            title: &section.title,
            progress: &section.progress,
        })
    });
    let not_made = not_made(library, project);
    let (drafts, waiting) = requests_by_state(library, project);
    let facts = StepFacts {
        sections: sections.collect(),
        not_made: not_made.as_deref(),
        carry_over,
        providers: providers.len(),
        unjudged: providers.iter().map(|one| one.statements.saturating_sub(one.judged)).sum(),
        drafts,
        waiting,
        blocking,
    };
    let mut steps = next_steps(&facts, &library.project_rules().stages);
    steps.truncate(NEAREST);
    steps
}

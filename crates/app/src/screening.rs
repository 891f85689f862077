//! The result of a project's screening, for its other forms.

use vurder_model::project::{Project, SINGLE};
use vurder_model::screening::{Carried, ScreeningOutcome, carried, screen};
use vurder_model::template::Template;

use crate::library::Library;

/// The screening form of the project, in the version that it follows.
fn screening_form<'a>(library: &'a Library, project: &Project) -> Option<&'a Template> {
    let mut forms = project.head.forms.iter().filter_map(|choice| library.template(choice));
    forms.find(|form| form.screening.is_some())
}

/// What the DPIA of the project would take over from its screening; none if both agree.
pub(crate) fn carried_over(library: &Library, project: &Project) -> Option<Carried> {
    let screening = screening_form(library, project)?;
    let mut forms = project.head.forms.iter().filter_map(|choice| library.template(choice));
    forms.find_map(|form| carried(project, screening, form))
}

/// Id of the form that need not be filled in, because the screening requires no DPIA and none is made.
pub(crate) fn not_made(library: &Library, project: &Project) -> Option<String> {
    let screening = screening_form(library, project)?;
    let screened = screen(screening, project.keyed(&screening.id, SINGLE))?;
    let none = screened.made == Some(false) && screened.outcome != Some(ScreeningOutcome::Required);
    let carried = screening.screening.as_ref()?.carried.as_ref()?;
    (none && screened.outcome.is_some()).then(|| carried.form.clone())
}

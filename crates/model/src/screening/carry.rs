//! Computes what the DPIA takes over from a screening: its reasons, and why one criterion was enough.

use crate::field::Field;
use crate::project::{Project, SINGLE};
use crate::richtext::markdown_says_something;
use crate::screening_outcome::ScreeningOutcome;
use crate::template::Template;
use crate::value::{Chosen, Value};

use super::screen::screen;

/// The answers that the DPIA would have if it followed the screening, as field and value. Answers that it already has
/// are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The form that takes them over.
    pub form: String,
    /// The answers.
    pub answers: Vec<(String, Value)>,
}

/// What the DPIA of a project would take over from its screening. `screening` is the form of the screening, `dpia` the
/// form that takes the answers over, both in the version that the project follows.
///
/// `None` if the screening has no outcome yet, if no DPIA is made, or if the DPIA already has the same answers. Reasons
/// that the screening does not know stay with their notes, so that nothing that a person wrote is lost.
pub fn carried(project: &Project, screening: &Template, dpia: &Template) -> Option<Carried> {
    let rules = screening.screening.as_ref()?;
    let into = rules.carried.as_ref().filter(|into| into.form == dpia.id)?;
    let row = project.keyed(&screening.id, SINGLE)?;
    let screened = screen(screening, Some(row))?;
    if screened.outcome.is_none() || screened.made == Some(false) {
        return None;
    }
    let reasons = dpia.own_field(&into.reasons)?;
    let has = |option: &str| reasons.options.iter().any(|known| known.id == option);
    let mut answers = Vec::new();

    let same: Vec<&Field> = into.same.iter().filter_map(|id| screening.own_field(id)).collect();
    let known = |option: &str| same.iter().any(|f| f.options.iter().any(|o| o.id == option));
    let chosen: Vec<&str> = into.same.iter().flat_map(|field| row.chosen(field)).collect();
    let before = match project.single(&dpia.id, &into.reasons) {
        Some(Value::Choices(before)) => before.clone(),
        _ => Vec::new(),
    };
    let mut after: Vec<Chosen> = before
        .iter()
        .filter(|reason| !known(&reason.option) || chosen.contains(&reason.option.as_str()))
        .cloned()
        .collect();
    let add = |after: &mut Vec<Chosen>, option: &str, note: String| {
        if has(option) && after.iter().all(|reason| reason.option != option) {
            after.push(Chosen { option: option.to_owned(), note });
        }
    };
    for option in chosen {
        add(&mut after, option, String::new());
    }
    let fired = || screened.fired.iter().map(|fired| fired.rule);
    for reason in fired().filter_map(|rule| rule.reason.as_deref()) {
        let rules = fired().filter(|rule| rule.reason.as_deref() == Some(reason));
        let labels: Vec<&str> = rules.map(|rule| rule.label.as_str()).collect();
        add(&mut after, reason, labels.join("; "));
    }
    let place = |reason: &Chosen| reasons.options.iter().position(|o| o.id == reason.option);
    after.sort_by_key(place);
    if !same_reasons(&before, &after) && !after.is_empty() {
        answers.push((into.reasons.clone(), Value::Choices(after)));
    }

    if let Some(Value::Text(why)) = row.values.get(&rules.decision.why)
        && screened.outcome == Some(ScreeningOutcome::Recommended)
        && markdown_says_something(why)
        && let Some(field) = into.why.as_deref().and_then(|field| dpia.own_field(field))
        // Words that already stand there were written for the DPIA.
        && project.single(&dpia.id, &field.id).is_none_or(Value::is_empty)
    {
        answers.push((field.id.clone(), Value::Text(why.clone())));
    }
    (!answers.is_empty()).then(|| Carried { form: dpia.id.clone(), answers })
}

fn same_reasons(before: &[Chosen], after: &[Chosen]) -> bool {
    before.len() == after.len() && after.iter().all(|reason| before.contains(reason))
}

//! Rules that compare the outcome of the screening with the decision.

use crate::check::facts::Facts;
use crate::check::functions::Hit;
use crate::check::rule::Rule;
use crate::project::SINGLE;
use crate::screening::{Screened, screen};

/// A DPIA is required, and the project decided to make none.
pub(super) fn no_dpia_though_required<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    denied(facts, |screened| screened.is_unlawful())
}

/// The summary of an authority's list tells that a DPIA is required, and the project decided to make none.
pub(super) fn no_dpia_and_list_unread<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    denied(facts, |screened| screened.list_unread())
}

/// The screenings of which `holds` is true. The finding names the rules that require a DPIA.
fn denied<'a>(facts: &Facts<'a>, holds: fn(&Screened<'_>) -> bool) -> Vec<Hit<'a>> {
    let hits = facts.source.templates.iter().filter_map(|template| {
        let row = facts.source.project.keyed(&template.id, SINGLE);
        let screened = screen(template, row)?;
        holds(&screened).then(|| Hit {
            row,
            others: screened.requiring().map(|fired| fired.rule.label.clone()).collect(),
            state: screened.requiring().map(|fired| fired.rule.id.as_str()).collect(),
            ..Hit::default()
        })
    });
    hits.collect()
}

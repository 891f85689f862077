//! Rules that compare the outcome of the screening with the decision.

use crate::check::facts::Facts;
use crate::check::functions::Hit;
use crate::check::rule::Rule;
use crate::project::SINGLE;
use crate::screening::screen;

/// A DPIA is required, and the project decided to make none.
pub(super) fn no_dpia_though_required<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let hits = facts.source.templates.iter().filter_map(|template| {
        let row = facts.source.project.keyed(&template.id, SINGLE);
        let screened = screen(template, row)?;
        screened.is_unlawful().then(|| Hit {
            row,
            others: screened.fired.iter().map(|fired| fired.rule.label.clone()).collect(),
            state: screened.fired.iter().map(|fired| fired.rule.id.as_str()).collect(),
            ..Hit::default()
        })
    });
    hits.collect()
}

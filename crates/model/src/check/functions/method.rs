//! Rules on whether scales and matrix agree. They check only scales and a matrix that the project has set.

use crate::check::facts::Facts;
use crate::check::functions::Hit;
use crate::check::rule::Rule;
use crate::method::METHOD;
use crate::richtext::says_something;
use crate::value::{ScaleLevel, Value};

/// Whether the project has set the answer of the method at the field of the rule.
fn is_set(facts: &Facts<'_>, rule: &Rule) -> bool {
    facts.single(METHOD).is_some_and(|row| !facts.is_empty(row, &rule.at.field))
}

fn one(others: Vec<String>, state: String) -> Vec<Hit<'static>> {
    vec![Hit { others, state, ..Hit::default() }]
}

/// The matrix finds the gravest harm acceptable although its likelihood is above the lowest one.
pub(super) fn gravest_harm_tolerated<'a>(facts: &Facts<'a>, rule: &Rule) -> Vec<Hit<'a>> {
    let method = facts.source.method;
    if !is_set(facts, rule) {
        return Vec::new();
    }
    let tolerated: Vec<String> = method
        .matrix
        .iter()
        .zip(&method.likelihood)
        .skip(1)
        .filter(|(row, _)| row.last().is_some_and(|level| method.acceptable(*level)))
        .map(|(_, likelihood)| likelihood.label.clone())
        .collect();
    if tolerated.is_empty() {
        return Vec::new();
    }
    one(tolerated, format!("{:?}", method.matrix))
}

/// In the matrix, the level of risk falls although a score rises.
pub(super) fn matrix_not_monotone<'a>(facts: &Facts<'a>, rule: &Rule) -> Vec<Hit<'a>> {
    if !is_set(facts, rule) {
        return Vec::new();
    }
    let matrix = &facts.source.method.matrix;
    let falls = |a: &u8, b: &u8| b < a;
    let in_rows = matrix.iter().any(|row| row.windows(2).any(|pair| falls(&pair[0], &pair[1])));
    let between = matrix
        .windows(2)
        .any(|rows| rows[0].iter().zip(&rows[1]).any(|(low, high)| falls(low, high)));
    if in_rows || between { one(Vec::new(), format!("{matrix:?}")) } else { Vec::new() }
}

/// The levels of the scales that the project has set.
fn set_levels<'a>(facts: &Facts<'a>) -> impl Iterator<Item = (&'a str, &'a ScaleLevel)> {
    let row = facts.single(METHOD);
    let values = row.into_iter().flat_map(|row| &row.values);
    values.flat_map(|(field, value)| match value {
        Value::Scale(levels) => levels.iter().map(|level| (field.as_str(), level)).collect(),
        _ => Vec::new(),
    })
}

/// Some levels have a name but no meaning.
pub(super) fn level_without_meaning<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let bare = set_levels(facts).filter(|(_, level)| !says_something(&level.meaning));
    let bare: Vec<String> = bare.map(|(_, level)| level.label.clone()).collect();
    if bare.is_empty() { Vec::new() } else { one(bare.clone(), bare.join("\n")) }
}

/// There are levels of risk that no cell of the matrix gives.
pub(super) fn level_never_reached<'a>(facts: &Facts<'a>, rule: &Rule) -> Vec<Hit<'a>> {
    if !is_set(facts, rule) {
        return Vec::new();
    }
    let method = facts.source.method;
    let reached =
        |level: usize| method.matrix.iter().flatten().any(|given| usize::from(*given) == level + 1);
    let levels = method.risk.iter().enumerate().filter(|(at, _)| !reached(*at));
    let never: Vec<String> = levels.map(|(_, level)| level.label.clone()).collect();
    if never.is_empty() { Vec::new() } else { one(never, format!("{:?}", method.matrix)) }
}

/// There are levels that are acceptable although nobody is named who may accept them.
pub(super) fn level_nobody_may_accept<'a>(facts: &Facts<'a>, rule: &Rule) -> Vec<Hit<'a>> {
    if !is_set(facts, rule) {
        return Vec::new();
    }
    let levels = facts.source.method.risk.iter();
    let bare = levels.filter(|level| level.acceptable && !says_something(&level.accepted_by));
    let bare: Vec<String> = bare.map(|level| level.label.clone()).collect();
    if bare.is_empty() { Vec::new() } else { one(bare.clone(), bare.join("\n")) }
}

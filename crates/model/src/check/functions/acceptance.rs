//! Who accepts what remains of a risk.

use crate::check::facts::Facts;
use crate::check::functions::Hit;
use crate::check::names::Name;
use crate::check::rule::Rule;
use crate::check::words::folded;
use crate::project::Row;
use crate::role::FieldRole;
use crate::value::{Acceptance, ScaleLevel, Value};

/// The option of the field with the role `person_role` for who assesses.
const ASSESSOR: &str = "assessor";

/// The risks that somebody accepted.
fn accepted<'a>(facts: &Facts<'a>) -> Vec<(&'a Row, &'a Acceptance)> {
    let risks = facts.rows_with(FieldRole::RiskAcceptance).iter();
    let accepted = risks.filter_map(|risk| match facts.answer(risk, FieldRole::RiskAcceptance) {
        Some(Value::Acceptance(given)) if given.accepted => Some((*risk, given)),
        _ => None,
    });
    accepted.collect()
}

/// The level of the method that an acceptance of the risk is about.
fn accepted_level<'a>(facts: &Facts<'a>, risk: &Row) -> Option<&'a ScaleLevel> {
    let level = facts.treatment.accepted_level(risk, &facts.roles, facts.source.method)?;
    facts.source.method.risk.get(usize::from(level).checked_sub(1)?)
}

/// The role of whoever accepts is not the one that the method names for the level.
pub(super) fn acceptor_without_authority<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let mut hits = Vec::new();
    for (risk, given) in accepted(facts) {
        let Some(level) = accepted_level(facts, risk) else { continue };
        let (role, allowed) = (folded(&given.role), folded(&level.accepted_by));
        // The method may name several roles, and a role may be told with its unit.
        let fits = allowed.contains(&role) || role.contains(&allowed);
        if role.trim().is_empty() || allowed.trim().is_empty() || fits {
            continue;
        }
        hits.push(Hit {
            row: Some(risk),
            others: vec![level.accepted_by.clone()],
            word: given.role.clone(),
            state: format!("{} {}", given.role, level.accepted_by),
            ..Hit::default()
        });
    }
    hits
}

/// A risk is accepted whose level the method does not find acceptable, and for which it names nobody who may accept it.
pub(super) fn accepted_though_nobody_may<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let hits = accepted(facts).into_iter().filter_map(|(risk, given)| {
        let level = accepted_level(facts, risk)?;
        let nobody = !level.acceptable && level.accepted_by.trim().is_empty();
        nobody.then(|| Hit {
            row: Some(risk),
            others: vec![level.label.clone()],
            word: given.name.clone(),
            state: format!("{} {}", given.name, level.label),
            ..Hit::default()
        })
    });
    hits.collect()
}

/// Whoever accepts a risk is named as the assessor too.
pub(super) fn assessor_accepts<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let people = facts.rows_with(FieldRole::PersonRole).iter().filter_map(|person| {
        let role = facts.roles.field(FieldRole::PersonRole)?;
        let assesses = person.chosen(role).contains(&ASSESSOR);
        let name = facts.answer(person, FieldRole::PersonName)?.plain_text();
        assesses.then(|| Name::of_person(&name)).flatten()
    });
    let assessors: Vec<Name> = people.collect();
    let accepted = accepted(facts).into_iter().filter(|(_, given)| {
        let name = folded(&given.name);
        assessors.iter().any(|assessor| assessor.stands_in(&name))
    });
    let hit = |(risk, given): (&'a Row, &'a Acceptance)| Hit {
        row: Some(risk),
        word: given.name.clone(),
        state: given.name.clone(),
        ..Hit::default()
    };
    accepted.map(hit).collect()
}

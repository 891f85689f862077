//! Rules on who accepts the residual risks.

use crate::check::facts::Facts;
use crate::check::functions::Hit;
use crate::check::names::Name;
use crate::check::rule::Rule;
use crate::check::words::folded;
use crate::project::Row;
use crate::risk::RiskSide;
use crate::role::FieldRole;
use crate::value::{Acceptance, ScaleLevel, Value};

/// The option for the person who assesses, at the field with the role `person_role`.
const ASSESSOR: &str = "assessor";

/// A risk that somebody accepted for one side.
struct Accepted<'a> {
    risk: &'a Row,
    side: RiskSide,
    given: &'a Acceptance,
}

impl<'a> Accepted<'a> {
    /// The level of the method that was accepted.
    fn level(&self, facts: &Facts<'a>) -> Option<&'a ScaleLevel> {
        let Self { risk, side, .. } = *self;
        facts.treatment.accepted_level(risk, side, &facts.roles, facts.source.method)
    }

    /// The hit for this acceptance, at its field.
    fn hit(&self, facts: &Facts<'a>, word: &str, others: Vec<String>) -> Hit<'a> {
        let state = [word].into_iter().chain(others.iter().map(String::as_str));
        Hit {
            row: Some(self.risk),
            field: facts.roles.field(self.side.acceptance()),
            key: match self.side {
                RiskSide::Organisation => String::new(),
                RiskSide::Subjects => format!("{}/{}", self.risk.id, self.side.option()),
            },
            state: state.collect::<Vec<_>>().join(" "),
            word: word.to_owned(),
            others,
        }
    }
}

/// The acceptances of all risks, for each side.
fn accepted<'a>(facts: &Facts<'a>) -> Vec<Accepted<'a>> {
    let risks = facts.rows_with(FieldRole::RiskAcceptance).iter().copied();
    let sides = risks.flat_map(|risk| RiskSide::ALL.map(|side| (risk, side)));
    let accepted = sides.filter_map(|(risk, side)| match facts.answer(risk, side.acceptance()) {
        Some(Value::Acceptance(given)) if given.accepted => {
            side.concerns(risk, &facts.roles).then_some(Accepted { risk, side, given })
        }
        _ => None,
    });
    accepted.collect()
}

/// The role of the person who accepts is not the role that the method names for the level.
pub(super) fn acceptor_without_authority<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let mut hits = Vec::new();
    for accepted in accepted(facts) {
        let Some(level) = accepted.level(facts) else { continue };
        let given = accepted.given;
        let (role, allowed) = (folded(&given.role), folded(&level.accepted_by));
        // The method may name several roles, and a role may stand together with its unit.
        let fits = allowed.contains(&role) || role.contains(&allowed);
        if role.trim().is_empty() || allowed.trim().is_empty() || fits {
            continue;
        }
        hits.push(accepted.hit(facts, &given.role, vec![level.accepted_by.clone()]));
    }
    hits
}

/// Somebody accepted a risk whose level the method does not find acceptable, and the method names nobody who may accept
/// it.
pub(super) fn accepted_though_nobody_may<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let hits = accepted(facts).into_iter().filter_map(|accepted| {
        let level = accepted.level(facts)?;
        let nobody = !level.acceptable && level.accepted_by.trim().is_empty();
        nobody.then(|| accepted.hit(facts, &accepted.given.name, vec![level.label.clone()]))
    });
    hits.collect()
}

/// The person who accepts a risk is also the assessor.
pub(super) fn assessor_accepts<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let people = facts.rows_with(FieldRole::PersonRole).iter().filter_map(|person| {
        let role = facts.roles.field(FieldRole::PersonRole)?;
        let assesses = person.chosen(role).contains(&ASSESSOR);
        let name = facts.answer(person, FieldRole::PersonName)?.plain_text();
        assesses.then(|| Name::of_person(&name)).flatten()
    });
    let assessors: Vec<Name> = people.collect();
    let accepted = accepted(facts).into_iter().filter(|accepted| {
        let name = folded(&accepted.given.name);
        assessors.iter().any(|assessor| assessor.stands_in(&name))
    });
    accepted.map(|accepted| accepted.hit(facts, &accepted.given.name, Vec::new())).collect()
}

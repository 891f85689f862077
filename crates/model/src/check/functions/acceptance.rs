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
            topics: Vec::new(),
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
        let allowed = roles_of(&level.accepted_by);
        let is_open = folded(&given.role).trim().is_empty() || allowed.is_empty();
        if is_open || has_role(&given.role, &allowed) {
            continue;
        }
        hits.push(accepted.hit(facts, &given.role, vec![level.accepted_by.clone()]));
    }
    hits
}

/// The roles that a method names in one answer: "Head of department or research director". Each of the roles of "Head
/// of department with the data protection officer" is one that the method names.
fn roles_of(written: &str) -> Vec<String> {
    let parts = written.split([',', ';', '/', '&', '\n']).map(folded);
    let words = parts.flat_map(|part| {
        let between = [" or ", " eller ", " and ", " og ", " with ", " med ", " samt "];
        let split = between.into_iter().fold(vec![part], |parts, or| {
            parts.iter().flat_map(|part| part.split(or)).map(str::to_owned).collect()
        });
        let bare = |role: &String| {
            let role = role.trim();
            role.strip_prefix("the ").unwrap_or(role).to_owned()
        };
        split.iter().map(bare).collect::<Vec<_>>()
    });
    words.filter(|role| !role.is_empty()).collect()
}

/// Whether somebody has one of these roles. A role may be told with its unit: "Head of department, Clinic of Surgery",
/// or "Head of department of the Clinic of Surgery". The secretary of a head of department is another role.
fn has_role(given: &str, allowed: &[String]) -> bool {
    let role_alone = given.split([',', ';', '(', '–', ':']).next().unwrap_or(given);
    let given = folded(role_alone);
    let given = given.trim();
    let given = given.strip_prefix("the ").unwrap_or(given);
    allowed.iter().any(|role| {
        given.strip_prefix(role.as_str()).is_some_and(|unit| {
            let units = [" of ", " for ", " at ", " in ", " i ", " ved ", " på ", " av ", " af "];
            unit.is_empty() || units.iter().any(|word| unit.starts_with(word))
        })
    })
}

/// A risk is accepted whose level the method does not find acceptable, and for which it names nobody who may accept it.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_one_that_the_method_names() {
        let fits = |given: &str, allowed: &str| has_role(given, &roles_of(allowed));
        let allowed = "Head of department or research director";
        assert!(fits("head of department", allowed));
        assert!(fits("Head of department, Clinic of Surgery", allowed), "with the unit");
        assert!(fits("Research director", allowed), "the second of two");
        assert!(fits("Avdelingsleder", "Forskningsleder eller avdelingsleder"));
        assert!(!fits("Head", allowed), "the beginning of a role");
        assert!(!fits("Deputy head of department", allowed));
        assert!(!fits("Head of departments", allowed));
    }
}

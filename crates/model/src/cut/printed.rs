//! Which answers the chapters of a cut print. They read more answers than these, for example to count levels; a list of
//! changes must not tell those.

use std::collections::BTreeSet;

use crate::cut::{AnswerAt, Chapter};
use crate::role::{FieldRole, Roles};
use crate::template::ComputedCell;

/// The levels that stand beside each risk.
const LEVELS: [ComputedCell; 4] = [
    ComputedCell::SubjectsInherent,
    ComputedCell::SubjectsResidual,
    ComputedCell::OrganisationInherent,
    ComputedCell::OrganisationResidual,
];

/// The answers that these chapters print row by row, as register and field. `answers` are those that say what the
/// readers are asked and what was decided. The scores of a risk count as printed where its levels stand beside its
/// name. The result is empty for chapters that only count, such as those of a public summary.
#[must_use]
pub fn printed_answers(
    chapters: &[Chapter],
    answers: &[AnswerAt],
    roles: &Roles<'_>,
) -> BTreeSet<(String, String)> {
    let mut printed = BTreeSet::new();
    let mut risks = false;
    for chapter in chapters {
        let fields: &[FieldRole] = match chapter {
            Chapter::Summary => &[
                FieldRole::RiskTitle,
                FieldRole::PersonName,
                FieldRole::RequestTo,
                FieldRole::RequestWords,
                FieldRole::RequestDue,
            ],
            Chapter::Decision => &[FieldRole::PersonName],
            Chapter::ResidualRisks => &[
                FieldRole::RiskTitle,
                FieldRole::RiskOwner,
                FieldRole::RiskAcceptance,
                FieldRole::SubjectsAcceptance,
                FieldRole::MeasureOption,
                FieldRole::MeasureTreats,
            ],
            Chapter::RiskLevels | Chapter::Statements | Chapter::NotStated | Chapter::Rights => &[],
        };
        risks |= fields.contains(&FieldRole::RiskTitle);
        printed.extend(fields.iter().filter_map(|role| place(roles, *role)));
        if matches!(chapter, Chapter::Summary | Chapter::Decision) {
            let asked = answers.iter().map(|at| (at.register.clone(), at.field.clone()));
            printed.extend(asked);
        }
    }
    if risks && let Some(register) = roles.register(FieldRole::RiskTitle) {
        for scores in LEVELS.into_iter().filter_map(|level| roles.scores(level)) {
            let fields = [scores.likelihood, scores.severity];
            printed.extend(fields.map(|field| (register.to_owned(), field.to_owned())));
        }
    }
    printed
}

fn place(roles: &Roles<'_>, role: FieldRole) -> Option<(String, String)> {
    Some((roles.register(role)?.to_owned(), roles.field(role)?.to_owned()))
}

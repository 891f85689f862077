//! Blocks that the program computes: matrices, counts per level, cited pages.

use crate::id::CitationId;
use crate::method::Method;
use crate::project::{Project, Row};
use crate::risk::RiskSide;
use crate::role::{FieldRole, Roles};
use crate::template::ComputedCell;
use crate::view::level::level_view;
use crate::view::treatment::Treatment;
use crate::view::{LevelsView, MatrixEntry, MatrixSide, MatrixView, Numbers, RefView, SourceView};

/// The risks that concern this side: data subjects or the organisation.
fn concerned<'p>(
    project: &'p Project,
    roles: &Roles<'_>,
    side: ComputedCell,
) -> impl Iterator<Item = &'p Row> {
    let side = RiskSide::of(side).unwrap_or(RiskSide::Organisation);
    let concern = side.option();
    let field = roles.field(FieldRole::Concerns).unwrap_or_default().to_owned();
    roles
        .rows(project, FieldRole::Concerns)
        .filter(move |risk| risk.chosen(&field).contains(&concern))
}

/// The matrix of risks, once for each requested side.
pub(crate) fn matrix(
    project: &Project,
    method: &Method,
    numbers: &Numbers<'_>,
    treatment: &Treatment<'_>,
    sides: &[ComputedCell],
) -> MatrixView {
    let roles = numbers.roles();
    let of_side = |&cell: &ComputedCell| {
        let mut entries = Vec::new();
        let mut untreated = Vec::new();
        let mut unscored: Vec<RefView> = Vec::new();
        for risk in concerned(project, numbers.roles(), cell) {
            let Some(named) = numbers.row(&risk.id) else { continue };
            let scores_at = |cell| {
                let fields = roles.scores(cell)?;
                let (l, s) = (risk.level(fields.likelihood)?, risk.level(fields.severity)?);
                method.level(l, s).map(|_| (l, s))
            };
            let in_force = treatment.level_in_force(risk, cell);
            let scores = scores_at(in_force);
            if in_force != cell && scores_at(cell).is_some_and(|later| Some(later) != scores) {
                untreated.push(named.clone());
            }
            match scores {
                Some((likelihood, severity)) => {
                    entries.push(MatrixEntry { risk: named.clone(), likelihood, severity });
                }
                None => unscored.push(named.clone()),
            }
        }
        MatrixSide { side: cell, entries, unscored, untreated }
    };
    MatrixView {
        likelihood: method.likelihood.clone(),
        severity: method.severity.clone(),
        risk: method.risk.clone(),
        matrix: method.matrix.clone(),
        sides: sides.iter().map(of_side).collect(),
    }
}

/// The number of risks to the organisation at each level, before and after treatment.
pub(crate) fn levels(
    project: &Project,
    method: &Method,
    numbers: &Numbers<'_>,
    treatment: &Treatment<'_>,
) -> LevelsView {
    let roles = numbers.roles();
    let level_of =
        |risk: &Row, cell| roles.scores(cell).and_then(|scores| method.level_of(risk, scores));
    let count = |levels: &mut dyn Iterator<Item = u8>| {
        let mut counts = vec![0; method.risk.len()];
        for level in levels {
            let at = usize::from(level).checked_sub(1);
            if let Some(slot) = at.and_then(|at| counts.get_mut(at)) {
                *slot += 1;
            }
        }
        counts
    };
    let highest = |counts: &[usize]| {
        let at = counts.iter().rposition(|&n| n > 0)?;
        level_view(u8::try_from(at + 1).ok()?, &method.risk, true)
    };
    let (before, after) = (ComputedCell::OrganisationInherent, ComputedCell::OrganisationResidual);
    let risks: Vec<&Row> = concerned(project, numbers.roles(), before).collect();
    let any_treated = risks.iter().any(|risk| treatment.treats(risk));
    let in_force = |risk: &Row| treatment.level_in_force(risk, after);
    let scored_otherwise = |risk: &&&Row| {
        let later = level_of(risk, after);
        in_force(risk) == before && later.is_some() && later != level_of(risk, before)
    };
    let counts_before = count(&mut risks.iter().filter_map(|risk| level_of(risk, before)));
    let counts_after = any_treated
        .then(|| count(&mut risks.iter().filter_map(|risk| level_of(risk, in_force(risk)))));
    let named = |risk: &&Row| numbers.row(&risk.id).cloned();
    let unscored: Vec<RefView> =
        risks.iter().filter(|risk| level_of(risk, before).is_none()).filter_map(named).collect();
    let unscored_after: Vec<RefView> = risks
        .iter()
        .filter(|risk| in_force(risk) == after && level_of(risk, after).is_none())
        .filter_map(named)
        .collect();
    // As long as some risks have no scores, nobody knows the highest level.
    let all_before = unscored.is_empty();
    let all_after = all_before && unscored_after.is_empty();
    LevelsView {
        risk: method.risk.clone(),
        highest_before: all_before.then(|| highest(&counts_before)).flatten(),
        highest_after: counts_after.as_deref().filter(|_| all_after).and_then(highest),
        before: counts_before,
        after: counts_after,
        untreated: risks
            .iter()
            .filter(scored_otherwise)
            .filter_map(|risk| numbers.row(&risk.id).cloned())
            .collect(),
        unscored,
        unscored_after,
    }
}

/// The pages of the cited statements, in the order in which they are first cited.
pub(crate) fn sources(project: &Project, cited: &[CitationId]) -> Vec<SourceView> {
    let mut pages: Vec<SourceView> = Vec::new();
    for citation in cited.iter().filter_map(|id| project.citation(id)) {
        for source in &citation.sources {
            let page = SourceView {
                provider_name: citation.provider_name.clone(),
                page: source.page.clone(),
                address: source.address.clone(),
                revision: source.revision.clone(),
                captured: source.captured.map(|day| day.to_string()),
                citations: Vec::new(),
            };
            let known = pages
                .iter_mut()
                .find(|p| SourceView { citations: Vec::new(), ..(*p).clone() } == page);
            match known {
                Some(known) => known.citations.push(citation.id.clone()),
                None => pages.push(SourceView { citations: vec![citation.id.clone()], ..page }),
            }
        }
    }
    pages
}

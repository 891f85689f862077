//! Blocks that the program works out: matrices, counts per level, cited pages.

use crate::id::CitationId;
use crate::method::{Method, Side};
use crate::project::{Project, Row};
use crate::template::ComputedCell;
use crate::view::cells::level_view;
use crate::view::{LevelsView, MatrixEntry, MatrixSide, MatrixView, Numbers, RefView, SourceView};

/// The risks that concern this side: data subjects or the organisation.
fn concerned(project: &Project, side: ComputedCell) -> impl Iterator<Item = &Row> {
    let concern = match side {
        ComputedCell::SubjectsInherent | ComputedCell::SubjectsResidual => "subjects",
        _ => "organisation",
    };
    project.rows_of("risk").filter(move |r| r.chosen("concerns").contains(&concern))
}

/// The matrix of risks, once for each side asked for.
pub(crate) fn matrix(
    project: &Project,
    method: &Method,
    numbers: &Numbers<'_>,
    sides: &[ComputedCell],
) -> MatrixView {
    let of_side = |&cell: &ComputedCell| {
        let mut entries = Vec::new();
        let mut unscored: Vec<RefView> = Vec::new();
        for risk in concerned(project, cell) {
            let Some(named) = numbers.row(&risk.id) else { continue };
            let scores = Side::of(cell).and_then(|side| {
                let (l, s) = (risk.level(side.likelihood)?, risk.level(side.severity)?);
                method.level(l, s).map(|_| (l, s))
            });
            match scores {
                Some((likelihood, severity)) => {
                    entries.push(MatrixEntry { risk: named.clone(), likelihood, severity });
                }
                None => unscored.push(named.clone()),
            }
        }
        MatrixSide { side: cell, entries, unscored }
    };
    MatrixView {
        likelihood: method.likelihood.clone(),
        severity: method.severity.clone(),
        risk: method.risk.clone(),
        matrix: method.matrix.clone(),
        sides: sides.iter().map(of_side).collect(),
    }
}

/// How many risks to the organisation stand at each level, before and after treatment.
pub(crate) fn levels(project: &Project, method: &Method) -> LevelsView {
    let count = |cell| {
        let mut counts = vec![0; method.risk.len()];
        for risk in concerned(project, cell) {
            let level = Side::of(cell).and_then(|side| method.level_of(risk, side));
            let at = level.and_then(|l| usize::from(l).checked_sub(1));
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
    let before = count(ComputedCell::OrganisationInherent);
    let after = count(ComputedCell::OrganisationResidual);
    LevelsView {
        risk: method.risk.clone(),
        highest_before: highest(&before),
        highest_after: highest(&after),
        before,
        after,
    }
}

/// The pages on which the cited statements stand, in order of first citation.
pub(crate) fn sources(project: &Project, cited: &[CitationId]) -> Vec<SourceView> {
    let mut pages: Vec<SourceView> = Vec::new();
    for citation in cited.iter().filter_map(|id| project.citation(id)) {
        for source in &citation.sources {
            let page = SourceView {
                provider_name: citation.provider_name.clone(),
                page: source.page.clone(),
                address: source.address.clone(),
                revision: source.revision.clone(),
                captured: source.captured.to_string(),
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

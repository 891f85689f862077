//! The coverage of a project, topic by topic.

use std::collections::BTreeMap;

use vurder_model::provider::coverage as published_coverage;
use vurder_model::role::FieldRole;
use vurder_model::view::{Numbers, assessed_coverage};

use crate::app::App;
use crate::coverage_answers::{JudgedWords, ProjectCoverage, RowPlace};
use crate::error::Outcome;
use crate::places::place_of;
use crate::project_arguments::OfProject;

/// What the chosen providers state on each topic, with judgements, measures that fill gaps, and requests.
pub(crate) fn coverage(app: &mut App, of: OfProject) -> Outcome<ProjectCoverage> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let library = &app.library;
    let packs = library.chosen_packs(facts.head());
    let stated = published_coverage(library.topics(), packs.iter().copied());
    let numbers = Numbers::of(&facts.project, facts.registers.all(), None);
    let coverage = assessed_coverage(&stated, &facts.project, &numbers);
    let judged = coverage.topics.iter().flat_map(|topic| &topic.providers);
    let judged = judged.filter_map(|one| one.judgement.as_ref());
    let mut statements = BTreeMap::new();
    for id in judged.flat_map(|judgement| &judgement.statements) {
        let found = packs.iter().find_map(|pack| pack.statement(id));
        if let Some(statement) = found {
            let page = statement.sources.first().map(|source| source.page.clone());
            let words = statement.words.clone();
            let judged = JudgedWords { words, page: page.unwrap_or_default() };
            statements.insert(id.clone(), judged);
        }
    }
    let (_, measure_words) = library.role(FieldRole::MeasureWords);
    let (_, request_words) = library.role(FieldRole::RequestWords);
    let mut places = BTreeMap::new();
    let mut measures = Vec::new();
    for (role, words) in
        [(FieldRole::MeasureFills, measure_words), (FieldRole::RequestTo, request_words)]
    {
        for row in numbers.roles().rows(&facts.project, role) {
            if let Some((form, section)) = place_of(library, facts.head(), row, words) {
                places.insert(row.id.to_string(), RowPlace { form, section });
            }
            if role == FieldRole::MeasureFills {
                measures.extend(numbers.row(&row.id).cloned());
            }
        }
    }
    Ok(ProjectCoverage { revision: facts.revision, coverage, statements, measures, places })
}

//! Compares two states of what providers publish, by topic; and gathers what all providers state on one topic.

mod changes;

use std::collections::{HashMap, HashSet};

use vurder_content::msg;
use vurder_model::comparison::{
    ComparedCoverage, ComparedState, ComparedStatement, ComparedTopic, Comparison, ComparisonSide,
    CoverageSums,
};
use vurder_model::project::Project;
use vurder_model::provider::{Pack, ProviderCoverage, Statement, Topic, coverage};
use vurder_model::role::FieldRole;

use self::changes::Changes;
use crate::compare_answers::{StatedOtherwise, TopicOfProvider};
use crate::drifted::revision;
use crate::error::{Fault, Outcome};
use crate::library::Library;

/// Compares two states by topic.
///
/// # Errors
/// [`ErrorCode::WrongValue`](crate::ErrorCode::WrongValue) if both states are the same.
pub(crate) fn compare(
    library: &Library,
    project: Option<&Project>,
    (left, right): (&Pack, &Pack),
) -> Outcome<Comparison> {
    let same_provider = left.provider == right.provider;
    if same_provider && left.revision == right.revision {
        return Err(Fault::wrong_value(msg::error_compare_same(&left.name, &left.revision))
            .with_help(msg::error_compare_same_help()));
    }
    let earlier = same_provider.then(|| earlier_side(library, left, right));
    let (of_left, of_right) = match earlier {
        None => (HashMap::new(), HashMap::new()),
        Some(ComparisonSide::Left) => {
            let changes = Changes::between(library, left, right);
            (changes.earlier, changes.later)
        }
        Some(ComparisonSide::Right) => {
            let changes = Changes::between(library, right, left);
            (changes.later, changes.earlier)
        }
    };
    let judgements = judgements(library, project);
    let told = |covered: &ProviderCoverage, pack, changes| {
        compared(covered, pack, |statement| ComparedStatement {
            judgement: judgements.get(statement.id.as_str()).cloned(),
            became: HashMap::get(changes, &statement.id).cloned(),
            ..plain(statement)
        })
    };
    let both = coverage(library.topics(), [left, right]);
    let topics = both.topics.into_iter().filter_map(|covered| {
        let [on_left, on_right] = &covered.providers[..] else { return None };
        let (left, right) = (told(on_left, left, &of_left), told(on_right, right, &of_right));
        let differs = left.differs(&right);
        Some(ComparedTopic { topic: covered.topic, left, right, differs })
    });
    let topics: Vec<ComparedTopic> = topics.collect();
    Ok(Comparison {
        left: state(left, topics.iter().map(|topic| &topic.left)),
        right: state(right, topics.iter().map(|topic| &topic.right)),
        earlier,
        topics,
    })
}

/// What all providers state on a topic: first the providers of the project, then the others by name.
pub(crate) fn topic(
    library: &Library,
    project: Option<&Project>,
    topic: &Topic,
) -> Vec<TopicOfProvider> {
    let head = project.map(|project| &project.head);
    let judgements = judgements(library, project);
    let mut packs = head.map(|head| library.chosen_packs(head)).unwrap_or_default();
    let chosen = packs.len();
    for pack in library.read_packs(head) {
        if packs.iter().all(|known| known.provider != pack.provider) {
            packs.push(pack);
        }
    }
    let of_provider = |(at, pack): (usize, &&Pack)| {
        let covered = coverage(library.topics(), [*pack]).topics;
        let told: Vec<(&Topic, ComparedCoverage)> = covered
            .iter()
            .filter_map(|covered| Some((&covered.topic, covered.providers.first()?)))
            .map(|(topic, covered)| {
                let told = compared(covered, pack, |statement| ComparedStatement {
                    judgement: judgements.get(statement.id.as_str()).cloned(),
                    ..plain(statement)
                });
                (topic, told)
            })
            .collect();
        let state = state(pack, told.iter().map(|(_, covered)| covered));
        let on_it = told.into_iter().find(|(known, _)| known.id == topic.id);
        Some(TopicOfProvider {
            state,
            chosen: at < chosen,
            coverage: on_it?.1,
            otherwise: otherwise(library, pack, topic),
        })
    };
    packs.iter().enumerate().filter_map(of_provider).collect()
}

/// The statements on a topic in other revisions of a provider that `pack` does not have in the same words, those of the
/// newest revision first. A statement that several revisions have in the same words is listed once.
fn otherwise(library: &Library, pack: &Pack, topic: &Topic) -> Vec<StatedOtherwise> {
    let mut told: HashSet<(&str, &str)> = HashSet::new();
    let mut found = Vec::new();
    for other in library.revisions(&pack.provider).into_iter().rev() {
        if other.revision == pack.revision {
            continue;
        }
        let changes = match earlier_side(library, other, pack) {
            ComparisonSide::Left => Changes::between(library, other, pack).earlier,
            ComparisonSide::Right => Changes::between(library, pack, other).later,
        };
        for statement in other.statements.iter().filter(|s| s.topics.contains(&topic.id)) {
            let became = changes.get(&statement.id).cloned();
            let otherwise = ComparedStatement { became, ..plain(statement) };
            if otherwise.is_changed() && told.insert((&statement.id, &statement.hash)) {
                found.push(StatedOtherwise { of: revision(other), statement: otherwise });
            }
        }
    }
    found
}

/// Which of two revisions of one provider is the earlier one.
fn earlier_side(library: &Library, left: &Pack, right: &Pack) -> ComparisonSide {
    let first = library
        .revisions(&left.provider)
        .into_iter()
        .find(|known| known.revision == left.revision || known.revision == right.revision);
    match first {
        Some(first) if first.revision == right.revision => ComparisonSide::Right,
        _ => ComparisonSide::Left,
    }
}

fn compared(
    covered: &ProviderCoverage,
    pack: &Pack,
    told: impl Fn(&Statement) -> ComparedStatement,
) -> ComparedCoverage {
    let ids = [&covered.provided, &covered.limitations, &covered.duties].into_iter().flatten();
    ComparedCoverage {
        status: covered.status,
        statements: ids.filter_map(|id| pack.statement(id)).map(told).collect(),
        missing: covered.missing.clone(),
        open: covered.open,
    }
}

/// A statement of a pack, without judgement and change.
fn plain(statement: &Statement) -> ComparedStatement {
    ComparedStatement {
        statement: statement.id.clone(),
        words: statement.words.clone(),
        side: statement.side,
        kind: statement.kind,
        uncertain: statement.uncertain.clone(),
        sources: statement.sources.clone(),
        judgement: None,
        became: None,
    }
}

fn state<'a>(pack: &Pack, topics: impl IntoIterator<Item = &'a ComparedCoverage>) -> ComparedState {
    ComparedState {
        provider: pack.provider.clone(),
        provider_name: pack.name.clone(),
        revision: pack.revision.clone(),
        day: pack.captured,
        origin: pack.origin,
        pages: pack.pages.len(),
        statements: pack.statements.len(),
        sums: CoverageSums::of(topics),
    }
}

/// The project's judgements by statement, as ids of options.
fn judgements(library: &Library, project: Option<&Project>) -> HashMap<String, String> {
    let (control_notes, judgement) = library.role(FieldRole::Judgement);
    let notes = project.into_iter().flat_map(|project| project.rows_of(control_notes));
    notes
        .filter_map(|row| Some((row.key.clone()?, (*row.chosen(judgement).first()?).to_owned())))
        .collect()
}

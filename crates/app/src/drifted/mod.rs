//! The citations, judgements and open requests of a project whose source changed up to the newest revision of each
//! provider.

mod descriptions;
mod places;
mod topics;

use std::collections::BTreeMap;

use vurder_content::drift::changed_words;
use vurder_model::drift::StatementChange;
use vurder_model::project::{Citation, Project, Row};
use vurder_model::provider::{Action, Pack, Topic};
use vurder_model::role::FieldRole;

pub(crate) use self::descriptions::revision;
use self::descriptions::{statements, words_of};
use self::places::Places;
pub(crate) use self::topics::{ending_documents, newly_stated};
use crate::catalogue::Registers;
use crate::citation_drift::CitationDrift;
use crate::drift_answers::{DriftItem, DriftItemKind, PublishedWords};
use crate::library::Library;
use crate::requests::open_requests;

/// What changed under a project, in the order of its providers. Settled items stand last.
pub(crate) fn items(library: &Library, project: &Project, registers: &Registers) -> Vec<DriftItem> {
    let places = Places::of(library, project, registers);
    let mut items = Vec::new();
    let drifted = drifted(library, project);
    let (control_notes, judged) = library.role(FieldRole::JudgedStatement);
    for (citation, drift) in &drifted {
        let (judging, citing): (Vec<_>, Vec<_>) = places
            .citing(&citation.id)
            .into_iter()
            .partition(|place| place.row.register == control_notes && place.field == judged);
        let item = |kind, row: Option<&Row>, places| DriftItem {
            kind,
            row: row.map(|row| row.id.clone()),
            places,
            ..of_citation(citation, drift)
        };
        if !citing.is_empty() {
            let at = citing.iter().map(|use_| places.told(use_, Some(&citation.id)));
            items.push(item(DriftItemKind::Citation, None, at.collect()));
        }
        for use_ in judging {
            let at = vec![places.told(&use_, None)];
            items.push(item(DriftItemKind::Judgement, Some(use_.row), at));
        }
    }
    let (_, words) = library.role(FieldRole::RequestWords);
    items.extend(changed_requests(library, project).into_iter().map(|(request, item)| DriftItem {
        row: Some(request.id.clone()),
        places: vec![places.at(request, words)],
        ..item
    }));
    let order = |item: &DriftItem| {
        let provider = project.head.providers.iter().position(|id| *id == item.newest.provider);
        (!item.open, provider.unwrap_or(usize::MAX))
    };
    items.sort_by_key(order);
    items
}

/// The citations whose source changed or has a note of the pack.
fn drifted<'a>(
    library: &'a Library,
    project: &'a Project,
) -> Vec<(&'a Citation, CitationDrift<'a>)> {
    let drifts = project.citations.iter().filter_map(|citation| {
        let drift = library.citation_drift(citation)?;
        let tells = drift.change != StatementChange::Unchanged || !drift.note.is_empty();
        tells.then_some((citation, drift))
    });
    drifts.collect()
}

fn of_citation(citation: &Citation, drift: &CitationDrift<'_>) -> DriftItem {
    let words = match &drift.now[..] {
        [now] if now.hash != citation.hash => changed_words(&citation.words, &now.words),
        _ => Vec::new(),
    };
    DriftItem {
        kind: DriftItemKind::Citation,
        open: drift.is_open(),
        citation: Some(citation.id.clone()),
        row: None,
        statement: citation.statement.clone(),
        places: Vec::new(),
        from: revision(drift.pinned_at),
        newest: revision(drift.newest),
        change: drift.change,
        before: citation.words.clone(),
        now: drift.now.iter().map(words_of).collect(),
        words,
        note: drift.note.clone(),
        since: drift.since,
        since_revision: drift.since_revision.map(revision),
        kept: citation.kept.clone(),
    }
}

/// The open requests whose action or topics changed since the revision that the project follows, with one item for the
/// action and for each topic. The items have no row and no places yet.
pub(crate) fn changed_requests<'a>(
    library: &'a Library,
    project: &'a Project,
) -> Vec<(&'a Row, DriftItem)> {
    let mut changed = Vec::new();
    for follows in library.chosen_packs(&project.head) {
        let newest = library.pack(&follows.provider);
        let Some(newest) = newest.filter(|newest| newest.revision != follows.revision) else {
            continue;
        };
        for request in open_requests(library, project, follows) {
            let action = follows.actions.iter().find(|action| action.title == request.about);
            let action = action.and_then(|action| of_action(library, follows, newest, action));
            let topics = library.topics().iter().filter(|topic| request.is_about(topic));
            let topics = topics.filter_map(|topic| of_topic(library, follows, newest, topic));
            changed.extend(action.into_iter().chain(topics).map(|item| (request.row, item)));
        }
    }
    changed
}

/// A [`DriftItem`] of a request, with only the fields that all requests share.
fn request(follows: &Pack, newest: &Pack, about: &str, change: StatementChange) -> DriftItem {
    DriftItem {
        kind: DriftItemKind::Request,
        open: true,
        citation: None,
        row: None,
        statement: about.to_owned(),
        places: Vec::new(),
        from: revision(follows),
        newest: revision(newest),
        change,
        before: String::new(),
        now: Vec::new(),
        words: Vec::new(),
        note: String::new(),
        since: None,
        since_revision: Some(revision(newest)),
        kept: None,
    }
}

/// What became of an action; none if nothing changed.
fn of_action(
    library: &Library,
    follows: &Pack,
    newest: &Pack,
    action: &Action,
) -> Option<DriftItem> {
    let rests_on = changes_of(library, follows, newest, &action.statements);
    let words = |action: &Action| format!("{}. {}", action.title, action.words);
    let now = newest.action(&action.id);
    let (change, now_words) = match now {
        None => (StatementChange::Removed, None),
        Some(now) if words(now) != words(action) => (StatementChange::Reworded, Some(words(now))),
        // The action has the same words, but the statements that it rests on may have changed.
        Some(_) => (*rests_on.values().min()?, None),
    };
    let before = words(action);
    let told = rests_on.keys().filter(|id| newest.statement(id).is_some());
    let told: Vec<String> = told.map(|id| (*id).to_owned()).collect();
    Some(DriftItem {
        words: now_words.as_ref().map(|now| changed_words(&before, now)).unwrap_or_default(),
        now: match (now, &now_words) {
            (Some(now), Some(words)) => vec![words_of_action(newest, now, words)],
            _ => statements(newest, &told),
        },
        before,
        ..request(follows, newest, &action.id, change)
    })
}

fn words_of_action(pack: &Pack, action: &Action, words: &str) -> PublishedWords {
    let page = pack.page(&action.page);
    PublishedWords {
        statement: action.id.clone(),
        words: words.to_owned(),
        page: page.map(|page| page.title.clone()).unwrap_or_default(),
        address: page.map(|page| page.address.clone()).unwrap_or_default(),
    }
}

/// What became of the statements on a topic; none if nothing changed.
fn of_topic(library: &Library, follows: &Pack, newest: &Pack, topic: &Topic) -> Option<DriftItem> {
    let on_it = |pack: &Pack| -> Vec<String> {
        let on_it = pack.statements.iter().filter(|s| s.topics.contains(&topic.id));
        on_it.map(|statement| statement.id.clone()).collect()
    };
    let (was, now) = (on_it(follows), on_it(newest));
    let changes = changes_of(library, follows, newest, &was);
    let fresh: Vec<String> = now.iter().filter(|id| !was.contains(id)).cloned().collect();
    let change = match changes.values().min() {
        None if fresh.is_empty() => return None,
        None => StatementChange::New,
        Some(change) => *change,
    };
    let mut told = fresh;
    told.extend(changes.keys().map(|id| (*id).to_owned()));
    let before = was.iter().filter_map(|id| follows.statement(id)).map(|s| s.words.as_str());
    Some(DriftItem {
        before: before.collect::<Vec<_>>().join(" "),
        now: statements(newest, &told),
        ..request(follows, newest, &topic.id, change)
    })
}

/// The changes of these statements from one revision to another, without unchanged statements.
fn changes_of<'a>(
    library: &Library,
    follows: &Pack,
    newest: &Pack,
    ids: &'a [String],
) -> BTreeMap<&'a str, StatementChange> {
    let all = library.revisions(&follows.provider);
    let from = all.iter().position(|pack| pack.revision == follows.revision).unwrap_or(0);
    let until = all.iter().position(|pack| pack.revision == newest.revision);
    let between = all.get(from..=until.unwrap_or(from)).unwrap_or_default();
    let changes = ids.iter().map(|id| (id.as_str(), library.traced(between, id).change));
    changes.filter(|(_, change)| *change != StatementChange::Unchanged).collect()
}

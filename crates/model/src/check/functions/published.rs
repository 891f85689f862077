//! Rules on what the chosen providers publish: what the project cites of it, and what it leaves to the controller.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::check::facts::{Citing, Facts};
use crate::check::functions::Hit;
use crate::check::rule::Rule;
use crate::id::{CitationId, RowId};
use crate::project::Row;
use crate::provider::{Side, StatementKind};
use crate::role::FieldRole;
use crate::value::Value;

/// The option of a measure's status for a measure that works and has evidence.
const IMPLEMENTED: &str = "implemented";

/// The option of a request's status for a request that the provider answered.
const ANSWERED: &str = "answered";

/// The rows that cite something, with their citations. Control notes are left out: a judgement is about the words that
/// it was made of.
fn citing<'f, 'a>(facts: &'f Facts<'a>) -> impl Iterator<Item = &'f Citing<'a>> {
    let notes = facts.roles.register(FieldRole::JudgedStatement);
    facts.citing().iter().filter(move |(row, _)| Some(row.register.as_str()) != notes)
}

/// A provider no longer publishes statements as the project cites them, and nobody has settled it.
pub(super) fn cited_text_changed<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let changed = facts.source.changed;
    if changed.is_empty() {
        return Vec::new();
    }
    /// The changed citations of a provider, and the rows that use them.
    #[derive(Default)]
    struct Changed<'a> {
        rows: Vec<&'a Row>,
        citations: BTreeSet<CitationId>,
    }
    let mut by_provider: BTreeMap<&str, Changed<'a>> = BTreeMap::new();
    for (row, cited) in citing(facts) {
        let cited = cited.iter().filter_map(|id| CitationId::new(id.as_str()).ok());
        for id in cited.filter(|id| changed.contains(id)) {
            let Some(citation) = facts.source.project.citation(&id) else { continue };
            let of_provider = by_provider.entry(&citation.provider).or_default();
            of_provider.citations.insert(id);
            if of_provider.rows.last().is_none_or(|last| last.id != row.id) {
                of_provider.rows.push(row);
            }
        }
    }
    let hit = |(provider, found): (&str, Changed<'a>)| {
        let first = found.rows.first().copied();
        let field = first.and_then(|row| {
            let here = |value: &Value| value.citations().iter().any(|id| changed.contains(id));
            row.values.iter().find(|(_, value)| here(value))
        });
        let names = facts.source.project.citations.iter();
        let mut names = names.filter(|citation| citation.provider == provider);
        Hit {
            topics: Vec::new(),
            row: first,
            field: field.map(|(field, _)| field.as_str()),
            key: provider.to_owned(),
            others: found.rows.iter().map(|row| facts.number(row)).collect(),
            word: names.next().map(|citation| citation.provider_name.clone()).unwrap_or_default(),
            state: format!("{:?}", found.citations),
        }
    };
    by_provider.into_iter().map(hit).collect()
}

/// The first words of a statement.
fn beginning(words: &str) -> String {
    const LONGEST: usize = 60;
    if words.chars().count() <= LONGEST {
        return format!("“{words}”");
    }
    let cut: String = words.chars().take(LONGEST).collect();
    let at_word = cut.rfind(' ').unwrap_or(cut.len());
    format!("“{} …”", &cut[..at_word])
}

/// All evidence of a measure that works, as the project says, is a claim of the provider.
pub(super) fn claim_as_evidence<'a>(facts: &Facts<'a>, rule: &Rule) -> Vec<Hit<'a>> {
    let kinds: BTreeMap<&str, StatementKind> = facts
        .source
        .packs
        .iter()
        .flat_map(|pack| &pack.statements)
        .map(|statement| (statement.id.as_str(), statement.kind))
        .collect();
    let status = rule.at.field.as_str();
    let mut hits = Vec::new();
    for measure in facts.rows_with(FieldRole::MeasureEvidence) {
        let Some(Value::Citations(evidence)) = facts.answer(measure, FieldRole::MeasureEvidence)
        else {
            continue;
        };
        if !measure.chosen(status).contains(&IMPLEMENTED) || evidence.is_empty() {
            continue;
        }
        let claims = evidence.iter().all(|id| {
            let cited = facts.source.project.citation(id);
            let kind = cited.and_then(|cited| kinds.get(cited.statement.as_str()));
            kind == Some(&StatementKind::Claim)
        });
        if claims {
            let state = format!("{evidence:?}");
            hits.push(Hit { row: Some(measure), state, ..Hit::default() });
        }
    }
    hits
}

/// A document has expired that a provider shows on a page on which the project relies.
pub(super) fn assurance_expired<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let cited = facts.cited_statements();
    let mut hits = Vec::new();
    for pack in facts.source.packs {
        let pages: BTreeSet<&str> = pack
            .statements
            .iter()
            .filter(|statement| statement.kind == StatementKind::Assurance)
            .filter(|statement| cited.contains(statement.id.as_str()))
            .flat_map(|statement| &statement.sources)
            .map(|source| source.page.as_str())
            .collect();
        for document in &pack.documents {
            let Some(until) = document.valid_until.filter(|until| *until < facts.source.today)
            else {
                continue;
            };
            // A document that had expired before the pages were read is history. The pages themselves say so.
            let was_valid = pack.captured.is_none_or(|day| until >= day);
            if was_valid && pages.contains(document.page.as_str()) {
                hits.push(Hit {
                    key: document.id.replace('/', "."),
                    others: vec![document.title.clone()],
                    word: until.to_string(),
                    state: format!("{} {until}", document.id),
                    ..Hit::default()
                });
            }
        }
    }
    hits
}

/// The statements that a control note judges.
fn judged<'a>(facts: &Facts<'a>) -> BTreeSet<&'a str> {
    let Some(judgement) = facts.roles.field(FieldRole::Judgement) else {
        return BTreeSet::new();
    };
    let notes = facts.rows_with(FieldRole::JudgedStatement).iter();
    let notes = notes.filter(|note| !note.chosen(judgement).is_empty());
    notes.filter_map(|note| note.key.as_deref()).collect()
}

/// A provider leaves something to the controller, and no answer cites it and nobody judged it.
pub(super) fn boundary_left_open<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let (cited, judged) = (facts.cited_statements(), judged(facts));
    let mut hits = Vec::new();
    for pack in facts.source.packs {
        let open: Vec<&str> = pack
            .statements
            .iter()
            .filter(|statement| statement.side == Side::ControllersDuty)
            .filter(|s| !cited.contains(s.id.as_str()) && !judged.contains(s.id.as_str()))
            .map(|statement| statement.words.as_str())
            .collect();
        if !open.is_empty() {
            hits.push(Hit {
                key: pack.provider.clone(),
                others: open.iter().take(2).map(|words| beginning(words)).collect(),
                word: pack.name.clone(),
                state: open.join("\n"),
                ..Hit::default()
            });
        }
    }
    hits
}

/// A request goes to a provider that the project has not chosen and that is not one of its processors.
pub(super) fn request_of_unchosen_provider<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let (register, field) = (
        facts.roles.register(FieldRole::ProcessorName).unwrap_or_default(),
        facts.roles.field(FieldRole::ProcessorName).unwrap_or_default(),
    );
    let names = facts.names(register, field, false);
    let chosen: Vec<&str> = facts.source.packs.iter().map(|pack| pack.name.as_str()).collect();
    let mut hits = Vec::new();
    for request in facts.rows_with(FieldRole::RequestTo) {
        let Some(to) = facts.answer(request, FieldRole::RequestTo) else { continue };
        let to = to.plain_text();
        let words = crate::check::words::folded(&to);
        let known =
            chosen.contains(&to.as_str()) || names.iter().any(|(_, name)| name.stands_in(&words));
        if !to.trim().is_empty() && !known {
            let state = to.clone();
            hits.push(Hit { row: Some(request), word: to, state, ..Hit::default() });
        }
    }
    hits
}

/// Answers cite the answer of a provider in other words than the request holds now. The request may also have lost its
/// answer.
pub(super) fn cited_answer_changed<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let citations = facts.source.project.citations.iter();
    let pinned: Vec<_> = citations.filter_map(|c| Some((c, c.answer.as_ref()?))).collect();
    if pinned.is_empty() {
        return Vec::new();
    }
    let citing: Vec<&Citing<'a>> = citing(facts).collect();
    let mut hits = Vec::new();
    for request in facts.rows_with(FieldRole::RequestAnswer) {
        let now = facts.answer(request, FieldRole::RequestAnswer);
        let now = now.map(Value::plain_text).unwrap_or_default();
        let other: Vec<&str> = pinned
            .iter()
            .filter(|(citation, answer)| {
                answer.request == request.id && citation.words.trim() != now.trim()
            })
            .map(|(citation, _)| citation.id.as_str())
            .collect();
        let rests = |cited: &BTreeSet<String>| other.iter().any(|id| cited.contains(*id));
        let rows: Vec<&Row> =
            citing.iter().filter(|(_, cited)| rests(cited)).map(|(row, _)| *row).collect();
        if !rows.is_empty() {
            hits.push(Hit {
                row: Some(request),
                others: rows.iter().map(|row| facts.number(row)).collect(),
                state: format!("{now}\n{}", other.join("\n")),
                ..Hit::default()
            });
        }
    }
    hits
}

/// A provider answered a request, and nothing in the draft cites the answer.
pub(super) fn answer_not_used<'a>(facts: &Facts<'a>, rule: &Rule) -> Vec<Hit<'a>> {
    let answered = facts.rows_with(FieldRole::RequestAnswer).iter().filter(|request| {
        let status = facts.roles.field(FieldRole::RequestStatus).unwrap_or_default();
        request.chosen(status).contains(&ANSWERED) && !facts.is_empty(request, &rule.at.field)
    });
    let answered: Vec<&Row> = answered.copied().collect();
    if answered.is_empty() {
        return Vec::new();
    }
    let citations = facts.source.project.citations.iter();
    let cited: HashSet<&str> =
        citing(facts).flat_map(|(_, cited)| cited.iter()).map(String::as_str).collect();
    let used: HashSet<&RowId> = citations
        .filter(|citation| cited.contains(citation.id.as_str()))
        .filter_map(|citation| Some(&citation.answer.as_ref()?.request))
        .collect();
    let unused = answered.into_iter().filter(|request| !used.contains(&request.id));
    let hit = |request: &'a Row| {
        let words = facts.answer(request, FieldRole::RequestAnswer).map(Value::plain_text);
        Hit { row: Some(request), state: words.unwrap_or_default(), ..Hit::default() }
    };
    unused.map(hit).collect()
}

//! Rules on the words of all answers.

use crate::check::facts::Facts;
use crate::check::functions::Hit;
use crate::check::rule::Rule;
use crate::check::words::folded;
use crate::project::Row;
use crate::role::FieldRole;
use crate::value::Value;

/// Letters from which on the same words in two answers of a row are no coincidence.
const LONG: usize = 60;

/// The texts of a row, with their fields; nothing for rows that the program keeps for itself.
fn texts<'a>(facts: &Facts<'a>, row: &'a Row) -> Vec<(&'a str, &'a str)> {
    if Some(row.register.as_str()) == facts.roles.register(FieldRole::WaiverReason) {
        return Vec::new();
    }
    let texts = row.values.iter().filter_map(|(field, value)| match value {
        Value::Text(words) | Value::Line(words) | Value::YesNo { reason: words, .. } => {
            Some((field.as_str(), words.as_str()))
        }
        _ => None,
    });
    texts.collect()
}

fn live<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Row> {
    facts.source.project.rows.iter().filter(|row| row.trashed.is_none())
}

/// An answer holds words that stand for words still to be written.
pub(super) fn placeholder_left<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let mut hits = Vec::new();
    for row in live(facts) {
        for (field, words) in texts(facts, row) {
            let text = facts.text(row, field);
            if let Some(found) = text.placeholder {
                let label = facts.field(&row.register, field).map(|known| known.label.clone());
                hits.push(Hit {
                    row: Some(row),
                    key: format!("{}/{field}", row.id),
                    others: label.into_iter().collect(),
                    word: found.trim().to_owned(),
                    state: words.to_owned(),
                    field: Some(field),
                });
            }
        }
    }
    hits
}

/// Two answers of a row are the same words.
pub(super) fn same_words_twice<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let mut hits = Vec::new();
    for row in live(facts) {
        let texts = texts(facts, row);
        for (at, (field, words)) in texts.iter().enumerate() {
            if words.len() < LONG {
                continue;
            }
            let text = facts.text(row, field);
            let twin = texts[..at].iter().find(|(other, written)| {
                written.len().abs_diff(words.len()) < LONG
                    && facts.text(row, other).words == text.words
            });
            if let Some((twin, _)) = twin.filter(|_| text.length >= LONG) {
                let label = |field: &str| {
                    facts.field(&row.register, field).map(|known| known.label.clone())
                };
                hits.push(Hit {
                    row: Some(row),
                    key: format!("{}/{field}", row.id),
                    others: [label(twin), label(field)].into_iter().flatten().collect(),
                    state: (*words).to_owned(),
                    field: Some(field),
                    ..Hit::default()
                });
            }
        }
    }
    hits
}

/// The version of the report does not stand in its log of versions.
pub(super) fn version_not_in_log<'a>(facts: &Facts<'a>, rule: &Rule) -> Vec<Hit<'a>> {
    let version = folded(&facts.source.project.head.version);
    let Some((row, field)) = facts.place(&rule.at, None) else { return Vec::new() };
    let log = facts.text(row, field);
    if version.trim().is_empty() || log.length == 0 || log.words.contains(&version) {
        return Vec::new();
    }
    let word = facts.source.project.head.version.clone();
    vec![Hit { state: word.clone(), word, ..Hit::default() }]
}

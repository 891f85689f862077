//! Rules on the words of all answers.

use crate::check::facts::Facts;
use crate::check::functions::Hit;
use crate::check::rule::Rule;
use crate::check::words::folded;
use crate::project::Row;
use crate::role::FieldRole;
use crate::value::Value;

/// Number of letters from which the same words in two answers of a row are not a coincidence.
const LONG: usize = 60;

/// The rows of the project without waivers, because waivers hold words of the program.
fn written_rows<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Row> {
    let waivers = facts.roles.register(FieldRole::WaiverReason);
    let live = facts.source.project.rows.iter().filter(|row| row.trashed.is_none());
    live.filter(move |row| Some(row.register.as_str()) != waivers)
}

/// A field of a row with the words that are written there.
fn words_at<'a>(row: &'a Row, field: &str) -> Option<(&'a str, &'a str)> {
    match row.values.get_key_value(field)? {
        (field, Value::Text(words) | Value::Line(words) | Value::YesNo { reason: words, .. }) => {
            Some((field, words))
        }
        _ => None,
    }
}

/// An answer holds a placeholder.
pub(super) fn placeholder_left<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    let mut hits = Vec::new();
    for row in written_rows(facts) {
        for (field, text) in facts.written(row).iter() {
            // A required answer that is nothing but a placeholder is a gap.
            let required = facts.field(&row.register, field).is_some_and(|field| field.required);
            if let Some(found) = text.placeholder
                && !(required && facts.is_empty(row, field))
                && let Some((field, words)) = words_at(row, field)
            {
                let label = facts.field(&row.register, field).map(|known| known.label.clone());
                hits.push(Hit {
                    topics: Vec::new(),
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
    for row in written_rows(facts) {
        let written = facts.written(row);
        for (at, (field, text)) in written.iter().enumerate().filter(|(_, w)| w.1.length >= LONG) {
            let twin = written[..at].iter().find(|(_, other)| other.words == text.words);
            if let Some((twin, _)) = twin
                && let Some((field, words)) = words_at(row, field)
            {
                let label = |field: &str| {
                    facts.field(&row.register, field).map(|known| known.label.clone())
                };
                hits.push(Hit {
                    row: Some(row),
                    key: format!("{}/{field}", row.id),
                    others: [label(twin), label(field)].into_iter().flatten().collect(),
                    state: words.to_owned(),
                    field: Some(field),
                    ..Hit::default()
                });
            }
        }
    }
    hits
}

/// The version of the report is not in the report's log of versions.
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

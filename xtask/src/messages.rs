//! Checks that message files and sources have the same messages: none is missing, and none is unused.

use crate::Outcome;
use crate::offence::Offence;
use crate::room_rules::sources;
use std::collections::BTreeMap;

const FOLDER: &str = "content/locales/en";

/// The code before a message's id where a source asks for it. Other ids are found as words in quotes.
const ASKING: &[&str] = &[" t(", "(t(", "{t(", "`t(", "!t(", "[t(", "words("];

/// Checks that every message which the code asks for exists, and that the code asks for every message.
pub(crate) fn complete() -> Outcome<Vec<Offence>> {
    let mut offences = Vec::new();
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    let files = sources(&[FOLDER], &["ftl"])?;
    for (path, text) in &files {
        for (number, id) in ids(text) {
            let place = format!("{path}:{number}");
            if let Some(first) = places.insert(id.to_owned(), place.clone()) {
                offences.push(format!("{place}: the message {id} is at {first} already"));
            }
        }
    }
    let mut asked_ids = Vec::new();
    let mut called: Vec<String> = Vec::new();
    let code = sources(&["crates", "src-tauri", "ui/src"], &["rs", "ts", "svelte"])?;
    for (path, text) in &code {
        // A test may ask for a missing message, and a message that only a test uses is unused.
        if path.contains("/tests/") {
            continue;
        }
        for (index, line) in text.lines().enumerate() {
            asked_ids.extend(
                quoted(line).into_iter().map(|(_, word)| word).filter(|word| could_be_id(word)),
            );
            called.extend(functions(line));
            for id in asked_for(line) {
                if !places.is_empty() && !places.contains_key(id) {
                    offences.push(format!("{path}:{}: there is no message {id}", index + 1));
                }
            }
        }
    }
    // A message may be part of another one.
    for (_, text) in &files {
        asked_ids.extend(
            text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.trim())),
        );
    }
    asked_ids.extend(called.iter().map(String::as_str));
    let patterns: Vec<Vec<&str>> = asked_ids.iter().map(|word| fixed_parts(word)).collect();
    for (id, place) in &places {
        if !patterns.iter().any(|parts| fits(id, parts)) {
            offences.push(format!("{place}: nothing asks for the message {id}"));
        }
    }
    Ok(offences)
}

/// The ids that a Fluent file defines, with their line numbers; terms and attributes are not messages.
fn ids(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(index, line)| {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end();
        id.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
        id.chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
            .then_some((index + 1, id))
    })
}

/// Every word in quotes of a line with its position, for all kinds of quotes.
fn quoted(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for quote in ['"', '\'', '`'] {
        let ends: Vec<usize> = line.match_indices(quote).map(|(at, _)| at).collect();
        // Each pair of neighbouring quotes, since an apostrophe elsewhere in the line shifts which of them open and
        // close.
        found.extend(ends.windows(2).map(|ends| (ends[0], &line[ends[0] + 1..ends[1]])));
    }
    found
}

/// The ids whose functions a line of Rust calls: `msg::error_taken` stands for `error-taken`.
fn functions(line: &str) -> Vec<String> {
    let calls = line.split("msg::").skip(1).map(|rest| {
        let rest = rest.strip_prefix("r#").unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        rest[..end].replace('_', "-")
    });
    calls.filter(|id| !id.is_empty()).collect()
}

fn asked_for(line: &str) -> Vec<&str> {
    quoted(line)
        .into_iter()
        .filter(|(at, word)| {
            let before = format!(" {}", &line[..*at]);
            ASKING.iter().any(|asking| before.ends_with(asking))
                && word.contains(|c: char| c.is_ascii_lowercase())
                && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                && !word.starts_with('-')
                && !word.ends_with('-')
        })
        .map(|(_, word)| word)
        .collect()
}

/// Whether a word in quotes could be an id, whole or with placeholders. The content of a placeholder is code.
fn could_be_id(word: &str) -> bool {
    let parts = fixed_parts(word);
    let is_fixed = parts.len() == 1;
    !word.is_empty()
        && (is_fixed || parts.iter().any(|part| part.len() > 2))
        && parts
            .iter()
            .all(|part| part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'))
}

/// The fixed parts of `risk-${kind}-name` or `{stem}-help`, in order. A word without placeholders is one part.
fn fixed_parts(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = word;
    while let Some(open) = rest.find('{') {
        parts.push(rest[..open].trim_end_matches('$'));
        match rest[open..].find('}') {
            Some(close) => rest = &rest[open + close + 1..],
            None => return parts,
        }
    }
    parts.push(rest);
    parts
}

/// Whether the id begins with the first part, ends with the last, and has the others between them, in order.
fn fits(id: &str, parts: &[&str]) -> bool {
    let [first, middle @ .., last] = parts else { return parts == [id] };
    let Some(mut rest) = id.strip_prefix(first) else { return false };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.len() > last.len() && rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_a_fluent_file() {
        let text = "# note = no\nsaved = Saved\n    .title = x\n-brand = Vurder\nundo-it = Undo";
        let found: Vec<_> = ids(text).collect();
        assert_eq!(found, [(2, "saved"), (5, "undo-it")]);
    }

    #[test]
    fn computed_ids_count_as_asked_for() {
        assert!(fits("change-add-row", &fixed_parts("change-{}")));
        assert!(fits("error-locked-help", &fixed_parts("{stem}-help")));
        assert!(fits("risk-own-name", &fixed_parts("risk-${kind}-name")));
        assert!(!fits("change-", &fixed_parts("change-{}")));
        assert!(!fits("saved", &fixed_parts("saved-at")));
        assert!(fits("saved", &fixed_parts("saved")));
    }

    #[test]
    fn code_in_the_places_of_a_computed_id_does_not_hide_it() {
        let line = "{t(`side-${s.side.replace(\"_\", \"-\")}`)}";
        let words: Vec<_> =
            quoted(line).into_iter().map(|(_, word)| word).filter(|w| could_be_id(w)).collect();
        assert!(words.iter().any(|word| fits("side-limitation", &fixed_parts(word))), "{words:?}");
    }

    #[test]
    fn a_function_of_a_message_asks_for_it() {
        let line = "msg::error_taken(id), vurder_content::msg::r#move()";
        assert_eq!(functions(line), ["error-taken", "move"]);
        assert!(functions("use vurder_content::{Messages, msg};").is_empty());
    }

    #[test]
    fn a_call_asks_for_its_first_word() {
        assert_eq!(asked_for("{t(\"day-wrong\", { a })}"), ["day-wrong"]);
        assert_eq!(asked_for("return t('it');"), ["it"]);
        assert!(asked_for("let at = start(\"x\")").is_empty());
    }
}

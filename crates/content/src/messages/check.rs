//! Checks the message files: each can be read, each id stands once, and each message has the arguments of the English
//! one. Also finds what a language lacks.

use std::collections::{BTreeMap, BTreeSet};

use crate::files::Files;
use crate::messages::defined::{Defined, defined};
use crate::problem::Problem;

/// The base language, in which message files, templates, packs and topics are written. It is always complete, and its
/// files decide which messages and texts there are.
pub const ENGLISH: &str = "en";

/// The problems of the message files in `files`: files that Fluent cannot read, ids that a language has twice or that
/// English does not have, and messages with other arguments than the English ones.
#[must_use]
pub fn check_messages(files: &Files) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut languages: BTreeMap<&str, BTreeMap<String, (String, Defined)>> = BTreeMap::new();
    for path in files.below("locales", ".ftl") {
        let Some(language) = path.split('/').nth(1) else { continue };
        let file = files.name(path);
        let text = match files.text(path) {
            Ok(text) => text.unwrap_or_default(),
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let (messages, unreadable) = defined(text);
        problems.extend(unreadable.into_iter().map(|place| {
            Problem::new(&file, place.line, format!("not readable as Fluent: {}", place.reason))
        }));
        let known = languages.entry(language).or_default();
        for message in messages {
            let id = message.id.clone();
            if let Some((first, earlier)) = known.get(&id) {
                let at = earlier.line;
                let words = format!("duplicate id: \"{id}\" stands already in {first}:{at}");
                problems.push(Problem::new(&file, message.line, words));
            } else {
                known.insert(id, (file.clone(), message));
            }
        }
    }
    let english_messages = languages.get(ENGLISH).cloned().unwrap_or_default();
    for known in languages.values() {
        for (id, (file, message)) in known {
            let Some((_, english)) = english_messages.get(id) else {
                let words = format!("\"{id}\" has no words in \"{ENGLISH}\"");
                problems.push(Problem::new(file, message.line, words));
                continue;
            };
            for argument in &message.arguments {
                if !english.arguments.contains(argument) {
                    let words = format!("\"{id}\" takes no argument \"{argument}\" in English");
                    problems.push(Problem::new(file, message.line, words));
                }
            }
            for argument in &english.arguments {
                if !message.arguments.contains(argument) {
                    let words = format!("\"{id}\" lacks the argument \"{argument}\"");
                    problems.push(Problem::new(file, message.line, words));
                }
            }
        }
    }
    problems
}

/// The languages that have message files.
pub(crate) fn languages(files: &Files) -> BTreeSet<String> {
    let languages = files.below("locales", ".ftl").filter_map(|path| path.split('/').nth(1));
    languages.map(str::to_owned).collect()
}

/// The English messages that have no words in `language`, at their English place. In an unfinished language, missing
/// messages are not a mistake. The language is offered when it has all of them.
pub(crate) fn missing(files: &Files, language: &str) -> Vec<Problem> {
    let known: BTreeSet<String> =
        messages_of(files, language).into_iter().map(|(_, message)| message.id).collect();
    let lacking = messages_of(files, ENGLISH).into_iter().filter(|(_, m)| !known.contains(&m.id));
    let problem = |(file, message): (String, Defined)| {
        let words = format!("\"{}\" has no words in \"{language}\"", message.id);
        Problem::new(file, message.line, words)
    };
    lacking.map(problem).collect()
}

/// The messages of a language, each with the name of its file.
fn messages_of(files: &Files, language: &str) -> Vec<(String, Defined)> {
    let folder = format!("locales/{language}");
    let mut messages = Vec::new();
    for path in files.below(&folder, ".ftl") {
        let text = files.text(path).ok().flatten().unwrap_or_default();
        messages.extend(defined(text).0.into_iter().map(|message| (files.name(path), message)));
    }
    messages
}

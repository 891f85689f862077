//! Whether the message files are in order: readable, each id once, and the same messages in every language.

use std::collections::BTreeMap;

use crate::files::Files;
use crate::messages::defined::{Defined, defined};
use crate::problem::Problem;

/// The language whose messages are complete. Its files say which messages there are.
pub const FALLBACK: &str = "en";

/// What is wrong in the message files of `files`: what Fluent cannot read, ids that a language has twice or lacks, and
/// messages that take other arguments than the English ones.
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
    let fallback = languages.get(FALLBACK).cloned().unwrap_or_default();
    for (language, known) in &languages {
        for (id, (file, message)) in &fallback {
            if !known.contains_key(id) {
                let words = format!("\"{id}\" has no words in \"{language}\"");
                problems.push(Problem::new(file, message.line, words));
            }
        }
        for (id, (file, message)) in known {
            let Some((_, english)) = fallback.get(id) else {
                let words = format!("\"{id}\" has no words in \"{FALLBACK}\"");
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

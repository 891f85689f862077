//! The words of the program, from Fluent message files: `content/locales/<language>/*.ftl`.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::embed;
use crate::files::Files;
use crate::problem::Problem;

/// The language whose messages are complete; it stands in where another lacks one.
pub const FALLBACK: &str = "en";

/// The messages of one language.
#[derive(Clone)]
pub struct Messages {
    language: String,
    /// The language itself, then the fallback.
    bundles: Arc<Vec<FluentBundle<FluentResource>>>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Messages {
    /// The messages of `language` (BCP 47, `en` or `nb-NO`). Where the program has none of that language, or lacks a
    /// message in it, the English one stands in.
    #[must_use]
    pub fn for_language(language: &str) -> Self {
        let files = embed::locales();
        let primary = language.split(['-', '_']).next().unwrap_or(FALLBACK);
        let mut bundles = Vec::new();
        for wanted in [language, primary, FALLBACK] {
            bundles.extend(bundle(&files, wanted));
        }
        Self { language: language.to_owned(), bundles: Arc::new(bundles) }
    }

    /// The languages that have message files.
    #[must_use]
    pub fn languages() -> Vec<String> {
        let files = embed::locales();
        let mut languages: Vec<String> = files
            .below("locales", ".ftl")
            .filter_map(|path| path.split('/').nth(1).map(str::to_owned))
            .collect();
        languages.dedup();
        languages
    }

    /// The language these messages were asked for in.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether there is a message of this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(id))
    }

    /// The message `id` without arguments; the id in brackets, if there is none.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The message `id` with its arguments; the id in brackets, if there is none. An argument that is a whole number
    /// chooses plural forms.
    #[must_use]
    pub fn format(&self, id: &str, args: &[(&str, &str)]) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, argument(value));
        }
        for bundle in self.bundles.iter() {
            if let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) {
                return bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned();
            }
        }
        format!("[{id}]")
    }
}

/// Digits are a number, as long as a number is written exactly like them.
fn argument(value: &str) -> FluentValue<'static> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

fn bundle(files: &Files, language: &str) -> Option<FluentBundle<FluentResource>> {
    let id: LanguageIdentifier = language.parse().ok()?;
    let folder = format!("locales/{language}");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The isolating marks of Unicode would end up in files and in searched text.
    bundle.set_use_isolating(false);
    let mut found = false;
    for path in files.below(&folder, ".ftl") {
        if let Ok(Some(text)) = files.text(path) {
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(good, _)| good);
            // A message that is there twice keeps its first words; `check_messages` tells of it.
            let _ = bundle.add_resource(resource);
            found = true;
        }
    }
    found.then_some(bundle)
}

/// What is wrong in the message files of `files`: what Fluent cannot read, and ids that a language has twice or has not.
#[must_use]
pub fn check_messages(files: &Files) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut ids: BTreeMap<&str, BTreeMap<&str, (String, usize)>> = BTreeMap::new();
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
        if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
            for error in errors {
                // Where the message starts that cannot be read, not where Fluent gave up.
                let start = error.slice.clone().unwrap_or(error.pos.clone()).start;
                let before = text.get(..start).unwrap_or_default();
                problems.push(Problem::new(
                    &file,
                    1 + before.matches('\n').count(),
                    format!("not readable as Fluent: {error}"),
                ));
            }
        }
        let known = ids.entry(language).or_default();
        for (number, line) in text.lines().enumerate() {
            let Some(id) = message_id(line) else { continue };
            if let Some((first, at)) = known.get(id) {
                let message = format!("duplicate id: \"{id}\" stands already in {first}:{at}");
                problems.push(Problem::new(&file, number + 1, message));
            } else {
                known.insert(id, (file.clone(), number + 1));
            }
        }
    }
    let fallback = ids.get(FALLBACK).cloned().unwrap_or_default();
    for (language, known) in &ids {
        for (id, (file, line)) in &fallback {
            if !known.contains_key(id) {
                let message = format!("\"{id}\" has no words in \"{language}\"");
                problems.push(Problem::new(file, *line, message));
            }
        }
        for (id, (file, line)) in known {
            if !fallback.contains_key(id) {
                let message = format!("\"{id}\" has no words in \"{FALLBACK}\"");
                problems.push(Problem::new(file, *line, message));
            }
        }
    }
    problems
}

/// The id of the message that starts on this line.
fn message_id(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    let starts = id.starts_with(|c: char| c.is_ascii_alphabetic());
    let fits = id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    (starts && fits).then_some(id)
}

//! Translations of the content: an overlay replaces the English words by those of another language.
//!
//! An overlay is the folder `labels/<language>/`. Its files have the names of the files of the content, and their keys
//! are ids: template, field, option, statement. `content/labels/README.md` says how to write one, and [`crate::texts`]
//! lists the texts.

use std::collections::{BTreeMap, BTreeSet};

use vurder_model::richtext::says_something;

use crate::content::Content;
use crate::files::Files;
use crate::located::{Node, Tree};
use crate::problem::Problem;
use crate::texts::{TextKey, each_text};
use crate::yaml;

/// The folder of the overlays.
pub(crate) const LABELS: &str = "labels";

/// The greatest number of known keys that a problem names. A longer list would hide the key that was meant.
const KEYS_NAMED: usize = 12;

/// The result of applying an overlay to the content.
#[derive(Debug)]
pub struct Overlaid {
    /// The content with the words of the language. Where the language has none, the words are English.
    pub content: Content,
    /// The problems of the overlay's files.
    pub problems: Vec<Problem>,
    /// The texts that have no words in the language, as problems of the file in which the words belong.
    pub missing: Vec<Problem>,
}

/// The languages that have a folder below `labels/`.
pub(crate) fn languages(files: &Files) -> BTreeSet<String> {
    let below = files.below(LABELS, ".yaml").filter_map(|path| path.split('/').nth(1));
    below.filter(|name| !name.contains('.')).map(str::to_owned).collect()
}

/// Applies the overlay of `language` to `english`.
#[must_use]
pub fn overlay(english: &Content, files: &Files, language: &str) -> Overlaid {
    let mut problems = Vec::new();
    let trees = read(files, language, &mut problems);
    let folder = format!("{LABELS}/{language}");
    let mut content = english.clone();
    let mut known: BTreeSet<(String, Vec<String>)> = BTreeSet::new();
    let mut missing = BTreeSet::new();
    each_text(&mut content, &mut |key, text| {
        for length in 0..=key.keys.len() {
            known.insert((key.file.clone(), key.keys[..length].to_vec()));
        }
        let file = files.name(&format!("{folder}/{}", key.file));
        match trees.get(&key.file).and_then(|tree| find(tree, &key.keys)) {
            Some((line, words)) if says_something(words) => {
                if links(words) != links(text) {
                    let message = format!(
                        "\"{}\" has other links than the English text, which has: {}",
                        key.keys.join("."),
                        links(text).into_iter().collect::<Vec<_>>().join(" ")
                    );
                    problems.push(Problem::new(&file, line, message));
                }
                words.clone_into(text);
            }
            _ => {
                let message = format!("\"{}\" has no words in \"{language}\"", key.keys.join("."));
                missing.insert(Problem::new(file, 1, message));
            }
        }
    });
    content.fill_options();
    for (name, tree) in &trees {
        let file = files.name(&format!("{folder}/{name}"));
        if known.contains(&(name.clone(), Vec::new())) {
            let mut unknown = Unknown { file, name, known: &known, problems: &mut problems };
            unknown.look(tree, &mut Vec::new());
        } else {
            let names: BTreeSet<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
            let names = names.into_iter().collect::<Vec<_>>().join(", ");
            let message =
                format!("no content is translated in a file of this name; there can be: {names}");
            problems.push(Problem::new(file, 1, message));
        }
    }
    problems.sort();
    problems.dedup();
    Overlaid { content, problems, missing: missing.into_iter().collect() }
}

/// The problems of the overlays of all languages. Missing words are not a problem.
pub(crate) fn check(english: &Content, files: &Files) -> Vec<Problem> {
    let languages = languages(files);
    languages.iter().flat_map(|language| overlay(english, files, language).problems).collect()
}

/// The files of an overlay, by their name below its folder.
fn read(files: &Files, language: &str, problems: &mut Vec<Problem>) -> BTreeMap<String, Node> {
    let folder = format!("{LABELS}/{language}");
    let mut trees = BTreeMap::new();
    for path in files.below(&folder, ".yaml") {
        let file = files.name(path);
        let read = files.text(path).and_then(|text| {
            let text = text.unwrap_or_default();
            // A file that has only comments is not a YAML value, and it is not a mistake.
            let is_empty = text.lines().all(|l| l.trim().is_empty() || l.trim().starts_with('#'));
            if is_empty { Ok(None) } else { yaml::read::<Node>(&file, text, 0).map(Some) }
        });
        match read {
            Ok(tree) => {
                let name = path[folder.len() + 1..].to_owned();
                trees.extend(tree.map(|tree| (name, tree)));
            }
            Err(problem) => problems.push(problem),
        }
    }
    trees
}

/// The words under `keys`, and their line.
fn find<'a>(tree: &'a Node, keys: &[String]) -> Option<(usize, &'a str)> {
    match (&tree.tree, keys) {
        (Tree::Text(words), []) => Some((tree.line, words)),
        (Tree::Map(entries), [key, rest @ ..]) => {
            entries.iter().find(|(k, _)| k == key).and_then(|(_, inner)| find(inner, rest))
        }
        _ => None,
    }
}

/// The targets of the links in a Markdown text.
fn links(markdown: &str) -> BTreeSet<&str> {
    markdown.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect()
}

/// Walks through a file of an overlay and looks for keys that lead to no text.
struct Unknown<'a> {
    file: String,
    name: &'a str,
    known: &'a BTreeSet<(String, Vec<String>)>,
    problems: &'a mut Vec<Problem>,
}

impl Unknown<'_> {
    fn look(&mut self, tree: &Node, path: &mut Vec<String>) {
        match &tree.tree {
            Tree::Map(entries) => {
                for (key, inner) in entries {
                    path.push(key.clone());
                    if self.known.contains(&(self.name.to_owned(), path.clone())) {
                        self.look(inner, path);
                    } else {
                        let parent = &path[..path.len() - 1];
                        let message = format!(
                            "\"{key}\" is not known here; there can be: {}",
                            self.keys_below(parent)
                        );
                        self.problems.push(Problem::new(&self.file, inner.line, message));
                    }
                    path.pop();
                }
            }
            Tree::Text(_) if !self.keys_below(path).is_empty() => {
                let message = format!("here stand keys: {}", self.keys_below(path));
                self.problems.push(Problem::new(&self.file, tree.line, message));
            }
            Tree::Text(_) => {}
            Tree::List(_) | Tree::Other => {
                let message = match self.keys_below(path) {
                    none if none.is_empty() => "words are expected here".to_owned(),
                    keys => format!("here stand keys: {keys}"),
                };
                self.problems.push(Problem::new(&self.file, tree.line, message));
            }
        }
    }

    /// The keys that can stand below a path.
    fn keys_below(&self, path: &[String]) -> String {
        let below = self.known.iter().filter(|(name, keys)| {
            name == self.name && keys.len() == path.len() + 1 && keys.starts_with(path)
        });
        let mut keys: Vec<&str> =
            below.filter_map(|(_, keys)| keys.last()).map(String::as_str).collect();
        if keys.len() > KEYS_NAMED {
            keys.truncate(KEYS_NAMED);
            keys.push("…");
        }
        keys.join(", ")
    }
}

/// Writes an overlay with the words that `words` gives for every English text. The answer has the files, by their path
/// in a content folder.
///
/// A translator starts with an overlay of the English words. A program makes the words of a test language.
#[must_use]
pub fn written_overlay(
    english: &Content,
    language: &str,
    words: &mut dyn FnMut(&TextKey, &str) -> String,
) -> BTreeMap<String, String> {
    let mut trees: BTreeMap<String, serde_json::Map<String, serde_json::Value>> = BTreeMap::new();
    each_text(&mut english.clone(), &mut |key, text| {
        let mut at = trees.entry(key.file.clone()).or_default();
        let Some((last, above)) = key.keys.split_last() else { return };
        for key in above {
            let below = at.entry(key).or_insert_with(|| serde_json::Map::new().into());
            let serde_json::Value::Object(below) = below else { return };
            at = below;
        }
        at.entry(last).or_insert_with(|| words(key, text).into());
    });
    let path = |file: &str| format!("{LABELS}/{language}/{file}");
    // JSON is YAML. A person who starts with it can write it in another style.
    let text = |tree| format!("{:#}\n", serde_json::Value::Object(tree));
    trees.into_iter().map(|(file, tree)| (path(&file), text(tree))).collect()
}

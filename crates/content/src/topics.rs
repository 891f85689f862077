//! The topics and their words, from `topics.yaml`.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde_saphyr::Spanned;
use vurder_model::provider::Topic;
use vurder_model::richtext::says_something;

use crate::files::{Files, TOPICS};
use crate::problem::Problem;
use crate::synonyms::Synonyms;
use crate::topic_words::{Entry, TopicWords};
use crate::{law, pack, yaml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YamlTopic {
    id: Spanned<String>,
    title: Spanned<String>,
    question: Spanned<String>,
    group: Spanned<String>,
    iso: Vec<Spanned<String>>,
    gdpr: Vec<Spanned<String>>,
    #[serde(default)]
    synonyms: Synonyms,
    #[serde(default)]
    words: Words,
}

/// The content of `topics.yaml`.
#[derive(Default)]
pub(crate) struct Read {
    /// The topics, in the order in which assessments ask about them.
    pub(crate) topics: Vec<Topic>,
    /// The words by which topics are proposed for a text.
    pub(crate) words: TopicWords,
    /// For each topic, the other words for it.
    pub(crate) synonyms: BTreeMap<String, Vec<String>>,
}

/// The words of a topic, in the languages of the pages that are imported.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Words {
    en: Vec<Spanned<String>>,
    nb: Vec<Spanned<String>>,
    da: Vec<Spanned<String>>,
}

/// Reads the topics and their words, and adds the problems to `problems`.
pub(crate) fn read(files: &Files, problems: &mut Vec<Problem>) -> Read {
    let mut read = Read::default();
    let file = files.name(TOPICS);
    let text = match files.text(TOPICS) {
        Ok(Some(text)) => text,
        Ok(None) => {
            problems.push(Problem::new(file, 1, "this file is missing: it lists the topics"));
            return read;
        }
        Err(problem) => {
            problems.push(problem);
            return read;
        }
    };
    let entries: Vec<YamlTopic> = match yaml::read(&file, text, 0) {
        Ok(entries) => entries,
        Err(problem) => {
            problems.push(problem);
            return read;
        }
    };
    let mut lines = BTreeMap::new();
    for entry in entries {
        let line = yaml::line(&entry.id);
        let id = entry.id.value;
        if !pack::is_slug(&id) {
            problems.push(Problem::new(&file, line, pack::bad_slug("topic", &id)));
        }
        if let Some(first) = lines.insert(id.clone(), line) {
            let message = format!("duplicate id: topic \"{id}\" stands already in line {first}");
            problems.push(Problem::new(&file, line, message));
        }
        for (value, what) in [
            (&entry.title, "has no title"),
            (&entry.question, "asks no question"),
            (&entry.group, "is in no group"),
        ] {
            if !says_something(&value.value) {
                let message = format!("topic \"{id}\" {what}");
                problems.push(Problem::new(&file, yaml::line(value), message));
            }
        }
        for article in &entry.gdpr {
            if !law::is_gdpr_article(&article.value) {
                let message = law::bad_gdpr_article(&article.value);
                problems.push(Problem::new(&file, yaml::line(article), message));
            }
        }
        for number in &entry.iso {
            if !law::is_iso_number(&number.value) {
                let message = law::bad_iso_number(&number.value);
                problems.push(Problem::new(&file, yaml::line(number), message));
            }
        }
        let of = format!("topic \"{id}\"");
        read.synonyms.insert(id.clone(), entry.synonyms.read(&file, &of, problems));
        read.words.add(&id, read_words(&file, &id, &entry.words, problems));
        read.topics.push(Topic {
            id,
            title: entry.title.value,
            question: entry.question.value,
            group: entry.group.value,
            iso: entry.iso.into_iter().map(|number| number.value).collect(),
            gdpr: entry.gdpr.into_iter().map(|article| article.value).collect(),
        });
    }
    read
}

/// The entries of a topic in all languages.
fn read_words(file: &str, topic: &str, words: &Words, problems: &mut Vec<Problem>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for list in [&words.en, &words.nb, &words.da] {
        let mut lines: HashMap<Entry, usize> = HashMap::new();
        for word in list {
            let written = &word.value;
            let line = yaml::line(word);
            match Entry::read(written) {
                Ok(entry) => {
                    if let Some(first) = lines.insert(entry.clone(), line) {
                        let message = format!(
                            "topic \"{topic}\" has the words \"{written}\" already in line {first}"
                        );
                        problems.push(Problem::new(file, line, message));
                    }
                    entries.push(entry);
                }
                Err(fault) => {
                    let message =
                        format!("\"{written}\" among the words of topic \"{topic}\" {fault}");
                    problems.push(Problem::new(file, line, message));
                }
            }
        }
    }
    entries
}

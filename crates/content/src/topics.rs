//! The topics, from `topics.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_saphyr::Spanned;
use vurder_model::provider::Topic;

use crate::files::{Files, TOPICS};
use crate::problem::Problem;
use crate::{pack, yaml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    title: String,
    question: Spanned<String>,
    group: String,
    iso: Vec<Spanned<String>>,
    gdpr: Vec<String>,
}

/// Reads the topics; what is wrong goes to `problems`.
pub(crate) fn read(files: &Files, problems: &mut Vec<Problem>) -> Vec<Topic> {
    let file = files.name(TOPICS);
    let text = match files.text(TOPICS) {
        Ok(Some(text)) => text,
        Ok(None) => {
            problems.push(Problem::new(file, 1, "this file is missing: it lists the topics"));
            return Vec::new();
        }
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    let entries: Vec<Entry> = match yaml::read(&file, text, 0) {
        Ok(entries) => entries,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    let mut lines = BTreeMap::new();
    let mut topics = Vec::new();
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
        if entry.question.value.trim().is_empty() {
            let message = format!("topic \"{id}\" asks no question");
            problems.push(Problem::new(&file, yaml::line(&entry.question), message));
        }
        for number in &entry.iso {
            if !pack::is_iso_number(&number.value) {
                let message = pack::bad_iso_number(&number.value);
                problems.push(Problem::new(&file, yaml::line(number), message));
            }
        }
        topics.push(Topic {
            id,
            title: entry.title,
            question: entry.question.value,
            group: entry.group,
            iso: entry.iso.into_iter().map(|number| number.value).collect(),
            gdpr: entry.gdpr,
        });
    }
    topics
}

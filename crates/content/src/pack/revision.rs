//! `revision.yaml`: the day of a revision, the revision before it, what became of the statements of that revision, and
//! what the pages leave open.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_saphyr::Spanned;
use vurder_model::provider::{Became, Change, NotStated};
use vurder_model::richtext::says_something;

use super::page::{UNDATED, day};
use crate::files::Files;
use crate::problem::Problem;
use crate::yaml;

/// The content of the file of a revision, with the lines that its checks need.
pub(super) struct Revision {
    pub(super) file: String,
    /// The name of the folder.
    pub(super) name: String,
    /// Day of the newest state among its pages; `None` if it is not known.
    pub(super) date: Option<NaiveDate>,
    pub(super) date_line: usize,
    pub(super) follows: Option<String>,
    pub(super) follows_line: usize,
    /// What became of the statements of the revision before, each with its line. The ids are still slugs.
    pub(super) became: Vec<(usize, Became)>,
    pub(super) not_stated: Vec<NotStated>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    date: Spanned<String>,
    follows: Option<Spanned<String>>,
    #[serde(default)]
    not_stated: Vec<RawNotStated>,
    #[serde(default)]
    became: Vec<RawBecame>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNotStated {
    topic: Spanned<String>,
    what: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBecame {
    statement: Spanned<String>,
    change: Spanned<String>,
    now: Option<Vec<String>>,
    since: Option<Spanned<String>>,
    note: Option<String>,
}

const CHANGES: &str = "unchanged, reworded, narrowed, widened, moved, relinked, removed";

/// Reads `revision.yaml` in `folder`, and adds the problems to `problems`.
pub(super) fn read(
    files: &Files,
    folder: &str,
    topics: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) -> Option<Revision> {
    let path = format!("{folder}/revision.yaml");
    let file = files.name(&path);
    let text = match files.text(&path) {
        Ok(Some(text)) => text,
        Ok(None) => {
            let message = "this file is missing: it gives the day of the revision";
            problems.push(Problem::new(file, 1, message));
            return None;
        }
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let raw: Raw = yaml::read(&file, text, 0).map_err(|p| problems.push(p)).ok()?;
    let mut refuse = |line: usize, message: String| {
        problems.push(Problem::new(&file, line, message));
    };
    let date_line = yaml::line(&raw.date);
    let date = match raw.date.value.as_str() {
        UNDATED => None,
        written => day(written).map_err(|message| refuse(date_line, message)).ok(),
    };
    let mut not_stated = Vec::new();
    for entry in raw.not_stated {
        let topic = entry.topic.value.clone();
        if !topics.is_empty() && !topics.contains(topic.as_str()) {
            let message = format!("unknown topic \"{topic}\": topics.yaml has none of that id");
            refuse(yaml::line(&entry.topic), message);
        }
        if !says_something(&entry.what.value) {
            let message = format!("say what the pages leave open on topic \"{topic}\"");
            refuse(yaml::line(&entry.what), message);
        }
        not_stated.push(NotStated { topic, what: entry.what.value.trim().to_owned() });
    }
    let became = raw.became.into_iter().filter_map(|entry| became(entry, &mut refuse)).collect();
    let follows_line = raw.follows.as_ref().map_or(1, yaml::line);
    Some(Revision {
        name: folder.rsplit('/').next().unwrap_or_default().to_owned(),
        date,
        date_line,
        follows: raw.follows.map(|follows| follows.value),
        follows_line,
        became,
        not_stated,
        file,
    })
}

fn became(entry: RawBecame, refuse: &mut impl FnMut(usize, String)) -> Option<(usize, Became)> {
    let line = yaml::line(&entry.statement);
    let statement = entry.statement.value;
    let change = serde_json::Value::String(entry.change.value.clone());
    let Ok(change) = serde_json::from_value::<Change>(change) else {
        let message = format!("unknown change \"{}\": write one of {CHANGES}", entry.change.value);
        refuse(yaml::line(&entry.change), message);
        return None;
    };
    let since = entry.since.and_then(|since| {
        day(&since.value).map_err(|message| refuse(yaml::line(&since), message)).ok()
    });
    let note = entry.note.unwrap_or_default().trim().to_owned();
    if change != Change::Unchanged && !says_something(&note) {
        refuse(
            line,
            format!("\"{statement}\" is {} and has no note: say what changed", entry.change.value),
        );
    }
    let itself = if change == Change::Removed { Vec::new() } else { vec![statement.clone()] };
    let now = entry.now.unwrap_or(itself);
    Some((line, Became { statement, change, now, note, since }))
}

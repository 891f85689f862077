//! Reads the attributes of a marked item: of a statement, an action or a document.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use vurder_model::provider::{Side, StatementKind, Theme};
use vurder_model::richtext::says_something;

use super::body::{Attribute, Marked};
use super::page::day;
use crate::law::{bad_iso_number, is_iso_number};
use crate::problem::Problem;

/// A statement, without its place.
pub(crate) struct StatementData {
    pub(crate) kind: StatementKind,
    pub(crate) side: Side,
    pub(crate) theme: Theme,
    pub(crate) topics: Vec<String>,
    /// The line of the topics.
    pub(crate) topics_line: usize,
    pub(crate) iso: Vec<String>,
    /// Why the statement is uncertain.
    pub(crate) uncertain: Option<String>,
}

const KINDS: &str = "measure, assurance, right, service, boundary, claim";
const SIDES: &str = "provided, limitation, controllers-duty";
const THEMES: &str = "organisational, people, physical, technological";

/// The attributes below one item. Each is read once; attributes that nobody reads are unknown.
pub(crate) struct Attributes<'a, 'p> {
    file: &'a str,
    line: usize,
    what: String,
    left: BTreeMap<&'a str, &'a Attribute>,
    problems: &'p mut Vec<Problem>,
}

impl<'a, 'p> Attributes<'a, 'p> {
    pub(crate) fn new(
        file: &'a str,
        line: usize,
        what: &str,
        marked: &'a Marked,
        problems: &'p mut Vec<Problem>,
    ) -> Self {
        let what = format!("{what} \"{}\"", marked.id);
        let mut left = BTreeMap::new();
        for attribute in &marked.attributes {
            if left.insert(attribute.key.as_str(), attribute).is_some() {
                let message = format!("{what} has \"{}\" twice", attribute.key);
                problems.push(Problem::new(file, attribute.line, message));
            }
        }
        if !says_something(&marked.words) {
            let message = format!("{what} has no text: write it after the colon");
            problems.push(Problem::new(file, line, message));
        }
        Self { file, line, what, left, problems }
    }

    fn refuse(&mut self, line: usize, message: String) {
        self.problems.push(Problem::new(self.file, line, message));
    }

    /// The value of an optional key.
    pub(crate) fn optional(&mut self, key: &str) -> Option<&'a Attribute> {
        self.left.remove(key).filter(|attribute| says_something(&attribute.value))
    }

    /// The value of a required key.
    pub(crate) fn required(&mut self, key: &str, allowed: &str) -> Option<&'a Attribute> {
        let found = self.optional(key);
        if found.is_none() {
            self.refuse(self.line, format!("{} has no {key}: {allowed}", self.what));
        }
        found
    }

    /// The value of a key that takes one of a closed set of words.
    fn one_of<T: DeserializeOwned>(&mut self, key: &str, allowed: &str) -> Option<T> {
        let attribute = self.required(key, &format!("write one of {allowed}"))?;
        let name = attribute.value.replace('-', "_");
        let read = serde_json::from_value(serde_json::Value::String(name)).ok();
        if read.is_none() {
            let message = format!("unknown {key} \"{}\": write one of {allowed}", attribute.value);
            self.refuse(attribute.line, message);
        }
        read
    }

    pub(crate) fn statement(&mut self) -> Option<StatementData> {
        let kind = self.one_of("kind", KINDS);
        let side = self.one_of("side", SIDES);
        let theme = self.one_of("theme", THEMES);
        let topics = self.required("topics", "name at least one, separated by commas");
        let iso = self.optional("iso").map(|iso| (iso.line, list(&iso.value))).unwrap_or_default();
        for number in &iso.1 {
            if !is_iso_number(number) {
                self.refuse(iso.0, bad_iso_number(number));
            }
        }
        let uncertain = self.optional("uncertain").map(|reason| reason.value.clone());
        let topics = topics?;
        Some(StatementData {
            kind: kind?,
            side: side?,
            theme: theme?,
            topics: list(&topics.value),
            topics_line: topics.line,
            iso: iso.1,
            uncertain,
        })
    }

    /// The first and the last day on which a document is valid.
    pub(crate) fn validity(&mut self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let mut read = |key| {
            let written = self.optional(key)?;
            day(&written.value).map_err(|message| self.refuse(written.line, message)).ok()
        };
        let (from, until) = (read("valid_from"), read("valid_until"));
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            let message = format!("{} is valid until {until}, before {from}", self.what);
            self.refuse(self.line, message);
        }
        (from, until)
    }

    /// Reports the keys that are unknown.
    pub(crate) fn finish(self, known: &str) {
        for (key, attribute) in self.left {
            let message = if attribute.value.is_empty() && known.contains(key) {
                format!("{} has an empty {key}", self.what)
            } else {
                format!("unknown key \"{key}\": {} has {known}", self.what)
            };
            self.problems.push(Problem::new(self.file, attribute.line, message));
        }
    }
}

/// The items of a list that commas separate.
pub(crate) fn list(value: &str) -> Vec<String> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

//! Finds the topics of a text, by the words that `topics.yaml` lists for each topic.
//!
//! The head of that file explains the rules to those who write the words. The rules are:
//!
//! 1. Whole words are compared, without regard to case and accents; å, æ and ø are letters of their own. A hyphen or a
//!    slash between words counts as a space. An address has no words. The words of all languages are looked for in
//!    every text.
//! 2. `*` at the end or the beginning of a word means any letters, or none.
//! 3. The words of a phrase must stand next to each other in one sentence. If the phrase has `…`, up to [`GAP`] other
//!    words may stand there.
//! 4. A word inside a longer phrase does not count: "VPN certificate" is not a certificate from an auditor.
//! 5. A topic gets one point for each different word of the text that belongs to it. The topics with the most points
//!    are proposed, at most [`MOST`]. Of topics with equal points, the one that assessments ask about first comes
//!    first.

mod entry;
mod search;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub(crate) use self::entry::Entry;
use self::search::{Hit, hits};
use self::text::words_of;

/// The greatest number of other words that may stand where an entry has `…`.
const GAP: usize = 6;
/// The greatest number of topics that are proposed for one text.
const MOST: usize = 4;

/// A topic that a text is probably about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicProposal {
    /// Id of the topic.
    pub topic: String,
    /// The words of the text that belong to the topic, as they are written, in the order of the text. ` … ` stands for
    /// words that are left out.
    pub words: Vec<String>,
}

/// The words of all topics.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicWords {
    /// Ids of the topics, in the order in which assessments ask about them.
    topics: Vec<String>,
    entries: Vec<Listed>,
    /// The entries, sorted by how their first word is looked for.
    whole: BTreeMap<String, Vec<usize>>,
    beginnings: BTreeMap<String, Vec<usize>>,
    endings: BTreeMap<String, Vec<usize>>,
    inside: Vec<usize>,
}

/// An entry of a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Listed {
    /// Index of the topic.
    topic: usize,
    entry: Entry,
}

impl TopicWords {
    /// Adds a topic with the entries of all languages. Topics must be added in the order in which assessments ask about
    /// them.
    pub(crate) fn add(&mut self, topic: &str, entries: Vec<Entry>) {
        let at = self.topics.len();
        self.topics.push(topic.to_owned());
        for entry in entries {
            let number = self.entries.len();
            let first = entry.first();
            let list = match (first.open_before, first.open_after) {
                (false, false) => self.whole.entry(first.letters.clone()).or_default(),
                (false, true) => self.beginnings.entry(first.letters.clone()).or_default(),
                (true, false) => self.endings.entry(first.letters.clone()).or_default(),
                (true, true) => &mut self.inside,
            };
            list.push(number);
            self.entries.push(Listed { topic: at, entry });
        }
    }

    /// The topics that `text` is probably about, the most probable first; empty if no word belongs to a topic.
    #[must_use]
    pub fn propose(&self, text: &str) -> Vec<TopicProposal> {
        let words = words_of(text);
        let mut by_topic: BTreeMap<usize, Vec<Hit>> = BTreeMap::new();
        for (topic, hit) in hits(self, &words) {
            by_topic.entry(topic).or_default().push(hit);
        }
        let mut found: Vec<(usize, usize, Vec<String>)> = by_topic
            .into_iter()
            .map(|(topic, mut hits)| {
                // Of entries that find the same words, the longest is the most specific.
                hits.sort_by_key(|hit| (std::cmp::Reverse(hit.words()), hit.first()));
                let mut speaking: BTreeSet<&str> = BTreeSet::new();
                hits.retain(|hit| {
                    let before = speaking.len();
                    speaking.extend(hit.places().map(|at| words[at].folded.as_str()));
                    speaking.len() > before
                });
                hits.sort_by_key(Hit::first);
                let written = hits.iter().map(|hit| hit.as_written(text, &words)).collect();
                (speaking.len(), topic, written)
            })
            .collect();
        found.sort_by_key(|(points, topic, _)| (std::cmp::Reverse(*points), *topic));
        found.truncate(MOST);
        found
            .into_iter()
            .map(|(_, topic, words)| TopicProposal { topic: self.topics[topic].clone(), words })
            .collect()
    }
}

//! Checks texts against a dictionary and the words that a person allowed. The answers of the dictionary are kept.

use std::collections::{HashMap, HashSet};

use crate::dictionary::Dictionary;
use crate::words::words;

/// The greatest number of words whose answers are kept. When it is reached, all are forgotten; a text has far fewer
/// words.
const MOST_KEPT: usize = 200_000;

/// The place of an unknown word, in UTF-16 units of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misspelt {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// A dictionary, and its answers so far.
#[derive(Debug)]
pub struct Speller {
    dictionary: Dictionary,
    answers: HashMap<String, bool>,
}

impl Speller {
    /// A speller with a dictionary.
    #[must_use]
    pub fn new(dictionary: Dictionary) -> Self {
        Self { dictionary, answers: HashMap::new() }
    }

    /// Finds the words of a text that neither the dictionary nor `allowed` knows. `allowed` holds words in small
    /// letters.
    pub fn check(&mut self, text: &str, allowed: &HashSet<String>) -> Vec<Misspelt> {
        let mut unknown = Vec::new();
        for word in words(text) {
            if self.knows(&word.word) || allowed.contains(&word.word.to_lowercase()) {
                continue;
            }
            unknown.push(Misspelt { from: word.from, to: word.to });
        }
        unknown
    }

    /// Similar words of the dictionary, the most similar one first; empty if `word` is not a single word.
    #[must_use]
    pub fn near(&self, word: &str) -> Vec<String> {
        match words(word).as_slice() {
            [one] => self.dictionary.near(&one.word),
            _ => Vec::new(),
        }
    }

    fn knows(&mut self, word: &str) -> bool {
        if let Some(known) = self.answers.get(word) {
            return *known;
        }
        if self.answers.len() >= MOST_KEPT {
            self.answers.clear();
        }
        let known = self.dictionary.knows(word);
        self.answers.insert(word.to_owned(), known);
        known
    }
}

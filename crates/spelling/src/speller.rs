//! Texts checked by a dictionary and by the words that a person allowed. What the dictionary said of a word is kept.

use std::collections::{HashMap, HashSet};

use crate::dictionary::Dictionary;
use crate::words::words;

/// When so many words are kept, they are forgotten: a text has far fewer.
const MOST_KEPT: usize = 200_000;

/// A word that is not known, with its place in UTF-16 units of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misspelt {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// A dictionary, and what it said of words so far.
#[derive(Debug)]
pub struct Speller {
    dictionary: Dictionary,
    said: HashMap<String, bool>,
}

impl Speller {
    /// A speller with a dictionary.
    #[must_use]
    pub fn new(dictionary: Dictionary) -> Self {
        Self { dictionary, said: HashMap::new() }
    }

    /// The words of a text that neither the dictionary nor `allowed` knows. `allowed` holds words in small letters.
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

    /// Words of the dictionary that stand near, the nearest first.
    #[must_use]
    pub fn near(&self, word: &str) -> Vec<String> {
        match words(word).as_slice() {
            [one] => self.dictionary.near(&one.word),
            _ => Vec::new(),
        }
    }

    fn knows(&mut self, word: &str) -> bool {
        if let Some(known) = self.said.get(word) {
            return *known;
        }
        if self.said.len() >= MOST_KEPT {
            self.said.clear();
        }
        let known = self.dictionary.knows(word);
        self.said.insert(word.to_owned(), known);
        known
    }
}

//! Checks spelling: what needs the workspace is read first, so that the rest can run on another thread.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use vurder_content::{Message, msg};
use vurder_spelling::{Dictionary, Found, Speller, Unusable, find, system_folders};
use vurder_workspace::SpellingChoice;

use crate::spelling_types::{SpellingChecked, SpellingSuggestions, UnknownWord};

/// The dictionaries that were read, by their files of words. Clones share them.
#[derive(Clone, Default)]
pub(crate) struct Spellers {
    read: Arc<Mutex<HashMap<PathBuf, Result<Speller, Unusable>>>>,
}

impl Spellers {
    /// Forgets the dictionaries that were read, since there may be others now.
    pub(crate) fn forget(&self) {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// What a question about spelling needs from the workspace.
pub(crate) struct SpellingSource {
    pub(crate) spellers: Spellers,
    /// Whether texts are checked.
    pub(crate) on: bool,
    /// Language of the texts.
    pub(crate) language: String,
    /// The folders to search for dictionaries, in this order.
    pub(crate) folders: Vec<PathBuf>,
    /// Words that are right although the dictionary may not have them, in lower case.
    pub(crate) allowed: HashSet<String>,
}

/// The folders to search for dictionaries.
pub(crate) fn folders(choice: &SpellingChoice) -> Vec<PathBuf> {
    choice.folder.iter().cloned().chain(system_folders()).collect()
}

impl SpellingSource {
    /// The unknown words of the texts. If the dictionary can't be used, there are none, and the message says why.
    pub(crate) fn check(&self, texts: &[String]) -> (SpellingChecked, Option<Message>) {
        let nothing = SpellingChecked {
            dictionary: None,
            problem: None,
            unknown: texts.iter().map(|_| Vec::new()).collect(),
        };
        let Some(found) = self.dictionary() else { return (nothing, None) };
        let checked = self.with_speller(&found, |speller| {
            let unknown = |text: &String| {
                let unknown = speller.check(text, &self.allowed).into_iter();
                unknown.map(|word| UnknownWord { from: word.from, to: word.to }).collect()
            };
            texts.iter().map(unknown).collect()
        });
        match checked {
            Ok(unknown) => {
                (SpellingChecked { dictionary: Some(found.name), problem: None, unknown }, None)
            }
            Err(unusable) => (nothing, Some(why(&unusable))),
        }
    }

    /// Words of the dictionary that are similar to `word`.
    pub(crate) fn suggest(&self, word: &str) -> SpellingSuggestions {
        let near = self.dictionary().map(|found| self.with_speller(&found, |s| s.near(word)));
        SpellingSuggestions { words: near.and_then(Result::ok).unwrap_or_default() }
    }

    fn dictionary(&self) -> Option<Found> {
        self.on.then(|| find(&self.language, &self.folders)).flatten()
    }

    /// Calls `what` with the speller of a dictionary. The dictionary is read at the first call.
    fn with_speller<T>(
        &self,
        found: &Found,
        what: impl FnOnce(&mut Speller) -> T,
    ) -> Result<T, Unusable> {
        let mut read = self.spellers.read.lock().unwrap_or_else(PoisonError::into_inner);
        let speller = read
            .entry(found.path.clone())
            .or_insert_with(|| Dictionary::read(&found.path).map(Speller::new));
        match speller {
            Ok(speller) => Ok(what(speller)),
            Err(unusable) => Err(unusable.clone()),
        }
    }
}

/// The reason why a dictionary can't be used.
fn why(unusable: &Unusable) -> Message {
    match unusable {
        Unusable::Unreadable { path, why } => {
            msg::spelling_unreadable(path.display().to_string(), why)
        }
        Unusable::TooLarge { path, bytes, .. } => {
            msg::spelling_too_large(path.display().to_string(), bytes / (1 << 20))
        }
        Unusable::Broken { path, .. } => msg::spelling_broken(path.display().to_string()),
    }
}

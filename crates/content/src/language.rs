//! Chooses the language of content and messages.
//!
//! English is the base and always complete. The program speaks another language only when that language is complete:
//! every message (`locales/<language>/`) and every text of the content (`labels/<language>/`) has words in it. The
//! program uses English in place of an incomplete language, so that no report mixes two languages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::content::Content;
use crate::embed;
use crate::files::Files;
use crate::labels::{self, overlay};
use crate::messages::{self, ENGLISH, Messages};
use crate::problem::Problem;

/// The languages that the program speaks, as BCP 47 tags, English first. They are those that are complete.
#[must_use]
pub fn spoken_languages() -> &'static [String] {
    static SPOKEN: OnceLock<Vec<String>> = OnceLock::new();
    SPOKEN.get_or_init(|| {
        let files = embed::translations();
        let others = begun(&files).into_iter().filter(|language| language != ENGLISH);
        let complete = others.filter(|language| {
            let overlaid = overlay(Content::embedded(), &files, language);
            overlaid.problems.is_empty()
                && overlaid.missing.is_empty()
                && messages::missing(&files, language).is_empty()
        });
        [ENGLISH.to_owned()].into_iter().chain(complete).collect()
    })
}

/// The spoken language nearest to the one asked for: the same language, otherwise the same without its region,
/// otherwise English.
#[must_use]
pub fn spoken_language(asked_for: &str) -> &'static str {
    let primary = asked_for.split(['-', '_']).next().unwrap_or_default();
    let spoken = spoken_languages();
    let nearest = [asked_for, primary]
        .into_iter()
        .find_map(|wanted| spoken.iter().find(|language| language.eq_ignore_ascii_case(wanted)));
    nearest.map_or(ENGLISH, String::as_str)
}

impl Content {
    /// The program's content in the spoken language nearest to the one asked for. A language is read when somebody asks
    /// for it for the first time, and is then kept.
    ///
    /// # Panics
    /// Never in a program that was built; see [`Content::embedded`].
    #[must_use]
    pub fn in_language(asked_for: &str) -> &'static Self {
        static READ: Mutex<BTreeMap<&'static str, &'static Content>> = Mutex::new(BTreeMap::new());
        let language = spoken_language(asked_for);
        if language == ENGLISH {
            return Self::embedded();
        }
        // A thread that panicked while it read left the map unchanged.
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry(language).or_insert_with(|| {
            let overlaid = overlay(Self::embedded(), &embed::translations(), language);
            // The content is kept as long as the program runs, as the English one is. There is one for each language.
            Box::leak(Box::new(overlaid.content))
        })
    }
}

impl Messages {
    /// The messages of the spoken language nearest to `language` (BCP 47, `en` or `nb-NO`); see [`spoken_languages`].
    /// They are read when somebody asks for them for the first time, and are then kept.
    #[must_use]
    pub fn for_language(language: &str) -> Self {
        static READ: Mutex<BTreeMap<&'static str, Messages>> = Mutex::new(BTreeMap::new());
        let language = spoken_language(language);
        // A thread that panicked while it read left the map unchanged.
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        let messages = read.entry(language);
        messages.or_insert_with(|| Self::of_files(&embed::translations(), language)).clone()
    }
}

/// The message files of a spoken language as they are written, for a part of the program that formats messages itself.
#[must_use]
pub fn message_files(asked_for: &str) -> Vec<String> {
    let files = embed::translations();
    let folder = format!("locales/{}", spoken_language(asked_for));
    let texts = files.below(&folder, ".ftl").filter_map(|path| files.text(path).ok().flatten());
    texts.map(str::to_owned).collect()
}

/// The languages that have message files or labels, whether or not they are complete.
fn begun(files: &Files) -> BTreeSet<String> {
    let mut begun = labels::languages(files);
    begun.extend(messages::languages(files));
    begun
}

/// The words that other languages lack, as problems of the file in which the words belong. These problems do not stop a
/// build, because the program does not offer an incomplete language.
#[must_use]
pub fn missing_words(english: &Content, files: &Files) -> Vec<Problem> {
    let mut missing = Vec::new();
    for language in begun(files).iter().filter(|language| *language != ENGLISH) {
        missing.extend(messages::missing(files, language));
        missing.extend(overlay(english, files, language).missing);
    }
    missing
}

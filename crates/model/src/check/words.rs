//! Prepares texts for rules: only words and digits, in small letters. Finds in them the words of lists.

use std::collections::BTreeMap;

use crate::check::rule::Rules;

/// Number of bytes at the start of a word by which entries are looked up. The beginning of a word that an entry names,
/// such as `backup*`, has at least this number.
const START: usize = 3;

/// Placeholders, in any language of projects.
const PLACEHOLDERS: [&str; 8] =
    ["todo", "tbd", "tbc", "to be recorded", "to be decided", "xxx", "lorem ipsum", "må fylles ut"];

/// A text, prepared for rules: its words in small letters, with one space between them and one at each end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Text {
    /// The words.
    pub(crate) words: String,
    /// Number of letters and digits in it.
    pub(crate) length: usize,
    /// Whether it holds a digit.
    pub(crate) figure: bool,
    /// By the number of a list, the first word of the text that is on that list.
    pub(crate) found: Vec<(usize, String)>,
    /// The placeholder in it.
    pub(crate) placeholder: Option<&'static str>,
}

/// The words of a text. `§` and `%` count as words. The addresses of links are left out.
pub(crate) fn folded(text: &str) -> String {
    fold(text).words
}

/// The words of a text, with the numbers that are counted at the same time.
fn fold(text: &str) -> Text {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    let (mut length, mut figure) = (0, false);
    let mut rest = text;
    while !rest.is_empty() {
        let (before, after) = match rest.split_once("](") {
            Some((before, link)) => (before, link.split_once(')').map_or("", |(_, after)| after)),
            None => (rest, ""),
        };
        let mut apart = true;
        for letter in before.chars() {
            if letter.is_ascii_alphanumeric() {
                words.push(letter.to_ascii_lowercase());
                figure |= letter.is_ascii_digit();
                length += 1;
                apart = false;
            } else if !letter.is_ascii() && letter.is_alphanumeric() {
                let letters = letter.to_lowercase();
                length += letters.len();
                words.extend(letters);
                figure |= letter.is_numeric();
                apart = false;
            } else {
                if !apart {
                    words.push(' ');
                    apart = true;
                }
                if matches!(letter, '§' | '%') {
                    words.push(letter);
                    words.push(' ');
                    length += 1;
                }
            }
        }
        if !apart {
            words.push(' ');
        }
        rest = after;
    }
    Text { words, length, figure, ..Text::default() }
}

/// What an entry means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Means {
    /// A word on the list of this number.
    OnList(usize),
    /// A placeholder.
    Placeholder(&'static str),
}

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    means: Means,
    /// Its words, in the form in which they are compared with a text from the start of a word.
    words: String,
}

/// The lists of words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lists {
    /// Whether there are lists in this language.
    speaks: bool,
    names: BTreeMap<String, usize>,
    /// Entries by the slot of their first word. Most words of a text have no entry in their slot.
    starts: Vec<Vec<Entry>>,
    /// Ends of words, by their last byte.
    endings: Vec<Vec<Entry>>,
}

/// The number of slots for the starts of words.
const PLACES: usize = 1 << 12;

/// The slot of a word, computed from its first bytes.
fn place(word: &str) -> usize {
    let first = word.bytes().take(START);
    first.fold(0, |sum: usize, byte| (sum << 4) ^ (sum >> 8) ^ usize::from(byte)) & (PLACES - 1)
}

impl Lists {
    /// The lists in the language of a project.
    pub(crate) fn of(rules: &Rules, language: &str) -> Self {
        let mut lists = Self {
            speaks: false,
            names: BTreeMap::new(),
            starts: vec![Vec::new(); PLACES],
            endings: vec![Vec::new(); 1 << 8],
        };
        for words in PLACEHOLDERS {
            lists.add(Means::Placeholder(words), words);
        }
        for (number, (name, list)) in rules.words.iter().enumerate() {
            lists.names.insert(name.clone(), number);
            let Some(written) = list.in_language(language) else { continue };
            lists.speaks = true;
            for entry in written {
                lists.add(Means::OnList(number), entry);
            }
        }
        lists
    }

    fn add(&mut self, means: Means, written: &str) {
        if let Some(ending) = written.strip_prefix('*') {
            let words = ending.to_lowercase();
            if let Some(last) = words.bytes().last() {
                self.endings[usize::from(last)].push(Entry { means, words });
            }
            return;
        }
        let (written, beginning) = match written.strip_suffix('*') {
            Some(start) => (start, true),
            None => (written, false),
        };
        let folded = folded(written);
        let words = folded.trim_start().trim_end();
        let first = words.split(' ').next().unwrap_or_default();
        if first.is_empty() {
            return;
        }
        // The beginning of a word ends without a space, a whole word with one.
        let entry =
            Entry { means, words: if beginning { words.to_owned() } else { format!("{words} ") } };
        self.starts[place(first)].push(entry);
    }

    /// Whether there are lists in the project's language.
    pub(crate) fn speaks(&self) -> bool {
        self.speaks
    }

    /// The number of a list.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    /// Prepares a text, and finds the words in it that are on lists.
    pub(crate) fn read(&self, text: &str) -> Text {
        let mut read = fold(text);
        let words = std::mem::take(&mut read.words);
        let mut at = 1;
        while at < words.len() {
            let rest = &words[at..];
            let word = &rest[..rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len())];
            for entry in &self.starts[place(word)] {
                if rest.starts_with(&entry.words) {
                    let words = &rest[..entry.words.trim_end().len()];
                    let after = &rest[words.len()..];
                    let end = after.bytes().position(|byte| byte == b' ').unwrap_or(after.len());
                    read.note(entry.means, &rest[..words.len() + end]);
                }
            }
            let endings = word.bytes().last().map(|last| &self.endings[usize::from(last)]);
            for entry in endings.into_iter().flatten() {
                if word.ends_with(&entry.words) {
                    read.note(entry.means, word);
                }
            }
            at += word.len() + 1;
        }
        Text { words, ..read }
    }
}

impl Text {
    /// Notes a word that was found; for each list only the first one.
    fn note(&mut self, means: Means, word: &str) {
        match means {
            Means::OnList(list) if self.found.iter().all(|(known, _)| *known != list) => {
                self.found.push((list, word.to_owned()));
            }
            Means::OnList(_) => {}
            Means::Placeholder(words) => self.placeholder = self.placeholder.or(Some(words)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rule::WordList;

    fn lists(entries: &[&str]) -> Lists {
        let en = entries.iter().map(|entry| (*entry).to_owned()).collect();
        let words = BTreeMap::from([("list".to_owned(), WordList { en, ..WordList::default() })]);
        Lists::of(&Rules { words, ..Rules::default() }, "en")
    }

    fn finds(entry: &str, text: &str) -> bool {
        !lists(&[entry]).read(text).found.is_empty()
    }

    #[test]
    fn words_beginnings_and_phrases_are_found_and_parts_of_words_are_not() {
        assert!(finds("backup", "A nightly **backup**."));
        assert!(!finds("backup", "Nightly backups."), "a whole word is meant");
        assert!(finds("backup*", "Nightly backups."));
        assert!(finds("delet*", "Deleted."));
        assert!(!finds("art*", "Part of it."), "a beginning stands at the start of a word");
        assert!(finds("third party", "from a third-party source"));
        assert!(finds("as long as", "kept as\nlong as needed"));
        assert!(!finds("as long as", "as long"));
        assert!(finds("§", "helseforskningsloven §9"));
        assert!(finds("*loven", "etter helseforskningsloven"));
        assert!(finds("too*", "to or too"));
        assert!(finds("AI", "by AI, of course"), "in any case of letters");
    }

    #[test]
    fn where_a_link_leads_to_is_not_read() {
        assert!(!finds("backup", "see [this](https://example.org/backup) page"));
        assert!(finds("page", "see [this](https://example.org/backup) page"));
        assert_eq!(folded(""), " ");
    }

    #[test]
    fn only_languages_with_words_are_read() {
        let rules = Rules { words: BTreeMap::new(), ..Rules::default() };
        assert!(!Lists::of(&rules, "en").speaks());
        assert!(lists(&["one"]).speaks());
    }
}

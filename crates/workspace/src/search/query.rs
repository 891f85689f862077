//! Splits the text that a person types into the search field into terms.

use std::path::Path;

use crate::db::{Access, connect};
use crate::passage_index::SoughtWord;
use crate::words::words;

/// The greatest number of characters of a query that are read. Nobody types more.
const LONGEST_QUERY: usize = 400;
/// The longest beginnings of words for which the index has lists (`prefix` in the schema).
const INDEXED_PREFIX: usize = 3;
/// The least length of a beginning that stands for all words with this beginning.
const SHORTEST_STEM: usize = 3;
/// The greatest number of terms in a query.
const MOST_TERMS: usize = 12;

/// A part of a query that a text must have: one word, or several words that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// The words as the person typed them.
    pub(crate) typed: Vec<String>,
    /// The words folded.
    pub(crate) folded: Vec<String>,
    /// Whether the last word may be only the beginning of a word.
    pub(crate) prefix: bool,
}

/// The text that a person typed into the search field. Any text is allowed; there are no errors.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) terms: Vec<Term>,
}

impl Query {
    /// Every word must be found. Words in quotation marks must follow each other. The last word may be the beginning of
    /// a word, because the person is still typing it.
    pub(crate) fn of(typed: &str) -> Query {
        let typed: String = typed.chars().take(LONGEST_QUERY).collect();
        let mut terms = Vec::new();
        let mut last_closed = false;
        for (number, part) in typed.split(['"', '“', '”', '«', '»']).enumerate() {
            let quoted = number % 2 == 1;
            let pieces: Vec<&str> =
                if quoted { vec![part] } else { part.split_whitespace().collect() };
            for piece in pieces {
                let found = words(piece, MOST_TERMS);
                if !found.is_empty() && terms.len() < MOST_TERMS {
                    terms.push(Term {
                        typed: found.iter().map(|w| piece[w.start..w.end].to_owned()).collect(),
                        folded: found.into_iter().map(|word| word.folded).collect(),
                        prefix: false,
                    });
                    last_closed = quoted;
                }
            }
        }
        let closed = last_closed && typed.trim_end().ends_with(['"', '”', '»']);
        if let Some(last) = terms.last_mut() {
            last.prefix = !closed;
        }
        Query { terms }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The same query with the last word as a whole word; `None` if the index finds its beginning just as fast. For the
    /// beginning of a word, FTS5 joins the lists of all words with this beginning, except for lengths for which the
    /// index has lists of beginnings.
    pub(crate) fn whole_words(&self) -> Option<Query> {
        let mut whole = self.clone();
        let last = whole.terms.last_mut()?;
        let letters = last.typed.last().map_or(0, |word| word.chars().count());
        if !last.prefix || letters <= INDEXED_PREFIX || self.has_phrase() {
            return None;
        }
        last.prefix = false;
        Some(whole)
    }

    /// The same words in other forms: singular or plural, and as beginnings of words. Words that must follow each other
    /// stay as they are.
    pub(crate) fn forgiving(&self) -> Query {
        let mut forgiving = self.clone();
        for term in &mut forgiving.terms {
            if let [word] = term.folded.as_mut_slice() {
                word.truncate(stem(word));
                term.prefix |= word.chars().count() >= SHORTEST_STEM;
            }
        }
        forgiving
    }

    /// Whether there are words that must follow each other.
    pub(crate) fn has_phrase(&self) -> bool {
        self.terms.iter().any(|term| term.typed.len() > 1)
    }

    /// The words to look for in the index of passages.
    pub(crate) fn sought_words(&self) -> Vec<SoughtWord<'_>> {
        let mut sought = Vec::new();
        for term in &self.terms {
            let last = term.folded.len().saturating_sub(1);
            sought.extend(
                term.folded
                    .iter()
                    .enumerate()
                    .map(|(at, word)| SoughtWord { word, goes_on: term.prefix && at == last }),
            );
        }
        // A character that consists only of marks leaves no word.
        sought.retain(|sought| !sought.word.is_empty());
        sought
    }

    /// The query in the language of FTS5, word by word; `None` if no word is left. `marks` are words that only the
    /// index has.
    pub(crate) fn fts(&self, marks: &[String]) -> Option<String> {
        let mut parts = Vec::new();
        for term in &self.terms {
            for (number, word) in term.typed.iter().enumerate() {
                let goes_on = term.prefix && number + 1 == term.typed.len();
                let indexed = indexed_words(word);
                for (piece, text) in indexed.iter().enumerate() {
                    // The words have only letters and digits, so that they cannot contain syntax of that language.
                    let star = if goes_on && piece + 1 == indexed.len() { "*" } else { "" };
                    parts.push(format!("\"{text}\"{star}"));
                }
            }
        }
        if parts.is_empty() {
            return None;
        }
        parts.splice(0..0, marks.iter().map(|mark| format!("\"{mark}\"")));
        Some(parts.join(" AND "))
    }
}

/// The length in bytes of a word without its plural ending: `reports`, `policies`, `processes`.
fn stem(word: &str) -> usize {
    let keeps = ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    let ending = if word.ends_with("ies") {
        3
    } else if ["sses", "xes", "ches", "shes", "zes"].iter().any(|ending| word.ends_with(ending)) {
        2
    } else if word.ends_with('s') && !keeps {
        1
    } else {
        0
    };
    match word.len() - ending {
        short if short < SHORTEST_STEM => word.len(),
        long => long,
    }
}

/// The words that the index makes of one word. For Latin, Greek and Cyrillic letters, it is the same word. For other
/// letters, SQLite's older tables may differ, so SQLite is asked.
fn indexed_words(word: &str) -> Vec<String> {
    let agreed = |c: char| {
        c.is_ascii_alphanumeric()
            || (c.is_alphabetic()
                && matches!(u32::from(c), 0xc0..=0x24f | 0x386..=0x3ff | 0x400..=0x481 | 0x48a..=0x527))
    };
    if word.chars().all(agreed) {
        return vec![word.to_owned()];
    }
    // A word that cannot be split is not looked for. It is not an error to type it.
    ask_sqlite(word).unwrap_or_default()
}

fn ask_sqlite(word: &str) -> rusqlite::Result<Vec<String>> {
    let conn = connect(Path::new(""), Access::Memory)?;
    conn.execute_batch(
        "CREATE VIRTUAL TABLE cut USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');
         CREATE VIRTUAL TABLE piece USING fts5vocab (cut, instance);",
    )?;
    conn.execute("INSERT INTO cut (words) VALUES (?1)", [word])?;
    let mut pieces = conn.prepare("SELECT term FROM piece ORDER BY offset")?;
    pieces.query_map([], |row| row.get(0))?.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fts(query: Query) -> String {
        query.fts(&[]).unwrap_or_default()
    }

    #[test]
    fn words_that_the_index_cuts_otherwise_are_cut_as_it_does() {
        assert_eq!(fts(Query::of("A\u{eb1}Ab")), "\"a\" AND \"ab\"*");
        assert_eq!(fts(Query::of("x\u{24b6}y")), "\"x\" AND \"y\"*");
        assert_eq!(fts(Query::of("re\u{301}sume")), "\"resume\"*");
        assert_eq!(fts(Query::of("ærlig Αθήνα Москва")), "\"ærlig\" AND \"Αθήνα\" AND \"Москва\"*");
        assert_eq!(Query::of("\u{1f130}").fts(&[]), None, "a letter only to us is no query");
    }

    #[test]
    fn one_or_many_is_the_same_word() {
        let stemmed = |word: &str| word[..stem(word)].to_owned();
        for (many, one) in [("reports", "report"), ("policies", "polic"), ("processes", "process")]
        {
            assert_eq!(stemmed(many), one);
        }
        for word in ["access", "status", "basis", "is", "gas", "år"] {
            assert_eq!(stemmed(word), word, "its s belongs to it");
        }
    }

    #[test]
    fn the_last_word_may_go_on_unless_its_phrase_is_closed() {
        assert_eq!(fts(Query::of("back up")), "\"back\" AND \"up\"*");
        assert_eq!(fts(Query::of("\"back up\"")), "\"back\" AND \"up\"");
        assert_eq!(fts(Query::of("\"back u")), "\"back\" AND \"u\"*");
        assert_eq!(fts(Query::of("e-mail")), "\"e\" AND \"mail\"*");
        assert_eq!(Query::of("e-mail").terms.len(), 1, "its parts have to stand in a row");
        assert_eq!(fts(Query::of("NOT ( * ^ \" : {")), "\"NOT\"*", "signs are no query");
        assert!(Query::of("  \"\" ").is_empty());
    }
}

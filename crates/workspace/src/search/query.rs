//! Queries: what somebody types into the search field, as terms.

use std::path::Path;

use crate::db::{Access, connect};
use crate::passage_index::SoughtWord;
use crate::words::words;

/// The longest query that is looked at; more is not typed by anybody.
const LONGEST_QUERY: usize = 400;
/// The longest beginnings of words that the index has lists for (`prefix` in schema.sql).
const INDEXED_PREFIX: usize = 3;
/// The shortest beginning that stands for all words that begin so.
const SHORTEST_STEM: usize = 3;
/// The most terms of a query.
const MOST_TERMS: usize = 12;

/// Something that has to stand in a text: one word, or several in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// The words as they were typed.
    pub(crate) typed: Vec<String>,
    /// The words folded.
    pub(crate) folded: Vec<String>,
    /// Whether the last word may go on.
    pub(crate) prefix: bool,
}

/// What somebody typed into the search field. Anything can be typed; nothing is an error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) terms: Vec<Term>,
}

impl Query {
    /// Every word has to be found; words within quotation marks in a row; the last word may go on, as it is still being
    /// typed.
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

    /// The same query with the last word as a whole word; `None` if the index finds its beginning as quickly. For the
    /// beginning of a word, FTS5 joins the lists of all words that begin so, except at the lengths for which the index
    /// has lists of beginnings.
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

    /// The same words in any form: one or many of a thing, and words that go on. Words in a row stay as they are.
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

    /// Whether words have to stand in a row.
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
        // A letter that is nothing but marks leaves no word.
        sought.retain(|sought| !sought.word.is_empty());
        sought
    }

    /// The query in FTS5's language, word by word; nothing where no word is left. `marks` are words that only the index
    /// has.
    pub(crate) fn fts(&self, marks: &[String]) -> Option<String> {
        let mut parts = Vec::new();
        for term in &self.terms {
            for (number, word) in term.typed.iter().enumerate() {
                let goes_on = term.prefix && number + 1 == term.typed.len();
                let indexed = indexed_words(word);
                for (piece, text) in indexed.iter().enumerate() {
                    // Words hold letters and digits only, so no sign of that language can stand in them.
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

/// The length in bytes of a word without the ending of many: `reports`, `policies`, `processes`.
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

/// The words that the index makes of one of ours. Of Latin, Greek and Cyrillic letters it makes the same; about others
/// SQLite's older tables may disagree, so it is asked.
fn indexed_words(word: &str) -> Vec<String> {
    let agreed = |c: char| {
        c.is_ascii_alphanumeric()
            || (c.is_alphabetic()
                && matches!(u32::from(c), 0xc0..=0x24f | 0x386..=0x3ff | 0x400..=0x481 | 0x48a..=0x527))
    };
    if word.chars().all(agreed) {
        return vec![word.to_owned()];
    }
    // A word that cannot be cut is not looked for; to type it is no error.
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

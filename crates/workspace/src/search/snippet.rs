//! Computes how well a text fits a query, and a short part of the text that shows it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::query::{Query, Term};
use crate::words::{Word, words};

/// The greatest number of words of a text that are searched.
const DEPTH: usize = 20_000;
/// The length of a snippet in bytes.
const LENGTH: usize = 180;
/// The number of bytes of it before the first hit.
const BEFORE: usize = 50;

/// A part of a snippet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SnippetPart {
    /// The words.
    pub text: String,
    /// Whether they are a hit.
    pub hit: bool,
}

/// A text with its hits.
pub(crate) struct Marked<'t> {
    text: &'t str,
    hits: Vec<(usize, usize)>,
    /// For each term of the query, how often the text has it. A word that only has the same beginning counts half.
    pub(crate) found: Vec<f64>,
    /// A measure of how well the text fits; above 0.
    pub(crate) score: f64,
    /// Whether the words that must follow each other do so.
    pub(crate) phrases: bool,
}

/// The start of a term whose last word is the word `at`, and whether that word is complete; `None` if no term ends
/// there.
fn ends_at(words: &[Word], at: usize, term: &Term) -> Option<(usize, bool)> {
    let first = (at + 1).checked_sub(term.folded.len())?;
    let last = term.folded.len() - 1;
    let mut whole = true;
    for (number, wanted) in term.folded.iter().enumerate() {
        let word = &words[first + number].folded;
        if word != wanted {
            if !(term.prefix && number == last && word.starts_with(wanted.as_str())) {
                return None;
            }
            whole = false;
        }
    }
    Some((words[first].start, whole))
}

/// Finds the terms of a query in a text.
pub(crate) fn mark<'t>(text: &'t str, query: &Query) -> Marked<'t> {
    mark_words(text, &words(text, DEPTH), query)
}

/// The same, if the text is already split into words.
pub(crate) fn mark_words<'t>(text: &'t str, words: &[Word], query: &Query) -> Marked<'t> {
    let mut hits = Vec::new();
    let mut founds = Vec::with_capacity(query.terms.len());
    let (mut score, mut phrases) = (0.01, true);
    let length = 1.0 + (1.0 + words.len() as f64 / 40.0).ln();
    for term in &query.terms {
        let (mut found, mut nearest) = (0.0_f64, None);
        for (at, word) in words.iter().enumerate() {
            if let Some((start, whole)) = ends_at(words, at, term) {
                found += if whole { 1.0 } else { 0.5 };
                nearest.get_or_insert(at);
                if hits.len() < 1000 {
                    hits.push((start, word.end));
                }
            }
        }
        founds.push(found);
        phrases &= nearest.is_some() || term.folded.len() == 1;
        if let Some(at) = nearest {
            // Each further hit counts less than the one before. A long text has more of all words. Early hits count
            // more.
            score += (1.0 + (1.0 + found).ln()) / length + 0.5 / (1.0 + at as f64 / 10.0);
        }
    }
    hits.sort_unstable();
    hits.dedup();
    Marked { text, hits, found: founds, score, phrases }
}

impl Marked<'_> {
    /// The part of the text with the most hits, in pieces.
    pub(crate) fn snippet(&self) -> Vec<SnippetPart> {
        let (from, to) = self.window();
        let mut pieces = Vec::new();
        if from > 0 {
            push(&mut pieces, "… ", false);
        }
        let mut at = from;
        for &(start, end) in &self.hits {
            if start < at || end > to {
                continue;
            }
            push(&mut pieces, &self.text[at..start], false);
            push(&mut pieces, &self.text[start..end], true);
            at = end;
        }
        push(&mut pieces, &self.text[at..to], false);
        if to < self.text.len() {
            push(&mut pieces, " …", false);
        }
        pieces
    }

    /// The start and the end of the snippet in bytes. It begins and ends between words if that is near.
    fn window(&self) -> (usize, usize) {
        let text = self.text;
        if text.len() <= LENGTH {
            return (0, text.len());
        }
        let mut best = (0, 0);
        for (number, &(start, _)) in self.hits.iter().enumerate() {
            let within = self.hits[number..]
                .iter()
                .take_while(|(_, end)| *end <= start + LENGTH - BEFORE)
                .count();
            if within > best.0 {
                best = (within, start);
            }
        }
        let from = match best.1.checked_sub(BEFORE) {
            None | Some(0) => 0,
            Some(near) => {
                let near = text.ceil_char_boundary(near);
                text[near..best.1].find(char::is_whitespace).map_or(near, |space| near + space + 1)
            }
        };
        let from = text.ceil_char_boundary(from);
        let far = text.floor_char_boundary((from + LENGTH).min(text.len()));
        if far == text.len() {
            return (from, far);
        }
        // A hit that is longer than the window ends it.
        let held = self.hits.iter().rfind(|(start, end)| *start >= from && *end <= far);
        let least = held.map_or(from, |(_, end)| *end);
        let to = text[least..far].rfind(char::is_whitespace).map_or(far, |space| least + space);
        (from, to)
    }
}

/// Adds words to the pieces. Line ends become spaces.
fn push(pieces: &mut Vec<SnippetPart>, text: &str, hit: bool) {
    let text: String =
        text.chars().map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect();
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.hit == hit => last.text.push_str(&text),
        _ => pieces.push(SnippetPart { text, hit }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, query: &str) -> String {
        mark(text, &Query::of(query))
            .snippet()
            .into_iter()
            .map(|p| if p.hit { format!("[{}]", p.text) } else { p.text })
            .collect()
    }

    #[test]
    fn found_words_are_marked_as_they_stand() {
        assert_eq!(shown("The Résumé of a resume.", "resume"), "The [Résumé] of a [resume].");
        assert_eq!(shown("kept for ten years", "ye ten"), "kept for [ten] years");
        assert_eq!(shown("kept for ten years", "ten ye"), "kept for [ten] [years]");
        assert_eq!(shown("by e-mail or mail", "e-mail"), "by [e-mail] or mail");
    }

    #[test]
    fn a_long_text_is_cut_around_what_was_found() {
        let long = format!("{} backup {}", "æøå ".repeat(400), "слово ".repeat(400));
        let shown = shown(&long, "backup");
        assert!(shown.starts_with("… ") && shown.ends_with(" …"), "{shown}");
        assert!(shown.contains("[backup]"), "{shown}");
        assert!(shown.len() < 260, "{shown}");
    }

    #[test]
    fn a_short_answer_with_the_whole_word_is_better() {
        let score = |text: &str| mark(text, &Query::of("backup")).score;
        assert!(score("backup of all data") > score("backups of all data"));
        assert!(score("backup") > score(&format!("{} backup", "words ".repeat(300))));
    }
}

//! Compares two sequences, or two texts word by word.

use std::hash::Hash;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::drift::{ChangedWords, WordSide};

/// A step of the comparison of two sequences. The numbers are indexes, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aligned {
    /// An element that both sequences have: its index in the earlier and in the later sequence.
    Both(usize, usize),
    /// An element that only the earlier sequence has.
    Before(usize),
    /// An element that only the later sequence has.
    After(usize),
}

/// Compares two sequences. The steps name each index of both sequences once, in order. Between two common elements, the
/// elements of the earlier sequence come first.
#[must_use]
pub fn aligned<T: Hash + Ord>(before: &[T], after: &[T]) -> Vec<Aligned> {
    let mut steps = Vec::with_capacity(before.len().max(after.len()));
    for operation in capture_diff_slices(Algorithm::Patience, before, after) {
        let (tag, old, new) = operation.as_tag_tuple();
        if tag == DiffTag::Equal {
            steps.extend(old.zip(new).map(|(old, new)| Aligned::Both(old, new)));
        } else {
            steps.extend(old.map(Aligned::Before));
            steps.extend(new.map(Aligned::After));
        }
    }
    steps
}

/// Compares two texts word by word. Neighbouring words of the same side are one entry.
#[must_use]
pub fn changed_words(before: &str, after: &str) -> Vec<ChangedWords> {
    let before: Vec<&str> = before.split_whitespace().collect();
    let after: Vec<&str> = after.split_whitespace().collect();
    let mut runs: Vec<ChangedWords> = Vec::new();
    for step in aligned(&before, &after) {
        let (side, word) = match step {
            Aligned::Both(_, at) => (WordSide::Both, after[at]),
            Aligned::Before(at) => (WordSide::Before, before[at]),
            Aligned::After(at) => (WordSide::After, after[at]),
        };
        match runs.last_mut().filter(|run| run.side == side) {
            Some(run) => {
                run.words.push(' ');
                run.words.push_str(word);
            }
            None => runs.push(ChangedWords { side, words: word.to_owned() }),
        }
    }
    runs
}

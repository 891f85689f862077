//! Finds the entries in a text.

use super::entry::{Entry, Part};
use super::text::Word;
use super::{GAP, TopicWords};

/// A place of an entry in a text: for each run of its words, the index of the first word and the index after the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    runs: Vec<(usize, usize)>,
}

impl Hit {
    /// Index of its first word in the text.
    pub(super) fn first(&self) -> usize {
        self.runs[0].0
    }

    fn end(&self) -> usize {
        self.runs[self.runs.len() - 1].1
    }

    /// The number of its words in the text.
    pub(super) fn words(&self) -> usize {
        self.runs.iter().map(|(first, end)| end - first).sum()
    }

    /// Indexes of its words in the text.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.runs.iter().flat_map(|(first, end)| *first..*end)
    }

    /// Its words as they stand in the text.
    pub(super) fn as_written(&self, text: &str, words: &[Word]) -> String {
        let runs =
            self.runs.iter().map(|(first, end)| &text[words[*first].start..words[end - 1].end]);
        runs.collect::<Vec<_>>().join(" … ")
    }
}

/// All places of all entries, each with the index of its topic. Places inside a longer phrase are left out.
pub(super) fn hits(list: &TopicWords, words: &[Word]) -> Vec<(usize, Hit)> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        each_beginning(list, &word.folded, &mut |number| {
            let listed = &list.entries[number];
            found.extend(place(&listed.entry, words, at).map(|hit| (listed.topic, hit)));
        });
    }
    // For each word of the text, the longest phrase that begins there.
    let mut phrases = vec![0; words.len()];
    for (_, hit) in &found {
        if let [(first, end)] = hit.runs[..] {
            phrases[first] = phrases[first].max(end - first);
        }
    }
    let longest = phrases.iter().copied().max().unwrap_or(0);
    found.retain(|(_, hit)| {
        let mut before = hit.first().saturating_sub(longest)..=hit.first();
        !before.any(|at| phrases[at] > hit.words() && at + phrases[at] >= hit.end())
    });
    found
}

/// Calls `show` for every entry whose first word fits this word of a text.
fn each_beginning(list: &TopicWords, word: &str, show: &mut dyn FnMut(usize)) {
    let mut all =
        |numbers: Option<&Vec<usize>>| numbers.into_iter().flatten().for_each(|n| show(*n));
    all(list.whole.get(word));
    for (at, letter) in word.char_indices() {
        all(list.beginnings.get(&word[..at + letter.len_utf8()]));
        all(list.endings.get(&word[at..]));
    }
    for number in &list.inside {
        if list.entries[*number].entry.first().fits(word) {
            show(*number);
        }
    }
}

/// The place of an entry whose first word is the word `at`.
fn place(entry: &Entry, words: &[Word], at: usize) -> Option<Hit> {
    let (first, others) = entry.runs.split_first()?;
    let mut runs = vec![(at, run_at(first, words, at)?)];
    for run in others {
        let after = runs[runs.len() - 1].1;
        let sentence = words[at].sentence;
        let next = (after..=after + GAP)
            .take_while(|at| words.get(*at).is_some_and(|word| word.sentence == sentence))
            .find_map(|at| Some((at, run_at(run, words, at)?)))?;
        runs.push(next);
    }
    Some(Hit { runs })
}

/// The index after the last word of a run whose first word is the word `at`.
fn run_at(run: &[Part], words: &[Word], at: usize) -> Option<usize> {
    let there = words.get(at..at + run.len())?;
    let one_sentence = there.iter().all(|word| word.sentence == there[0].sentence);
    let fits = run.iter().zip(there).all(|(part, word)| part.fits(&word.folded));
    (one_sentence && fits).then_some(at + run.len())
}

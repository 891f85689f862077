//! A text written over by somebody who saw its words and not its tree: a reviewer in a word processor.

use std::ops::Range;

use super::characters::{Read, collapsed, folded};
use super::reword::NotReworded;
use super::{Inline, RichText};
use crate::aligned::{Aligned, aligned};

/// A word of a text.
#[derive(Debug)]
struct Word {
    /// Its characters as they are compared.
    folded: String,
    /// Its characters as they are written.
    written: String,
    /// The line of the text that it stands in.
    line: usize,
    /// Its characters in the text that is read.
    chars: Range<usize>,
}

impl RichText {
    /// The text changed in such a way that it reads as `words`, one line of `words` for each paragraph, item, cell and
    /// line of the text. All that is the same in both stays as it is: marks, links and citations. Numbers of sources
    /// in `words` that stand for citations of the text are no words; all others are.
    ///
    /// # Errors
    /// [`NotReworded::Across`] when lines were added, removed, split or joined: which of them is a paragraph, an item
    /// or a cell is not to be seen from the words.
    pub fn rewrite(&self, words: &str) -> Result<Self, NotReworded> {
        let read = Read::of(self);
        let bare = self.without_numbers_of_citations(words);
        if self.is_empty() {
            return Ok(RichText::from_plain(&bare));
        }
        if read.chars.is_empty() {
            let first = self.numbers_of_citations(words).first().map(|range| range.start);
            let before = first.and_then(|at| words.get(..at)).unwrap_or(words).trim_end();
            let (before, after) = bare.split_at_checked(before.len()).unwrap_or((&bare, ""));
            return self.beside_citations(before, after);
        }
        let (before, after) = (words_of_read(&read), words_of_lines(&bare));
        if !after.is_empty() && lines(&before) != lines(&after) {
            return Err(NotReworded::Across);
        }
        let mut text = self.clone();
        let changes = changes(&before, &after);
        // From the last to the first, so that the places of those before stay as they were.
        for (old, new) in changes.into_iter().rev() {
            let new_words = new.clone().filter_map(|at| after.get(at));
            let written: Vec<&str> = new_words.map(|word| word.written.as_str()).collect();
            let written = written.join(" ");
            match (before.get(old.start), before.get(..old.end).and_then(<[Word]>::last)) {
                (Some(first), Some(last)) if !old.is_empty() => {
                    let range = first.chars.start..last.chars.end;
                    let (from, to) = read.spots(range.clone()).ok_or(NotReworded::Across)?;
                    let is_gone = written.is_empty();
                    let (from, to) =
                        if is_gone { read.with_space(&range, from, to) } else { (from, to) };
                    text.splice(from, to, &written);
                }
                (next, last) => {
                    let place = place_of_insertion(new.start, &after, last, next);
                    let found = place.and_then(|at| read.insertion(at, &written));
                    let (spot, written) = found.ok_or(NotReworded::Across)?;
                    text.splice(spot, spot, &written);
                }
            }
        }
        let text = text.normalise();
        if reads_as(&text, &after) { Ok(text) } else { Err(NotReworded::Across) }
    }
}

impl RichText {
    /// A text that holds nothing but citations, with words before the first and after it.
    ///
    /// # Errors
    /// [`NotReworded::Across`] when the words have several lines.
    pub(super) fn beside_citations(&self, before: &str, after: &str) -> Result<Self, NotReworded> {
        if [before, after].iter().any(|words| words.trim().contains('\n')) {
            return Err(NotReworded::Across);
        }
        let (before, after) = (collapsed(before.trim()), collapsed(after.trim()));
        let mut text = self.clone();
        let mut is_done = false;
        text.each_run_mut(&mut |inlines| {
            let cites = |inline: &Inline| matches!(inline, Inline::Citation { .. });
            if is_done || !inlines.iter().any(cites) {
                return;
            }
            is_done = true;
            if !before.is_empty() {
                inlines.insert(0, Inline::text(format!("{before} ")));
            }
            if !after.is_empty() {
                let space = if after.starts_with(|c: char| c.is_alphanumeric()) { " " } else { "" };
                inlines.push(Inline::text(format!("{space}{after}")));
            }
        });
        Ok(text.normalise())
    }
}

/// How many lines have words.
fn lines(words: &[Word]) -> usize {
    words.chunk_by(|one, next| one.line == next.line).count()
}

/// What is to be changed: words of the earlier text, and those of the later one that stand in their place.
fn changes(before: &[Word], after: &[Word]) -> Vec<(Range<usize>, Range<usize>)> {
    let folded = |words: &[Word]| words.iter().map(|word| word.folded.clone()).collect::<Vec<_>>();
    let mut changes = Vec::new();
    let (mut old, mut new) = (0..0, 0..0);
    for step in aligned(&folded(before), &folded(after)) {
        match step {
            Aligned::Before(at) => old.end = at + 1,
            Aligned::After(at) => new.end = at + 1,
            Aligned::Both(at, to) => {
                changes.push((old, new));
                (old, new) = (at + 1..at + 1, to + 1..to + 1);
            }
        }
    }
    changes.push((old, new));
    changes.retain(|(old, new)| !(old.is_empty() && new.is_empty()));
    changes
}

/// Where words come in: after the word before them or before the word after them, the one that stands in the same line.
fn place_of_insertion(
    first_new: usize,
    after: &[Word],
    last: Option<&Word>,
    next: Option<&Word>,
) -> Option<usize> {
    let line = |at: usize| after.get(at).map(|word| word.line);
    let goes_on = first_new.checked_sub(1).is_some_and(|at| line(at) == line(first_new));
    match (last, next) {
        (Some(last), _) if goes_on => Some(last.chars.end),
        (_, Some(next)) => Some(next.chars.start),
        (Some(last), None) => Some(last.chars.end),
        (None, None) => None,
    }
}

/// The words of the text that was read.
fn words_of_read(read: &Read) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut line = 0;
    let mut goes_on = false;
    for (at, char) in read.chars.iter().enumerate() {
        let ends_line = read.spots.get(at).is_none_or(Option::is_none)
            || (at > 0 && read.lines.get(at) != read.lines.get(at - 1));
        if ends_line {
            (line, goes_on) = (line + 1, false);
        }
        if *char == ' ' {
            goes_on = false;
            continue;
        }
        match words.last_mut().filter(|_| goes_on) {
            Some(word) => {
                word.folded.push(*char);
                word.chars.end = at + 1;
            }
            None => {
                let (folded, written) = (char.to_string(), String::new());
                words.push(Word { folded, written, line, chars: at..at + 1 });
            }
        }
        goes_on = true;
    }
    words
}

/// The words of a text in lines.
fn words_of_lines(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for (line, content) in text.lines().enumerate() {
        for written in content.split_whitespace() {
            let folded: String = folded(written).into_iter().collect();
            if !folded.is_empty() {
                words.push(Word { folded, written: written.to_owned(), line, chars: 0..0 });
            }
        }
    }
    words
}

/// Whether the text has these words in these lines.
fn reads_as(text: &RichText, words: &[Word]) -> bool {
    let found = words_of_read(&Read::of(text));
    let starts_line = |all: &[Word], at: usize| {
        at.checked_sub(1).is_some_and(|before| {
            all.get(before).map(|word| word.line) != all.get(at).map(|word| word.line)
        })
    };
    found.len() == words.len()
        && (0..found.len()).all(|at| {
            found.get(at).map(|word| &word.folded) == words.get(at).map(|word| &word.folded)
                && starts_line(&found, at) == starts_line(words, at)
        })
}

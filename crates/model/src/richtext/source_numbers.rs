//! Numbers of sources: what a page shows where a text has a citation.

use std::ops::Range;

use super::{Inline, RichText};

/// How many letters before a number tell which number it is.
const LETTERS_BEFORE: usize = 4;

/// The greatest number of pairs that are compared. An answer with so many numbers is no text that somebody wrote.
const PAIRS: usize = 4_000_000;

/// What stands in brackets and may be the number of a source.
#[derive(Debug)]
struct Bracketed {
    /// Its bytes, with the brackets.
    range: Range<usize>,
    /// The last letters before it.
    before: String,
}

/// A place of the answer at which a page shows something in brackets.
enum Shown<'a> {
    /// A citation, with the last letters before it.
    Citation(String),
    /// Words that a person wrote in brackets.
    Written(&'a str, String),
}

/// The words without "[3]" and "[3, 4]": a page shows the number of a source where the text has a citation. Without
/// "[]", too: the number of an endnote is not among the words of a Word document.
#[must_use]
pub fn without_source_numbers(words: &str) -> String {
    without(words, bracketed(words).into_iter().map(|one| one.range))
}

impl RichText {
    /// The words of a Word document without the numbers of sources that stand there for the citations of this text.
    /// Numbers in brackets that a person or a reviewer wrote stay.
    #[must_use]
    pub fn without_numbers_of_citations(&self, words: &str) -> String {
        without(words, self.numbers_of_citations(words))
    }

    /// The bytes of `words` that are the numbers of sources.
    pub(super) fn numbers_of_citations(&self, words: &str) -> Vec<Range<usize>> {
        let (printed, citations) = self.printed();
        let shown = shown(&printed, &citations);
        let found = bracketed(words);
        if shown.len().saturating_mul(found.len()) > PAIRS {
            return found.into_iter().map(|one| one.range).collect();
        }
        let of = |one: &Bracketed| words.get(one.range.clone()).unwrap_or_default();
        let pairs = pairs(&shown, &found, of);
        let is_number = |(at, one): &(usize, &Bracketed)| match pairs.get(*at).copied().flatten() {
            Some(pair) => matches!(shown.get(pair), Some(Shown::Citation(_))),
            // The mark of an endnote that a reviewer copied. Nobody types brackets without anything in them.
            None => of(one) == "[]",
        };
        let numbers = found.iter().enumerate().filter(is_number);
        numbers.map(|(_, one)| one.range.clone()).collect()
    }

    /// The words, and the bytes in them at which citations stand.
    fn printed(&self) -> (String, Vec<usize>) {
        let (mut words, mut citations) = (String::new(), Vec::new());
        self.each_run(&mut |inlines| {
            for inline in inlines {
                match inline {
                    Inline::Text { text, .. } => words.push_str(text),
                    Inline::HardBreak {} => words.push('\n'),
                    Inline::Citation { .. } => citations.push(words.len()),
                }
            }
            words.push('\n');
        });
        (words, citations)
    }
}

/// What a page shows in brackets, in order.
fn shown<'a>(printed: &'a str, citations: &[usize]) -> Vec<Shown<'a>> {
    let mut found: Vec<(usize, Shown<'a>)> = Vec::new();
    for one in bracketed(printed) {
        let Range { start, end } = one.range;
        // Brackets around a citation are words of their own.
        if citations.iter().any(|at| start < *at && *at < end) {
            continue;
        }
        let words = printed.get(start..end).unwrap_or_default();
        found.push((start, Shown::Written(words, one.before)));
    }
    for at in citations {
        let before = printed.get(..*at).unwrap_or_default();
        let line = before.char_indices().rev().nth(200).map_or(0, |(at, _)| at);
        let before =
            last_letters("", &without_source_numbers(before.get(line..).unwrap_or_default()));
        found.push((*at, Shown::Citation(before)));
    }
    // A citation stands before brackets at the same place.
    found.sort_by_key(|(at, one)| (*at, matches!(one, Shown::Written(..))));
    found.into_iter().map(|(_, one)| one).collect()
}

/// For each bracket of a file, the place of the answer that it shows: the pairs that fit best, in order.
fn pairs<'a>(
    shown: &[Shown<'_>],
    found: &[Bracketed],
    words: impl Fn(&Bracketed) -> &'a str,
) -> Vec<Option<usize>> {
    let fit = |one: &Shown<'_>, other: &Bracketed| -> u32 {
        let words = words(other);
        let digits = words.trim_matches(['[', ']']);
        let (fits, before) = match one {
            Shown::Written(written, before) if *written == words => (4, before),
            Shown::Citation(before) if digits.is_empty() && words == "[]" => (3, before),
            Shown::Citation(before) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                (2, before)
            }
            _ => return 0,
        };
        fits + if *before == other.before { 2 } else { 0 }
    };
    let width = found.len() + 1;
    let mut best = vec![0_u32; (shown.len() + 1) * width];
    for (row, one) in shown.iter().enumerate().rev() {
        for (column, other) in found.iter().enumerate().rev() {
            let at =
                |row: usize, column: usize| best.get(row * width + column).copied().unwrap_or(0);
            let fits = fit(one, other);
            let paired = if fits > 0 { fits + at(row + 1, column + 1) } else { 0 };
            let most = paired.max(at(row + 1, column)).max(at(row, column + 1));
            if let Some(cell) = best.get_mut(row * width + column) {
                *cell = most;
            }
        }
    }
    let mut pairs = vec![None; found.len()];
    let (mut row, mut column) = (0, 0);
    let at = |row: usize, column: usize| best.get(row * width + column).copied().unwrap_or(0);
    while let (Some(one), Some(other)) = (shown.get(row), found.get(column)) {
        let fits = fit(one, other);
        if fits > 0 && at(row, column) == fits + at(row + 1, column + 1) {
            if let Some(pair) = pairs.get_mut(column) {
                *pair = Some(row);
            }
            (row, column) = (row + 1, column + 1);
        } else if at(row, column) == at(row + 1, column) {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

/// All brackets that may be numbers of sources.
fn bracketed(words: &str) -> Vec<Bracketed> {
    let number = |c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | '–');
    let mut found: Vec<Bracketed> = Vec::new();
    let (mut passed, mut before) = (0, String::new());
    let mut from = 0;
    while let Some(start) = words.get(from..).and_then(|rest| rest.find('[')).map(|at| from + at) {
        let inside = words.get(start + 1..).unwrap_or_default();
        let end = inside.find(|c| !number(c)).filter(|at| inside[*at..].starts_with(']'));
        from = start + 1;
        if let Some(end) = end.map(|at| start + 1 + at + 1) {
            before = last_letters(&before, words.get(passed..start).unwrap_or_default());
            found.push(Bracketed { range: start..end, before: before.clone() });
            (passed, from) = (end, end);
        }
    }
    found
}

/// The last letters of two pieces of text that follow each other.
fn last_letters(one: &str, next: &str) -> String {
    let letters = next.chars().rev().chain(one.chars().rev()).filter(|c| !c.is_whitespace());
    let mut letters: Vec<char> = letters.take(LETTERS_BEFORE).collect();
    letters.reverse();
    letters.into_iter().collect()
}

/// The words without these bytes, and without the spaces before them.
fn without(words: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> String {
    let mut out = String::with_capacity(words.len());
    let mut from = 0;
    for Range { start, end } in ranges {
        out.push_str(words.get(from..start).unwrap_or_default().trim_end());
        from = end;
    }
    out.push_str(words.get(from..).unwrap_or_default());
    out
}

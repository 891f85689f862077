//! Numbers of sources: what a page shows where a text has a citation.

use std::ops::Range;

use super::{Inline, RichText};

/// How many letters before a number tell which number it is.
const LETTERS_BEFORE: usize = 4;

/// The greatest number of pairs that are compared. An answer with so many numbers is no text that somebody wrote.
const PAIRS: usize = 4_000_000;

/// What stands before brackets: the last letters, and the number of brackets between them and these.
type Before = (String, usize);

/// What stands in brackets and may be the number of a source.
#[derive(Debug)]
struct Bracketed {
    /// Its bytes, with the brackets.
    range: Range<usize>,
    before: Before,
}

/// A place of the answer at which a page shows something in brackets.
struct Shown<'a> {
    /// The words that a person wrote in brackets; none for a citation.
    written: Option<&'a str>,
    before: Before,
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
            Some(pair) => shown.get(pair).is_some_and(|shown| shown.written.is_none()),
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
    // Brackets around a citation are words of their own.
    let around =
        |range: &Range<usize>| citations.iter().any(|at| range.start < *at && *at < range.end);
    let written = bracketed(printed).into_iter().map(|one| one.range);
    let written = written.filter(|range| !around(range)).map(|range| (range, false));
    let mut places: Vec<(Range<usize>, bool)> =
        citations.iter().map(|at| (*at..*at, true)).chain(written).collect();
    // A citation stands before brackets at the same place.
    places.sort_by_key(|(range, is_citation)| (range.start, !is_citation));
    let mut passed = 0;
    let mut before = Before::default();
    let of = |(range, is_citation): (Range<usize>, bool)| {
        before = next_before(&before, printed.get(passed..range.start).unwrap_or_default());
        passed = range.end;
        let written = printed.get(range).filter(|_| !is_citation);
        Shown { written, before: before.clone() }
    };
    places.into_iter().map(of).collect()
}

/// What stands before brackets, after those with `before` and the words between both.
fn next_before((letters, brackets): &Before, between: &str) -> Before {
    match between.trim().is_empty() {
        true => (letters.clone(), brackets + 1),
        false => (last_letters(letters, between), 0),
    }
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
        let is_number = digits == "?" || digits.bytes().all(|byte| byte.is_ascii_digit());
        let fits = match one.written {
            Some(written) if written == words => 4,
            None if words == "[]" => 3,
            None if is_number => 2,
            _ => return 0,
        };
        fits + if one.before == other.before { 2 } else { 0 }
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
    // A report prints "[?]" for a citation that the project does not have any more.
    let number = |c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | '–' | '?');
    let mut found: Vec<Bracketed> = Vec::new();
    let (mut passed, mut before) = (0, Before::default());
    let mut from = 0;
    while let Some(start) = words.get(from..).and_then(|rest| rest.find('[')).map(|at| from + at) {
        let inside = words.get(start + 1..).unwrap_or_default();
        let end = inside.find(|c| !number(c)).filter(|at| inside[*at..].starts_with(']'));
        from = start + 1;
        if let Some(end) = end.map(|at| start + 1 + at + 1) {
            before = next_before(&before, words.get(passed..start).unwrap_or_default());
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

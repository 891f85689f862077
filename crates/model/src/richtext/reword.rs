//! Changes words inside a text, at a place that is given by words: somebody marked it on a page and saw the words but
//! not the tree.

use super::{Inline, RichText};

/// The least number of characters of context that are needed to find the place of an insertion.
const LEAST_CONTEXT: usize = 6;

/// A place in a text, given by the words that stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordsPlace<'a> {
    /// The words themselves; empty for a place between two words.
    pub quoted: &'a str,
    /// The words before them. They may begin before the text.
    pub before: &'a str,
    /// The words after them. They may go on after the text.
    pub after: &'a str,
}

/// Why words could not be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotReworded {
    /// The words do not stand in the text.
    #[error("the words do not stand in the text")]
    Nowhere,
    /// The words stand there more than once, and the words around them do not show which of them are meant.
    #[error("the words stand in the text more than once")]
    Twice,
    /// The words belong to more than one paragraph, item or cell.
    #[error("the words go over more than one paragraph")]
    Across,
}

impl RichText {
    /// The text with `new` instead of the words at `place`. If `new` is empty, the words are removed. Citations stay,
    /// and so do the marks of all other words. The comparison ignores white space, ligatures and the numbers of
    /// sources.
    ///
    /// # Errors
    /// When the words are not found in exactly one place.
    pub fn reword(&self, place: &WordsPlace<'_>, new: &str) -> Result<Self, NotReworded> {
        let mut text = self.clone();
        let new = collapsed(new);
        let read = Read::of(&text);
        let quoted = folded(place.quoted);
        if quoted.is_empty() {
            let new = new.trim();
            if read.chars.is_empty() {
                return Ok(RichText::from_plain(new));
            }
            let at = read.between(place)?;
            let (spot, words) = read.insertion(at, new).ok_or(NotReworded::Nowhere)?;
            text.splice(spot, spot, &words);
        } else {
            let range = read.words(place)?;
            let (from, to) = read.spots(range.clone()).ok_or(NotReworded::Across)?;
            let (from, to) = match new.trim() {
                "" => read.with_space(&range, from, to),
                _ => (from, to),
            };
            text.splice(from, to, new.trim());
        }
        Ok(text.normalise())
    }

    /// Replaces the text from the beginning of `from` to the end of `to` by `new`. Both must be in the same line.
    fn splice(&mut self, from: Spot, to: Spot, new: &str) {
        let mut line = 0;
        self.each_run_mut(&mut |inlines| {
            if line == from.line {
                splice_line(inlines, from, to, new);
            }
            line += 1;
        });
    }
}

/// The place of a character: the line of the tree, the inline in the line, and its bytes in the inline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot {
    line: usize,
    inline: usize,
    start: usize,
    end: usize,
}

/// A text as a reader sees it: its characters with their places. White space is one space.
struct Read {
    chars: Vec<char>,
    /// `None` for a space between two lines of the tree, and for a line end.
    spots: Vec<Option<Spot>>,
    /// For each character, its line of the tree.
    lines: Vec<usize>,
}

impl Read {
    fn of(text: &RichText) -> Self {
        let mut read = Self { chars: Vec::new(), spots: Vec::new(), lines: Vec::new() };
        let mut line = 0;
        text.each_run(&mut |inlines| {
            if line > 0 {
                read.push(' ', None, line);
            }
            for (inline, content) in inlines.iter().enumerate() {
                match content {
                    Inline::Text { text, .. } => {
                        for (start, char) in text.char_indices() {
                            let end = start + char.len_utf8();
                            let spot = Spot { line, inline, start, end };
                            fold(char, &mut |folded| read.push(folded, Some(spot), line));
                        }
                    }
                    Inline::HardBreak {} => read.push(' ', None, line),
                    // The space before a citation belongs to the citation.
                    Inline::Citation { .. } => read.without_last_space(),
                }
            }
            line += 1;
        });
        read
    }

    fn push(&mut self, char: char, spot: Option<Spot>, line: usize) {
        if char == ' ' && self.chars.last().is_none_or(|last| *last == ' ') {
            return;
        }
        self.chars.push(char);
        self.spots.push(spot);
        self.lines.push(line);
    }

    fn without_last_space(&mut self) {
        if self.chars.last() == Some(&' ') {
            self.chars.pop();
            self.spots.pop();
            self.lines.pop();
        }
    }

    /// The one place where the quoted words stand.
    fn words(&self, place: &WordsPlace<'_>) -> Result<std::ops::Range<usize>, NotReworded> {
        let with_numbers = folded(place.quoted);
        let quoted = match self.all(&with_numbers).is_empty() {
            true => folded(&without_source_numbers(place.quoted)),
            false => with_numbers,
        };
        let found = self.all(&quoted);
        let length = quoted.len();
        match found[..] {
            [] => Err(NotReworded::Nowhere),
            [only] => Ok(only..only + length),
            _ => {
                let score = |at: usize| self.context(place, at, at + length).0;
                let best = found.iter().copied().max_by_key(|at| score(*at)).unwrap_or_default();
                let equal = found.iter().filter(|at| score(**at) == score(best)).count();
                if equal > 1 { Err(NotReworded::Twice) } else { Ok(best..best + length) }
            }
        }
    }

    /// The only place between two characters that has this context around it.
    fn between(&self, place: &WordsPlace<'_>) -> Result<usize, NotReworded> {
        let fits = |at: &usize| {
            let (length, whole) = self.context(place, *at, *at);
            whole && length >= LEAST_CONTEXT.min(self.chars.len())
        };
        let mut found: Vec<usize> = (0..=self.chars.len()).filter(fits).collect();
        // The places before and after a space are the same place.
        found.dedup_by(|later, earlier| {
            *later == *earlier + 1 && self.chars.get(*earlier) == Some(&' ')
        });
        match found[..] {
            [] => Err(NotReworded::Nowhere),
            [only] => Ok(only),
            _ => Err(NotReworded::Twice),
        }
    }

    /// The number of characters around `from..to` that agree with the context, and whether the context agrees as far as
    /// the text goes.
    fn context(&self, place: &WordsPlace<'_>, from: usize, to: usize) -> (usize, bool) {
        let mut before = folded(&without_source_numbers(place.before));
        before.reverse();
        let after = folded(&without_source_numbers(place.after));
        let left: Vec<char> = self.chars[..from].iter().rev().copied().collect();
        let (left, left_whole) = common(&left, &before);
        let (right, right_whole) = common(&self.chars[to..], &after);
        (left + right, left_whole && right_whole)
    }

    /// All places where these characters stand. If they stand somewhere as whole words, places inside other words are
    /// left out.
    fn all(&self, sought: &[char]) -> Vec<usize> {
        if sought.is_empty() || sought.len() > self.chars.len() {
            return Vec::new();
        }
        let windows = self.chars.windows(sought.len()).enumerate();
        let found: Vec<usize> = windows.filter(|(_, w)| *w == sought).map(|(at, _)| at).collect();
        let is_word = |at: usize| self.chars.get(at).is_some_and(|char| char.is_alphanumeric());
        let whole = |at: &&usize| {
            let starts = **at == 0 || !(is_word(**at) && is_word(**at - 1));
            let end = **at + sought.len();
            starts && !(is_word(end - 1) && is_word(end))
        };
        let words: Vec<usize> = found.iter().filter(whole).copied().collect();
        if words.is_empty() { found } else { words }
    }

    /// The places of the first and the last character; `None` if they are in different lines of the tree.
    fn spots(&self, range: std::ops::Range<usize>) -> Option<(Spot, Spot)> {
        let first = (*self.spots.get(range.start)?)?;
        let last = (*self.spots.get(range.end.checked_sub(1)?)?)?;
        (first.line == last.line).then_some((first, last))
    }

    /// The places of the first and the last character to be removed. They include a space that would otherwise stand
    /// beside another space, at the beginning of a line, or before a full stop.
    fn with_space(&self, range: &std::ops::Range<usize>, from: Spot, to: Spot) -> (Spot, Spot) {
        let space = |at: Option<usize>| {
            let spot = at.and_then(|at| *self.spots.get(at)?)?;
            let is_space = self.chars.get(at?) == Some(&' ');
            (is_space && spot.line == from.line).then_some(spot)
        };
        let before = range.start.checked_sub(1);
        let next = self.chars.get(range.end).copied();
        let starts = before.is_none_or(|at| self.lines.get(at) != Some(&from.line));
        match (space(before), space(Some(range.end))) {
            (Some(space), _) if next.is_none_or(|next| next == ' ' || closes(next)) => (space, to),
            (None, Some(space)) if starts || before.is_some_and(|at| self.spots[at].is_none()) => {
                (from, space)
            }
            _ => (from, to),
        }
    }

    /// The empty place between two characters at which `new` is inserted, and the words with the spaces that they need
    /// there.
    fn insertion(&self, at: usize, new: &str) -> Option<(Spot, String)> {
        let spot = |at: usize| self.spots.get(at).copied().flatten();
        let left = at.checked_sub(1);
        let at_left = left.and_then(spot).map(|s| Spot { start: s.end, ..s });
        let at_right = spot(at).map(|s| Spot { end: s.start, ..s });
        let found = at_left.or(at_right)?;
        let (before, after) = (left.and_then(|at| self.chars.get(at)), self.chars.get(at));
        let line = |at: usize| self.lines.get(at) == Some(&found.line);
        let before = before.filter(|_| left.is_some_and(line));
        let after = after.filter(|_| line(at));
        let is_word = |char: Option<&char>| char.is_some_and(|char| char.is_alphanumeric());
        if is_word(before) && is_word(after) {
            return Some((found, new.to_owned()));
        }
        let starts = new.chars().next().is_none_or(closes);
        let space_before = before.is_some_and(|char| *char != ' ' && !opens(*char)) && !starts;
        let space_after = after.is_some_and(|char| *char != ' ' && !closes(*char));
        let words = [if space_before { " " } else { "" }, new, if space_after { " " } else { "" }];
        Some((found, words.concat()))
    }
}

/// The number of characters with which both begin, without regard to a space at the beginning of one of them; and
/// whether one of them ends there.
fn common(one: &[char], other: &[char]) -> (usize, bool) {
    let one = one.strip_prefix(&[' ']).unwrap_or(one);
    let other = other.strip_prefix(&[' ']).unwrap_or(other);
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    (same, same == one.len() || same == other.len())
}

fn closes(char: char) -> bool {
    matches!(char, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '’' | '»')
}

fn opens(char: char) -> bool {
    matches!(char, '(' | '[' | '“' | '‘' | '«')
}

/// White space as one space.
fn collapsed(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for char in words.chars() {
        match char.is_whitespace() {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(char),
        }
    }
    out
}

/// The characters that are compared for these words, without white space at the edges.
fn folded(words: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(words.len());
    for char in words.chars() {
        fold(char, &mut |char| {
            if char != ' ' || out.last().is_some_and(|last| *last != ' ') {
                out.push(char);
            }
        });
    }
    if out.last() == Some(&' ') {
        out.pop();
    }
    out
}

/// The characters that are compared for a character: those that a page shows for it.
fn fold(char: char, out: &mut dyn FnMut(char)) {
    match char {
        '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
        char if char.is_whitespace() => out(' '),
        'ﬀ' => "ff".chars().for_each(out),
        'ﬁ' => "fi".chars().for_each(out),
        'ﬂ' => "fl".chars().for_each(out),
        'ﬃ' => "ffi".chars().for_each(out),
        'ﬄ' => "ffl".chars().for_each(out),
        '\u{2010}' | '\u{2011}' => out('-'),
        char => out(char),
    }
}

/// The words without "[3]" and "[3, 4]". A page shows the number of a source where the text has a citation.
fn without_source_numbers(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((start, tail)) = rest.split_once('[') {
        let number = |c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | '–');
        match tail.split_once(']') {
            Some((inside, after)) if !inside.is_empty() && inside.chars().all(number) => {
                out.push_str(start.trim_end());
                rest = after;
            }
            _ => {
                out.push_str(start);
                out.push('[');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Replaces the text from `from` to `to` by `new`. Citations between them stay.
fn splice_line(line: &mut Vec<Inline>, from: Spot, to: Spot, new: &str) {
    let inlines = std::mem::take(line);
    for (at, inline) in inlines.into_iter().enumerate() {
        let within = from.inline <= at && at <= to.inline;
        match inline {
            Inline::Text { text, marks } if within => {
                let start = if at == from.inline { from.start } else { 0 };
                let end = if at == to.inline { to.end } else { text.len() };
                let mut words = text.get(..start).unwrap_or_default().to_owned();
                if at == from.inline {
                    words.push_str(new);
                }
                words.push_str(text.get(end..).unwrap_or_default());
                if !words.is_empty() {
                    line.push(Inline::Text { text: words, marks });
                }
            }
            Inline::HardBreak {} if within => {}
            other => line.push(other),
        }
    }
}

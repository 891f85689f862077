//! The characters of a text as a reader sees them, each with its place in the tree.

use std::ops::Range;

use super::{Inline, RichText};

impl RichText {
    /// Puts `new` in place of what stands from the beginning of `from` to the end of `to`, which are of one line.
    pub(super) fn splice(&mut self, from: Spot, to: Spot, new: &str) {
        let mut line = 0;
        self.each_run_mut(&mut |inlines| {
            if line == from.line {
                splice_line(inlines, from, to, new);
            }
            line += 1;
        });
    }
}

/// Where a character stands: the line of the tree, the inline in it, and its bytes there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) line: usize,
    pub(super) inline: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A text as a reader sees it: its characters, white space as one space, with their spots.
pub(super) struct Read {
    pub(super) chars: Vec<char>,
    /// None for what stands between two lines of the tree, and for a line end.
    pub(super) spots: Vec<Option<Spot>>,
    /// The line of the tree that each character belongs to.
    pub(super) lines: Vec<usize>,
}

impl Read {
    pub(super) fn of(text: &RichText) -> Self {
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
                    // The space before it belongs to it.
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

    /// The spots of the first and the last character; none where they go over several lines of the tree.
    pub(super) fn spots(&self, range: Range<usize>) -> Option<(Spot, Spot)> {
        let first = (*self.spots.get(range.start)?)?;
        let last = (*self.spots.get(range.end.checked_sub(1)?)?)?;
        (first.line == last.line).then_some((first, last))
    }

    /// The first and the last spot of words that go, with the space that would stand beside another one, at the
    /// beginning of a line, or before a full stop.
    pub(super) fn with_space(&self, range: &Range<usize>, from: Spot, to: Spot) -> (Spot, Spot) {
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

    /// The empty spot at a place between two characters.
    pub(super) fn gap(&self, at: usize) -> Option<Spot> {
        let spot = |at: usize| self.spots.get(at).copied().flatten();
        let at_left = at.checked_sub(1).and_then(spot).map(|s| Spot { start: s.end, ..s });
        let at_right = spot(at).map(|s| Spot { end: s.start, ..s });
        at_left.or(at_right)
    }

    /// The empty spot at a place between two characters, and the words as they fit in there.
    pub(super) fn insertion(&self, at: usize, new: &str) -> Option<(Spot, String)> {
        let left = at.checked_sub(1);
        let found = self.gap(at)?;
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

fn closes(char: char) -> bool {
    matches!(char, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '’' | '»')
}

fn opens(char: char) -> bool {
    matches!(char, '(' | '[' | '“' | '‘' | '«')
}

/// White space as one space.
pub(super) fn collapsed(words: &str) -> String {
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

/// The characters by which words are compared, without white space at the edges.
pub(super) fn folded(words: &str) -> Vec<char> {
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

/// A character as it is compared: what a page shows for it.
pub(super) fn fold(char: char, out: &mut dyn FnMut(char)) {
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

/// Puts `new` in place of what stands from `from` to `to`. Citations between them stay.
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

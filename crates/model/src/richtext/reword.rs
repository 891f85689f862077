//! Changes words inside a text, at a place that is given by words: somebody marked it on a page and saw the words but
//! not the tree.

use super::characters::{Read, collapsed, folded, without_source_numbers};
use super::{Block, Inline, RichText};

/// What ends a line of new words.
const LINE_ENDS: [char; 2] = ['\n', '\u{2029}'];

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
    /// The text with `new` in place of the words at `place`; without them where `new` is empty. Citations and the marks
    /// of all other words stay. White space, ligatures, and numbers of sources among the quoted words make no
    /// difference. New words that begin or end with a line end are paragraphs of their own.
    ///
    /// # Errors
    /// When the words are not found in exactly one place, or new lines would divide a paragraph.
    pub fn reword(&self, place: &WordsPlace<'_>, new: &str) -> Result<Self, NotReworded> {
        if new.contains(LINE_ENDS) {
            return self.with_paragraphs(place, new);
        }
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

    /// The text with new paragraphs before, between or after its own. Items and cells are not taken apart: nobody can
    /// tell whether an item was meant.
    fn with_paragraphs(&self, place: &WordsPlace<'_>, new: &str) -> Result<Self, NotReworded> {
        let lines = new.split(LINE_ENDS).map(|line| collapsed(line.trim()));
        let lines = lines.filter(|line| !line.is_empty());
        let paragraphs = lines.map(|line| Block::paragraph([Inline::text(line)]));
        let mut text = self.clone();
        let read = Read::of(self);
        if read.chars.is_empty() {
            text.content = paragraphs.collect();
            return Ok(text.normalise());
        }
        let apart = new.starts_with(LINE_ENDS) || new.ends_with(LINE_ENDS);
        if !apart || !folded(place.quoted).is_empty() {
            return Err(NotReworded::Across);
        }
        let at = read.between(place)?;
        let left = at.checked_sub(1).and_then(|at| read.lines.get(at)).copied();
        let right = read.lines.get(at).copied();
        let mut next = 0;
        for line in [right, left].into_iter().flatten() {
            next = self.plain_block(line).ok_or(NotReworded::Across)?;
        }
        if left == right {
            return Err(NotReworded::Across);
        }
        next += usize::from(left.is_some());
        text.content.splice(next..next, paragraphs);
        Ok(text.normalise())
    }

    /// The paragraph or heading that is the line with this number; none for a line of an item or a cell.
    fn plain_block(&self, line: usize) -> Option<usize> {
        let mut passed = 0;
        for (at, block) in self.content.iter().enumerate() {
            let is_plain = matches!(block, Block::Paragraph { .. } | Block::Heading { .. });
            if passed == line && is_plain {
                return Some(at);
            }
            Self { content: vec![block.clone()] }.each_run(&mut |_| passed += 1);
            if passed > line {
                return None;
            }
        }
        None
    }
}

impl Read {
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
}

/// The number of characters with which both begin, without regard to a space at the beginning of one of them; and
/// whether one of them ends there.
fn common(one: &[char], other: &[char]) -> (usize, bool) {
    let one = one.strip_prefix(&[' ']).unwrap_or(one);
    let other = other.strip_prefix(&[' ']).unwrap_or(other);
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    (same, same == one.len() || same == other.len())
}

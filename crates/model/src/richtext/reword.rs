//! Changes words inside a text, at a place that is given by words: somebody marked it on a page and saw the words but
//! not the tree.

use super::characters::{Read, collapsed, folded};
use super::{Block, Inline, RichText};

/// What ends a line of new words.
const LINE_ENDS: [char; 2] = ['\n', '\u{2029}'];

/// A place in a text, given by the words that stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordsPlace<'a> {
    /// The words themselves; empty for a place between two words.
    pub quoted: &'a str,
    /// The words before them. They may begin before the text.
    pub before: &'a str,
    /// The words after them. They may go on after the text.
    pub after: &'a str,
    /// Whether new words are exact to the letter, so that no space is added to them. A file with tracked changes is
    /// exact; somebody who points between two words on a page is not.
    pub exact: bool,
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

impl WordsPlace<'_> {
    /// Whether the number of a source stands directly before the place.
    fn is_after_source(&self) -> bool {
        self.before.trim_end().ends_with(']')
    }
}

impl RichText {
    /// The text with `new` in place of the words at `place`; without them where `new` is empty. Citations and the marks
    /// of all other words stay. White space, ligatures, and numbers of sources among the quoted words make no
    /// difference. New words that begin or end with a line end are paragraphs of their own.
    ///
    /// # Errors
    /// When the words are not found in exactly one place, other words stand around them than those at `place`, or new
    /// lines would divide a paragraph.
    pub fn reword(&self, place: &WordsPlace<'_>, new: &str) -> Result<Self, NotReworded> {
        if new.contains(LINE_ENDS) {
            return self.with_paragraphs(place, new);
        }
        let mut text = self.clone();
        let new = collapsed(new);
        let read = Read::of(&text);
        let quoted = folded(place.quoted);
        if quoted.is_empty() {
            if self.is_empty() {
                return Ok(RichText::from_plain(new.trim()));
            }
            if read.chars.is_empty() {
                let (before, after) =
                    if place.is_after_source() { ("", new.trim()) } else { (new.trim(), "") };
                return self.beside_citations(before, after);
            }
            let gap = read.between(place)?;
            let insertion = match gap.exact {
                true => read.gap(gap.at).map(|spot| (spot, new.clone())),
                false => read.insertion(gap.at, new.trim()),
            };
            let (spot, words) = insertion.ok_or(NotReworded::Nowhere)?;
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
            let at = if place.is_after_source() { text.content.len() } else { 0 };
            text.content.splice(at..at, paragraphs);
            return Ok(text.normalise());
        }
        let apart = new.starts_with(LINE_ENDS) || new.ends_with(LINE_ENDS);
        if !apart || !folded(place.quoted).is_empty() {
            return Err(NotReworded::Across);
        }
        let at = read.between(place)?.before_space;
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

//! Finds the place in a text that somebody marked on a page: by the words there and by the words around them.

use std::ops::Range;

use super::characters::{Read, folded};
use super::reword::{NotReworded, WordsPlace};
use super::source_numbers::without_source_numbers;

/// The least number of characters of context that are needed to find the place of an insertion.
const LEAST_CONTEXT: usize = 6;

/// The number of characters that agree on one side where the side is the right one beyond doubt.
const CLEAR_SIDE: usize = 8;

/// The number of characters that agree on both sides together where words near the place were changed since.
const CLEAR_SIDES: usize = 12;

/// The least number of characters that must agree on each side of an insertion: a short word and a space.
const LEAST_SIDE: usize = 2;

/// A place between two characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    pub(super) at: usize,
    /// The place, before the space if one stands there.
    pub(super) before_space: usize,
    /// Whether words are put in as they are, without spaces around them.
    pub(super) exact: bool,
}

/// The words around a place, as they are compared: with the numbers of sources and without them, since a person may
/// write numbers in brackets. Those before the place run from it backwards.
struct Context {
    before: [Vec<char>; 2],
    after: [Vec<char>; 2],
}

/// How the context agrees with the text on one side of a place.
#[derive(Debug, Clone, Copy, Default)]
struct Side {
    /// The number of characters that agree.
    same: usize,
    /// Whether they agree as far as the context or the text goes.
    whole: bool,
    /// Whether they agree as far as the paragraph, item or cell goes.
    line: bool,
    /// Whether there is a context.
    known: bool,
}

impl Side {
    fn agrees(self) -> bool {
        self.whole || self.line || !self.known
    }
}

/// A place where the words stand.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    at: usize,
    sides: [Side; 2],
    /// Whether a whole word stands there, not a part of a word.
    word: bool,
}

impl Candidate {
    fn same(&self) -> usize {
        self.sides.iter().map(|side| side.same).sum()
    }

    /// Whether the words around the place agree as far as they can.
    fn agrees(&self) -> bool {
        self.sides.iter().all(|side| side.agrees())
    }

    /// Whether enough of the words around it agree to be sure that it is the place.
    fn fits(&self) -> bool {
        let clear = |side: &Side| side.known && side.agrees() && side.same >= CLEAR_SIDE;
        self.agrees() || self.sides.iter().any(clear) || self.same() >= CLEAR_SIDES
    }
}

impl Read {
    /// The one place where the quoted words stand.
    pub(super) fn words(&self, place: &WordsPlace<'_>) -> Result<Range<usize>, NotReworded> {
        let with_numbers = folded(place.quoted);
        let quoted = match self.all(&with_numbers).is_empty() {
            true => folded(&without_source_numbers(place.quoted)),
            false => with_numbers,
        };
        let context = Context::of(place);
        let length = quoted.len();
        let candidate = |at: usize| Candidate {
            at,
            sides: self.sides(&context, at, at + length),
            word: self.is_word(at, length),
        };
        let mut found: Vec<Candidate> = self.all(&quoted).into_iter().map(candidate).collect();
        found.sort_by_key(|one| std::cmp::Reverse((one.same(), one.word)));
        match found[..] {
            [] => Err(NotReworded::Nowhere),
            [best] if !best.fits() => Err(NotReworded::Nowhere),
            [best, ref others @ ..] if best.fits() && is_clear(&best, others) => {
                Ok(best.at..best.at + length)
            }
            _ => Err(NotReworded::Twice),
        }
    }

    /// The only place between two characters that has this context around it. Where words near the place were changed
    /// since, the place with enough of the context on both sides.
    pub(super) fn between(&self, place: &WordsPlace<'_>) -> Result<Gap, NotReworded> {
        let context = Context::of(place);
        let least = LEAST_CONTEXT.min(self.chars.len());
        // The places before and after a space are the same place.
        let is_other = |at: &usize| *at == 0 || self.chars.get(*at - 1) != Some(&' ');
        let places = (0..=self.chars.len()).filter(is_other);
        let mut found: Vec<Candidate> = places
            .map(|at| Candidate { at, sides: self.sides(&context, at, at), word: false })
            .collect();
        let whole =
            |one: &&Candidate| one.sides.iter().all(|side| side.whole) && one.same() >= least;
        let mut sure = found.iter().filter(whole);
        let at = match (sure.next(), sure.next()) {
            (Some(only), None) => only.at,
            (Some(_), Some(_)) => return Err(NotReworded::Twice),
            (None, _) => {
                found.retain(|one| {
                    let enough = |side: &Side| side.agrees() || side.same >= LEAST_SIDE;
                    one.same() >= CLEAR_SIDES && one.sides.iter().all(enough)
                });
                found.sort_by_key(|one| std::cmp::Reverse(one.same()));
                match found[..] {
                    [] => return Err(NotReworded::Nowhere),
                    [best, ref others @ ..] if is_clear(&best, others) => best.at,
                    _ => return Err(NotReworded::Twice),
                }
            }
        };
        Ok(self.gap_at(at, place))
    }

    /// The place on the side of the space that the context has. Files that were read by earlier versions of the program
    /// do not tell the side; then it is not exact.
    fn gap_at(&self, at: usize, place: &WordsPlace<'_>) -> Gap {
        let gap = |place, exact| Gap { at: place, before_space: at, exact };
        if self.chars.get(at) != Some(&' ') {
            return gap(at, place.exact);
        }
        match place.exact {
            true if place.after.starts_with(char::is_whitespace) => gap(at, true),
            true if place.before.ends_with(char::is_whitespace) => gap(at + 1, true),
            _ => gap(at, false),
        }
    }

    /// How the context agrees with the text before `from` and after `to`.
    fn sides(&self, context: &Context, from: usize, to: usize) -> [Side; 2] {
        let before = self.chars.get(..from).unwrap_or_default();
        let after = self.chars.get(to..).unwrap_or_default();
        let ends =
            |at: Option<usize>| at.is_none_or(|at| self.spots.get(at).is_none_or(Option::is_none));
        let left = context.before.iter().map(|context| {
            let (same, passed, whole) = common(before.iter().rev().copied(), context);
            let line = ends(from.checked_sub(passed + 1));
            Side { same, whole, line, known: !context.is_empty() }
        });
        let right = context.after.iter().map(|context| {
            let (same, passed, whole) = common(after.iter().copied(), context);
            let line = ends(Some(to + passed));
            Side { same, whole, line, known: !context.is_empty() }
        });
        let best = |side: &Side| (side.agrees(), side.same);
        [left.max_by_key(best).unwrap_or_default(), right.max_by_key(best).unwrap_or_default()]
    }

    /// All places where these characters stand.
    fn all(&self, sought: &[char]) -> Vec<usize> {
        if sought.is_empty() || sought.len() > self.chars.len() {
            return Vec::new();
        }
        let windows = self.chars.windows(sought.len()).enumerate();
        windows.filter(|(_, window)| *window == sought).map(|(at, _)| at).collect()
    }

    /// Whether the characters begin and end where words do.
    fn is_word(&self, at: usize, length: usize) -> bool {
        let letter = |at: usize| self.chars.get(at).is_some_and(|char| char.is_alphanumeric());
        let within = |at: usize| at > 0 && letter(at - 1) && letter(at);
        !within(at) && !within(at + length)
    }
}

/// Whether the first of several places is the right one: no other has a context that is almost as much like it.
fn is_clear(best: &Candidate, others: &[Candidate]) -> bool {
    let Some(next) = others.first() else { return true };
    let same = (next.same(), next.word) == (best.same(), best.word);
    let close = next.same() * 2 > best.same();
    !same && (best.agrees() || !close)
}

impl Context {
    fn of(place: &WordsPlace<'_>) -> Self {
        let both = |words: &str| [folded(&without_source_numbers(words)), folded(words)];
        let mut before = both(place.before);
        before.iter_mut().for_each(|words| words.reverse());
        Self { before, after: both(place.after) }
    }
}

/// The number of characters with which both begin, without regard to a space at the beginning of one of them; how many
/// of the text these are with that space; and whether one of them ends there.
fn common(text: impl Iterator<Item = char>, context: &[char]) -> (usize, usize, bool) {
    let mut text = text.peekable();
    let spaces = usize::from(text.next_if_eq(&' ').is_some());
    let context = context.strip_prefix(&[' ']).unwrap_or(context);
    let mut same = 0;
    while let Some(expected) = context.get(same) {
        if text.next_if_eq(expected).is_none() {
            break;
        }
        same += 1;
    }
    (same, same + spaces, same == context.len() || text.peek().is_none())
}

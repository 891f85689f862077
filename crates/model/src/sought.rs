//! Finds words in answers and replaces them. Only what a person wrote is searched. Ids, options, days and the words
//! that a citation pins are left alone.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::richtext::{RichText, replace_in, words_of};
use crate::value::Value;

/// The greatest number of characters of context on each side of the words that were found.
const CONTEXT: usize = 60;

/// The words that are looked for.
#[derive(Debug, Clone)]
pub struct Sought {
    /// Their characters; in small letters if the case does not matter.
    characters: Vec<char>,
    case: bool,
    whole: bool,
}

/// Words that were found, with the words around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundWords {
    /// The end of the text before them.
    pub before: String,
    /// The words as they are written there.
    pub words: String,
    /// The beginning of the text after them.
    pub after: String,
}

impl Sought {
    /// Prepares a search for `words`. If `case` is true, capitals and small letters differ. If `whole` is true, no
    /// letter or digit may stand beside the words. `None` if the words are empty or have more than one line.
    pub fn new(words: &str, case: bool, whole: bool) -> Option<Self> {
        if words.trim().is_empty() || words.chars().any(char::is_control) {
            return None;
        }
        let mut characters = Vec::new();
        words.chars().for_each(|c| fold(c, case, &mut |folded| characters.push(folded)));
        Some(Self { characters, case, whole })
    }

    /// The places of the words in `text`, as byte ranges, in order. They do not overlap.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        // Each character of the folded text, with the bytes of the character from which it comes.
        let mut folded: Vec<(char, Range<usize>)> = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            let bytes = at..at + c.len_utf8();
            fold(c, self.case, &mut |small| folded.push((small, bytes.clone())));
        }
        let length = self.characters.len();
        let mut found = Vec::new();
        let mut at = 0;
        while at + length <= folded.len() {
            let here = &folded[at..at + length];
            let same = here.iter().zip(&self.characters).all(|((c, _), sought)| c == sought);
            if same && self.is_apart(text, &folded, at) {
                found.push(here[0].1.start..here[length - 1].1.end);
                at += length;
            } else {
                at += 1;
            }
        }
        found
    }

    /// Whether the match at the folded character `at` consists of whole characters and, if asked for, of whole words.
    fn is_apart(&self, text: &str, folded: &[(char, Range<usize>)], at: usize) -> bool {
        let end = at + self.characters.len();
        let bytes = folded[at].1.start..folded[end - 1].1.end;
        // One letter may become several small letters. A match must not begin or end within them.
        let cut = |before: usize| {
            before > 0 && folded.get(before).is_some_and(|next| next.1 == folded[before - 1].1)
        };
        if cut(at) || cut(end) {
            return false;
        }
        let goes_on = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !self.whole
            || !(goes_on(text[..bytes.start].chars().next_back())
                || goes_on(text[bytes.end..].chars().next()))
    }
}

/// The characters that are compared for a character. A no-break space is compared as a space.
fn fold(c: char, case: bool, take: &mut dyn FnMut(char)) {
    match c {
        '\u{a0}' | '\u{202f}' => take(' '),
        c if case => take(c),
        c => c.to_lowercase().for_each(take),
    }
}

/// One pass through the words of a value.
struct Pass<'a> {
    sought: &'a Sought,
    /// The new words, and the places, counted from 0, that get them.
    change: Option<(&'a str, &'a BTreeSet<usize>)>,
    found: Vec<FoundWords>,
}

impl Pass<'_> {
    /// Notes the matches in `text`, and returns those that are to be replaced.
    fn look(&mut self, text: &str) -> Vec<Range<usize>> {
        let mut chosen = Vec::new();
        for place in self.sought.places(text) {
            if self.change.is_some_and(|(_, places)| places.contains(&self.found.len())) {
                chosen.push(place.clone());
            }
            let before = text[..place.start].char_indices().rev().take(CONTEXT).last();
            let after = text[place.end..].char_indices().nth(CONTEXT);
            let after = after.map_or(text.len(), |(at, _)| place.end + at);
            let readable = |part: &str| part.replace('\u{FFFC}', " ");
            self.found.push(FoundWords {
                before: readable(&text[before.map_or(place.start, |(at, _)| at)..place.start]),
                words: text[place.clone()].to_owned(),
                after: readable(&text[place.end..after]),
            });
        }
        chosen
    }

    fn plain(&mut self, text: &mut String) {
        for place in self.look(text).into_iter().rev() {
            if let Some((with, _)) = self.change {
                text.replace_range(place, with);
            }
        }
    }

    fn markdown(&mut self, markdown: &mut String) {
        let mut tree = RichText::from_markdown(markdown);
        let mut changed = false;
        tree.each_run_mut(&mut |run| {
            let chosen = self.look(&words_of(run));
            if let (Some((with, _)), false) = (self.change, chosen.is_empty()) {
                replace_in(run, &chosen, with);
                changed = true;
            }
        });
        if changed {
            *markdown = tree.normalise().to_markdown();
        }
    }

    fn value(&mut self, value: &mut Value) {
        match value {
            Value::Text(markdown) | Value::YesNo { reason: markdown, .. } => {
                self.markdown(markdown)
            }
            Value::Line(line) => self.plain(line),
            Value::Choice(chosen) => self.plain(&mut chosen.note),
            Value::Choices(all) => all.iter_mut().for_each(|chosen| self.plain(&mut chosen.note)),
            Value::Scale(levels) => {
                for level in levels {
                    self.plain(&mut level.label);
                    self.plain(&mut level.meaning);
                    self.plain(&mut level.accepted_by);
                }
            }
            Value::Acceptance(given) => {
                self.plain(&mut given.name);
                self.plain(&mut given.role);
            }
            Value::Date(_)
            | Value::Refs(_)
            | Value::Level(_)
            | Value::Matrix(_)
            | Value::Citations(_) => {}
        }
    }
}

impl Value {
    /// The places of the words in what a person wrote here, in reading order.
    #[must_use]
    pub fn find(&self, sought: &Sought) -> Vec<FoundWords> {
        let mut pass = Pass { sought, change: None, found: Vec::new() };
        pass.value(&mut self.clone());
        pass.found
    }

    /// The value with `with` instead of the words at `places`, counted from 0 as in the answer of [`Value::find`].
    /// Marks, citations and ends of lines stay. If the replaced words have different marks, the new words get those of
    /// the first one. `None` if one of the places does not exist.
    #[must_use]
    pub fn with_replaced(
        &self,
        sought: &Sought,
        with: &str,
        places: &BTreeSet<usize>,
    ) -> Option<Value> {
        let mut value = self.clone();
        let mut pass = Pass { sought, change: Some((with, places)), found: Vec::new() };
        pass.value(&mut value);
        let there = pass.found.len();
        places.iter().all(|place| *place < there).then_some(value)
    }
}

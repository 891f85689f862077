//! Compares two versions of running text word by word.

use vurder_model::aligned::{Aligned, aligned};

use crate::document::{Change, Inline};

/// The least share of common words. Texts with fewer common words are marked as one removed and one added text, because
/// marks between single words would be hard to read.
const COMMON: f32 = 0.3;

/// A word with the marks, links and citations that belong to it.
struct Word {
    /// The text by which it is compared.
    key: String,
    /// The space before it; `None` at the beginning, and for a word that is joined to the one before.
    space: Option<char>,
    inlines: Vec<Inline>,
}

/// The present text, with removed words at their former places.
pub(super) fn marked(before: &[Inline], after: &[Inline]) -> Vec<Inline> {
    let (before, after) = (words_of(before), words_of(after));
    let keys = |words: &[Word]| words.iter().map(|word| word.key.clone()).collect::<Vec<_>>();
    let steps = aligned(&keys(&before), &keys(&after));
    let common = steps.iter().filter(|step| matches!(step, Aligned::Both(..))).count();
    let mut line = Line::default();
    if alike(common, before.len(), after.len()) < COMMON {
        before.iter().for_each(|word| line.add(Some(Change::Deleted), word));
        after.iter().for_each(|word| line.add(Some(Change::Inserted), word));
    } else {
        for step in steps {
            match step {
                Aligned::Both(_, at) => line.add(None, &after[at]),
                Aligned::Before(at) => line.add(Some(Change::Deleted), &before[at]),
                Aligned::After(at) => line.add(Some(Change::Inserted), &after[at]),
            }
        }
    }
    line.finish()
}

/// The similarity of two texts: 0 for no common words, 1 for the same words.
pub(super) fn likeness(before: &[Inline], after: &[Inline]) -> f32 {
    let (before, after) = (words_of(before), words_of(after));
    let keys = |words: &[Word]| words.iter().map(|word| word.key.clone()).collect::<Vec<_>>();
    let steps = aligned(&keys(&before), &keys(&after));
    let common = steps.iter().filter(|step| matches!(step, Aligned::Both(..))).count();
    alike(common, before.len(), after.len())
}

fn alike(common: usize, before: usize, after: usize) -> f32 {
    2.0 * common as f32 / (before + after).max(1) as f32
}

/// The text by which running text is compared.
pub(super) fn key(words: &[Inline]) -> String {
    let words = words_of(words);
    words.iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ")
}

/// Words that are joined to running text again, in runs with the same change.
#[derive(Default)]
struct Line {
    done: Vec<Inline>,
    run: Vec<Inline>,
    change: Option<Change>,
}

impl Line {
    fn add(&mut self, change: Option<Change>, word: &Word) {
        if change != self.change {
            let first_in_line = self.done.is_empty();
            // A removed word at the beginning, or one that is replaced, takes the space after it along.
            let ends_bare = self.change == Some(Change::Deleted) && word.space.is_none();
            let clings = word.key.chars().all(|c| !c.is_alphanumeric());
            if ends_bare && !clings && (first_in_line || change == Some(Change::Inserted)) {
                push(&mut self.run, Inline::plain(" "));
            }
            self.end_run();
            self.change = change;
        }
        let begins = self.done.is_empty() && self.run.is_empty();
        if let Some(space) = word.space.filter(|_| !begins) {
            push(&mut self.run, Inline::plain(space));
        }
        for inline in &word.inlines {
            push(&mut self.run, inline.clone());
        }
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        match self.change {
            Some(change) => self.done.extend(change.mark(run)),
            None => self.done.extend(run),
        }
    }

    fn finish(mut self) -> Vec<Inline> {
        self.end_run();
        self.done
    }
}

/// Adds a piece. Words that look the same become one piece, and so do the words of one link.
fn push(line: &mut Vec<Inline>, inline: Inline) {
    match (line.last_mut(), inline) {
        (Some(Inline::Text { text, emphasis }), Inline::Text { text: more, emphasis: of_more })
            if *emphasis == of_more || more.trim().is_empty() =>
        {
            text.push_str(&more)
        }
        (Some(Inline::Link { href, content }), Inline::Link { href: to, content: more })
            if *href == to =>
        {
            more.into_iter().for_each(|inline| push(content, inline));
        }
        (_, inline) => line.push(inline),
    }
}

fn words_of(inlines: &[Inline]) -> Vec<Word> {
    let mut splitter = Splitter::default();
    inlines.iter().for_each(|inline| splitter.inline(inline, None));
    splitter.words
}

/// Splits running text into words.
#[derive(Default)]
struct Splitter {
    words: Vec<Word>,
    space: Option<char>,
    /// Whether the next letter continues the last word.
    open: bool,
}

impl Splitter {
    fn inline(&mut self, inline: &Inline, href: Option<&str>) {
        match inline {
            Inline::Text { text, emphasis } => {
                let piece = |text: &str| {
                    let words = Inline::Text { text: text.to_owned(), emphasis: *emphasis };
                    match href {
                        Some(href) => Inline::Link { href: href.to_owned(), content: vec![words] },
                        None => words,
                    }
                };
                self.text(text, href, &piece);
            }
            Inline::Link { href, content } => {
                content.iter().for_each(|inline| self.inline(inline, Some(href)));
            }
            Inline::Lead(content)
            | Inline::Answer { content, .. }
            | Inline::Changed { content, .. } => {
                content.iter().for_each(|inline| self.inline(inline, href));
            }
            Inline::Citation { number, .. } | Inline::SourceNumber { number, .. } => {
                self.alone(format!("[{number}]"), inline.clone());
            }
            // A row is the same even if its number changed.
            Inline::RowRef { anchor, .. } => self.alone(format!("#{anchor}"), inline.clone()),
            Inline::Label(text) | Inline::Remark(text) => self.alone(text.clone(), inline.clone()),
            Inline::Break => self.alone("\n".to_owned(), inline.clone()),
        }
    }

    /// A thing that counts as one word.
    fn alone(&mut self, key: String, inline: Inline) {
        let space = self.space.take();
        self.words.push(Word { key, space, inlines: vec![inline] });
        self.open = false;
    }

    fn text(&mut self, text: &str, href: Option<&str>, piece: &dyn Fn(&str) -> Inline) {
        let mut from = 0;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if c.is_whitespace() {
                self.letters(&text[from..at], href, piece);
                from = at + c.len_utf8();
                self.space = Some(if c == '\u{a0}' { c } else { ' ' });
                self.open = false;
            } else if ends_sentence(c) && chars.peek().is_none_or(|(_, next)| next.is_whitespace())
            {
                // The mark at the end of a sentence is a word of its own, so that the word before it does not change
                // with it.
                self.letters(&text[from..at], href, piece);
                self.open = false;
                from = at + c.len_utf8();
                self.letters(&text[at..from], href, piece);
                self.open = false;
            }
        }
        self.letters(&text[from..], href, piece);
    }

    fn letters(&mut self, letters: &str, href: Option<&str>, piece: &dyn Fn(&str) -> Inline) {
        if letters.is_empty() {
            return;
        }
        if !self.open {
            let space = self.space.take();
            self.words.push(Word { key: String::new(), space, inlines: Vec::new() });
            self.open = true;
        }
        if let Some(word) = self.words.last_mut() {
            word.key.push_str(letters);
            // Words with another link count as different.
            if let Some(href) = href {
                word.key.push('\u{1}');
                word.key.push_str(href);
            }
            word.inlines.push(piece(letters));
        }
    }
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '”' | '"')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The words of a line without those that have this mark.
    fn without(left_out: Change, line: &[Inline]) -> String {
        let mut plain = String::new();
        for inline in line {
            match inline {
                Inline::Changed { change, .. } if *change == left_out => {}
                Inline::Changed { content, .. } | Inline::Link { content, .. } => {
                    plain.push_str(&without(left_out, content));
                }
                Inline::Text { text, .. } => plain.push_str(text),
                Inline::Citation { number, .. } => plain.push_str(&format!("[{number}]")),
                _ => {}
            }
        }
        plain
    }

    fn changes(line: &[Inline]) -> Vec<(Change, String)> {
        let of = |inline: &Inline| match inline {
            Inline::Changed { change, content, .. } => Some((*change, without_none(content))),
            _ => None,
        };
        line.iter().filter_map(of).collect()
    }

    fn without_none(line: &[Inline]) -> String {
        without(Change::Deleted, line)
    }

    fn told(before: &str, after: &str) -> Vec<(Change, String)> {
        changes(&marked(&[Inline::plain(before)], &[Inline::plain(after)]))
    }

    fn went(words: &str) -> (Change, String) {
        (Change::Deleted, words.to_owned())
    }

    fn came(words: &str) -> (Change, String) {
        (Change::Inserted, words.to_owned())
    }

    #[test]
    fn words_that_changed_bear_the_marks_and_no_others() {
        assert_eq!(
            told("Kept for five years.", "Kept for ten years."),
            [went(" five"), came(" ten")]
        );
        assert_eq!(told("Kept for years.", "Kept for many years."), [came(" many")]);
        assert_eq!(
            told("It is kept for years.", "Kept for years, it is."),
            [went("It is kept "), came("Kept"), came(", it is"),]
        );
        assert_eq!(told("Kept here.", "Kept here."), []);
    }

    #[test]
    fn texts_with_little_in_common_are_one_that_went_and_one_that_came() {
        let changes =
            told("The data are kept in Norway.", "A lab asks the people first, in words.");
        assert_eq!(changes.len(), 2, "{changes:?}");
    }

    #[test]
    fn a_citation_that_came_leaves_the_word_before_it_alone() {
        let cited = Inline::Citation { number: 3, anchor: "source/3".into() };
        let after = [Inline::plain("Kept in labs"), cited, Inline::plain(".")];
        let line = marked(&[Inline::plain("Kept in labs.")], &after);
        assert_eq!(changes(&line), [came("[3]")]);
        let back = marked(&after, &[Inline::plain("Kept in labs.")]);
        assert_eq!(changes(&back), [went("[3]")]);
    }

    proptest! {
        #[test]
        fn without_what_went_it_is_the_present_text_and_without_what_came_the_earlier_one(
            before in "[abc., ]{0,24}", after in "[abc., ]{0,24}",
        ) {
            let line = marked(&[Inline::plain(&before)], &[Inline::plain(&after)]);
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(words(&without(Change::Deleted, &line)), words(&after));
            prop_assert_eq!(letters(&without(Change::Inserted, &line)), letters(&before));
        }
    }
}

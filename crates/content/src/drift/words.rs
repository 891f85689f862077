//! Computes how similar two passages are.

use std::borrow::Cow;
use std::collections::HashMap;

/// The words of a passage as numbers, in their order, each with how often the passage has it.
pub(super) struct Bag {
    counts: Vec<(u32, u32)>,
    /// The sum of the weights of its words.
    weight: f64,
}

/// Gives each word a number and a weight. A word in many passages has a low weight, because it hardly identifies a
/// passage.
#[derive(Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<String, u32>,
    passages: Vec<u32>,
    total: u32,
}

impl Vocabulary {
    /// Adds the words of a passage. The bag gets its weight in [`Vocabulary::weigh`].
    pub(super) fn take(&mut self, words: &str) -> Bag {
        self.total += 1;
        let mut numbers: Vec<u32> = tokens(words).map(|word| self.number(&word)).collect();
        numbers.sort_unstable();
        let mut counts: Vec<(u32, u32)> = Vec::with_capacity(numbers.len());
        for number in numbers {
            match counts.last_mut() {
                Some((last, count)) if *last == number => *count += 1,
                _ => counts.push((number, 1)),
            }
        }
        self.passages.resize(self.numbers.len(), 0);
        for (number, _) in &counts {
            self.passages[*number as usize] += 1;
        }
        Bag { counts, weight: 0.0 }
    }

    /// The number of a word. A new word gets the next number.
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.to_owned(), next);
        next
    }

    /// Sets the weight of a bag. All passages must have been added before.
    pub(super) fn weigh(&self, bag: &mut Bag) {
        bag.weight = bag.counts.iter().map(|(n, count)| f64::from(*count) * self.rarity(*n)).sum();
    }

    /// The weight of a word: high for a rare word, and above 0 for every word.
    pub(super) fn rarity(&self, number: u32) -> f64 {
        let passages = self.passages.get(number as usize).copied().unwrap_or(1);
        (1.0 + f64::from(self.total) / f64::from(passages.max(1))).ln()
    }

    /// The number of passages that have a word.
    pub(super) fn passages(&self, number: u32) -> u32 {
        self.passages.get(number as usize).copied().unwrap_or(0)
    }

    /// The weight of the words that both bags have.
    pub(super) fn common(&self, one: &Bag, two: &Bag) -> f64 {
        let (mut a, mut b) = (one.counts.iter().peekable(), two.counts.iter().peekable());
        let mut common = 0.0;
        while let (Some((x, times_x)), Some((y, times_y))) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    common += f64::from(*times_x.min(times_y)) * self.rarity(*x);
                    a.next();
                    b.next();
                }
            }
        }
        common
    }

    /// The share of words that two passages have in common, by weight: 0 for none, 1 for all.
    pub(super) fn likeness(&self, one: &Bag, two: &Bag) -> f64 {
        let all = one.weight + two.weight;
        if all > 0.0 { 2.0 * self.common(one, two) / all } else { 0.0 }
    }

    /// The share of the words of `part` that `whole` has, by weight.
    pub(super) fn share_in(&self, part: &Bag, whole: &Bag) -> f64 {
        if part.weight > 0.0 { self.common(part, whole) / part.weight } else { 0.0 }
    }
}

impl Bag {
    /// The numbers of its words.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.counts.iter().map(|(number, _)| *number)
    }

    /// The sum of the weights of its words.
    pub(super) fn weight(&self) -> f64 {
        self.weight
    }
}

/// Words in the form in which they are compared: in small letters, with single spaces, and without punctuation that has
/// no meaning of its own. A mark before a digit stays ("1.5", "-20", "10:30"), and so do `?` and signs such as `<`, `%`
/// and `/`.
#[derive(Default)]
pub(super) struct Plain {
    words: String,
}

impl Plain {
    /// Adds a piece of text, which continues the piece before it.
    pub(super) fn push(&mut self, text: &str) {
        self.words.reserve(text.len());
        let mut letters = text.chars();
        while let Some(letter) = letters.next() {
            if letter.is_ascii_alphanumeric() {
                self.words.push(letter.to_ascii_lowercase());
                continue;
            }
            let before_digit = || letters.clone().next().is_some_and(char::is_numeric);
            match letter {
                ' ' | ';' | '!' | '…' | '"' | '‘' | '“'..='„' | '«' | '»' | '(' | ')' => {
                    self.end_word()
                }
                '-' | '\u{2010}'..='\u{2014}' if before_digit() => self.words.push('-'),
                '.' | ',' | ':' | '\'' | '’' if before_digit() => self.words.push(letter),
                '.' | ',' | ':' | '\'' | '’' | '‚' | '-' | '\u{2010}'..='\u{2014}' => {
                    self.end_word()
                }
                _ if letter.is_whitespace() => self.end_word(),
                _ => self.words.extend(letter.to_lowercase()),
            }
        }
    }

    /// Ends a word.
    pub(super) fn end_word(&mut self) {
        if !self.words.is_empty() && !self.words.ends_with(' ') {
            self.words.push(' ');
        }
    }

    /// Ends a cell of a table.
    pub(super) fn next_cell(&mut self) {
        self.end_word();
        self.words.push_str("| ");
    }

    /// The words in their final form.
    pub(super) fn finish(mut self) -> String {
        self.words.truncate(self.words.trim_end().len());
        self.words
    }
}

/// The words in small letters, without punctuation.
fn tokens(words: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let small = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(move |word| {
        if small(word) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
    })
}

#[cfg(test)]
mod tests {
    use super::Plain;

    fn plain(words: &str) -> String {
        let mut plain = Plain::default();
        plain.push(words);
        plain.finish()
    }

    #[test]
    fn marks_that_tell_nothing_make_no_other_words() {
        for (one, two) in [
            ("Long-term backup.", "long term backup"),
            ("“We don’t”, it says", "\"We don't\" – it says:"),
            ("Yes!", "yes"),
            ("once (or twice)", "once, or twice"),
            ("2020-2024", "2020–2024"),
        ] {
            assert_eq!(plain(one), plain(two));
        }
    }

    #[test]
    fn what_may_change_the_meaning_makes_other_words() {
        for (one, two) in [
            ("1.5 TB", "15 TB"),
            ("-20 °C", "20 °C"),
            ("< 30 days", "> 30 days"),
            ("10 %", "10"),
            ("and/or", "and or"),
            ("Is it kept?", "It is kept."),
            ("Is it kept?", "Is it kept."),
            ("10:30", "1030"),
        ] {
            assert_ne!(plain(one), plain(two));
        }
    }
}

//! The words of a text, prepared for comparison.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a text.
pub(super) struct Word {
    /// Its place in the text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its letters in the form in which they are compared.
    pub(super) folded: String,
    /// Number of the sentence in which it stands.
    pub(super) sentence: usize,
}

/// The words of a text in order. A sentence ends at a mark that a space follows, and at the end of a line. An address
/// (`https://…`) has no words.
pub(super) fn words_of(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut sentence = 0;
    let mut start: Option<usize> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if start.is_some() && text[at..].starts_with("://") {
            start = None;
            while letters.next_if(|(_, letter)| !letter.is_whitespace()).is_some() {}
            continue;
        }
        if letter.is_alphanumeric() || (start.is_some() && is_combining_mark(letter)) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(start) = start.take() {
            words.push(Word { start, end: at, folded: folded(&text[start..at]), sentence });
        }
        let space_follows = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        let ends = matches!(letter, '.' | '!' | '?' | ';' | ':') && space_follows;
        sentence += usize::from(ends || letter == '\n');
    }
    if let Some(start) = start {
        words.push(Word { start, end: text.len(), folded: folded(&text[start..]), sentence });
    }
    words
}

/// The letters as small letters without accents. The ring of å stays: without it, "låst" (locked) would become "last".
pub(super) fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.nfc().flat_map(char::to_lowercase) {
        if letter.is_ascii() || letter == 'å' {
            folded.push(letter);
        } else {
            folded.extend(std::iter::once(letter).nfd().filter(|mark| !is_combining_mark(*mark)));
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::{folded, words_of};

    #[test]
    fn case_and_accents_do_not_count_and_the_ring_does() {
        assert_eq!(folded("Café"), "cafe");
        assert_eq!(folded("Cafe\u{301}"), "cafe");
        assert_eq!(folded("LÅST"), "låst");
        assert_eq!(folded("La\u{30a}st"), "låst");
        assert_eq!(folded("Øst-Ærø"), "øst-ærø");
    }

    #[test]
    fn addresses_have_no_words() {
        let words = words_of("See https://p.example/backup?tape or mail.");
        let found: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(found, ["see", "or", "mail"]);
    }

    #[test]
    fn words_are_cut_at_what_is_no_letter_and_sentences_at_marks_before_a_space() {
        let words = words_of("ISO/IEC 27001:2022, v2.1. Two-factor\nfoo");
        let found: Vec<(&str, usize)> =
            words.iter().map(|word| (word.folded.as_str(), word.sentence)).collect();
        let wanted = [
            ("iso", 0),
            ("iec", 0),
            ("27001", 0),
            ("2022", 0),
            ("v2", 0),
            ("1", 0),
            ("two", 1),
            ("factor", 1),
            ("foo", 2),
        ];
        assert_eq!(found, wanted);
    }
}

//! Splits texts into words in the same way as SQLite's `unicode61 remove_diacritics 2`, so that the hits of the search
//! index can be marked in the text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a text: its place in bytes and its folded letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) folded: String,
}

fn fold(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
    } else {
        folded.extend(letter.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)));
    }
}

/// The words of a text, at most `most` of them.
pub(crate) fn words(text: &str, most: usize) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut open: Option<Word> = None;
    for (at, letter) in text.char_indices() {
        let inside = open.is_some() && !letter.is_ascii() && is_combining_mark(letter);
        if letter.is_alphanumeric() || inside {
            let word =
                open.get_or_insert_with(|| Word { start: at, end: at, folded: String::new() });
            fold(letter, &mut word.folded);
            word.end = at + letter.len_utf8();
        } else if let Some(word) = open.take() {
            found.push(word);
            if found.len() == most {
                return found;
            }
        }
    }
    found.extend(open);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text, 100).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn words_are_folded_as_the_index_folds_them() {
        assert_eq!(folded("Ærlig talt, RÉSUMÉ!"), ["ærlig", "talt", "resume"]);
        assert_eq!(folded("re\u{301}sume\u{301}"), ["resume"], "marks that stand alone go, too");
        assert_eq!(folded("Ångström Øst"), ["angstrom", "øst"]);
        assert_eq!(folded("ΑΘΉΝΑ Москва й"), ["αθηνα", "москва", "и"]);
        assert_eq!(folded("a-b_c 4x4"), ["a", "b", "c", "4x4"]);
        assert!(folded("*** --- \"").is_empty());
    }
}

//! Finds the words of a text that are checked. Some are not checked, because no dictionary has them: addresses, names
//! of files, ids (R7, D3), numbers, abbreviations in capitals (GDPR) and names with capitals inside (GenomeDK).

/// The greatest number of characters of a word. No dictionary has longer words.
const LONGEST: usize = 60;

/// A word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it begins, in UTF-16 units of the text.
    pub(crate) from: usize,
    /// Where it ends.
    pub(crate) to: usize,
    /// The word as a dictionary writes it: with the plain apostrophe and hyphen, and without invisible characters.
    pub(crate) word: String,
}

/// The words of a text that are checked, in their order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chunk = String::new();
    let mut at = 0;
    for c in text.chars().chain([' ']) {
        if c.is_whitespace() || is_object(c) {
            if !chunk.is_empty() {
                words_of(&chunk, start, &mut found);
                chunk.clear();
            }
            start = at + c.len_utf16();
        } else {
            chunk.push(c);
        }
        at += c.len_utf16();
    }
    found
}

/// The character that stands for an object in the text, such as a citation.
fn is_object(c: char) -> bool {
    c == '\u{fffc}'
}

/// Finds the words between two spaces.
fn words_of(chunk: &str, start: usize, found: &mut Vec<Word>) {
    if is_address(chunk) {
        return;
    }
    let mut at = start;
    let (mut from, mut word) = (start, String::new());
    for c in chunk.chars().chain([' ']) {
        if belongs(c) {
            if word.is_empty() {
                from = at;
            }
            word.push(c);
        } else if !word.is_empty() {
            found.extend(word_of(&word, from));
            word.clear();
        }
        at += c.len_utf16();
    }
}

/// Whether the characters between two spaces are an address of a page or a person, or a path of a file.
fn is_address(chunk: &str) -> bool {
    let bare = chunk.trim_matches(|c: char| !c.is_alphanumeric());
    bare.contains('@')
        || bare.contains("://")
        || bare.contains('\\')
        || bare.contains('_')
        || bare.contains("//")
        || bare.starts_with("www.")
        || bare.starts_with("mailto:")
        || bare.matches('/').count() > 1
        || has_dot_inside(bare)
}

/// Whether there is a dot between letters or digits, as in `hunt.cloud`, `report.pdf`, `e.g`, `3.1`.
fn has_dot_inside(chunk: &str) -> bool {
    let mut before = ' ';
    let mut chars = chunk.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '.'
            && before.is_alphanumeric()
            && chars.peek().is_some_and(|next| next.is_alphanumeric())
        {
            return true;
        }
        before = c;
    }
    false
}

/// Whether a character is part of a word, a number or an id.
fn belongs(c: char) -> bool {
    c.is_alphanumeric()
        || is_apostrophe(c)
        || is_mark(c)
        || c == '-'
        || c == '\u{2011}'
        || is_soft(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// Whether a character is a mark over the letter before it.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether a character is invisible: a soft hyphen or a joiner.
fn is_soft(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn word_of(written: &str, from: usize) -> Option<Word> {
    let edge = |c: char| is_apostrophe(c) || c == '-' || c == '\u{2011}' || is_soft(c);
    let bare = written.trim_start_matches(edge);
    let from = from + utf16(&written[..written.len() - bare.len()]);
    let bare = bare.trim_end_matches(edge);
    let to = from + utf16(bare);
    let word: String = bare
        .chars()
        .filter(|c| !is_soft(*c))
        .map(|c| match c {
            '\u{2019}' => '\'',
            '\u{2011}' => '-',
            other => other,
        })
        .collect();
    is_checked(&word).then_some(Word { from, to, word })
}

fn utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

fn is_checked(word: &str) -> bool {
    let count = word.chars().count();
    let no_word = !(2..=LONGEST).contains(&count) || word.chars().any(char::is_numeric);
    // A capital inside a word, or inside a part of it, shows an abbreviation or a name.
    let capital_inside = |part: &str| part.chars().skip(1).any(char::is_uppercase);
    !no_word && !word.split(['-', '\'']).any(capital_inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.word).collect()
    }

    #[test]
    fn what_is_no_word_of_a_language_is_not_checked() {
        let text = "See R7, D3 and GDPR Art.35 at https://a.example/rute or kari@ntnu.no; \
                    report_v2 C:\\data and/or GenomeDK's DPIAs, 10kg, hunt.cloud.";
        assert_eq!(checked(text), ["See", "and", "at", "or", "and", "or"]);
    }

    #[test]
    fn apostrophes_and_hyphens_belong_to_the_word_and_quotes_do_not() {
        let text = "the controller’s ‘own’ pseudo-anonymised 'data' re\u{ad}search -- well-";
        let expected =
            ["the", "controller's", "own", "pseudo-anonymised", "data", "research", "well"];
        assert_eq!(checked(text), expected);
    }

    #[test]
    fn places_are_counted_as_the_window_counts_them() {
        let text = "😀 blåbær\u{fffc}syltetøy";
        let found = words(text);
        let units: Vec<u16> = text.encode_utf16().collect();
        let at = |word: &Word| String::from_utf16_lossy(&units[word.from..word.to]);
        assert_eq!(found.iter().map(at).collect::<Vec<_>>(), ["blåbær", "syltetøy"]);
    }
}

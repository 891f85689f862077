//! Decides whether a text is empty for a reader: only invisible characters, or no letter and no digit.

/// Whether a reader sees nothing: the text has only white space and invisible characters.
#[must_use]
pub fn shows_nothing(words: &str) -> bool {
    words.chars().all(|c| c.is_whitespace() || c.is_control() || is_shapeless(c))
}

/// Whether the text says something: it has a letter or a digit outside an HTML comment.
///
/// Dashes, dots and emphasis without words fill a field and answer nothing. The beginning of an address does not,
/// either.
#[must_use]
pub fn says_something(words: &str) -> bool {
    let mut rest = words;
    while let Some(start) = rest.find("<!--") {
        if has_word(&rest[..start]) {
            return true;
        }
        // A comment without an end is not a comment.
        match rest[start..].find("-->") {
            Some(end) => rest = &rest[start + end + 3..],
            None => break,
        }
    }
    has_word(rest)
}

/// Whether there is a word other than the beginning of an address, `https://`.
fn has_word(text: &str) -> bool {
    text.split_whitespace().any(|word| !is_empty_address(word) && word.chars().any(says))
}

/// Whether an address has nothing after its scheme.
pub(super) fn is_empty_address(address: &str) -> bool {
    let address = address.trim_matches(|c: char| !c.is_alphanumeric() && c != ':' && c != '/');
    let Some((scheme, rest)) = address.split_once(':') else { return !address.chars().any(says) };
    let known = ["http", "https", "mailto", "cite"];
    known.iter().any(|known| scheme.eq_ignore_ascii_case(known)) && !rest.chars().any(says)
}

/// Whether the Markdown begins with a letter. Then it certainly says something, because no syntax begins with a letter.
/// Most texts do, so that they need not be parsed to decide whether they are empty.
pub(super) fn begins_with_letter(markdown: &str) -> bool {
    let letter = markdown.chars().next().is_some_and(|c| c.is_alphabetic() && says(c));
    letter && !markdown.split_whitespace().next().is_none_or(is_empty_address)
}

fn says(c: char) -> bool {
    c.is_alphanumeric() && !is_shapeless(c)
}

/// Invisible characters: joiners, direction marks, fillers, variation selectors, tags.
fn is_shapeless(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_shape_shows_nothing() {
        for words in ["", " \n\t", "\u{200b}", "\u{feff}\u{2060} \u{ad}", "\u{3164}"] {
            assert!(shows_nothing(words), "{words:?}");
        }
        for words in ["a", "–", "\u{200b}1", "日"] {
            assert!(!shows_nothing(words), "{words:?}");
        }
    }

    #[test]
    fn what_has_no_word_says_nothing() {
        for words in [
            "",
            "–",
            "…",
            "****",
            "<!-- -->",
            "<!-- later -->",
            "\u{200b}",
            "()",
            "\u{3164}",
            "https://",
            "(http://)",
        ] {
            assert!(!says_something(words), "{words:?}");
        }
        for words in [
            "a",
            "7",
            "日本",
            "[H05]",
            "http://x",
            "mailto:a",
            "http://: none",
            "a <!-- b -->",
            "<!-- a --> b",
            "<!-- a < b",
        ] {
            assert!(says_something(words), "{words:?}");
        }
    }
}

//! Where words may be broken, by the language of the text.

use hypher::Lang;

/// The languages of a text, as BCP 47, in which words can be divided at the end of a line.
pub const TEXT_LANGUAGES: [&str; 4] = ["en", "nb", "nn", "da"];

/// The language whose patterns are used, if we have them.
pub(crate) fn language(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match primary.as_str() {
        "en" => Some(Lang::English),
        "nb" | "nn" | "no" => Some(Lang::Norwegian),
        "da" => Some(Lang::Danish),
        _ => None,
    }
}

/// The byte offsets at which `text` may be broken with a hyphen, ascending.
///
/// Only words of six letters and more are broken, so that no line ends on a scrap.
pub(crate) fn points(text: &str, lang: Lang) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                word(&text[from..at], from, lang, &mut found);
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn word(word: &str, from: usize, lang: Lang, found: &mut Vec<usize>) {
    if word.len() < 6 || word.chars().count() < 6 || word.chars().all(char::is_uppercase) {
        return;
    }
    let mut at = from;
    let mut syllables = hypher::hyphenate(word, lang).peekable();
    while let Some(syllable) = syllables.next() {
        at += syllable.len();
        if syllables.peek().is_some() {
            found.push(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, lang: Lang) -> String {
        let mut out = String::new();
        let mut last = 0;
        for point in points(text, lang) {
            out += &text[last..point];
            out.push('|');
            last = point;
        }
        out + &text[last..]
    }

    #[test]
    fn words_break_by_the_patterns_of_their_language() {
        assert!(broken("pseudonymisation", Lang::English).contains('|'));
        assert!(broken("behandlingsansvarlig", Lang::Norwegian).contains('|'));
        assert!(broken("databeskyttelsesrådgiver", Lang::Danish).contains('|'));
    }

    #[test]
    fn short_words_and_abbreviations_stay_whole() {
        assert_eq!(
            broken("the data of a DPIA, GDPRXYZ", Lang::English),
            "the data of a DPIA, GDPRXYZ"
        );
    }

    #[test]
    fn languages_are_known_by_their_tag() {
        assert_eq!(language("nb-NO"), Some(Lang::Norwegian));
        assert_eq!(language("da"), Some(Lang::Danish));
        assert_eq!(language("en-GB"), Some(Lang::English));
        assert_eq!(language("el"), None);
        for tag in TEXT_LANGUAGES {
            assert!(language(tag).is_some(), "{tag} is offered, so there are patterns");
        }
    }
}

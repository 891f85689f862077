//! Decides where words may be divided, by the language of the text.

use hypher::Lang;

/// The languages, as BCP 47 tags, whose words can be divided at the end of a line.
pub const TEXT_LANGUAGES: [&str; 4] = ["en", "nb", "nn", "da"];

/// The language whose patterns are used; `None` if there are no patterns for it.
pub(crate) fn language(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match primary.as_str() {
        "en" => Some(Lang::English),
        "nb" | "nn" | "no" => Some(Lang::Norwegian),
        "da" => Some(Lang::Danish),
        _ => None,
    }
}

/// Words that are frequent in English texts and do not occur in Nordic ones.
const ENGLISH: [&str; 16] = [
    "the", "of", "and", "is", "are", "that", "which", "with", "from", "this", "be", "not", "their",
    "has", "was", "its",
];
/// The same for Bokmål, Nynorsk and Danish.
const NORDIC: [&str; 20] = [
    "og", "av", "af", "er", "som", "på", "til", "ikke", "ikkje", "det", "den", "med", "fra", "frå",
    "eller", "skal", "blir", "bliver", "ein", "kan",
];

/// The language of a text. It is that of the report, unless the words of the text show another one: English words of a
/// provider stay English in a Danish report.
pub(crate) fn language_of(text: &str, report: Option<Lang>) -> Option<Lang> {
    let (mut english, mut nordic, mut danish) = (0_usize, 0_usize, 0_isize);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        english += usize::from(ENGLISH.contains(&word.as_str()));
        nordic += usize::from(NORDIC.contains(&word.as_str()));
        match word.as_str() {
            "af" | "bliver" => danish += 1,
            "av" | "blir" | "ikkje" | "frå" | "ein" => danish -= 1,
            _ => {}
        }
    }
    let is_nordic = matches!(report, Some(Lang::Norwegian | Lang::Danish));
    if english >= 2 && english > 2 * nordic {
        Some(Lang::English)
    } else if nordic >= 2 && nordic > 2 * english && danish != 0 {
        Some(if danish > 0 { Lang::Danish } else { Lang::Norwegian })
    } else if nordic >= 2 && nordic > 2 * english && !is_nordic {
        Some(Lang::Norwegian)
    } else {
        report
    }
}

/// The tag of the language in which a text is written, by its words; `base` where they tell no other one.
pub(crate) fn tag_of(text: &str, base: &str) -> String {
    let expected = language(base);
    let found = language_of(text, expected);
    let tag = match found {
        _ if found == expected => base,
        Some(Lang::English) => "en",
        Some(Lang::Danish) => "da",
        Some(Lang::Norwegian) => "nb",
        _ => base,
    };
    tag.to_owned()
}

/// The byte offsets at which `text` may be broken with a hyphen, ascending.
///
/// Only words with at least six letters are divided, so that a line does not end with too few letters. Addresses, file
/// names and identifiers are not divided, because a hyphen would be read as a part of them.
pub(crate) fn points(text: &str, lang: Lang) -> Vec<usize> {
    let mut found = Vec::new();
    let mut from = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        if !is_identifier(token) {
            words(token, from, lang, &mut found);
        }
        from += token.len();
    }
    found
}

fn words(token: &str, from: usize, lang: Lang, found: &mut Vec<usize>) {
    let mut start = None;
    for (at, c) in token.char_indices().chain([(token.len(), ' ')]) {
        match (c.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(first)) => {
                word(&token[first..at], from + first, lang, found);
                start = None;
            }
            _ => {}
        }
    }
}

/// Whether a word is an address, the name of a file, or an identifier: it has digits, special characters inside, or a
/// capital letter after a small one.
fn is_identifier(token: &str) -> bool {
    // The number of a citation does not belong to the word before it.
    let word = token.split('[').next().unwrap_or_default();
    let signs: Vec<char> = word.chars().collect();
    let within = |at: usize| {
        let joins = at > 0 && signs.get(at + 1).is_some_and(|next| next.is_alphanumeric());
        joins && signs[at - 1].is_alphanumeric()
    };
    signs.iter().enumerate().any(|(at, c)| match c {
        '_' | '@' | '\\' => true,
        '.' | ':' | '/' | '=' | '&' | '#' | '~' => within(at) || (*c == '/' && at > 0),
        c if c.is_ascii_digit() => true,
        c if c.is_uppercase() => at > 0 && signs[at - 1].is_lowercase(),
        _ => false,
    })
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
    #[allow(clippy::unwrap_used)]
    fn nynorsk_is_divided_by_the_norwegian_patterns() {
        let nynorsk = language("nn").unwrap();
        assert_eq!(broken("personopplysningar", nynorsk), "per|son|opp|lys|nin|gar");
        assert!(broken("handsamingsansvarleg", nynorsk).matches('|').count() > 3);
    }

    #[test]
    fn addresses_and_identifiers_stay_whole() {
        let names = "personvernombud@nordfjord.example https://example.org/controllers participantIdentifier \
                     national_identity cohort2026participants C:\\researchers www.datatilsynet.no export/participants";
        for lang in [Lang::English, Lang::Norwegian, Lang::Danish] {
            assert_eq!(broken(names, lang), names);
        }
        let cited =
            broken("pseudonymisation[12], \"administrative\" (responsibility).", Lang::English);
        assert!(cited.matches('|').count() > 6, "{cited}");
    }

    #[test]
    fn a_text_is_divided_by_its_own_language() {
        let english = "The data of the study are kept by the processor.";
        let danish = "Data opbevares af databehandleren, og de kan ikke læses af andre.";
        let norsk = "Opplysningene lagres av databehandleren, og de kan ikke leses av andre.";
        for report in [Lang::English, Lang::Norwegian, Lang::Danish] {
            assert_eq!(language_of(english, Some(report)), Some(Lang::English));
            assert_eq!(language_of(danish, Some(report)), Some(Lang::Danish));
            assert_eq!(language_of(norsk, Some(report)), Some(Lang::Norwegian));
            assert_eq!(language_of("Pseudonymisering, DPIA", Some(report)), Some(report));
        }
        assert_eq!(language_of(english, None), Some(Lang::English));
        assert_eq!(language_of("Ελληνικά", None), None);
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

//! Finds names in texts, also if they are not complete. A text names an organisation if it has one distinctive word of
//! the name. It names a person if it has all words of the name.

use crate::check::words::folded;

/// Least number of letters of a distinctive word in the name of an organisation. Abbreviations may be shorter.
const TELLING: usize = 4;

/// A name, prepared for a search in texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Name {
    /// Any of these words, each with a space before it; an abbreviation with a space behind it, too.
    Any(Vec<String>),
    /// All of these words.
    All(Vec<String>),
}

impl Name {
    /// The name of an organisation. `common` are words that many organisations have in their names. A name that has
    /// only such words must stand whole in the text.
    pub(crate) fn of_organisation(name: &str, common: &[String]) -> Option<Self> {
        let abbreviation = |word: &str| {
            name.split(|c: char| !c.is_alphanumeric()).any(|written| {
                written.to_lowercase() == word
                    && written.chars().count() >= 2
                    && written.chars().all(char::is_uppercase)
            })
        };
        let folded = folded(name);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let telling: Vec<String> = words
            .iter()
            .filter(|word| word.chars().count() >= TELLING || abbreviation(word))
            .filter(|word| !common.iter().any(|known| known == *word))
            .flat_map(|word| match word.chars().count() >= TELLING {
                true => vec![format!(" {word}")],
                // A short abbreviation stands whole, or in the genitive: many other words begin like it.
                false => vec![format!(" {word} "), format!(" {word}s ")],
            })
            .collect();
        match (telling.is_empty(), words.is_empty()) {
            (false, _) => Some(Name::Any(telling)),
            (true, false) => Some(Name::Any(vec![folded.trim_end().to_owned()])),
            (true, true) => None,
        }
    }

    /// The name of a person: the words before the first comma, semicolon or bracket, without addresses.
    pub(crate) fn of_person(name: &str) -> Option<Self> {
        let first = name.split([',', ';', '(', '<']).next().unwrap_or_default();
        let first = first.split_whitespace().filter(|word| !word.contains('@'));
        let words = folded(&first.collect::<Vec<_>>().join(" "));
        let all: Vec<String> = words
            .split_whitespace()
            .filter(|word| word.chars().count() > 1)
            .map(|word| format!(" {word} "))
            .collect();
        (!all.is_empty()).then_some(Name::All(all))
    }

    /// Whether a text, in the form that [`folded`] gives, has the name.
    pub(crate) fn stands_in(&self, words: &str) -> bool {
        match self {
            Name::Any(any) => any.iter().any(|word| words.contains(word.as_str())),
            Name::All(all) => all.iter().all(|word| words.contains(word.as_str())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn organisation(name: &str, text: &str) -> bool {
        let common = ["university".to_owned(), "cloud".to_owned(), "data".to_owned()];
        Name::of_organisation(name, &common).is_some_and(|name| name.stands_in(&folded(text)))
    }

    #[test]
    fn an_organisation_is_named_by_a_word_that_tells_it_apart() {
        assert!(organisation("HUNT Cloud (NTNU)", "stored at HUNT"));
        assert!(organisation("HUNT Cloud (NTNU)", "NTNU is the contracting party"));
        assert!(!organisation("HUNT Cloud (NTNU)", "stored in a cloud"));
        assert!(organisation("Sundholm University", "the dean of Sundholm's faculty"));
        assert!(organisation("Data Cloud", "the Data Cloud stores it"), "a common name whole");
        assert!(!organisation("Data Cloud", "a cloud with data"));
        assert!(organisation("SSB (Statistics Norway)", "a delivery of SSBs tables"));
        assert!(!organisation("UiO Cloud", "Data"), "no abbreviation and no telling word");
        assert!(organisation("USIT AB", "run by USIT"));
        assert!(!organisation("ASK University", "as asked by the university"));
        assert!(!organisation("", "anything"));
    }

    #[test]
    fn a_person_is_named_by_the_whole_name() {
        let person = |name: &str, text: &str| {
            Name::of_person(name).is_some_and(|name| name.stands_in(&folded(text)))
        };
        assert!(person("Aslaug Bråten, dpo@example.org", "Validated by Aslaug Bråten"));
        assert!(!person("Aslaug Bråten", "Aslaug Moe"));
        assert!(!person("dpo@example.org", "dpo@example.org"), "an address is no name");
    }
}

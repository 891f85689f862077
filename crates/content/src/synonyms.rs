//! Other words by which people look for a topic or a scenario, in the languages of the program.

use serde::Deserialize;
use serde_saphyr::Spanned;
use vurder_model::richtext::says_something;

use crate::problem::Problem;
use crate::yaml;

/// Synonyms as a file of the content lists them.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Synonyms {
    en: Vec<Spanned<String>>,
    nb: Vec<Spanned<String>>,
    da: Vec<Spanned<String>>,
}

impl Synonyms {
    /// The synonyms of all languages, each once. `of` names what they mean in problems: `topic "backup"`.
    pub(crate) fn read(self, file: &str, of: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for list in [self.en, self.nb, self.da] {
            let mut own: Vec<String> = Vec::new();
            for word in list {
                let line = yaml::line(&word);
                let word = word.value;
                if !says_something(&word) {
                    let message = format!("a synonym of {of} says nothing");
                    problems.push(Problem::new(file, line, message));
                } else if own.contains(&word) {
                    let message = format!("{of} has the synonym \"{word}\" twice");
                    problems.push(Problem::new(file, line, message));
                }
                own.push(word);
            }
            // Bokmål and Danish share many words.
            all.extend(own.into_iter().filter(|word| !all.contains(word)).collect::<Vec<_>>());
        }
        all
    }
}

//! The arguments and answers of the commands on spelling.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::{answers, arguments};

arguments! {
    /// Texts to check in the language of a project.
    CheckSpelling {
        /// The project.
        project: ProjectId,
        /// The texts, one paragraph each, with U+FFFC in place of a citation.
        texts: Vec<String>,
    }

    /// An unknown word for which similar words are wanted.
    SuggestSpelling {
        /// The project.
        project: ProjectId,
        /// The word.
        word: String,
    }

    /// A word that is right in one project.
    IgnoreWord {
        /// The project.
        project: ProjectId,
        /// The word.
        word: String,
    }

    /// A word of the person's own dictionary.
    OwnWord {
        /// The word.
        word: String,
    }

    /// The settings of spelling.
    ChooseSpelling {
        /// Whether texts are checked.
        on: bool,
        /// A folder with dictionaries, which is searched before the folders of the system; none when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        folder: Option<PathBuf>,
    }
}

answers! {
    /// The unknown words of the texts.
    SpellingChecked {
        /// Name of the dictionary; none if texts are not checked, or if there is no dictionary for the language.
        #[ts(optional)]
        dictionary: Option<String>,
        /// The reason why an existing dictionary can't be used, in words.
        #[ts(optional)]
        problem: Option<String>,
        /// The unknown words of each text.
        unknown: Vec<Vec<UnknownWord>>,
    }

    /// The place of an unknown word, in UTF-16 units of its text.
    UnknownWord {
        /// Begin of the word.
        from: usize,
        /// End of the word.
        to: usize,
    }

    /// Words that are similar to an unknown word.
    SpellingSuggestions {
        /// The words, the most similar first.
        words: Vec<String>,
    }

    /// The settings of spelling, and the dictionaries that were found.
    SpellingView {
        /// Whether texts are checked.
        on: bool,
        /// A folder with dictionaries, which is searched first.
        #[ts(optional)]
        folder: Option<String>,
        /// The languages of texts, each with its dictionary.
        languages: Vec<LanguageDictionary>,
        /// The words of the person's own dictionary.
        words: Vec<String>,
        /// The words that are right in the project that was asked for.
        ignored: Vec<IgnoredWord>,
    }

    /// The dictionary of a language.
    LanguageDictionary {
        /// The language of texts.
        language: String,
        /// Name of the dictionary; none if there is no dictionary.
        #[ts(optional)]
        name: Option<String>,
        /// The dictionary's file of words.
        #[ts(optional)]
        path: Option<String>,
    }

    /// A word that is right in one project.
    IgnoredWord {
        /// The row of the word. To check the word again, move the row to the trash.
        row: RowId,
        /// The word.
        word: String,
    }
}

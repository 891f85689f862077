//! What the commands on spelling take and give.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::{answers, arguments};

arguments! {
    /// Texts whose words are to be checked in the language of a project.
    CheckSpelling {
        /// The project.
        project: ProjectId,
        /// The texts: a paragraph each, with U+FFFC where a citation stands.
        texts: Vec<String>,
    }

    /// A word for which others are sought.
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

    /// What a person chooses about spelling.
    ChooseSpelling {
        /// Whether texts are checked.
        on: bool,
        /// A folder of dictionaries that is looked into before those of the system; none when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        folder: Option<PathBuf>,
    }
}

answers! {
    /// The words that are not known.
    SpellingChecked {
        /// The dictionary; none where texts are not checked, or where there is none for the language.
        #[ts(optional)]
        dictionary: Option<String>,
        /// Why a dictionary that is there can't be used, in words.
        #[ts(optional)]
        problem: Option<String>,
        /// For each text the words that are not known.
        unknown: Vec<Vec<UnknownWord>>,
    }

    /// The place of a word that is not known, in UTF-16 units of its text.
    UnknownWord {
        /// Where it begins.
        from: usize,
        /// Where it ends.
        to: usize,
    }

    /// Words that stand near another.
    SpellingSuggestions {
        /// The nearest first.
        words: Vec<String>,
    }

    /// What is chosen about spelling, and the dictionaries that there are.
    SpellingView {
        /// Whether texts are checked.
        on: bool,
        /// A folder of dictionaries that is looked into first.
        #[ts(optional)]
        folder: Option<String>,
        /// For each language of texts its dictionary.
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
        /// What the dictionary is called; none where there is none.
        #[ts(optional)]
        name: Option<String>,
        /// Its file of words.
        #[ts(optional)]
        path: Option<String>,
    }

    /// A word that is right in one project.
    IgnoredWord {
        /// Its row; it goes into the trash when the word is to be checked again.
        row: RowId,
        /// The word.
        word: String,
    }
}

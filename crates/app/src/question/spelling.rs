//! Questions about spelling. This module reads what they need from the workspace; another thread can do the rest.

use std::collections::HashSet;

use vurder_content::{Messages, msg};
use vurder_model::id::ProjectId;
use vurder_model::project::Row;
use vurder_model::role::FieldRole;
use vurder_spelling::find;

use crate::app::App;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::language::text_languages;
use crate::project_arguments::OfProjectOrAll;
use crate::remarks::RowWords;
use crate::spelling::{SpellingSource, folders};
use crate::spelling_types::*;

/// The most characters of text that are checked at once: some 400 pages.
const MOST_CHARACTERS: usize = 1_000_000;

/// A question about spelling, with everything that it needs from the workspace.
pub(crate) struct SpellingQuestion {
    source: SpellingSource,
    asked: SpellingRequest,
    messages: Messages,
}

enum SpellingRequest {
    Check(Vec<String>),
    Suggest(String),
}

/// Reads from the workspace what checking texts needs.
pub(crate) fn ask_spelling(app: &mut App, of: CheckSpelling) -> Outcome<SpellingQuestion> {
    if of.texts.iter().map(|text| text.chars().count()).sum::<usize>() > MOST_CHARACTERS {
        let message = msg::error_spelling_texts(MOST_CHARACTERS);
        return Err(Fault::new(ErrorCode::TooLarge, message));
    }
    let source = source(app, &of.project)?;
    Ok(SpellingQuestion {
        source,
        asked: SpellingRequest::Check(of.texts),
        messages: app.messages.clone(),
    })
}

/// Reads from the workspace what suggesting words needs.
pub(crate) fn ask_suggestions(app: &mut App, of: SuggestSpelling) -> Outcome<SpellingQuestion> {
    let source = source(app, &of.project)?;
    Ok(SpellingQuestion {
        source,
        asked: SpellingRequest::Suggest(of.word),
        messages: app.messages.clone(),
    })
}

impl SpellingQuestion {
    /// The answer, as JSON. This needs the workspace no more.
    pub(crate) fn answer(&self) -> Outcome<serde_json::Value> {
        let json = match &self.asked {
            SpellingRequest::Check(texts) => serde_json::to_value(self.checked(texts)),
            SpellingRequest::Suggest(word) => serde_json::to_value(self.source.suggest(word)),
        };
        json.map_err(Fault::internal)
    }

    fn checked(&self, texts: &[String]) -> SpellingChecked {
        let (checked, problem) = self.source.check(texts);
        let problem = problem.map(|problem| self.messages.format(&problem));
        SpellingChecked { problem, ..checked }
    }
}

/// The words of texts that the dictionary of the project's language does not know.
pub(crate) fn check_spelling(app: &mut App, of: CheckSpelling) -> Outcome<SpellingChecked> {
    let question = ask_spelling(app, of)?;
    match &question.asked {
        SpellingRequest::Check(texts) => Ok(question.checked(texts)),
        SpellingRequest::Suggest(_) => Err(Fault::internal("a question for words")),
    }
}

/// Words of the dictionary that are similar to an unknown word.
pub(crate) fn suggest_spelling(app: &mut App, of: SuggestSpelling) -> Outcome<SpellingSuggestions> {
    Ok(source(app, &of.project)?.suggest(&of.word))
}

/// The settings of spelling, and the dictionaries that were found.
pub(crate) fn spelling(app: &mut App, of: OfProjectOrAll) -> Outcome<SpellingView> {
    let choice = app.workspace.spelling_choice().map_err(unreadable)?;
    let folders = folders(&choice);
    let dictionary = |language: String| {
        let found = find(&language, &folders);
        LanguageDictionary {
            language,
            name: found.as_ref().map(|found| found.name.clone()),
            path: found.map(|found| found.path.display().to_string()),
        }
    };
    let ignored = match &of.project {
        Some(project) => ignored(app, project)?,
        None => Vec::new(),
    };
    Ok(SpellingView {
        on: choice.on,
        folder: choice.folder.as_ref().map(|folder| folder.display().to_string()),
        languages: text_languages().into_iter().map(dictionary).collect(),
        words: app.workspace.own_words()?.into_iter().map(|own| own.word).collect(),
        ignored,
    })
}

/// The fault for a file of settings that cannot be read. It names the file; the file stays as it is.
pub(crate) fn unreadable(error: vurder_workspace::Error) -> Fault {
    match error.path() {
        Some(path) => {
            let message = msg::error_spelling_file(path.display().to_string());
            Fault::new(ErrorCode::Damaged, message).with_help(msg::error_spelling_file_help())
        }
        None => error.into(),
    }
}

fn source(app: &mut App, project: &ProjectId) -> Outcome<SpellingSource> {
    // If the file of settings cannot be read, the settings tell that, and texts are checked all the same.
    let choice = app.workspace.spelling_choice().unwrap_or_default();
    let ignored = ignored(app, project)?.into_iter().map(|ignored| ignored.word);
    let own = app.workspace.own_words()?.into_iter().map(|own| own.word);
    let allowed: HashSet<String> = own.chain(ignored).map(|word| word.to_lowercase()).collect();
    let facts = app.open.facts(&app.workspace, &app.library, project)?;
    Ok(SpellingSource {
        spellers: app.spellers.clone(),
        on: choice.on,
        language: facts.head().language.clone(),
        folders: folders(&choice),
        allowed,
    })
}

fn ignored(app: &mut App, project: &ProjectId) -> Outcome<Vec<IgnoredWord>> {
    let facts = app.open.facts(&app.workspace, &app.library, project)?;
    let library = &app.library;
    let word = |row: &Row| IgnoredWord {
        row: row.id.clone(),
        word: RowWords { library, row }.words(FieldRole::IgnoredWord).to_owned(),
    };
    Ok(facts.project.rows_of(library.role(FieldRole::IgnoredWord).0).map(word).collect())
}

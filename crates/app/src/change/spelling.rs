//! Adds words that are right although no dictionary has them, and stores what a person chooses about spelling.

use vurder_content::msg;
use vurder_model::project::Row;
use vurder_model::role::FieldRole;
use vurder_model::value::Value;
use vurder_workspace::{Op, RowPosition, SpellingChoice};

use crate::app::App;
use crate::change::new_row::made;
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::project_arguments::OfProjectOrAll;
use crate::question::{spelling, spelling_file_unreadable};
use crate::quoting::shortened;
use crate::spelling_types::{ChooseSpelling, IgnoreWord, OwnWord, SpellingView};

/// The most words of the person's own dictionary.
const MOST_WORDS: usize = 20_000;

/// Marks a word as right in a project.
pub(crate) fn ignore_word(app: &mut App, of: IgnoreWord) -> Outcome<Changed> {
    let word = one_word(&of.word)?;
    let (register, field) = app.library.role(FieldRole::IgnoredWord);
    let (register, field) = (register.to_owned(), field.to_owned());
    let key = word.to_lowercase();
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    if facts.row_with_key(&register, &key).is_some() {
        return Err(Fault::new(ErrorCode::Taken, msg::error_word_known(&word)));
    }
    let mut row = Row { key: Some(key), ..app.row(&register, None)? };
    row.values.insert(field, Value::Line(word));
    let id = row.id.clone();
    let done = app
        .workspace
        .transact(Some(&of.project), Op::AddRow, |tx| put_row(tx, row, &RowPosition::Last))?;
    Ok(made(app.changed(&of.project, &done)?, id))
}

/// Adds a word to the person's own dictionary, which holds in all projects of the workspace.
pub(crate) fn add_word(app: &mut App, of: OwnWord) -> Outcome<SpellingView> {
    let word = one_word(&of.word)?;
    let words = app.workspace.own_words()?;
    let is_there = words.iter().any(|known| known.word.to_lowercase() == word.to_lowercase());
    if words.len() >= MOST_WORDS && !is_there {
        return Err(Fault::new(ErrorCode::TooLarge, msg::error_too_many_words(MOST_WORDS)));
    }
    app.workspace.add_own_word(&word)?;
    spelling(app, OfProjectOrAll { project: None })
}

/// Takes a word out of the person's own dictionary.
pub(crate) fn remove_word(app: &mut App, of: OwnWord) -> Outcome<SpellingView> {
    if !app.workspace.remove_own_word(&of.word)? {
        return Err(Fault::not_found(msg::error_no_word(shortened(&of.word))));
    }
    spelling(app, OfProjectOrAll { project: None })
}

/// Chooses whether texts are checked, and the folder of dictionaries.
pub(crate) fn choose_spelling(app: &mut App, of: ChooseSpelling) -> Outcome<SpellingView> {
    if let Some(folder) = &of.folder
        && !(folder.is_absolute() && folder.is_dir())
    {
        let folder = folder.display().to_string();
        return Err(Fault::not_found(msg::error_no_dictionary_folder(folder))
            .with_help(msg::error_no_dictionary_folder_help()));
    }
    let choice = SpellingChoice { on: of.on, folder: of.folder, ..chosen(app)? };
    app.workspace.choose_spelling(&choice)?;
    app.spellers.forget();
    spelling(app, OfProjectOrAll { project: None })
}

fn chosen(app: &App) -> Outcome<SpellingChoice> {
    app.workspace.spelling_choice().map_err(spelling_file_unreadable)
}

/// The given word, trimmed. Anything that is not a single word is refused.
fn one_word(given: &str) -> Outcome<String> {
    let word = given.trim();
    let is_word = !word.is_empty()
        && word.chars().count() <= vurder_workspace::OwnWord::LONGEST
        && word.chars().any(char::is_alphabetic)
        && !word.chars().any(|c| c.is_whitespace() || c.is_control());
    match is_word {
        true => Ok(word.replace('\u{2019}', "'")),
        false => Err(Fault::wrong_value(msg::error_no_single_word(shortened(given)))),
    }
}

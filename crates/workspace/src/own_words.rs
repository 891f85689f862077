//! The person's own dictionary: words that are right in every project of the workspace.
//!
//! The words belong to the workspace and not to a project. Undo does not reach them. Up to format 4 they were kept in
//! the file beside the workspace that has the choices about spelling; [`Workspace::adopt_own_words`] moves them into
//! the workspace. Words that are right in only one project are rows of that project.

use std::collections::BTreeSet;

use crate::db::Db;
use crate::error::Result;
use crate::kind::own_word::OwnWord;
use crate::notice::Notice;
use crate::refusal::Refusal;
use crate::spelling_choice;
use crate::workspace::Workspace;
use crate::writer::Writer;

impl Workspace {
    /// The words in the order in which they were added.
    ///
    /// # Errors
    /// `Damaged` if a word is not as it was written.
    pub fn own_words(&self) -> Result<Vec<OwnWord>> {
        own_words(&self.db)
    }

    /// Adds a word. If it is already there, in capitals or small letters, nothing changes.
    ///
    /// # Errors
    /// `Refused` for a word that is empty, longer than 100 characters, or more than one word.
    pub fn add_own_word(&mut self, word: &str) -> Result<()> {
        self.add_own_words(&[word.to_owned()])
    }

    /// Removes a word. Returns whether it was there.
    ///
    /// # Errors
    /// The error of the system if the file cannot be written.
    pub fn remove_own_word(&mut self, word: &str) -> Result<bool> {
        self.write(|writer, _| {
            let Some((_, sum)) = writer.db.record::<OwnWord>(&[word])? else { return Ok(false) };
            writer.replace::<OwnWord>(&[word], None, Some(sum))?;
            Ok(true)
        })
    }

    /// Moves the words that an earlier program left in the file beside the workspace into the workspace. They are
    /// removed from that file only after they are in the workspace, so that no word is lost if the program ends in
    /// between. If they cannot be moved, one of the [`Workspace::notices`] says so; they stay in their file, and the
    /// next start tries again.
    ///
    /// # Errors
    /// As for [`Workspace::spelling_choice`], and the error of the system if a file cannot be written.
    pub fn adopt_own_words(&mut self) -> Result<()> {
        let done = self.take_over_words();
        if let Err(error) = &done {
            let file = spelling_choice::file_of(&self.db.path);
            self.notices.push(Notice::OwnWordsLeft { file, reason: error.to_string() });
        }
        done
    }

    fn take_over_words(&mut self) -> Result<()> {
        let mut choice = self.spelling_choice()?;
        let fits = |word: &String| check_own_word(word).is_ok();
        let (words, others): (Vec<String>, Vec<String>) = choice.words.drain(..).partition(fits);
        if words.is_empty() {
            return Ok(());
        }
        self.add_own_words(&words)?;
        choice.words = others;
        self.choose_spelling(&choice)
    }

    fn add_own_words(&mut self, words: &[String]) -> Result<()> {
        words.iter().try_for_each(|word| check_own_word(word))?;
        let now = self.clock.now();
        self.write(|writer, _| {
            let new: Vec<OwnWord> =
                words.iter().map(|word| OwnWord { word: word.clone(), added: now }).collect();
            store_new(writer, &new)
        })
    }
}

/// The words in the order in which they were added.
pub(crate) fn own_words(db: &Db) -> Result<Vec<OwnWord>> {
    let found = db.records::<OwnWord>("ORDER BY added, word", [])?;
    Ok(found.into_iter().map(|(word, _)| word).collect())
}

/// Stores those words that are not there yet, in capitals or small letters.
pub(crate) fn store_new(writer: &mut Writer<'_>, words: &[OwnWord]) -> Result<()> {
    let there = own_words(writer.db)?;
    let mut there: BTreeSet<String> = there.iter().map(|known| known.word.to_lowercase()).collect();
    for word in words {
        if there.insert(word.word.to_lowercase()) {
            writer.store(word, None)?;
        }
    }
    Ok(())
}

/// Checks that this program could have written the word.
pub(crate) fn check_own_word(word: &str) -> Result<(), Refusal> {
    let fits = (1..=OwnWord::LONGEST).contains(&word.chars().count())
        && !word.chars().any(|c| c.is_whitespace() || c.is_control());
    if fits {
        Ok(())
    } else {
        Err(Refusal::OwnWord { word: word.to_owned(), longest: OwnWord::LONGEST })
    }
}

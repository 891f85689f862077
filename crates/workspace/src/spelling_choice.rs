//! What a person chose about spelling for one workspace: whether texts are checked, and the folder of dictionaries.
//!
//! It stands in a file beside the workspace and not in it: the folder is a place of this computer. The words that the
//! person added to their own dictionary are in the workspace, see `own_words.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::files::{self, Existing};
use crate::workspace::Workspace;

/// What follows the name of the workspace in the name of the file: `study.spelling.json`.
const ENDING: &str = ".spelling.json";

/// What a person chose about spelling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SpellingChoice {
    /// Whether texts are checked.
    pub on: bool,
    /// A folder of dictionaries that is looked into before those of the system.
    pub folder: Option<PathBuf>,
    /// Words of the own dictionary that a program of format 4 or earlier left here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
}

impl Default for SpellingChoice {
    fn default() -> Self {
        Self { on: true, folder: None, words: Vec::new() }
    }
}

pub(crate) fn file_of(workspace: &Path) -> PathBuf {
    let mut name = workspace.file_stem().unwrap_or_default().to_owned();
    name.push(ENDING);
    workspace.with_file_name(name)
}

impl Workspace {
    /// What was chosen about spelling; where nothing was, what is usual.
    ///
    /// # Errors
    /// [`Error::Damaged`] where the file beside the workspace can't be understood, and what the system says where it
    /// can't be read. It is never written over then, since it may hold words of the person.
    pub fn spelling_choice(&self) -> Result<SpellingChoice> {
        let path = file_of(&self.db.path);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(SpellingChoice::default());
            }
            Err(error) => return Err(Error::io(&path, &error)),
        };
        let damaged =
            |e: serde_json::Error| Error::Damaged { path, what: e.to_string(), backup: None };
        serde_json::from_slice(&text).map_err(damaged)
    }

    /// Writes what was chosen about spelling.
    ///
    /// # Errors
    /// As for [`Workspace::spelling_choice`], and what the system says where the file can't be written.
    pub fn choose_spelling(&mut self, choice: &SpellingChoice) -> Result<()> {
        self.spelling_choice()?;
        let file = file_of(&self.db.path);
        let json = serde_json::to_vec_pretty(choice).map_err(|e| Error::Misuse(e.to_string()))?;
        let write = |part: &Path| fs::write(part, &json).map_err(|e| Error::io(part, &e));
        files::write_beside(&file, Existing::Replace, write, files::publish)
    }
}

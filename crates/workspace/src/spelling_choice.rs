//! The choices of a person about spelling for one workspace: whether texts are checked, and the folder of dictionaries.
//!
//! They are kept in a file beside the workspace and not in it, because the folder is a place on this computer. The
//! words that the person added to their own dictionary are in the workspace, see `own_words.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::files::{self, Existing};
use crate::workspace::Workspace;

/// The text after the name of the workspace in the name of the file: `study.spelling.json`.
const ENDING: &str = ".spelling.json";

/// The choices of a person about spelling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SpellingChoice {
    /// Whether texts are checked.
    pub on: bool,
    /// A folder of dictionaries that is searched before those of the system.
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
    /// The choices about spelling; the defaults if nobody chose.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the content of the file beside the workspace is not valid, and the error of the system if
    /// it cannot be read. In both cases the file is never overwritten, because it may contain words of the person.
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

    /// Writes the choices about spelling.
    ///
    /// # Errors
    /// As for [`Workspace::spelling_choice`], and the error of the system if the file cannot be written.
    pub fn choose_spelling(&mut self, choice: &SpellingChoice) -> Result<()> {
        self.spelling_choice()?;
        let file = file_of(&self.db.path);
        let json = serde_json::to_vec_pretty(choice).map_err(|e| Error::Misuse(e.to_string()))?;
        let write = |part: &Path| fs::write(part, &json).map_err(|e| Error::io(part, &e));
        files::write_beside(&file, Existing::Replace, write, files::publish)
    }
}

//! The content that is embedded in the program.

use std::sync::OnceLock;

use include_dir::{Dir, include_dir};

use crate::content::Content;
use crate::files::Files;
use crate::labels::LABELS;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content/locales");
static LABELS_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content/labels");
/// The content as JSON, as the build read it. To read it takes a tenth of the time that its YAML files take.
static CONTENT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.json"));

fn insert(files: &mut Files, folder: &str, dir: &'static Dir<'_>) {
    for file in dir.files() {
        let path: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
        files.insert_embedded(format!("{folder}/{}", path.join("/")), file.contents());
    }
    for inner in dir.dirs() {
        insert(files, folder, inner);
    }
}

/// A folder with an unfinished language: `locales/<language>/` and `labels/<language>/`.
#[cfg(debug_assertions)]
static LANGUAGE_FOLDER: OnceLock<std::path::PathBuf> = OnceLock::new();

/// Adds the languages of a folder to those of the program: an unfinished language, or the test language. The call must
/// come before words of any language are asked for.
///
/// Only programs that are built for development have this function. Released programs have only the embedded languages.
#[cfg(debug_assertions)]
pub fn use_language_folder(folder: impl Into<std::path::PathBuf>) {
    let _ = LANGUAGE_FOLDER.set(folder.into());
}

/// The message files and the overlays of labels of all languages.
pub(crate) fn translations() -> Files {
    let mut files = Files::new("content");
    insert(&mut files, "locales", &LOCALES);
    insert(&mut files, LABELS, &LABELS_FILES);
    #[cfg(debug_assertions)]
    if let Some(folder) = LANGUAGE_FOLDER.get()
        && let Ok(more) = Files::read(folder)
    {
        files.add(more);
    }
    files
}

impl Content {
    /// The content that the program was built with, read at its first use.
    ///
    /// # Panics
    /// Never in a program that was built: the build fails if a file has a problem, or if the content that it wrote is
    /// different when it is read back.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static READ: OnceLock<Content> = OnceLock::new();
        READ.get_or_init(|| match serde_json::from_slice(CONTENT) {
            Ok(content) => content,
            Err(error) => panic!("the embedded content is wrong: {error}"),
        })
    }
}

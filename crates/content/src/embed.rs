//! The content that is part of the program.

use std::sync::OnceLock;

use include_dir::{Dir, include_dir};

use crate::content::Content;
use crate::files::{CHECKS, CUTS, Files, PROJECTS, SCALES, SCENARIOS, TOPICS};
use crate::labels::LABELS;

static PROVIDERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content/providers");
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content/templates");
static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content/locales");
static LABELS_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content/labels");
static TOPICS_FILE: &[u8] = include_bytes!("../../../content/topics.yaml");
static CHECKS_FILE: &[u8] = include_bytes!("../../../content/checks.yaml");
static SCENARIOS_FILE: &[u8] = include_bytes!("../../../content/scenarios.yaml");
static SCALES_FILE: &[u8] = include_bytes!("../../../content/scales.yaml");
static CUTS_FILE: &[u8] = include_bytes!("../../../content/cuts.yaml");
static PROJECTS_FILE: &[u8] = include_bytes!("../../../content/projects.yaml");

fn insert(files: &mut Files, folder: &str, dir: &Dir<'_>) {
    for file in dir.files() {
        let path: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
        files.insert(format!("{folder}/{}", path.join("/")), file.contents());
    }
    for inner in dir.dirs() {
        insert(files, folder, inner);
    }
}

/// A folder with a language in the making: `locales/<language>/` and `labels/<language>/`.
#[cfg(debug_assertions)]
static LANGUAGE_FOLDER: OnceLock<std::path::PathBuf> = OnceLock::new();

/// Adds the languages of a folder to those of the program: one in the making, or the test language. It counts when it
/// is said before words of any language are asked for.
///
/// Only programs built for development have this. What is delivered speaks the languages it was built with.
#[cfg(debug_assertions)]
pub fn use_language_folder(folder: impl Into<std::path::PathBuf>) {
    let _ = LANGUAGE_FOLDER.set(folder.into());
}

/// The message files and the overlays of labels, of all languages.
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
    /// Never in a program that was built: the build reads the same files with the same code and fails if anything is
    /// wrong with them.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static CONTENT: OnceLock<Content> = OnceLock::new();
        CONTENT.get_or_init(|| {
            let mut files = Files::new("content");
            files.insert(TOPICS, TOPICS_FILE);
            files.insert(CHECKS, CHECKS_FILE);
            files.insert(SCENARIOS, SCENARIOS_FILE);
            files.insert(SCALES, SCALES_FILE);
            files.insert(PROJECTS, PROJECTS_FILE);
            files.insert(CUTS, CUTS_FILE);
            insert(&mut files, "providers", &PROVIDERS);
            insert(&mut files, "templates", &TEMPLATES);
            Content::from_files(&files).unwrap_or_else(|problems| {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                panic!("the embedded content is wrong:\n{}", lines.join("\n"))
            })
        })
    }
}

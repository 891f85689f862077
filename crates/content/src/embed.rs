//! The content that is part of the program.

use std::sync::OnceLock;

use include_dir::{Dir, include_dir};

use crate::content::Content;
use crate::files::{Files, TOPICS};

static PROVIDERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content/providers");
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content/templates");
static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content/locales");
static TOPICS_FILE: &[u8] = include_bytes!("../../../content/topics.yaml");

fn insert(files: &mut Files, folder: &str, dir: &Dir<'_>) {
    for file in dir.files() {
        let path: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
        files.insert(format!("{folder}/{}", path.join("/")), file.contents());
    }
    for inner in dir.dirs() {
        insert(files, folder, inner);
    }
}

/// The embedded message files.
pub(crate) fn locales() -> Files {
    let mut files = Files::new("content");
    insert(&mut files, "locales", &LOCALES);
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
            insert(&mut files, "providers", &PROVIDERS);
            insert(&mut files, "templates", &TEMPLATES);
            Content::from_files(&files).unwrap_or_else(|problems| {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                panic!("the embedded content is wrong:\n{}", lines.join("\n"))
            })
        })
    }
}

//! The files of a content folder. They are read once and named by paths that the person knows.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::problem::Problem;

/// The folders of the content with packs, templates, messages and translations. Fonts and samples are read elsewhere.
pub(crate) const FOLDERS: [&str; 4] = ["providers", "templates", "locales", "labels"];

/// The file of the topics.
pub(crate) const TOPICS: &str = "topics.yaml";
/// The file of the catalogue of scenarios.
pub(crate) const SCENARIOS: &str = "scenarios.yaml";
/// The file of the ready-made scales.
pub(crate) const SCALES: &str = "scales.yaml";
/// The file of the rules by which drafts are checked.
pub(crate) const CHECKS: &str = "checks.yaml";
/// The file of the rules for what the program does with a project's answers besides showing them.
pub(crate) const PROJECTS: &str = "projects.yaml";
/// The file of the cuts of a report.
pub(crate) const CUTS: &str = "cuts.yaml";
/// The files in the content folder itself.
pub(crate) const SINGLE_FILES: [&str; 6] = [TOPICS, SCENARIOS, SCALES, CHECKS, PROJECTS, CUTS];

/// The files of a content folder by their path inside it, with `/` on every system.
#[derive(Debug, Default)]
pub struct Files {
    /// The text before a file's path, when the file is named to the person.
    root: String,
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Files {
    /// No files. `root` will stand before their names.
    pub fn new(root: impl Into<String>) -> Self {
        Self { root: root.into(), files: BTreeMap::new() }
    }

    /// The same files with another root in their names.
    #[must_use]
    pub fn named(mut self, root: impl Into<String>) -> Self {
        self.root = root.into();
        self
    }

    /// Adds a file.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), Cow::Owned(bytes.into()));
    }

    /// Adds a file that is part of the program.
    pub(crate) fn insert_embedded(&mut self, path: impl Into<String>, bytes: &'static [u8]) {
        self.files.insert(path.into(), Cow::Borrowed(bytes));
    }

    /// Adds the files of another folder. They replace files with the same path.
    pub fn add(&mut self, more: Self) {
        self.files.extend(more.files);
    }

    /// Reads the folder at `dir`.
    ///
    /// # Errors
    /// A file or folder that cannot be read, as a problem at its first line.
    pub fn read(dir: &Path) -> Result<Self, Problem> {
        let mut files = Self::new(dir.display().to_string());
        for name in SINGLE_FILES {
            let path = dir.join(name);
            if path.exists() {
                files.read_file(&path, name)?;
            }
        }
        for folder in FOLDERS {
            let path = dir.join(folder);
            if path.is_dir() {
                files.read_folder(&path, folder)?;
            }
        }
        Ok(files)
    }

    fn read_folder(&mut self, dir: &Path, name: &str) -> Result<(), Problem> {
        let refuse =
            |error: std::io::Error| Problem::new(dir.display().to_string(), 1, error.to_string());
        for entry in fs::read_dir(dir).map_err(refuse)? {
            let entry = entry.map_err(refuse)?;
            let path = entry.path();
            let file_name = entry.file_name().to_string_lossy().into_owned();
            // Editors leave hidden files, and copies whose names end in `~`.
            if file_name.starts_with('.') || file_name.ends_with('~') {
                continue;
            }
            let name = format!("{name}/{file_name}");
            if path.is_dir() {
                self.read_folder(&path, &name)?;
            } else {
                self.read_file(&path, &name)?;
            }
        }
        Ok(())
    }

    fn read_file(&mut self, path: &Path, name: &str) -> Result<(), Problem> {
        let bytes = fs::read(path)
            .map_err(|error| Problem::new(path.display().to_string(), 1, error.to_string()))?;
        self.insert(name, bytes);
        Ok(())
    }

    /// The name of the file at `path` for the person.
    pub fn name(&self, path: &str) -> String {
        if self.root.is_empty() { path.to_owned() } else { format!("{}/{path}", self.root) }
    }

    /// The paths below `folder` that end in `ending`, in order.
    pub fn below<'a>(
        &'a self,
        folder: &'a str,
        ending: &'a str,
    ) -> impl Iterator<Item = &'a str> + 'a {
        let inside = move |path: &&str| {
            path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
                && path.ends_with(ending)
        };
        self.files.keys().map(String::as_str).filter(inside)
    }

    /// The text of the file at `path`, without a byte order mark; `None` if there is no such file.
    ///
    /// # Errors
    /// A file that is not UTF-8, at the line where the first invalid byte is.
    pub fn text(&self, path: &str) -> Result<Option<&str>, Problem> {
        let Some(bytes) = self.files.get(path) else { return Ok(None) };
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Some(text.strip_prefix('\u{feff}').unwrap_or(text))),
            Err(error) => {
                let good = &bytes[..error.valid_up_to()];
                let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
                Err(Problem::new(self.name(path), line, "cannot be read: save the file as UTF-8"))
            }
        }
    }
}

//! Paths: which file a person chose, and opening a saved one.

use crate::failure::Failure;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use tauri::WebviewWindow;
use tauri_plugin_dialog::{DialogExt, FilePath};

/// Names a folder with answers for the file dialogs, which belong to the system and which no test can press keys in:
/// the file `save`, `open` or `folder` there holds the path that is answered.
const TEST_ANSWERS: &str = "VURDER_TEST_ANSWERS";

/// The paths that a person chose for saving since the program started: the only ones it opens.
#[derive(Debug, Default)]
pub(crate) struct ChosenPaths(Mutex<BTreeSet<PathBuf>>);

impl ChosenPaths {
    /// Notes a path that came out of the save dialog.
    pub(crate) fn remember(&self, path: &Path) {
        if let Ok(mut paths) = self.0.lock() {
            paths.insert(path.to_owned());
        }
    }

    /// Whether the path came out of the save dialog.
    pub(crate) fn has(&self, path: &Path) -> bool {
        self.0.lock().is_ok_and(|paths| paths.contains(path))
    }
}

/// Asks where to save, with a name to begin from; blocks until the person has answered.
///
/// # Errors
/// [`Failure::NoPath`] when the answer is no path on this computer.
pub(crate) fn ask_where_to_save(
    window: &WebviewWindow,
    suggested: &str,
) -> Result<Option<PathBuf>, Value> {
    if let Some(answer) = test_answer("save") {
        return Ok(Some(answer));
    }
    // The window may name the folder that the person chose last.
    let place = Path::new(suggested);
    let name = place.file_name().map_or_else(|| suggested.into(), |name| name.to_string_lossy());
    let mut dialog = window.dialog().file().set_parent(window).set_file_name(name);
    if let Some(folder) = place.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let extension = Path::new(suggested).extension().and_then(|extension| extension.to_str());
    if let Some(extension) = extension {
        dialog = dialog.add_filter(extension.to_uppercase(), &[extension]);
    }
    let Some(path) = to_path(dialog.blocking_save_file())? else { return Ok(None) };
    // GTK's dialog adds no extension to a name typed without one.
    match (path.extension(), extension) {
        (None, Some(extension)) => Ok(Some(path.with_extension(extension))),
        _ => Ok(Some(path)),
    }
}

/// Asks which file to open; blocks until the person has answered.
///
/// # Errors
/// [`Failure::NoPath`] when the answer is no path on this computer.
pub(crate) fn ask_what_to_open(window: &WebviewWindow) -> Result<Option<PathBuf>, Value> {
    if let Some(answer) = test_answer("open") {
        return Ok(Some(answer));
    }
    to_path(window.dialog().file().set_parent(window).blocking_pick_file())
}

/// Asks which file a reviewer sent back, among PDF and Word files; blocks until the person has answered.
///
/// # Errors
/// [`Failure::NoPath`] when the answer is no path on this computer.
pub(crate) fn ask_what_came_back(window: &WebviewWindow) -> Result<Option<PathBuf>, Value> {
    if let Some(answer) = test_answer("open") {
        return Ok(Some(answer));
    }
    let dialog = window.dialog().file().set_parent(window);
    // GTK tells small letters from large ones. A file without its extension is read by its bytes.
    let dialog = dialog.add_filter("PDF, DOCX", &["pdf", "docx", "PDF", "DOCX"]);
    to_path(dialog.add_filter("*", &["*"]).blocking_pick_file())
}

/// Asks for a folder; blocks until the person has answered.
///
/// # Errors
/// [`Failure::NoPath`] when the answer is no path on this computer.
pub(crate) fn ask_which_folder(window: &WebviewWindow) -> Result<Option<PathBuf>, Value> {
    if let Some(answer) = test_answer("folder") {
        return Ok(Some(answer));
    }
    to_path(window.dialog().file().set_parent(window).blocking_pick_folder())
}

/// Opens a saved file with the system's program for it.
///
/// # Errors
/// [`Failure::NotChosen`] for a path that was not chosen for saving, [`Failure::NoViewer`] when the file is
/// gone or no program could be started.
pub(crate) fn open_with_system(chosen: &ChosenPaths, path: &str) -> Result<(), Value> {
    let file = Path::new(path);
    if !chosen.has(file) {
        return Err(Failure::NotChosen.about(path, ""));
    }
    // An absolute path can be mistaken neither for an option nor for an address. Links are not followed: Windows would
    // give the end of them in a form that Explorer does not open.
    let file = std::path::absolute(file)
        .and_then(|file| std::fs::metadata(&file).map(|_| file))
        .map_err(|error| Failure::NoViewer.about(path, error))?;
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut child = Command::new(opener)
        .arg(&file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| Failure::NoViewer.about(path, error))?;
    // xdg-open ends when the viewer has the file; some desktops keep it running as long as the viewer.
    std::thread::spawn(move || child.wait());
    Ok(())
}

/// What a test has laid down as the answer of this dialog.
fn test_answer(dialog: &str) -> Option<PathBuf> {
    let answers = PathBuf::from(std::env::var_os(TEST_ANSWERS)?);
    std::fs::read_to_string(answers.join(dialog)).ok().map(PathBuf::from)
}

fn to_path(chosen: Option<FilePath>) -> Result<Option<PathBuf>, Value> {
    chosen
        .map(|path| path.into_path().map_err(|error| Failure::NoPath.about("", error)))
        .transpose()
}

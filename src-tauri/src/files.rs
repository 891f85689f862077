//! Asks a person for files, and opens saved files.

use crate::failure::Failure;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use tauri::WebviewWindow;
use tauri_plugin_dialog::{DialogExt, FilePath, MessageDialogButtons};
use vurder_content::{Messages, msg};

/// The environment variable for a folder with answers of file dialogs. The dialogs belong to the system, and no test
/// can press keys in them. The files `save`, `open` and `folder` in this folder hold the paths to answer. If `save`
/// holds a folder, the answer is the suggested name in that folder.
const TEST_ANSWERS: &str = "VURDER_TEST_ANSWERS";

/// The paths that a person chose for saving since the program started. The window may open only these.
#[derive(Debug, Default)]
pub(crate) struct ChosenPaths(Mutex<BTreeSet<PathBuf>>);

impl ChosenPaths {
    /// Adds a path that the person chose in the save dialog.
    pub(crate) fn remember(&self, path: &Path) {
        if let Ok(mut paths) = self.0.lock() {
            paths.insert(path.to_owned());
        }
    }

    /// Whether the person chose the path in the save dialog.
    pub(crate) fn has(&self, path: &Path) -> bool {
        self.0.lock().is_ok_and(|paths| paths.contains(path))
    }
}

/// Asks where to save, with a suggested name. Blocks until the person has answered.
///
/// # Errors
/// [`Failure::NoPath`] if the answer is no path on this computer.
pub(crate) fn ask_where_to_save(
    window: &WebviewWindow,
    suggested: &str,
) -> Result<Option<PathBuf>, Value> {
    // The suggested name may contain the folder that the person chose last.
    let place = Path::new(suggested);
    let name = place.file_name().map_or_else(|| suggested.into(), |name| name.to_string_lossy());
    if let Some(answer) = test_answer("save") {
        return Ok(Some(if answer.is_dir() { answer.join(&*name) } else { answer }));
    }
    let mut dialog = window.dialog().file().set_parent(window).set_file_name(name);
    if let Some(folder) = place.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let extension = Path::new(suggested).extension().and_then(|extension| extension.to_str());
    if let Some(extension) = extension {
        dialog = dialog.add_filter(extension.to_uppercase(), &[extension]);
    }
    let Some(path) = to_path(dialog.blocking_save_file())? else { return Ok(None) };
    let Some(whole) = extension.and_then(|extension| with_extension(&path, extension)) else {
        return Ok(Some(path));
    };
    // The dialog has asked about the name without the extension only.
    let replaces = !whole.exists() || ask_whether_to_replace(window, &whole);
    Ok(replaces.then_some(whole))
}

/// The path with the extension that the person left out: GTK's dialog does not add it. The part after the last point of
/// "DPIA v1.2" is no extension. `None` if the extension is there.
fn with_extension(path: &Path, extension: &str) -> Option<PathBuf> {
    if path.extension().is_some_and(|is| is.eq_ignore_ascii_case(extension)) {
        return None;
    }
    let mut whole = path.as_os_str().to_owned();
    whole.push(".");
    whole.push(extension);
    Some(whole.into())
}

/// Asks whether to replace a file. Blocks until the person has answered.
fn ask_whether_to_replace(window: &WebviewWindow, file: &Path) -> bool {
    let messages = Messages::for_language(vurder_app::program_language());
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let (yes, no) = (msg::shell_replace_file(), msg::shell_keep_file());
    let buttons = MessageDialogButtons::OkCancelCustom(messages.format(&yes), messages.format(&no));
    let question = messages.format(&msg::shell_replace_file_question(&*name));
    window.dialog().message(question).parent(window).buttons(buttons).blocking_show()
}

/// Asks which file to open. Blocks until the person has answered.
///
/// # Errors
/// [`Failure::NoPath`] if the answer is no path on this computer.
pub(crate) fn ask_what_to_open(window: &WebviewWindow) -> Result<Option<PathBuf>, Value> {
    if let Some(answer) = test_answer("open") {
        return Ok(Some(answer));
    }
    to_path(window.dialog().file().set_parent(window).blocking_pick_file())
}

/// Asks which PDF or Word file a reviewer sent back. Blocks until the person has answered.
///
/// # Errors
/// [`Failure::NoPath`] if the answer is no path on this computer.
pub(crate) fn ask_what_came_back(window: &WebviewWindow) -> Result<Option<PathBuf>, Value> {
    if let Some(answer) = test_answer("open") {
        return Ok(Some(answer));
    }
    let dialog = window.dialog().file().set_parent(window);
    // GTK's filter distinguishes upper and lower case. A file without an extension is recognised by its bytes.
    let dialog = dialog.add_filter("PDF, DOCX", &["pdf", "docx", "PDF", "DOCX"]);
    to_path(dialog.add_filter("*", &["*"]).blocking_pick_file())
}

/// Asks for a folder. Blocks until the person has answered.
///
/// # Errors
/// [`Failure::NoPath`] if the answer is no path on this computer.
pub(crate) fn ask_which_folder(window: &WebviewWindow) -> Result<Option<PathBuf>, Value> {
    if let Some(answer) = test_answer("folder") {
        return Ok(Some(answer));
    }
    to_path(window.dialog().file().set_parent(window).blocking_pick_folder())
}

/// Opens a saved file with the system's program for it.
///
/// # Errors
/// [`Failure::NotChosen`] if the person did not choose the path for saving; [`Failure::NoViewer`] if the file is gone
/// or no program could be started.
pub(crate) fn open_with_system(chosen: &ChosenPaths, path: &str) -> Result<(), Value> {
    let file = Path::new(path);
    if !chosen.has(file) {
        return Err(Failure::NotChosen.about(path, ""));
    }
    // Nothing takes an absolute path for an option or an address. Links are not resolved: Windows would give their
    // target in a form that Explorer does not open.
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
    // xdg-open may end at once, or run as long as the viewer on some desktops, so another thread waits for it.
    std::thread::spawn(move || child.wait());
    Ok(())
}

/// The answer of this dialog that a test has prepared.
fn test_answer(dialog: &str) -> Option<PathBuf> {
    let answers = PathBuf::from(std::env::var_os(TEST_ANSWERS)?);
    std::fs::read_to_string(answers.join(dialog)).ok().map(PathBuf::from)
}

fn to_path(chosen: Option<FilePath>) -> Result<Option<PathBuf>, Value> {
    chosen
        .map(|path| path.into_path().map_err(|error| Failure::NoPath.about("", error)))
        .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_the_extension_that_it_lacks() {
        let whole = |name: &str| with_extension(Path::new(name), "pdf");
        assert_eq!(whole("DPIA v1.2"), Some("DPIA v1.2.pdf".into()), "2 is no extension");
        assert_eq!(whole("DPIA"), Some("DPIA.pdf".into()));
        assert_eq!(whole("DPIA v1.2.pdf"), None);
        assert_eq!(whole("DPIA.PDF"), None, "as other programs write it");
    }
}

//! One started program for all tests that do not test its start: each begins with a fresh sample in a workspace of its own.
//!
//! Starting the program takes seconds. Opening another workspace in it, and loading the page anew, takes a fraction of
//! that, and leaves nothing of the test before: no row, no unsaved word, no setting of the window. So the tests do not
//! depend on their order. A test that fails ends the program, and the next one starts another.

use crate::app_window::{AppWindow, Folder};
use crate::webdriver::{DriveError, Driven};
use serde_json::json;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// The size of the window at the start of each test, in CSS pixels.
const SIZE: (u32, u32) = (1280, 800);

static PROGRAM: Mutex<Option<AppWindow>> = Mutex::new(None);

/// The shared program's window, for one test at a time.
#[derive(Debug)]
pub struct SharedWindow {
    /// Has a window from [`SharedWindow::with_sample`] to the end of the test.
    program: MutexGuard<'static, Option<AppWindow>>,
}

impl SharedWindow {
    /// The window with a fresh sample in a fresh workspace, at the list of projects.
    ///
    /// # Errors
    /// When the program does not start, or does not open the workspace.
    pub fn with_sample() -> Driven<SharedWindow> {
        // A test that failed with the program in its hands has ended it.
        let mut program = PROGRAM.lock().unwrap_or_else(PoisonError::into_inner);
        match program.take() {
            Some(running) => *program = Some(with_fresh_sample(running)?),
            None => {
                let folder = Folder::new()?;
                copy(sample()?, &folder.workspace())?;
                *program = Some(folder.open()?);
            }
        }
        let window = SharedWindow { program };
        window.resize(SIZE.0, SIZE.1)?;
        window.wait_for("[data-testid=project-sample]")?;
        Ok(window)
    }
}

impl Deref for SharedWindow {
    type Target = AppWindow;

    fn deref(&self) -> &AppWindow {
        match &*self.program {
            Some(window) => window,
            None => unreachable!("a shared window has its program until it is dropped"),
        }
    }
}

impl Drop for SharedWindow {
    fn drop(&mut self) {
        if std::thread::panicking() {
            *self.program = None;
        }
    }
}

/// Opens a fresh sample in a running program, with nothing left of the test before.
fn with_fresh_sample(mut running: AppWindow) -> Driven<AppWindow> {
    // First away with the page and the words that it may still want to save; they belong to the workspace before.
    load_anew(&running)?;
    let folder = running.folder().beside()?;
    copy(sample()?, &folder.workspace())?;
    folder.answer_dialogs()?;
    running.invoke("open_workspace", &json!({ "create": false }))?;
    running.moved_to(folder);
    load_anew(&running)?;
    Ok(running)
}

/// Loads the page anew as at a start, without settings that it kept.
fn load_anew(window: &AppWindow) -> Driven {
    let script = "localStorage.clear();
        window.isOld = true;
        history.replaceState(null, '', '#/');
        location.reload();";
    window.execute(script, &json!([]))?;
    window.wait_until("the page loaded anew", || {
        let there = "return !window.isOld && document.querySelector('main') !== null";
        // While the page is on its way, a script in it may fail.
        Ok(window.execute(there, &json!([])).is_ok_and(|there| there == true).then_some(()))
    })
}

/// A workspace with the sample, closed; made once by the command line.
fn sample() -> Driven<&'static Path> {
    static SAMPLE: OnceLock<Folder> = OnceLock::new();
    if SAMPLE.get().is_none() {
        // Should two tests come here at once, one of the two folders is dropped again.
        let _ = SAMPLE.set(Folder::with_sample()?);
    }
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    match SAMPLE.get() {
        Some(folder) => Ok(FILE.get_or_init(|| folder.workspace())),
        None => Err(DriveError::Start("the sample was not made".to_owned())),
    }
}

fn copy(from: &Path, to: &Path) -> Driven {
    let copied = std::fs::copy(from, to);
    copied.map(drop).map_err(|error| DriveError::Start(format!("{}: {error}", to.display())))
}

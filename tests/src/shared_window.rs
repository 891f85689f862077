//! One started program on each screen, for all tests that do not test its start: each begins with a fresh sample in a
//! workspace of its own.
//!
//! Starting the program takes seconds. Opening another workspace in it, and loading the page anew, takes a fraction of
//! that, and leaves nothing of the test before: no row, no unsaved word, no setting of the window. So the tests do not
//! depend on their order. A test that fails ends the program, and the next one starts another.

use crate::app_window::{AppWindow, Folder};
use crate::screen;
use crate::webdriver::Driven;
use serde_json::json;
use std::ops::Deref;
use std::sync::{Mutex, PoisonError};

/// The size of the window at the start of each test, in CSS pixels.
const SIZE: (u32, u32) = (1280, 800);

/// The started programs that no test has now, each with its screen.
static PROGRAMS: Mutex<Vec<(Option<String>, AppWindow)>> = Mutex::new(Vec::new());

/// The shared program's window on the screen of this test.
#[derive(Debug)]
pub struct SharedWindow {
    screen: Option<String>,
    /// There until the window is dropped.
    program: Option<AppWindow>,
}

impl SharedWindow {
    /// The window with a fresh sample in a fresh workspace, at the list of projects.
    ///
    /// # Errors
    /// When the program does not start, or does not open the workspace.
    pub fn with_sample() -> Driven<SharedWindow> {
        let screen = screen::of_this_test();
        let mut programs = PROGRAMS.lock().unwrap_or_else(PoisonError::into_inner);
        let running = programs.iter().position(|(of, _)| *of == screen);
        let running = running.map(|at| programs.swap_remove(at).1);
        drop(programs);
        let program = match running {
            Some(running) => with_fresh_sample(running)?,
            None => Folder::with_sample()?.open()?,
        };
        let window = SharedWindow { screen, program: Some(program) };
        window.resize(SIZE.0, SIZE.1)?;
        window.wait_for("[data-testid=project-sample]")?;
        Ok(window)
    }
}

impl Deref for SharedWindow {
    type Target = AppWindow;

    fn deref(&self) -> &AppWindow {
        match &self.program {
            Some(window) => window,
            None => unreachable!("a shared window has its program until it is dropped"),
        }
    }
}

impl Drop for SharedWindow {
    fn drop(&mut self) {
        let program = self.program.take().filter(|_| !std::thread::panicking());
        let mut programs = PROGRAMS.lock().unwrap_or_else(PoisonError::into_inner);
        programs.extend(program.map(|program| (self.screen.take(), program)));
    }
}

/// Opens a fresh sample in a running program, with nothing left of the test before.
fn with_fresh_sample(mut running: AppWindow) -> Driven<AppWindow> {
    // First away with the page and the words that it may still want to save; they belong to the workspace before.
    load_anew(&running)?;
    let folder = running.folder().beside()?;
    folder.put_sample()?;
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

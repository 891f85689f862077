//! A started program on each screen, shared by all tests that do not test the start. Each test begins with a fresh
//! sample in its own workspace.
//!
//! Starting the program takes seconds. Opening another workspace in it and reloading the page takes a fraction of that,
//! and leaves nothing of the test before: no row, no unsaved word, no setting of the window. So the tests do not depend
//! on their order. A test that fails ends the program, and the next one starts another.

use crate::app_window::{AppWindow, Folder};
use crate::screen;
use crate::webdriver::Driven;
use serde_json::json;
use std::ops::Deref;
use std::sync::{Mutex, PoisonError};

/// The size of the window at the start of each test, in CSS pixels.
const SIZE: (u32, u32) = (1280, 800);

/// The started programs that no test uses now, each with its screen.
static PROGRAMS: Mutex<Vec<(Option<String>, AppWindow)>> = Mutex::new(Vec::new());

/// The shared program's window on the screen of this test.
#[derive(Debug)]
pub struct SharedWindow {
    screen: Option<String>,
    /// Present until the window is dropped.
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

/// Opens a fresh sample in a running program. Nothing of the test before is left.
fn with_fresh_sample(mut running: AppWindow) -> Driven<AppWindow> {
    // The page is reloaded first: it may still want to save words that belong to the workspace before.
    load_anew(&running)?;
    let folder = running.folder().beside()?;
    folder.put_sample()?;
    folder.answer_dialogs()?;
    running.invoke("open_workspace", &json!({ "create": false }))?;
    running.moved_to(folder);
    load_anew(&running)?;
    Ok(running)
}

/// Reloads the page as at a start, without its stored settings.
fn load_anew(window: &AppWindow) -> Driven {
    let script = "localStorage.clear();
        window.isOld = true;
        history.replaceState(null, '', '#/');
        location.reload();";
    window.execute(script, &json!([]))?;
    window.wait_until("the page loaded anew", || {
        let there = "return !window.isOld && document.querySelector('main') !== null";
        // While the page is loading, a script in it may fail.
        Ok(window.execute(there, &json!([])).is_ok_and(|there| there == true).then_some(()))
    })
}

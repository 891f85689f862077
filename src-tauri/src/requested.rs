//! The workspace that another start of the program, or a double click on macOS, asked for. It is kept until the window
//! has saved the typed words and opens it.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Emitter as _, Manager as _};
use vurder_launch::{Instance, Request};

use crate::window;

/// The event that informs the window that a workspace was asked for.
const EVENT: &str = "workspace-requested";

/// The workspace that was asked for. If several were asked for, the last one.
#[derive(Debug, Default)]
pub(crate) struct Requested(Mutex<Option<PathBuf>>);

impl Requested {
    /// Gives the workspace that was asked for, and forgets it.
    pub(crate) fn take(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn put(&self, path: PathBuf) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
    }
}

/// Answers other starts of the program: the window comes to the front and opens the workspace of their request.
///
/// # Errors
/// The system can't start a thread.
pub(crate) fn answer_other_starts(app: &AppHandle, instance: Instance) -> std::io::Result<()> {
    let handle = app.clone();
    let answering = instance.answer(move |Request { open }| come_forward(&handle, open))?;
    app.manage(answering);
    Ok(())
}

/// Brings the window to the front. It opens the workspace `open`, if there is one.
pub(crate) fn come_forward(app: &AppHandle, open: Option<PathBuf>) {
    // Without the state the program could not start, and the person is told so.
    if let (Some(path), Some(requested)) = (open, app.try_state::<Requested>()) {
        requested.put(path);
        // A window that is not open yet asks by itself when it opens.
        let _ = app.emit(EVENT, ());
    }
    window::bring_forward(app);
}

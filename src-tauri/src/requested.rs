//! The workspace that another start of the program asked for, until the window has saved what is open and takes it.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Emitter as _, Manager as _};
use vurder_launch::{Instance, Request};

use crate::window;

/// Tells the window that a workspace is asked for.
const EVENT: &str = "workspace-requested";

/// The workspace that is asked for; of several, the last.
#[derive(Debug, Default)]
pub(crate) struct Requested(Mutex<Option<PathBuf>>);

impl Requested {
    /// The workspace that is asked for, once.
    pub(crate) fn take(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn put(&self, path: PathBuf) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
    }
}

/// Answers other starts of the program: the window comes forward, and opens what they were given.
///
/// # Errors
/// When the system gives no thread.
pub(crate) fn answer_other_starts(app: &AppHandle, instance: Instance) -> std::io::Result<()> {
    let app = app.clone();
    instance.answer(move |Request { open }| {
        if let Some(path) = open {
            app.state::<Requested>().put(path);
            // A window that is not there yet asks when it is.
            let _ = app.emit(EVENT, ());
        }
        window::bring_forward(&app);
    })
}

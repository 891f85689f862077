//! Starts the program, or passes the request to a program that runs already. Also reports an error that happens before
//! there is a window.

use crate::bridge::Bridge;
use crate::failure::Failure;
use std::io;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogKind};
use vurder_launch::Start;

/// The environment variable with the path of a workspace to open instead of the usual one.
const WORKSPACE: &str = "VURDER_WORKSPACE";

/// Everything that the program needs to start. `None` if a program that runs already took the request.
///
/// # Errors
/// Those of [`vurder_launch::prepare`].
pub(crate) fn prepare() -> io::Result<Option<Start>> {
    let folder = vurder_launch::data_folder()?;
    vurder_launch::prepare(&folder, std::env::var_os(WORKSPACE), std::env::args_os().nth(1))
}

/// Shows in a dialog of the system why the program does not start, and ends the program when the dialog is closed.
/// There is no window yet, and nobody sees what a program writes to standard error.
pub(crate) fn give_up(app: &AppHandle, error: &dyn std::error::Error) {
    eprintln!("vurder: {error}");
    let words = Failure::NoStart.in_words("", error);
    let text = format!("{}\n\n{}\n\n{error}", words.message, words.help);
    let ended = app.clone();
    app.dialog().message(text).title("Vurder").kind(MessageDialogKind::Error).show(move |_| {
        // Without a window, nothing else would end the program.
        if let Some(bridge) = ended.try_state::<Bridge>() {
            bridge.stop();
        }
        std::process::exit(1);
    });
}

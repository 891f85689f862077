//! The shell: one window, its file dialogs, and the bridge to the app. It knows nothing of forms, answers or rules.
//!
//! The interface is embedded in the program and shown under the program's own address. The window cannot leave that
//! address, open another window or download anything.

// On Windows, no console window opens beside the program.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bridge;
mod commands;
mod core;
mod drawing;
mod failure;
mod files;
mod requested;
mod start;
mod window;

use bridge::Bridge;
use files::ChosenPaths;
use requested::Requested;
use std::sync::Arc;
use tauri::{AppHandle, Emitter as _, Manager, RunEvent};
use vurder_launch::{Answering, Start};

/// The event that tells the window that a backup changed the notices about the workspace.
const NOTICES: &str = "notices-changed";

fn main() {
    // This must run first: the processes that the webview starts read the variables.
    drawing::choose();
    let start = match start::prepare() {
        Ok(Some(start)) => Ok(start),
        Ok(None) => return,
        Err(error) => Err(error),
    };

    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![
            commands::backup_to_restore,
            commands::call,
            commands::choose_pages,
            commands::choose_returned,
            commands::choose_save_path,
            commands::forget_recent,
            commands::open_file,
            commands::open_recent,
            commands::open_requested,
            commands::open_saved,
            commands::open_workspace,
            commands::recent_workspaces,
            commands::restore_newest_backup,
        ])
        .setup(move |app| {
            let handle = app.handle();
            let ready = start.map_err(Into::into).and_then(|start| begin(handle, start));
            if let Err(error) = ready {
                start::give_up(handle, &*error);
            }
            Ok(())
        })
        .build(tauri::generate_context!());

    match built {
        Ok(app) => app.run(|handle, event| match event {
            RunEvent::Exit => {
                // The window is gone. A start that comes now opens its file itself, after the last backup.
                if let Some(answering) = handle.try_state::<Answering>() {
                    answering.stop();
                }
                if let Some(bridge) = handle.try_state::<Bridge>() {
                    bridge.stop();
                }
            }
            // macOS gives the file of a double click by this event, and starts no second program.
            #[cfg(target_os = "macos")]
            RunEvent::Opened { urls } => {
                let file = urls.iter().rev().find_map(|url| url.to_file_path().ok());
                requested::come_forward(handle, file);
            }
            _ => {}
        }),
        Err(error) => {
            eprintln!("vurder: {error}");
            std::process::exit(1);
        }
    }
}

/// Opens the workspace and the window.
fn begin(app: &AppHandle, start: Start) -> Result<(), Box<dyn std::error::Error>> {
    let recent = Arc::new(start.recent);
    let known = Arc::clone(&recent);
    let workspace = crate::core::Chosen { path: start.workspace, create: start.create };
    let window = app.clone();
    // Without a window there is nobody to tell; the window asks for the notices when it opens.
    let noticed = move || drop(window.emit(NOTICES, ()));
    app.manage(Bridge::start(workspace, move |opened| known.remember(opened), noticed)?);
    app.manage(recent);
    app.manage(ChosenPaths::default());
    app.manage(Requested::default());
    window::open(app)?;
    if let Some(instance) = start.instance {
        requested::answer_other_starts(app, instance)?;
    }
    Ok(())
}

//! The shell: one window, its file dialogs, and the bridge to the app. Nothing of the domain lives here.
//!
//! The interface is embedded in the program and shown under the app's own address. The window cannot leave
//! that address, open another window or download anything.

// No console window beside the program on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bridge;
mod commands;
mod core;
mod drawing;
mod failure;
mod files;
mod window;

use bridge::Bridge;
use files::ChosenPaths;
use tauri::{Manager, RunEvent};

fn main() {
    // Before anything else runs: it is read by the processes that the webview starts.
    drawing::choose();

    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::choose_pages,
            commands::choose_save_path,
            commands::open_file,
            commands::open_workspace,
        ])
        .setup(|app| {
            let workspace = files::workspace(app.handle())?;
            app.manage(Bridge::start(workspace)?);
            app.manage(ChosenPaths::default());
            window::open(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!());

    match built {
        Ok(app) => app.run(|handle, event| {
            if let RunEvent::Exit = event {
                handle.state::<Bridge>().stop();
            }
        }),
        Err(error) => {
            eprintln!("vurder: {error}");
            std::process::exit(1);
        }
    }
}

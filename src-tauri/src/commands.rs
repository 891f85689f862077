//! The handlers of the commands in `build.rs`, which the window may call.

use crate::bridge::Bridge;
use crate::failure::Failure;
use crate::files::{self, ChosenPaths};
use crate::requested::Requested;
use serde_json::Value;
use std::path::Path;
use std::sync::Arc;
use tauri::{AppHandle, Manager, WebviewWindow};
use vurder_launch::{Recent, RecentWorkspace};

/// Runs one command of the app on the thread that owns the workspace.
#[tauri::command]
pub(crate) async fn call(app: AppHandle, name: String, args: Value) -> Result<Value, Value> {
    in_background(move || app.state::<Bridge>().call(name, args)).await
}

/// Asks for the folder or file with a provider's pages. `null` if the person cancelled.
#[tauri::command]
pub(crate) async fn choose_pages(
    window: WebviewWindow,
    folder: bool,
) -> Result<Option<String>, Value> {
    in_background(move || {
        let chosen = if folder {
            files::ask_which_folder(&window)?
        } else {
            files::ask_what_to_open(&window)?
        };
        Ok(chosen.map(|path| path.to_string_lossy().into_owned()))
    })
    .await
}

/// Asks for a file that a reviewer sent back. `null` if the person cancelled.
#[tauri::command]
pub(crate) async fn choose_returned(window: WebviewWindow) -> Result<Option<String>, Value> {
    in_background(move || {
        let chosen = files::ask_what_came_back(&window)?;
        Ok(chosen.map(|path| path.to_string_lossy().into_owned()))
    })
    .await
}

/// Asks where to save a file, with a suggested name. `null` if the person cancelled.
#[tauri::command]
pub(crate) async fn choose_save_path(
    window: WebviewWindow,
    suggested: String,
) -> Result<Option<String>, Value> {
    in_background(move || {
        let chosen = files::ask_where_to_save(&window, &suggested)?;
        if let Some(path) = &chosen {
            window.state::<ChosenPaths>().remember(path);
        }
        Ok(chosen.map(|path| path.to_string_lossy().into_owned()))
    })
    .await
}

/// Asks for an existing workspace or the place of a new one, and opens it in place of the open one. Gives the path, or
/// `null` if the person cancelled.
#[tauri::command]
pub(crate) async fn open_workspace(
    window: WebviewWindow,
    create: bool,
) -> Result<Option<Value>, Value> {
    in_background(move || {
        let chosen = if create {
            files::ask_where_to_save(&window, "projects.vurder")?
        } else {
            files::ask_what_to_open(&window)?
        };
        let Some(path) = chosen else { return Ok(None) };
        window.state::<Bridge>().open(path.clone(), create)?;
        Ok(Some(Value::from(path.display().to_string())))
    })
    .await
}

/// Opens the workspace that another start of the program asked for. Gives the path, or `null` if no start asked or if
/// the workspace is open already.
#[tauri::command]
pub(crate) async fn open_requested(app: AppHandle) -> Result<Option<Value>, Value> {
    in_background(move || {
        let Some(path) = app.state::<Requested>().take() else { return Ok(None) };
        let opened = app.state::<Bridge>().open(path, false)?;
        Ok(Some(opened).filter(|path| !path.is_null()))
    })
    .await
}

/// The workspaces that were opened last, and for each whether its file exists.
#[tauri::command]
pub(crate) async fn recent_workspaces(app: AppHandle) -> Result<Vec<RecentWorkspace>, Value> {
    in_background(move || Ok(app.state::<Arc<Recent>>().list())).await
}

/// Opens a workspace that was opened before, and gives its path.
#[tauri::command]
pub(crate) async fn open_recent(app: AppHandle, path: String) -> Result<Value, Value> {
    in_background(move || {
        if !app.state::<Arc<Recent>>().has(Path::new(&path)) {
            return Err(Failure::NotRecent.about(&path, ""));
        }
        app.state::<Bridge>().open(path.clone().into(), false)?;
        Ok(Value::from(path))
    })
    .await
}

/// Removes a workspace from the list of those opened last. The file stays as it is.
#[tauri::command]
pub(crate) async fn forget_recent(app: AppHandle, path: String) -> Result<(), Value> {
    in_background(move || {
        app.state::<Arc<Recent>>().forget(Path::new(&path));
        Ok(())
    })
    .await
}

/// Opens a workspace that was saved in this session under a path that the person chose, such as a restored backup.
#[tauri::command]
pub(crate) async fn open_saved(app: AppHandle, path: String) -> Result<Value, Value> {
    in_background(move || {
        if !app.state::<ChosenPaths>().has(Path::new(&path)) {
            return Err(Failure::NotChosen.about(&path, ""));
        }
        app.state::<Bridge>().open(path.clone().into(), false)?;
        Ok(Value::from(path))
    })
    .await
}

/// The newest backup of a workspace that cannot be opened, and the path proposed for restoring it; `null` if there is
/// none.
#[tauri::command]
pub(crate) async fn backup_to_restore(app: AppHandle) -> Result<Value, Value> {
    in_background(move || app.state::<Bridge>().backup_to_restore()).await
}

/// Restores the newest backup of a workspace that cannot be opened under a path that the person chose for saving, and
/// opens it. Gives the path.
#[tauri::command]
pub(crate) async fn restore_newest_backup(app: AppHandle, path: String) -> Result<Value, Value> {
    in_background(move || {
        if !app.state::<ChosenPaths>().has(Path::new(&path)) {
            return Err(Failure::NotChosen.about(&path, ""));
        }
        app.state::<Bridge>().restore_newest_backup(path.into())
    })
    .await
}

/// Opens a file that was saved in this session, with the system's program for it.
#[tauri::command]
pub(crate) async fn open_file(app: AppHandle, path: String) -> Result<(), Value> {
    in_background(move || files::open_with_system(&app.state::<ChosenPaths>(), &path)).await
}

/// Runs `work` on another thread: dialogs and the workspace block, and the window's thread must not block.
async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Value> + Send + 'static,
) -> Result<T, Value> {
    tauri::async_runtime::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(Failure::Stopped.about("", "")))
}

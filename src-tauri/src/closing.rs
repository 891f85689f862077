//! Closing the window without losing what was typed a moment ago.
//!
//! The interface saves while a person types, a little behind the keys. So a request to close is first told to
//! the interface as a cancellable event, `vurder:closing`. An interface that cancels the event saves what is
//! left and then says `close_window`; one that does not is closed at once; one that hangs is closed after
//! three seconds.

use std::thread;
use std::time::Duration;
use tauri::{Manager, Window, WindowEvent};

const PATIENCE: Duration = Duration::from_secs(3);

const ASK: &str = "if (window.dispatchEvent(new Event('vurder:closing', { cancelable: true }))) \
                   window.__TAURI_INTERNALS__.invoke('close_window')";

pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    let Some(webview) = window.get_webview_window(window.label()) else { return };
    if webview.eval(ASK).is_err() {
        return;
    }
    api.prevent_close();
    let window = window.clone();
    // Without a thread to wait on there is no second chance to close, so close now.
    let waiting = window.clone();
    let waiter = thread::Builder::new().name("closing".into()).spawn(move || {
        thread::sleep(PATIENCE);
        close_now(&waiting);
    });
    if waiter.is_err() {
        close_now(&window);
    }
}

/// Closes without asking. Closing a window that is already gone does nothing.
pub(crate) fn close_now(window: &Window) {
    let _ = window.destroy();
}

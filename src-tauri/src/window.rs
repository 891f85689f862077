//! The window: its language, its rules of navigation, and its spell checking.

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Url, WebviewWindow, WebviewWindowBuilder};

/// Opens the one window that `tauri.conf.json` describes.
///
/// # Errors
/// The system can't make a window or a webview.
pub(crate) fn open(app: &AppHandle) -> Result<(), Box<dyn std::error::Error>> {
    let config =
        app.config().app.windows.first().ok_or("tauri.conf.json describes no window")?.clone();
    let builder = WebviewWindowBuilder::from_config(app, &config)?;
    let builder = match words() {
        Some(words) => builder.initialization_script(words),
        None => builder,
    };
    let window = builder
        // Words that people type belong in the workspace, not in the webview's own memory of forms.
        .general_autofill_enabled(false)
        // A link in a note or a published page must not carry the window out of the program.
        .on_navigation(stays_inside)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    check_spelling(&window)?;
    Ok(())
}

/// Brings the window in front of other programs, as far as the system allows that.
pub(crate) fn bring_forward(app: &AppHandle) {
    let Some(window) = app.webview_windows().into_values().next() else { return };
    // If the system refuses, it shows in its task bar that the window wants attention.
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
}

/// The script that gives the page its language and messages before the page runs. English is built into the page.
fn words() -> Option<String> {
    let language = vurder_app::program_language();
    if language == vurder_content::ENGLISH {
        return None;
    }
    let files = vurder_content::message_files(language);
    let words = serde_json::json!({ "language": language, "files": files });
    Some(format!("globalThis.vurderWords = {words};"))
}

/// Whether an address belongs to the program.
fn stays_inside(address: &Url) -> bool {
    match address.scheme() {
        "tauri" => true,
        // Windows has no custom schemes, so the webview uses this reserved name there.
        "http" | "https" => address.host_str() == Some("tauri.localhost"),
        "about" => address.path() == "blank",
        _ => false,
    }
}

/// Switches spell checking on in WebKitGTK and chooses its languages. Other systems do this by themselves.
#[cfg(target_os = "linux")]
fn check_spelling(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{WebContextExt, WebViewExt};

    window.with_webview(|webview| {
        let Some(context) = webview.inner().context() else { return };
        let languages = spelling_languages(|name| std::env::var(name).ok());
        let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
        context.set_spell_checking_languages(&languages);
        context.set_spell_checking_enabled(true);
    })
}

#[cfg(not(target_os = "linux"))]
fn check_spelling(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// The languages in which the person probably writes: the language of the system, and English, in which many of these
/// reports are written. The system skips a language without an installed dictionary.
#[cfg(target_os = "linux")]
fn spelling_languages(variable: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    // The dictionary of `nb_NO.UTF-8@variant` is `nb_NO`.
    let own = locale.split(['.', '@']).next().unwrap_or_default().to_owned();
    let mut languages = Vec::new();
    if own.contains('_') {
        languages.push(own);
    }
    if !languages.iter().any(|language| language.starts_with("en")) {
        languages.push("en_GB".to_owned());
    }
    languages
}

//! The build script of the shell: embeds the interface, lists the commands, and makes the capability file.

/// All commands that the window may call in the shell. `call` runs every command of the app; the others need the
/// window. `cargo xtask tidy` compares this list with the handlers and the capability file.
const SHELL_COMMANDS: &[&str] = &[
    "backup_to_restore",
    "call",
    "choose_pages",
    "choose_returned",
    "choose_save_path",
    "forget_recent",
    "open_file",
    "open_recent",
    "open_requested",
    "open_saved",
    "open_workspace",
    "recent_workspaces",
    "restore_newest_backup",
];

fn main() {
    // The compiler embeds the interface, so the folder must exist even for a bare `cargo check`.
    let index = std::path::Path::new("ui/dist/index.html");
    if !index.exists() {
        let page = "<!doctype html><html lang=\"en\"><title>Vurder</title>\
                    <h1>The interface is not built</h1><p>Start Vurder with: cargo xtask run</p></html>";
        let written = std::fs::create_dir_all("ui/dist").and_then(|()| std::fs::write(index, page));
        if let Err(error) = written {
            println!("cargo:warning=could not write {}: {error}", index.display());
        }
    }
    println!("cargo:rerun-if-changed=ui/dist");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");

    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(SHELL_COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}

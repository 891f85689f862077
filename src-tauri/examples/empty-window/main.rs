//! An empty window. `cargo xtask bench` compares the start of Vurder's window with it.

fn main() {
    let ended = tauri::Builder::default()
        .run(tauri::generate_context!("src-tauri/examples/empty-window/tauri.conf.json"));
    if let Err(error) = ended {
        eprintln!("empty-window: {error}");
        std::process::exit(1);
    }
}

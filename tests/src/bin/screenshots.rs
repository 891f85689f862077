//! Drives the real window and writes pictures of its screens, in two sizes, light and dark.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use vurder_tests::app_window::AppWindow;
use vurder_tests::webdriver::DriveError;
use vurder_tests::{layout, walk};

const SIZES: [(u32, u32); 2] = [(1024, 700), (1600, 1000)];
const THEMES: [&str; 2] = ["light", "dark"];

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("Usage: screenshots FOLDER");
        return ExitCode::from(2);
    };
    match take_all(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The window lane uses stderr for the services of the desktop.
            println!("screenshots: {error}");
            ExitCode::FAILURE
        }
    }
}

fn take_all(folder: &Path) -> Result<(), DriveError> {
    let made = std::fs::create_dir_all(folder);
    made.map_err(|error| DriveError::Start(format!("{}: {error}", folder.display())))?;
    // Each size has its own walk, like that of a person with such a screen.
    for size in SIZES {
        let window = AppWindow::first_start()?;
        window.resize(size.0, size.1)?;
        walk::walk(&window, |window, name| take(window, folder, name, size))?;
    }
    Ok(())
}

/// Writes pictures of the current screen, one for each theme.
fn take(
    window: &AppWindow,
    folder: &Path,
    name: &str,
    (width, height): (u32, u32),
) -> Result<(), DriveError> {
    for theme in THEMES {
        layout::show_theme(window, theme)?;
        let path = folder.join(format!("{name}-{width}x{height}-{theme}.png"));
        let picture = window.screenshot()?;
        std::fs::write(&path, picture)
            .map_err(|error| DriveError::Start(format!("{}: {error}", path.display())))?;
        println!("{}", path.display());
    }
    Ok(())
}

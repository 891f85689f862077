//! Starts the app that `VURDER_APP` names, and prints what its window shows first.

use std::process::ExitCode;
use vurder_tests::app_window::AppWindow;
use vurder_tests::webdriver::Driven;

fn main() -> ExitCode {
    match first_words() {
        Ok(words) => {
            println!("The window opens and says: {words}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            // The window lane uses stderr for the services of the desktop.
            println!("The window does not open: {error}");
            ExitCode::FAILURE
        }
    }
}

fn first_words() -> Driven<String> {
    let window = AppWindow::first_start()?;
    let heading = window.wait_for("h1")?;
    window.text(&heading)
}

//! Writes the interface's types from the app's list of commands.

use crate::{Outcome, house, process};

/// The file from which the interface takes them.
pub(crate) const PATH: &str = "ui/src/bindings.ts";

/// Writes the file.
///
/// # Errors
/// When `vurder-cli` cannot be built or the file cannot be written.
pub(crate) fn write() -> Outcome {
    let text = generated()?;
    let path = house::root().join(PATH);
    if std::fs::read_to_string(&path).is_ok_and(|have| have == text) {
        println!("{PATH} is up to date.");
        return Ok(());
    }
    std::fs::write(&path, text).map_err(|error| format!("{PATH}: {error}"))?;
    println!("Wrote {PATH}.");
    Ok(())
}

/// The text that the file should have.
///
/// # Errors
/// When `vurder-cli` cannot be built or run.
pub(crate) fn generated() -> Outcome<String> {
    process::output(&mut process::cargo(&[
        "run",
        "--quiet",
        "--package",
        "vurder-cli",
        "--",
        "bindings",
    ]))
}

/// Compares the file with the text that it should have.
///
/// # Errors
/// When they differ. Without an interface, there is nothing to compare.
pub(crate) fn check(generated: impl FnOnce() -> Outcome<String>) -> Outcome {
    let Ok(have) = house::read(PATH) else {
        println!("There is no {PATH} yet.");
        return Ok(());
    };
    if have == generated()? {
        return Ok(());
    }
    Err(format!("{PATH} is not what the list of commands says.\nNext: cargo xtask bindings"))
}

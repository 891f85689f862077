//! Builds the interface.

use crate::{Outcome, house, prerequisites, process};

/// Whether the sources of the interface exist.
pub(crate) fn is_there() -> bool {
    house::ui().join("package.json").exists()
}

/// Builds the interface into `ui/dist`, which the shell embeds.
///
/// # Errors
/// When the packages cannot be installed or the build fails.
pub(crate) fn build() -> Outcome {
    prerequisites::ensure_npm_packages()?;
    if is_there() {
        process::run(&mut process::npm_program("npm", &["run", "--silent", "build"]))
    } else {
        Ok(())
    }
}

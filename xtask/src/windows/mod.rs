//! `cargo xtask windows`: tests Vurder for Windows, as far as that is possible on Debian. It builds the crates for
//! Windows and runs all their tests under Wine. It builds the shell and the installer, and it checks, uses and removes
//! what the installer installs.
//!
//! It is not part of `cargo xtask test`: it builds everything again, and Wine does not have the part of Windows that
//! shows the window.

mod cross;
mod installer;
mod suites;
mod wine;

use crate::prerequisites::{self, Need};
use crate::report::Report;
use crate::{Outcome, ui};
use std::time::Instant;

/// Which part of the task is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// Everything.
    All,
    /// The tests of the crates: of these rooms, or of all where none is named.
    Tests(&'a [&'a str]),
    /// The shell, the installer, and the check of the installer.
    Installer,
}

const PREPARE: &str = "What the machine needs";
const NEEDS_NEXT: &str = "install what is named above, then start the same command again";

/// Builds for Windows and tests it under Wine.
///
/// # Errors
/// When something failed; it has been printed.
pub(crate) fn windows(part: Part<'_>) -> Outcome {
    let packages = match part {
        Part::Tests(rooms) => suites::packages_of(rooms)?,
        _ => suites::PACKAGES.to_vec(),
    };
    let mut report = Report::default();
    let start = Instant::now();
    all(&mut report, part, &packages);
    report.print_summary(start.elapsed())
}

fn all(report: &mut Report, part: Part<'_>, packages: &[&str]) {
    let with_tests = part != Part::Installer;
    let with_installer = !matches!(part, Part::Tests(_));
    let ready = report.check(PREPARE, NEEDS_NEXT, |_| {
        if !cfg!(target_os = "linux") {
            return Err("this task is for Linux; on Windows, cargo test does the same".to_owned());
        }
        prerequisites::ensure(&[Need::Compile, Need::Cross])?;
        if with_installer {
            prerequisites::ensure_npm_packages()?;
        }
        cross::ensure_target()
    });
    if !ready {
        return;
    }
    let mut wine = None;
    let prepared = report.check("Wine", "remove target/windows/wine and try again", |_| {
        wine = Some(wine::Wine::prepare()?);
        Ok(())
    });
    let Some(wine) = wine.filter(|_| prepared) else { return };
    if with_tests {
        suites::run(report, &wine, packages);
    }
    if with_installer {
        let built =
            report.check("Interface: build", "in ui/, npm run build tries again", |_| ui::build());
        if built {
            installer::run(report, &wine);
        }
    }
}

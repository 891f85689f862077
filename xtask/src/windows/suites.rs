//! The tests of the crates, built for Windows and run under Wine.

use crate::counts::Counts;
use crate::one_build::{self, TestProgram};
use crate::output::Output;
use crate::report::{Report, seconds};
use crate::rooms::{self, Room};
use crate::windows::cross;
use crate::windows::wine::Wine;
use crate::{Outcome, house, process};
use std::time::Instant;

/// The crates whose tests run on any system. The window tests need the window, and xtask is for this computer only.
pub(crate) const PACKAGES: &[&str] = &[
    "vurder-model",
    "vurder-content",
    "vurder-import",
    "vurder-workspace",
    "vurder-report",
    "vurder-remarks",
    "vurder-spelling",
    "vurder-app",
    "vurder-cli",
    "vurder-launch",
];

/// The packages of these rooms, by the names of [`rooms::named`]; all of [`PACKAGES`] where none is named.
///
/// # Errors
/// An unknown room, or one whose tests are not for Windows.
pub(crate) fn packages_of(names: &[&str]) -> Outcome<Vec<&'static str>> {
    if names.is_empty() {
        return Ok(PACKAGES.to_vec());
    }
    names
        .iter()
        .map(|name| match rooms::named(name)? {
            Room::Crate(package) if PACKAGES.contains(&package) => Ok(package),
            _ => Err(format!("the tests of \"{name}\" run on this computer alone")),
        })
        .collect()
}

/// Builds the test programs of these packages and runs them one after the other.
pub(crate) fn run(report: &mut Report, wine: &Wine, packages: &[&str]) {
    let mut programs = Vec::new();
    let built =
        report.check("Build of the tests for Windows", "mend the first error above", |_| {
            programs = build(packages)?;
            Ok(())
        });
    if !built {
        report.blocked("Tests under Wine", "Build of the tests for Windows");
        return;
    }
    for program in &programs {
        let name = format!("Under Wine: {}", program.title());
        let next =
            "read the test's message above; cargo xtask windows tests runs all of them again";
        report.step(&name, next, |output| run_one(wine, program, output));
    }
}

fn build(packages: &[&str]) -> Outcome<Vec<TestProgram>> {
    let mut command = cross::windows_cargo(&["test", "--no-run", "--message-format", "json"]);
    for package in packages {
        command.args(["--package", package]);
    }
    one_build::test_programs(&mut command)
}

fn run_one(wine: &Wine, program: &TestProgram, output: &mut Output) -> Outcome<Counts> {
    let mut command = wine.command(&program.path, &[]);
    // Under Wine, the library for snapshots cannot ask cargo where the workspace is.
    command
        .current_dir(&program.folder)
        .env("CARGO_MANIFEST_DIR", Wine::path(&program.folder))
        .env("INSTA_WORKSPACE_ROOT", Wine::path(&house::root()))
        .env("INSTA_UPDATE", "no");
    let mut counts = Counts::default();
    let start = Instant::now();
    let ended_well = output.follow(&mut command, |line| counts.read_libtest(line))?;
    output.line(&format!("{}: {}", process::name(&command), seconds(start.elapsed())));
    Ok(counts.of_ended(ended_well))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rooms_are_named_as_for_the_other_tests() {
        assert_eq!(
            packages_of(&["workspace", "launch"]).unwrap(),
            ["vurder-workspace", "vurder-launch"]
        );
        assert_eq!(packages_of(&[]).unwrap(), PACKAGES);
        assert!(packages_of(&["window"]).is_err());
        assert!(packages_of(&["kitchen"]).is_err());
    }
}

//! `cargo xtask test`: everything that is checked, in steps, with the counts as the last line; or the steps of one
//! room.
//!
//! The interface is built first, since the shell embeds it. Then one build makes all programs and gives the lints
//! (`one_build`). Everything after it only runs what was built. The checks of the interface run at the same time as the
//! build and the Rust tests, but never at the same time as the tests of the window: these type at the pace of a person
//! and need the whole machine.

use crate::counts::Counts;
use crate::one_build::{self, Built, TestProgram};
use crate::output::Output;
use crate::prerequisites::Need;
use crate::process::{cargo, npm_program};
use crate::report::Report;
use crate::rooms::{self, Room};
use crate::window_lane::{self, Lane};
use crate::{Outcome, bindings, house, prerequisites, process, rust_tests, tidy, ui};
use std::process::Command;
use std::time::Instant;

/// Runs all checks, or those of the room with this name.
///
/// # Errors
/// When no such room exists, or a check failed. A failed check has been printed.
pub(crate) fn test(room: Option<&str>) -> Outcome {
    let room = room.map(rooms::named).transpose()?;
    let mut report = Report::default();
    let start = Instant::now();
    match room {
        None => everything(&mut report),
        Some(Room::Crate(package)) => one_crate(&mut report, package),
        Some(Room::Ui) => interface_alone(&mut report),
        Some(Room::Shell) => shell(&mut report),
        Some(Room::Window) => window(&mut report),
    }
    report.print_summary(start.elapsed())
}

fn everything(report: &mut Report) {
    if !needs(report, &[Need::Compile, Need::Window, Need::Drive]) {
        return;
    }
    let interface_built = interface_build(report);
    format(report, &["--all"]);
    report.check(
        "House rules",
        "mend each place named above; cargo xtask tidy checks again",
        |_| tidy::rules(),
    );
    let mut beside = Report::beside();
    let built = std::thread::scope(|scope| {
        scope.spawn(|| interface_checks(&mut beside));
        let following = ["Generated types", "Rust tests", "Window"];
        let built = build(report, &["--workspace"], &following)?;
        generated_types(report);
        run_rust_tests(report, &built, &["--workspace"]);
        Some(built)
    });
    report.append(beside);
    if let Some(built) = built {
        if interface_built {
            window_tests(report, &built);
        } else {
            report.blocked(WINDOW, INTERFACE_BUILD);
        }
    }
}

/// The checks of one crate: format, lints, tests; for the app and the command line, also the generated types.
fn one_crate(report: &mut Report, package: &str) {
    if !needs(report, &[Need::Compile]) {
        return;
    }
    format(report, &["--package", package]);
    // The command line writes the types, from the app's list of commands.
    let is_app = package == "vurder-app";
    let packages: &[&str] = if is_app {
        &["--package", package, "--package", "vurder-cli"]
    } else {
        &["--package", package]
    };
    if let Some(built) = build(report, packages, &["Rust tests"]) {
        if is_app {
            generated_types(report);
        }
        run_rust_tests(report, &built, &["--package", package]);
    }
}

fn interface_alone(report: &mut Report) {
    let needs = |_: &mut Output| prerequisites::ensure_npm_packages();
    if report.check("What the interface needs", NEEDS_NEXT, needs) {
        interface_build(report);
        interface_checks(report);
    }
}

fn shell(report: &mut Report) {
    if !needs(report, &[Need::Compile, Need::Window]) || !interface_build(report) {
        return;
    }
    format(report, &["--package", "vurder"]);
    build(report, &["--package", "vurder"], &[]);
}

fn window(report: &mut Report) {
    if !needs(report, &[Need::Compile, Need::Window, Need::Drive]) || !interface_build(report) {
        return;
    }
    format(report, &["--package", "vurder-tests"]);
    let packages = ["--package", "vurder", "--package", "vurder-cli", "--package", "vurder-tests"];
    if let Some(built) = build(report, &packages, &["Window"]) {
        window_tests(report, &built);
    }
}

const INTERFACE_BUILD: &str = "Interface: build";
const WINDOW: &str = "Window";

/// The number of window tests that run at the same time, each on a screen of its own.
const SCREENS: usize = 1;

const NEEDS_NEXT: &str = "install what is named above, then start the same command again";

fn needs(report: &mut Report, needs: &[Need]) -> bool {
    report.check("What the machine needs", NEEDS_NEXT, |_| {
        prerequisites::ensure(needs)?;
        if needs.contains(&Need::Window) { prerequisites::ensure_npm_packages() } else { Ok(()) }
    })
}

fn interface_checks(report: &mut Report) {
    if !ui::is_there() {
        return;
    }
    report.check("Interface: format", "npx prettier --write . in ui/", |output| {
        output.run(&mut npm("format"))
    });
    report.check(
        "Interface: lints",
        "npx eslint --fix . in ui/ mends what it can; mend the rest by hand",
        |output| output.run(&mut npm("lint")),
    );
    report.check(
        "Interface: types",
        "mend each place named above; in ui/, npm run check checks again",
        |output| output.run(&mut npm("check")),
    );
    report.step(
        "Interface: unit tests",
        "npx vitest run tests/NAME.test.ts in ui/ runs one file alone",
        unit_tests_of_the_interface,
    );
}

fn interface_build(report: &mut Report) -> bool {
    let next = "mend what vite names above; in ui/, npm run build tries again";
    report.check(INTERFACE_BUILD, next, |_| ui::build())
}

fn format(report: &mut Report, packages: &[&str]) {
    report.check("Format", "cargo fmt --all", |_| {
        process::run(cargo(&["fmt"]).args(packages).args(["--", "--check"]))
    });
}

/// Builds these packages with their lints. `None` when that failed; then the following steps are not tried.
fn build(report: &mut Report, packages: &[&str], following: &[&str]) -> Option<Built> {
    let name = "Build with lints";
    let next = "mend the first place named above; a lint that is wrong in one place is allowed there, with a reason: \
        #[expect(clippy::NAME, reason = \"…\")]";
    let mut built = None;
    report.step(name, next, |_| {
        let done = one_build::build(packages)?;
        let counts = done.counts;
        built = done.complete.then_some(done);
        Ok(counts)
    });
    if built.is_none() {
        for step in following {
            report.blocked(step, name);
        }
    }
    built
}

fn generated_types(report: &mut Report) {
    report.check("Generated types", "cargo xtask bindings", |_| {
        let program = house::program("debug", "vurder-cli");
        bindings::check(|| process::output(&mut process::command(program, &["bindings"])))
    });
}

fn run_rust_tests(report: &mut Report, built: &Built, packages: &[&str]) {
    let next = "cargo test --package PACKAGE NAME runs one test alone";
    report.step("Rust tests", next, |_| {
        // The window tests have a step of their own.
        let programs: Vec<&TestProgram> =
            built.tests.iter().filter(|test| test.name != "window").collect();
        rust_tests::run(&programs, packages)
    });
}

fn window_tests(report: &mut Report, built: &Built) {
    let next = format!(
        "read the test's message above and what the app wrote, {}; cargo xtask test window runs these alone",
        window_lane::log_path().display()
    );
    report.step(WINDOW, &next, |output| {
        let (lane, note) = Lane::choose(&built.test("window")?);
        let mut counts = Counts::default();
        if let Some(note) = note {
            output.line(note);
            counts.skipped += 1;
        }
        let mut command =
            lane.command(SCREENS, &["--ignored", &format!("--test-threads={SCREENS}")]);
        let ended_well = output.follow(&mut command, |line| counts.read_libtest(line))?;
        Ok(counts.of_ended(ended_well))
    });
}

/// A script of the interface's `package.json`.
fn npm(script: &str) -> Command {
    npm_program("npm", &["run", "--silent", script])
}

fn unit_tests_of_the_interface(output: &mut Output) -> Outcome<Counts> {
    let mut counts = Counts::default();
    let mut run = npm("test");
    // Colour codes would stand between the numbers and their words.
    run.args(["--", "--passWithNoTests"]).env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    let ended_well = output.follow(&mut run, |line| counts.read_vitest(line))?;
    Ok(counts.of_ended(ended_well))
}

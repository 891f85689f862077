//! `cargo xtask test`: everything that is checked, in steps, with the counts as the very last line; or the steps of one room.
//!
//! The interface comes first, since the shell embeds it. Then one build makes all programs and gives the lints
//! (`one_build`); everything after it only runs what was built.

use crate::counts::Counts;
use crate::one_build::{self, Built, linting_cargo};
use crate::prerequisites::Need;
use crate::process::{cargo, follow, npm_program};
use crate::rooms::{self, Room};
use crate::window_lane::{self, Lane};
use crate::{Outcome, bindings, house, prerequisites, process, tidy, ui};
use std::time::{Duration, Instant};

/// What the steps gave so far.
#[derive(Default)]
struct Report {
    total: Counts,
    lines: Vec<String>,
}

impl Report {
    /// Runs a step under its heading. One that fails without having counted a failure counts as one. When it fails, `next`
    /// tells the person what to do.
    fn step(&mut self, name: &str, next: &str, work: impl FnOnce() -> Outcome<Counts>) -> bool {
        println!("\n=== {name}");
        let start = Instant::now();
        let counts = work().unwrap_or_else(|failure| {
            println!("{failure}");
            Counts::FAILED
        });
        let took = seconds(start.elapsed());
        let word = if counts.failed == 0 { "ok" } else { "FAILED" };
        println!("--- {name}: {word}, {counts}, {took}");
        self.lines.push(format!("{word:<7}{took:>8}  {name}: {counts}"));
        if counts.failed > 0 {
            println!("Next: {next}");
            self.lines.push(format!("{:<17}Next: {next}", ""));
        }
        self.total.add(counts);
        counts.failed == 0
    }

    /// A step that is one check.
    fn check(&mut self, name: &str, next: &str, work: impl FnOnce() -> Outcome) -> bool {
        self.step(name, next, || work().map(|()| Counts::PASSED))
    }

    /// A step that cannot be tried because an earlier one failed.
    fn blocked(&mut self, name: &str, by: &str) {
        println!("\n=== {name}\nNot tried, since this failed: {by}");
        self.lines.push(format!("{:<7}{:>8}  {name}: not tried", "FAILED", ""));
        self.total.add(Counts::FAILED);
    }
}

/// Runs all checks, or those of the room of this name.
///
/// # Errors
/// When there is no such room, or a check failed; the latter has been told already.
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
    println!("\n=== Summary");
    for line in &report.lines {
        println!("{line}");
    }
    println!("{:<7}{:>8}  all steps\n", "", seconds(start.elapsed()));
    println!("{}", report.total);
    if report.total.failed == 0 { Ok(()) } else { Err(String::new()) }
}

fn everything(report: &mut Report) {
    if !needs(report, &[Need::Compile, Need::Window, Need::Drive]) {
        return;
    }
    interface(report);
    format(report, &["--all"]);
    report.check(
        "House rules",
        "mend each place named above; cargo xtask tidy checks again",
        tidy::rules,
    );
    let Some(built) = build(report, &["--workspace"], &["Generated types", "Rust tests", "Window"])
    else {
        return;
    };
    generated_types(report);
    rust_tests(report, &["--workspace"]);
    window_tests(report, &built);
}

/// The checks of one crate: format, lints, tests; for the commands, also what is generated from them.
fn one_crate(report: &mut Report, package: &str) {
    if !needs(report, &[Need::Compile]) {
        return;
    }
    format(report, &["--package", package]);
    // The types are written by the command line, from the app's list.
    let is_app = package == "vurder-app";
    let packages: &[&str] = if is_app {
        &["--package", package, "--package", "vurder-cli"]
    } else {
        &["--package", package]
    };
    if build(report, packages, &["Rust tests"]).is_some() {
        if is_app {
            generated_types(report);
        }
        rust_tests(report, &["--package", package]);
    }
}

fn interface_alone(report: &mut Report) {
    if report.check("What the interface needs", NEEDS_NEXT, prerequisites::ensure_npm_packages) {
        interface(report);
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

const NEEDS_NEXT: &str = "install what is named above, then start the same command again";

fn needs(report: &mut Report, needs: &[Need]) -> bool {
    report.check("What the machine needs", NEEDS_NEXT, || {
        prerequisites::ensure(needs)?;
        if needs.contains(&Need::Window) { prerequisites::ensure_npm_packages() } else { Ok(()) }
    })
}

fn interface(report: &mut Report) {
    if !ui::is_there() {
        return;
    }
    interface_build(report);
    report.check("Interface: format", "npx prettier --write . in ui/", || {
        npm(&["run", "--silent", "format"])
    });
    report.check(
        "Interface: lints",
        "npx eslint --fix . in ui/ mends what it can; mend the rest by hand",
        || npm(&["run", "--silent", "lint"]),
    );
    report.check(
        "Interface: types",
        "mend each place named above; in ui/, npm run check checks again",
        || npm(&["run", "--silent", "check"]),
    );
    report.step(
        "Interface: unit tests",
        "npx vitest run tests/NAME.test.ts in ui/ runs one file alone",
        unit_tests_of_the_interface,
    );
}

fn interface_build(report: &mut Report) -> bool {
    let next = "mend what vite names above; in ui/, npm run build tries again";
    report.check("Interface: build", next, ui::build)
}

fn format(report: &mut Report, packages: &[&str]) {
    report.check("Format", "cargo fmt --all", || {
        process::run(cargo(&["fmt"]).args(packages).args(["--", "--check"]))
    });
}

/// Builds these packages with their lints. `None` when that failed, and what follows is not tried.
fn build(report: &mut Report, packages: &[&str], following: &[&str]) -> Option<Built> {
    let name = "Build with lints";
    let next = "mend the first place named above; a lint that is wrong in one place is allowed there, with a reason: \
        #[expect(clippy::NAME, reason = \"…\")]";
    let mut built = None;
    report.step(name, next, || {
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
    report.check("Generated types", "cargo xtask bindings", || {
        let program = house::program("debug", "vurder-cli");
        bindings::check(|| process::output(&mut process::command(program, &["bindings"])))
    });
}

fn rust_tests(report: &mut Report, packages: &[&str]) {
    let next = "cargo test --package PACKAGE NAME runs one test alone";
    report.step("Rust tests", next, || {
        let mut counts = Counts::default();
        let mut test = linting_cargo(&["test"]);
        test.args(packages).arg("--no-fail-fast");
        let ended_well = follow(&mut test, |line| counts.read_libtest(line))?;
        Ok(counts.of_ended(ended_well))
    });
}

fn window_tests(report: &mut Report, built: &Built) {
    let next = format!(
        "read the test's message above and what the app wrote, {}; cargo xtask test window runs these alone",
        window_lane::log_path().display()
    );
    report.step("Window", &next, || {
        let (lane, note) = Lane::choose(&built.test("window")?);
        let mut counts = Counts::default();
        if let Some(note) = note {
            println!("{note}");
            counts.skipped += 1;
        }
        let mut command = lane.command(&["--ignored", "--test-threads=1"]);
        let ended_well = follow(&mut command, |line| counts.read_libtest(line))?;
        Ok(counts.of_ended(ended_well))
    });
}

fn npm(arguments: &[&str]) -> Outcome {
    process::run(&mut npm_program("npm", arguments))
}

fn unit_tests_of_the_interface() -> Outcome<Counts> {
    let mut counts = Counts::default();
    let mut run = npm_program("npm", &["run", "--silent", "test", "--", "--passWithNoTests"]);
    // Colour codes would stand between the numbers and their words.
    run.env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    let ended_well = follow(&mut run, |line| counts.read_vitest(line))?;
    Ok(counts.of_ended(ended_well))
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_says_what_to_do_next() {
        let mut report = Report::default();
        assert!(!report.check("Format", "cargo fmt --all", || Err("bad".to_owned())));
        assert!(report.check("Tidy", "never said", || Ok(())));
        let said = report.lines.join("\n");
        assert!(said.contains("Next: cargo fmt --all"), "{said}");
        assert!(!said.contains("never said"), "{said}");
    }
}

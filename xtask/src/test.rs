//! `cargo xtask test`: everything that is checked, in steps, with the counts as the very last line.
//!
//! The order keeps compiling low: the interface first, since the shell embeds it; one lint and one build of
//! the whole workspace with the same features, so that no dependency is built twice; then what runs.

use crate::prerequisites::Need;
use crate::process::{cargo, follow, npm_program};
use crate::window_lane::{self, Lane};
use crate::{Outcome, bindings, house, prerequisites, process, tidy, ui};
use std::time::{Duration, Instant};

/// What the window lane's tests say when a plain `cargo test` meets them; they run in their own step.
const LANE_REASON: &str = "ignored, run by the window lane";

/// How many checks did what.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Counts {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Counts {
    const PASSED: Counts = Counts { passed: 1, failed: 0, skipped: 0 };
    const FAILED: Counts = Counts { passed: 0, failed: 1, skipped: 0 };

    fn add(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

#[derive(Default)]
struct Report {
    total: Counts,
    lines: Vec<String>,
}

impl Report {
    /// Runs a step under its heading. One that fails without having counted a failure counts as one.
    fn step(&mut self, name: &str, work: impl FnOnce() -> Outcome<Counts>) -> bool {
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
        self.total.add(counts);
        counts.failed == 0
    }

    /// A step that is one check.
    fn check(&mut self, name: &str, work: impl FnOnce() -> Outcome) -> bool {
        self.step(name, || work().map(|()| Counts::PASSED))
    }

    /// A step that cannot be tried because an earlier one failed.
    fn blocked(&mut self, name: &str, by: &str) {
        println!("\n=== {name}\nNot tried, since this failed: {by}");
        self.lines.push(format!("{:<7}{:>8}  {name}: not tried", "FAILED", ""));
        self.total.add(Counts::FAILED);
    }
}

pub(crate) fn test() -> Outcome {
    let mut report = Report::default();
    let start = Instant::now();
    steps(&mut report);
    println!("\n=== Summary");
    for line in &report.lines {
        println!("{line}");
    }
    println!("{:<7}{:>8}  all steps\n", "", seconds(start.elapsed()));
    println!("{}", report.total);
    if report.total.failed == 0 { Ok(()) } else { Err(String::new()) }
}

fn steps(report: &mut Report) {
    let needs = [Need::Compile, Need::Window, Need::Drive];
    if !report.check("What the machine needs", || {
        prerequisites::ensure(&needs)?;
        prerequisites::ensure_npm_packages()
    }) {
        return;
    }
    if ui::is_there() {
        report.check("Interface: build", ui::build);
        report.check("Interface: types", || npm(&["run", "--silent", "check"]));
        report.step("Interface: unit tests", unit_tests_of_the_interface);
    }
    report.check("Format", || process::run(&mut cargo(&["fmt", "--all", "--", "--check"])));
    report.check("House rules", tidy::rules);
    report.check("Lints", || {
        let lint = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
        process::run(&mut cargo(&lint))
    });
    let build = "Build";
    if !report.check(build, || process::run(&mut cargo(&["build", "--workspace", "--all-targets"])))
    {
        for step in ["Generated types", "Rust tests", "Window"] {
            report.blocked(step, build);
        }
        return;
    }
    report.check("Generated types", || {
        bindings::check(|| {
            process::output(&mut process::command(
                house::program("debug", "vurder-cli"),
                &["bindings"],
            ))
        })
    });
    report.step("Rust tests", rust_tests);
    report.step("Window", window_tests);
}

fn npm(arguments: &[&str]) -> Outcome {
    process::run(&mut npm_program("npm", arguments))
}

fn rust_tests() -> Outcome<Counts> {
    let mut counts = Counts::default();
    let mut test = cargo(&["test", "--workspace", "--no-fail-fast"]);
    let ended_well = follow(&mut test, |line| count_rust(line, &mut counts))?;
    Ok(settle(counts, ended_well))
}

fn window_tests() -> Outcome<Counts> {
    let program = window_lane::test_program()?;
    let (lane, note) = Lane::choose(&program);
    let mut counts = Counts::default();
    if let Some(note) = note {
        println!("{note}");
        counts.skipped += 1;
    }
    let mut command = lane.command(&["--ignored", "--test-threads=1"]);
    let ended_well = follow(&mut command, |line| count_rust(line, &mut counts))?;
    if !ended_well {
        println!("What the app wrote is in {}", window_lane::log_path().display());
    }
    Ok(settle(counts, ended_well))
}

fn unit_tests_of_the_interface() -> Outcome<Counts> {
    let mut counts = Counts::default();
    let mut run = npm_program("npm", &["run", "--silent", "test", "--", "--passWithNoTests"]);
    // Colour codes would stand between the numbers and their words.
    run.env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    let ended_well = follow(&mut run, |line| count_vitest(line, &mut counts))?;
    Ok(settle(counts, ended_well))
}

/// A program that ended badly has failed, whatever it counted.
fn settle(mut counts: Counts, ended_well: bool) -> Counts {
    if !ended_well && counts.failed == 0 {
        counts.failed = 1;
    }
    counts
}

/// Reads libtest's `test result: ok. 3 passed; 0 failed; 1 ignored; …`, and leaves out the tests that another
/// step runs.
fn count_rust(line: &str, counts: &mut Counts) {
    if line.starts_with("test ") && line.ends_with(LANE_REASON) {
        // Said again, as ignored, by the result line that follows.
        counts.skipped = counts.skipped.wrapping_sub(1);
        return;
    }
    let Some(result) = line.strip_prefix("test result: ") else { return };
    let result = result.split_once(". ").map_or("", |(_, numbers)| numbers);
    for part in result.split("; ") {
        match number_and_word(part) {
            Some((number, "passed")) => counts.passed += number,
            Some((number, "failed")) => counts.failed += number,
            Some((number, "ignored")) => counts.skipped = counts.skipped.wrapping_add(number),
            _ => {}
        }
    }
}

/// Reads vitest's `      Tests  1 failed | 3 passed | 1 skipped (5)`.
fn count_vitest(line: &str, counts: &mut Counts) {
    let Some(result) = line.trim_start().strip_prefix("Tests ") else { return };
    for part in result.split('|') {
        match number_and_word(part) {
            Some((number, "passed")) => counts.passed += number,
            Some((number, "failed")) => counts.failed += number,
            Some((number, "skipped" | "todo")) => counts.skipped += number,
            _ => {}
        }
    }
}

fn number_and_word(part: &str) -> Option<(usize, &str)> {
    let mut words = part.split_whitespace();
    let number = words.next()?.parse().ok()?;
    Some((number, words.next()?))
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libtest_results_add_up() {
        let mut counts = Counts::default();
        for line in [
            "test a ... ok",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            count_rust(line, &mut counts);
        }
        assert_eq!(counts, Counts { passed: 4, failed: 2, skipped: 1 });
    }

    #[test]
    fn tests_of_the_window_lane_are_not_skipped_tests() {
        let mut counts = Counts::default();
        count_rust("test opens ... ignored, run by the window lane", &mut counts);
        count_rust("test result: ok. 0 passed; 0 failed; 1 ignored; 0 measured", &mut counts);
        assert_eq!(counts, Counts::default());
    }

    #[test]
    fn vitest_results_add_up() {
        let mut counts = Counts::default();
        count_vitest(" Test Files  1 passed (1)", &mut counts);
        count_vitest("      Tests  1 failed | 3 passed | 1 skipped (5)", &mut counts);
        assert_eq!(counts, Counts { passed: 3, failed: 1, skipped: 1 });
    }

    #[test]
    fn a_bad_end_is_a_failure_even_without_a_count() {
        assert_eq!(settle(Counts::PASSED, false).failed, 1);
        assert_eq!(settle(Counts::FAILED, false).failed, 1);
        assert_eq!(settle(Counts::PASSED, true).failed, 0);
    }

    #[test]
    fn the_last_line_names_skipped_tests_only_when_there_are_some() {
        assert_eq!(Counts { passed: 2, failed: 0, skipped: 0 }.to_string(), "2 passed, 0 failed");
        assert_eq!(
            Counts { passed: 2, failed: 1, skipped: 3 }.to_string(),
            "2 passed, 1 failed, 3 skipped"
        );
    }
}

//! Makes the programs, the tests and the lints in one build.
//!
//! `cargo clippy` checks every crate and makes no code, so a `cargo build` after it compiles all dependencies again.
//! Here, cargo builds the crates of this workspace with Clippy's compiler in place of rustc: it makes the same code and
//! also gives the lints. rustc compiles dependencies once, and a plain `cargo build` and `cargo test` use them, too.
//! Only the workspace's own crates are built separately for the two, since cargo distinguishes them by their compiler.
//!
//! A release is never built like this: Clippy's compiler leaves out some optimisations.

use crate::counts::Counts;
use crate::process::{self, cargo};
use crate::{Outcome, process::is_there};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const CLIPPY: &str = "clippy-driver";

/// The result of a build.
#[derive(Debug, Default)]
pub(crate) struct Built {
    /// One check for the build, and one for the lints.
    pub(crate) counts: Counts,
    /// Whether everything was compiled. Warnings of lints do not matter here.
    pub(crate) complete: bool,
    /// The test programs.
    pub(crate) tests: Vec<TestProgram>,
}

/// A test program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TestProgram {
    /// The name that cargo gives it.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    /// The folder of its package.
    pub(crate) folder: PathBuf,
    /// Its first source file.
    pub(crate) source: PathBuf,
}

impl Built {
    /// The path of the test program with this name.
    pub(crate) fn test(&self, name: &str) -> Outcome<PathBuf> {
        let found = self.tests.iter().find(|test| test.name == name);
        found
            .map(|test| test.path.clone())
            .ok_or_else(|| format!("cargo built no tests called {name}"))
    }
}

/// A cargo command that compiles the workspace's crates with Clippy's compiler.
pub(crate) fn linting_cargo(arguments: &[&str]) -> Command {
    let mut command = cargo(arguments);
    command.env("RUSTC_WORKSPACE_WRAPPER", CLIPPY);
    command
}

/// Builds all targets of these packages (cargo's arguments) and counts warnings as failures.
///
/// # Errors
/// When cargo or Clippy is missing.
pub(crate) fn build(packages: &[&str]) -> Outcome<Built> {
    if !is_there(CLIPPY) {
        return Err("Clippy is not installed. Next: rustup component add clippy".to_owned());
    }
    let mut command = linting_cargo(&["build"]);
    command.args(packages).args(["--all-targets", "--message-format", "json"]);
    let mut read = Messages::default();
    let complete = process::read_lines(&mut command, &mut |line| read.take(line))?;
    let mut counts = Counts::default().of_ended(complete);
    if complete {
        counts.add(Counts::PASSED);
    }
    match read.warnings {
        0 if complete => counts.add(Counts::PASSED),
        0 => {}
        _ => counts.add(Counts::FAILED),
    }
    Ok(Built { counts, complete, tests: read.tests })
}

/// Builds tests with this command, which prints messages in JSON, and returns their programs.
///
/// # Errors
/// When the build fails.
pub(crate) fn test_programs(command: &mut Command) -> Outcome<Vec<TestProgram>> {
    let mut read = Messages::default();
    let complete = process::read_lines(command, &mut |line| read.take(line))?;
    if complete { Ok(read.tests) } else { Err("the build failed".to_owned()) }
}

/// The content of cargo's messages, one JSON object on each line.
#[derive(Debug, Default)]
struct Messages {
    /// The warnings so far: a library is compiled alone and with its tests, and warns twice.
    shown: BTreeSet<String>,
    warnings: usize,
    tests: Vec<TestProgram>,
}

impl Messages {
    fn take(&mut self, line: &str) {
        let Ok(message) = serde_json::from_str::<Value>(line) else { return };
        match message["reason"].as_str() {
            Some("compiler-message") => self.take_diagnostic(&message["message"]),
            Some("compiler-artifact") if message["profile"]["test"] == true => {
                self.tests.extend(TestProgram::of(&message));
            }
            _ => {}
        }
    }

    fn take_diagnostic(&mut self, diagnostic: &Value) {
        let text = diagnostic["rendered"].as_str().unwrap_or_default();
        // Messages such as `1 warning emitted` have no place in a source.
        let has_place = diagnostic["spans"].as_array().is_some_and(|spans| !spans.is_empty());
        if has_place && self.shown.insert(text.to_owned()) {
            println!("{text}");
            if diagnostic["level"] == "warning" {
                self.warnings += 1;
            }
        }
    }
}

impl TestProgram {
    /// The test program of a message about a build result; `None` for other messages.
    fn of(message: &Value) -> Option<TestProgram> {
        Some(TestProgram {
            name: message["target"]["name"].as_str()?.to_owned(),
            path: PathBuf::from(message["executable"].as_str()?),
            folder: Path::new(message["manifest_path"].as_str()?).parent()?.to_owned(),
            source: PathBuf::from(message["target"]["src_path"].as_str()?),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_warning_is_counted_once_and_a_test_program_is_remembered() {
        let mut read = Messages::default();
        let warning = r#"{"reason":"compiler-message","message":
            {"level":"warning","rendered":"warning: unused","spans":[{"line_start":1}]}}"#;
        for line in [warning, warning, "no JSON"] {
            read.take(&line.replace('\n', ""));
        }
        read.take(
            r#"{"reason":"compiler-message","message":{"level":"warning","rendered":"1 warning emitted","spans":[]}}"#,
        );
        let test = r#"{"reason":"compiler-artifact","target":{"name":"laws","src_path":"/w/tests/laws.rs"},
            "manifest_path":"/w/Cargo.toml","profile":{"test":true},"executable":"/laws-1"}"#;
        read.take(&test.replace('\n', ""));
        read.take(
            r#"{"reason":"compiler-artifact","target":{"name":"cli"},"profile":{"test":false},"executable":"/cli"}"#,
        );
        assert_eq!(read.warnings, 1);
        let built = Built { tests: read.tests, ..Built::default() };
        assert_eq!(built.test("laws").unwrap(), PathBuf::from("/laws-1"));
        assert_eq!(built.test("cli").unwrap_err(), "cargo built no tests called cli");
    }
}

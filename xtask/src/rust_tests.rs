//! Runs the test programs of the build, several at a time.
//!
//! `cargo test` runs them one after the other, and many of them use only one processor or wait for the disk. The output
//! of each program is printed when it has ended.

use crate::Outcome;
use crate::counts::Counts;
use crate::one_build::{TestProgram, linting_cargo};
use crate::output::Output;
use crate::process;
use crate::report::seconds;
use std::collections::VecDeque;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// The test programs that take the longest time. They start first, so that no processor waits for them at the end.
const LONGEST: &[&str] = &["crash", "flows", "sample", "language"];

/// Runs these programs, and the examples in the documentation of these packages (cargo's arguments).
///
/// # Errors
/// When a program cannot be started.
pub(crate) fn run(programs: &[&TestProgram], packages: &[&str]) -> Outcome<Counts> {
    let mut programs = programs.to_vec();
    programs.sort_by_key(|program| {
        let longest = LONGEST.iter().position(|name| *name == program.name);
        (longest.unwrap_or(LONGEST.len()), program.path.clone())
    });
    let mut waiting: VecDeque<(String, Command)> =
        programs.into_iter().map(|program| (program.title(), program.command())).collect();
    // Cargo compiles the examples, some for as long as a test takes.
    let mut examples = linting_cargo(&["test", "--doc", "--quiet", "--no-fail-fast"]);
    examples.args(packages);
    waiting.insert(waiting.len().min(1), ("Examples in the documentation".to_owned(), examples));
    let waiting = Mutex::new(waiting);

    let at_a_time = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let runners: Vec<_> =
            (0..at_a_time).map(|_| scope.spawn(|| run_waiting(&waiting))).collect();
        let mut total = Counts::default();
        for runner in runners {
            total.add(runner.join().map_err(|_| "a runner of tests panicked".to_owned())??);
        }
        Ok(total)
    })
}

/// Runs the waiting programs one after the other, until none waits.
fn run_waiting(waiting: &Mutex<VecDeque<(String, Command)>>) -> Outcome<Counts> {
    let mut total = Counts::default();
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some((title, mut command)) = next else { return Ok(total) };
        let mut output = Output::Block(format!("\n{title}\n"));
        let start = Instant::now();
        let mut counts = Counts::default();
        let ended_well = output.follow(&mut command, |line| counts.read_libtest(line))?;
        output.line(&format!("{title}: {}", seconds(start.elapsed())));
        output.end();
        total.add(counts.of_ended(ended_well));
    }
}

impl TestProgram {
    /// The command by which cargo starts it, in its package's folder.
    fn command(&self) -> Command {
        let mut command = process::command(&self.path, &[]);
        command.current_dir(&self.folder).env("CARGO_MANIFEST_DIR", &self.folder);
        // A snapshot that differs is a failure, and no new file is written beside it.
        command.env("INSTA_UPDATE", "no");
        command
    }

    /// The name of its package and its first source file.
    pub(crate) fn title(&self) -> String {
        let package = self.folder.file_name().unwrap_or_default().to_string_lossy();
        let source = self.source.strip_prefix(&self.folder).unwrap_or(Path::new(&self.name));
        format!("{package}: {}", source.display())
    }
}

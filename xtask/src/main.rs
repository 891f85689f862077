//! `cargo xtask`: all tasks of the project, each one command.
//!
//! A task first installs what it needs on the machine (system packages on Debian and Ubuntu, the interface's packages),
//! and says so before. It needs the network only for that.

use std::process::ExitCode;

mod architecture;
mod associate;
mod bench;
mod bindings;
mod circles;
mod counts;
mod field_names;
mod house;
mod licences;
mod line_endings;
mod literal_words;
mod messages;
mod offence;
mod one_build;
mod output;
mod package;
mod prerequisites;
mod process;
mod report;
mod room_rules;
mod rooms;
mod run;
mod rust_tests;
mod screenshots;
mod shell_rules;
mod test;
mod tidy;
mod ui;
mod window_lane;
mod windows;

const USAGE: &str = "\
Usage: cargo xtask TASK

  run           builds Vurder and opens it; without a display, makes the sample's two PDFs
  test [ROOM]   everything that is checked: format, house rules, lints, tests, the real window; or what one
                room checks: model, content, import, workspace, report, remarks, spelling, app, cli,
                launch, ui, shell, window, xtask
  package       builds the deb and the rpm; with --check also installs, starts and removes the deb (as root)
  associate     has .vurder files open with the program built here, for you alone; with --remove takes that back
  windows [PART]  on Debian: builds for Windows, runs all tests of the crates under Wine, makes and tries the
                installer; or one part of it: tests [ROOM …], installer
  bench         measures times and sizes
  tidy          the house rules alone
  bindings      writes the interface's types from the list of commands
  screenshots   drives the real window and writes pictures of its screens";

/// The reason why a task stopped, for the person who started it.
type Failure = String;
type Outcome<T = ()> = Result<T, Failure>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rest: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
    let done = match (arguments.first().map(String::as_str), rest.as_slice()) {
        (Some("run"), []) => run::run(),
        (Some("test"), []) => test::test(None),
        (Some("test"), [room]) => test::test(Some(room)),
        (Some("package"), []) => package::package(false),
        (Some("package"), ["--check"]) => package::package(true),
        (Some("associate"), []) => associate::associate(false),
        (Some("associate"), ["--remove"]) => associate::associate(true),
        (Some("windows"), []) => windows::windows(windows::Part::All),
        (Some("windows"), ["tests", rooms @ ..]) => windows::windows(windows::Part::Tests(rooms)),
        (Some("windows"), ["installer"]) => windows::windows(windows::Part::Installer),
        (Some("bench"), _) => bench::bench(&rest),
        (Some("tidy"), []) => tidy::tidy(),
        (Some("bindings"), []) => bindings::write(),
        (Some("screenshots"), []) => screenshots::screenshots(),
        (Some("help" | "--help" | "-h"), _) => {
            println!("{USAGE}");
            Ok(())
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // An empty failure was already printed, as the last line of a test run.
            if !failure.is_empty() {
                eprintln!("\nxtask: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}

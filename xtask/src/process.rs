//! Starting other programs.

use crate::{Outcome, house};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A program to start in the project's root. Messages name it by itself.
pub(crate) fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(house::root());
    command
}

/// The cargo that started xtask.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Builds a program of `tests` in the same way as the packages, so that cargo need not compile their dependencies
/// again.
///
/// # Errors
/// As [`run`].
pub(crate) fn release_of_tests(program: &str) -> Outcome {
    run(&mut cargo(&["build", "--release", "--package", "vurder-tests", "--bin", program]))
}

/// Starts a program and waits. The program writes to the terminal itself.
///
/// # Errors
/// When it cannot be started or ends with an error.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let name = name(command);
    let status = command.status().map_err(not_started(&name))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}")) }
}

/// Starts a program and returns its standard output.
///
/// # Errors
/// When it cannot be started, ends with an error, or does not write UTF-8.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let name = name(command);
    let output = command.stderr(Stdio::inherit()).output().map_err(not_started(&name))?;
    if !output.status.success() {
        return Err(format!("{name} ended with {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{name} wrote something that is no text"))
}

/// Starts a program and passes on each line of its standard output at once, without showing it. Returns whether the
/// program ended without an error.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn read_lines(command: &mut Command, each_line: &mut dyn FnMut(&str)) -> Outcome<bool> {
    let name = name(command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(not_started(&name))?;
    if let Some(stdout) = child.stdout.take() {
        each_line_of(stdout, each_line);
    }
    ended_well(&mut child, &name)
}

/// The same as [`read_lines`], with the standard error, in the order in which the program wrote.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn read_both_outputs(
    command: &mut Command,
    each_line: &mut dyn FnMut(&str),
) -> Outcome<bool> {
    let name = name(command);
    let (reader, writer) = std::io::pipe().map_err(not_started(&name))?;
    let copy = writer.try_clone().map_err(not_started(&name))?;
    let child = command.stdin(Stdio::null()).stdout(writer).stderr(copy).spawn();
    // The command also has the writing end of the pipe: while it has, reading would not end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = child.map_err(not_started(&name))?;
    each_line_of(reader, each_line);
    ended_well(&mut child, &name)
}

fn each_line_of(output: impl Read, each_line: &mut dyn FnMut(&str)) {
    let mut lines = BufReader::new(output);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).is_ok_and(|bytes| bytes > 0) {
        each_line(String::from_utf8_lossy(&line).trim_end());
        line.clear();
    }
}

fn ended_well(child: &mut Child, name: &str) -> Outcome<bool> {
    let status = child.wait().map_err(|error| format!("{name}: {error}"))?;
    Ok(status.success())
}

fn not_started(name: &str) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{name} could not be started: {error}")
}

/// Whether a program of this name can be started.
pub(crate) fn is_there(program: &str) -> bool {
    let Some(folders) = std::env::var_os("PATH") else { return false };
    std::env::split_paths(&folders)
        .any(|folder| folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)).is_file())
}

/// npm, or a program of the interface's packages through it. On Windows these are scripts.
pub(crate) fn npm_program(name: &str, arguments: &[&str]) -> Command {
    let name = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    let mut command = command(name, arguments);
    command.current_dir(house::ui());
    command
}

/// The name of a program in messages, with its first argument.
pub(crate) fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program()).to_string_lossy();
    let first = command.get_args().next().map(|first| first.to_string_lossy());
    match first {
        Some(first) if !first.starts_with('-') => format!("`{program} {first}`"),
        _ => format!("`{program}`"),
    }
}

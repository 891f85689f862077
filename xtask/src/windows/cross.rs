//! Builds for Windows on Debian, with Rust's own standard library for Windows, and the compiler and linker of MinGW.

use crate::process::{self, cargo, is_there};
use crate::{Outcome, house};
use std::path::{Path, PathBuf};
use std::process::Command;

/// 64-bit Windows with the GNU libraries: the target that needs no software of Microsoft.
pub(crate) const TARGET: &str = "x86_64-pc-windows-gnu";
/// MinGW's compiler, which also links.
const COMPILER: &str = "x86_64-w64-mingw32-gcc";

/// Checks that Rust's standard library for Windows is installed. Otherwise rustup installs it.
///
/// # Errors
/// When it is missing and could not be installed.
pub(crate) fn ensure_target() -> Outcome {
    let folder = process::output(&mut rustc(&["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    if !is_there("rustup") {
        return Err(format!(
            "Rust's standard library for {TARGET} is missing, and there is no rustup to bring it. \
             Next: install Rust from https://rustup.rs"
        ));
    }
    println!(
        "Rust's standard library for Windows is missing. Installing now: rustup target add {TARGET}"
    );
    process::run(&mut process::command("rustup", &["target", "add", TARGET]))
}

fn rustc(arguments: &[&str]) -> Command {
    process::command(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()), arguments)
}

/// The folder for all Windows build results, separate from those for this computer.
pub(crate) fn target() -> PathBuf {
    house::target().join("windows")
}

/// The path of a program that was built for Windows.
pub(crate) fn program(profile: &str, name: &str) -> PathBuf {
    target().join(TARGET).join(profile).join(name)
}

/// A cargo command that builds for Windows.
pub(crate) fn windows_cargo(arguments: &[&str]) -> Command {
    let mut command = cargo(arguments);
    command
        .args(["--target", TARGET, "--locked"])
        .env("CARGO_TARGET_DIR", target())
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", COMPILER)
        // One library in the dependency tree can also be linked dynamically; then it would export more names than the
        // format allows.
        .env(
            "CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS",
            "-C link-arg=-Wl,--exclude-all-symbols",
        )
        .env("CC_x86_64_pc_windows_gnu", COMPILER)
        // Line numbers of the crates' own code would double the size of the programs.
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    command
}

/// Compiles one file of C for Windows.
///
/// # Errors
/// When the compiler fails.
pub(crate) fn compile_c(source: &str, out: &Path, more: &[&str]) -> Outcome {
    let mut command = process::command(COMPILER, &["-O2", "-s", "-Wall", "-Werror", "-o"]);
    process::run(command.arg(out).arg(house::root().join(source)).args(more))
}

//! Runs the program under test as people run it.

#[allow(dead_code, reason = "not each test program imports pages")]
mod pages;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;
use tempfile::TempDir;

/// A temporary folder with a workspace.
pub(crate) struct Desk {
    pub folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn workspace(&self) -> PathBuf {
        self.path("desk.vurder")
    }

    /// Runs commands as JSON lines on the desk's workspace. Gives the answers and the exit code.
    pub(crate) fn apply(&self, lines: &str) -> (Vec<Json>, i32) {
        let workspace = self.workspace();
        let output = run_with(&["apply", "--workspace", text(&workspace), "-"], lines.as_bytes());
        let answers = String::from_utf8(output.stdout).unwrap();
        let answers = answers.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        (answers, output.status.code().unwrap())
    }

    /// Runs one command that must succeed. Gives its result.
    #[allow(dead_code, reason = "each test program uses its part of the desk")]
    pub(crate) fn done(&self, line: &Json) -> Json {
        let (answers, code) = self.apply(&line.to_string());
        assert_eq!(code, 0, "{line} was refused: {answers:?}");
        answers[0]["result"].clone()
    }

    /// Exports the DPIA of the project "p".
    #[allow(dead_code, reason = "each test program uses its part of the desk")]
    pub(crate) fn export(&self, out: &Path) -> Output {
        let (workspace, out) = (self.workspace(), text(out));
        let of = ["--project", "p", "--form", "dpia", "--out", out];
        run(&[&["export", "--workspace", text(&workspace)][..], &of].concat())
    }

    /// The whole workspace as JSON text.
    #[allow(dead_code, reason = "each test program uses its part of the desk")]
    pub(crate) fn dump(&self) -> String {
        let to = self.path("dump.json");
        let output = run(&["dump", "--workspace", text(&self.workspace()), text(&to)]);
        assert!(output.status.success(), "{}", error_output(&output));
        std::fs::read_to_string(to).unwrap()
    }
}

pub(crate) fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

pub(crate) fn run(arguments: &[&str]) -> Output {
    run_with(arguments, b"")
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_vurder-cli"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // Another thread writes the input, since the program answers while it reads.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// The error output.
pub(crate) fn error_output(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
